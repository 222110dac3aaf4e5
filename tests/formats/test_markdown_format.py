"""Markdown: which text is prose, and where in the source each piece of it stands."""

from __future__ import annotations

from datetime import date

import pytest

from lint.document import Document, Segment
from lint.formats import from_text


def markdown(source: str) -> Document:
    return from_text(source, format="markdown")


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("", ""),
        ("# Head #\n\nPara *one*, **two**, ~~three~~.\n", "Head\n\nPara one, two, three."),
        ("Head\n====\nText", "Head\n\nText"),
        ("a\nb\n  c", "a b c"),
        ("a  \nb\\\nc", "a\nb\nc"),
        ("> quoted\n> on\n\nafter", "quoted on\n\nafter"),
        ("> quoted\nlazily", "quoted lazily"),
        ("- a\n- b\n  - c\n\n1. d\n\n   e\n", "a\n\nb\n\nc\n\nd\n\ne"),
        ("- [x] done\n- [ ] open\n", "done\n\nopen"),
        ("| a | b |\n|---|---|\n| c | d \\| e |\n", "a\n\nb\n\nc\n\nd | e"),
        ("one\n\n***\n\ntwo", "one\n\ntwo"),
        ("call `x = 1`, then `y`", "call \ufffc, then \ufffc"),
        ("a\n\n    code\n\n```py\nmore code\n```\n\nb", "a\n\nb"),
        ("[text](http://a.b \"T\") ![alt](c.png) [ref][r] <http://d.e>\n\n[r]: http://f.g 'U'\n", "text alt ref http://d.e"),
        ("a <b class='x'>bold</b> c<br>d", "a bold cd"),
        ("one\n\n<div>\nblock\n</div>\n\ntwo", "one\n\ntwo"),
        ("a<!-- presscheck: ignore x -->b\n\n<!-- all\n\nof it -->\n\nc", "ab\n\nc"),
        ("note[^1] it\n\n[^1]: below\n", "note it\n\nbelow"),
        ("AT&amp;T &#8217; &nbsp;&bogus; \\* \\\\ \\n", "AT&T ’ \xa0&bogus; * \\ \\n"),
        ("\\*a\\*", "*a*"),
        ("a\r\nb\r\n\r\nc\rd", "a b\n\nc d"),
    ],
)
def test_prose(source: str, prose: str) -> None:
    assert markdown(source).prose == prose


def test_segments_of_soft_breaks_hold_the_quotation_marks() -> None:
    document = markdown("> a\n> b\n>   c\n\nd")
    assert document.prose == "a b c\n\nd"
    assert document.segments == (
        Segment(0, 1, 2, 1),
        Segment(1, 1, 3, 3),
        Segment(2, 1, 6, 1),
        Segment(3, 1, 7, 5),
        Segment(4, 1, 12, 1),
        Segment(5, 2, 13, 0),
        Segment(7, 1, 15, 1),
    )


def test_segments_of_escapes_entities_and_code() -> None:
    document = markdown("é \\*&amp;`x` z")
    assert document.prose == "é *&\ufffc z"
    assert document.segments == (Segment(0, 2, 0, 2), Segment(2, 1, 2, 2), Segment(3, 1, 4, 5), Segment(4, 1, 9, 3), Segment(5, 2, 12, 2))


def test_a_greater_than_sign_that_is_text_is_not_taken_for_a_quotation_mark() -> None:
    document = markdown("a\n      > b")
    assert document.prose == "a > b"
    assert document.segments == (Segment(0, 1, 0, 1), Segment(1, 1, 1, 7), Segment(2, 3, 8, 3))


@pytest.mark.parametrize(
    ("source", "prose", "language", "day"),
    [
        ("---\ntitle: T\nlang: pt-BR\ndate: 2021-11-02 10:00\n---\n\n# T\n", "T", "pt", date(2021, 11, 2)),
        ('---\r\nlanguage: "fr" # French\r\ndate: "2 November 2021"\r\n---\r\nT\r\n', "T", "fr", date(2021, 11, 2)),
        ("+++\nlang = 'de'\ndate = 2021-11-02\n+++\nT", "T", "de", date(2021, 11, 2)),
        ("---\nlang: en\n...\nT", "T", "en", None),
        ("---\n\nText\n\n---\n\nMore", "Text\n\nMore", None, None),
        ("---\nlang: en\nnever closed", "lang: en never closed", None, None),
        ("Head\n\n---\nlang: fr\n---\n", "Head\n\nlang: fr", None, None),
        ("---\nlang: French language\n---\nT", "T", None, None),
        ("---\nauthor:\n  lang: fr\n---\nT", "T", None, None),
    ],
)
def test_front_matter(source: str, prose: str, language: str | None, day: date | None) -> None:
    document = markdown(source)
    assert (document.prose, document.language, document.date) == (prose, language, day)


def test_links_are_marked() -> None:
    source = "- [Home](/)\n- [**World** news](/w) today\n\nSee <https://a.example> and ![a picture](/p.png).\n"
    document = from_text(source, "t", "markdown")
    assert [(mark.name, document.prose[mark.start : mark.end].strip("\n")) for mark in document.marks] == [
        ("link", "Home"),
        ("link", "World news"),
        ("link", "https://a.example"),
    ]
