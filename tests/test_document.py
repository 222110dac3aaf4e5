"""The document: lines, words, paragraphs, sentences, and the way from prose to source and back to a line and a column."""

from __future__ import annotations

import pytest

from lint.document import Document, Segment, Word
from lint.formats import from_text
from lint.model import Span


def test_lines_and_words() -> None:
    document = from_text("Ali's 3 well-known\r\n\r\nd’Or_é e\u0301")
    assert document.lines == [Span(0, 18), Span(19, 19), Span(20, 29)]
    assert document.words == [
        Word(0, 5, "Ali's"),
        Word(6, 7, "3"),
        Word(8, 12, "well"),
        Word(13, 18, "known"),
        Word(20, 24, "d’Or"),
        Word(25, 26, "é"),
        Word(27, 28, "e"),
    ]


def test_an_empty_text() -> None:
    document = from_text("")
    assert (document.lines, document.words, document.paragraphs, document.sentences, document.languages) == ([Span(0, 0)], [], [], [], [])
    assert document.to_source(Span(0, 0)) == Span(0, 0)
    assert document.position(0) == (1, 1)


WIDE = "The talks that were to end the long war in the north of the"


@pytest.mark.parametrize(
    ("prose", "paragraphs"),
    [
        ("One line.\nAnother line.\n\nThird.", [Span(0, 9), Span(10, 23), Span(25, 31)]),
        (" \n\nText\n \n", [Span(3, 7)]),
        (f"{WIDE}\n{WIDE}\ncountry ended.\n\nNext", [Span(0, 134), Span(136, 140)]),
        # three long lines and a longer last one were not wrapped at a column
        (f"{WIDE}\n{WIDE} and so on", [Span(0, 59), Span(60, 129)]),
        (f"Short\n{WIDE}", [Span(0, 5), Span(6, 65)]),
    ],
)
def test_paragraphs(prose: str, paragraphs: list[Span]) -> None:
    assert from_text(prose).paragraphs == paragraphs


def test_paragraph_at_knows_the_end_but_not_the_gap() -> None:
    document = from_text("One.\n\nTwo.")
    assert [document.paragraph_at(i) for i in (0, 4, 5, 6, 10)] == [0, 0, None, 1, 1]


def test_sentences_stay_inside_their_paragraph() -> None:
    document = from_text("He left.  She stayed.\nNo stop\nWhy? ")
    assert [document.text(s) for s in document.sentences] == ["He left.", "She stayed.", "No stop", "Why?"]


@pytest.mark.parametrize(
    ("span", "source", "verbatim"),
    [
        (Span(0, 3), Span(3, 6), True),  # "don"
        (Span(0, 5), Span(3, 14), False),  # "don’t" holds an entity
        (Span(3, 4), Span(6, 13), False),  # the entity alone
        (Span(5, 6), Span(14, 15), True),  # the line end shown as a blank
        (Span(6, 8), Span(18, 20), True),  # "go"
        (Span(5, 8), Span(14, 20), False),  # a tag between
        (Span(6, 11), Span(18, 32), False),  # across a block
        (Span(8, 8), Span(20, 20), True),  # nothing
        (Span(10, 11), Span(31, 32), True),
    ],
)
def test_to_source(span: Span, source: Span, verbatim: bool) -> None:
    document = from_text("<p>don&#8217;t\n<b>go</b></p><p>é", format="html")
    assert document.prose == "don’t go\n\né"
    assert document.to_source(span) == source
    assert document.is_verbatim(span) is verbatim


def test_a_document_of_one_entity_is_not_verbatim() -> None:
    document = Document("a", "&amp;", "&", (Segment(0, 1, 0, 5),))
    assert document.to_source(Span(0, 1)) == Span(0, 5)
    assert document.to_source(Span(1, 1)) == Span(5, 5)
    assert document.is_verbatim(Span(0, 1)) is False


def test_positions_count_code_points_and_every_kind_of_line_end() -> None:
    document = from_text("😀e\u0301م x\r\ny\rz\n\nw")
    at = {word.text: document.position(document.to_source(Span(word.start, word.end)).start) for word in document.words}
    assert at == {"e": (1, 2), "م": (1, 4), "x": (1, 6), "y": (2, 1), "z": (3, 1), "w": (5, 1)}
    assert document.position(len(document.source)) == (5, 2)
