"""Comma splices after reported speech: exact spans."""

from __future__ import annotations

import pytest

from lint.formats import from_text
from lint.model import Level, Rule
from lint.structure.splice import spliced

RULE = Rule("t/r", "structure", Level.WARNING, "m", "w", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said bread was dear, he visited the mill.", ["dear, he visited"]),
        ("The U.S. mayor said “bread” was dear, he visited the mill.", ["dear, he visited"]),
        ("It rained. Anna Berg added that all had left, they found a bus.", ["left, they found"]),
        ("The mayor said bread was dear, he insisted.", []),
        ("The mayor said bread was dear, he said on Monday.", []),
        ("The mayor said after bread was dear, he visited the mill.", []),
        ("When the mayor said bread was dear, he visited the mill.", []),
        ("The mayor said no more bread, he visited the mill.", []),
        ("The mayor said bread was dear; he visited the mill.", []),
        ("The mayor said bread was dear, milk was dear, he visited the mill.", []),
    ],
)
def test_spliced(text: str, expected: list[str]) -> None:
    document = from_text(text, "t")
    assert [document.text(hit.span) for hit in spliced(document, RULE)] == expected
