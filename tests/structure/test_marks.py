"""Quotation marks that don't add up: exact spans and replacements."""

from __future__ import annotations

import pytest

from lint.formats import from_text
from lint.model import Level, Rule
from lint.structure import marks

RULE = Rule("t/r", "structure", Level.ERROR, "m", "w", None)
CHECKS = {f.__name__: f for f in (marks.reopened, marks.unclosed, marks.unopened, marks.spacing)}


def found(name: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    document = from_text(text, "t")
    return [(document.text(hit.span), hit.replacements) for hit in CHECKS[name](document, RULE)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("reopened", "“It was so. “We go on.”", [("so. “We", ())]),
        ("reopened", '"It was so. "We go on."', [('so. "We', ())]),
        ("reopened", "x\n“It was so! “We go on.”", [("so! “We", ())]),
        ("reopened", "“It was “so” then.”", []),
        ("reopened", "“It was so. “We go. “They stay.”", []),
        ("reopened", "“It was so.\n“We go on.”", []),
        ("unclosed", "He spoke of “rain and went.\nIt was dry.", [("“rain", ())]),
        ("unclosed", "“Rain, he said, and went.\nIt was dry.", [("“Rain,", ())]),
        ("unclosed", '"Rain, said Tom Ashe, a miller.\nIt was dry.', [('"Rain,', ())]),
        ("unclosed", "“Rain!, wrote the mayor.\nIt was dry.", [("“Rain!,", ())]),
        ("unclosed", "Home » Sport »\n« Back", []),
        ("unopened", "Home » Sport »", []),
        ("unclosed", "«Rain.» He spoke of «wind.", [("«wind.", ())]),
        ("unclosed", "He said: “Rain.\n“And wind.”", []),
        ("unclosed", "“Rain.\nIt was dry.", []),
        ("unclosed", "“Rain. “And wind.\nIt was dry.", []),
        ("unclosed", "He spoke of “", [("“", ())]),
        ("unopened", "It was dry,” he said.", [("dry,”", ())]),
        ("unopened", "It was dry,' he said. It is 5'10\".", []),
        ("spacing", "“It was so, ”Moreno said.", [("so, ”Moreno", ("so,” Moreno",))]),
        ("spacing", '"It was so, "he said.', [('so, "he', ('so," he',))]),
        ("spacing", "“It was so.”He left.", [("so.”He", ("so.” He",))]),
        ("spacing", "He said,“So.”", [("said,“So.", ("said, “So.",))]),
        ("spacing", "He told us“so”.", [("us“so", ("us “so",))]),
        ("spacing", "A “good”-natured, (“quiet”) crowd.", []),
        ("spacing", "“So,” he said. “So.”", []),
        ("spacing", "It was so,”he left.", []),
        ("spacing", 'Send {"mode":0,"name":"so"} to it.', []),
        ("unclosed", 'It takes "# and goes.\nIt was dry.', []),
        ("unclosed", "It takes “# and goes.\nIt was dry.", [("“#", ())]),
    ],
)
def test_marks(name: str, text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(name, text) == expected


def test_spans_are_in_the_prose_after_other_paragraphs() -> None:
    document = from_text("ab\n\n“It was so. “We go.”", "t")
    assert [tuple(hit.span) for hit in marks.reopened(document, RULE)] == [(12, 19)]


def test_marks_prove_nothing_where_several_paragraphs_were_joined() -> None:
    joined = "“Bread is dear.Nobody has any. “We bake at night,” she said."
    assert found("reopened", joined) == []
    assert found("reopened", joined.replace("dear.N", "dear. N")) == [("any. “We", ())]
    assert found("unclosed", "He spoke of “rain.Then it was dry.") == found("unopened", "It is dry.It was,” he said.") == []
    assert found("reopened", "“Bread is dear. “We bake at night,” she said. " + "It rained a lot. " * 80) == []
