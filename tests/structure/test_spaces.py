"""Loose spaces: exact spans, replacements, and silence in a text that is split into tokens."""

from __future__ import annotations

import pytest

from lint.formats import from_text
from lint.model import Level, Rule
from lint.structure.spaces import loose

RULE = Rule("t/r", "structure", Level.WARNING, "m", "w", None)
NORMAL = " It rained, they say, and it didn't end. Bread, oil, wheat and salt were dear. "


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    document = from_text(text, "t")
    return [(document.text(hit.span), hit.replacements) for hit in loose(document, RULE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill was shut , she said.", [("shut ,", ("shut,",))]),
        ("The mill was shut .", [("shut .", ("shut.",))]),
        ("The mill was shut\u00a0: bread is dear.", [("shut\u00a0:", ("shut:",))]),
        ("It was “dry” , she said.", [("dry” ,", ("dry”,",))]),
        ("It didn 't rain.", [("didn 't", ("didn't",))]),
        ("The mayor' s dog barked.", [("mayor' s", ("mayor's",))]),
        ("The mayor ’s dog barked.", [("mayor ’s", ("mayor’s",))]),
        ("The mill ( and the dam) was shut.", [("( and", ("(and",))]),
        ("The boys' school, the mayor's dog ... and .5 of it", []),
    ],
)
def test_loose(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(text + NORMAL) == expected


def test_a_text_split_into_tokens_is_left_alone() -> None:
    assert found("The mill , the dam and the fair were shut , she said . It rained , they say .") == []
    assert found("The mill was shut , she said. So it was.") == []
    assert found("The mill was shut , she said. So it was, then.") == [("shut ,", ("shut,",))]
