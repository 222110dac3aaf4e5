"""Words that stand twice in a row and are meant so."""

from __future__ import annotations

import pytest

from lint.grammar.doublings import is_meant


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("They told you you were right.", "you you", True),
        ("They told you you’re right.", "you you", True),
        ("They saw you you in town.", "you you", False),
        ("If you want it it is yours.", "it it", True),
        ("He asked them to raise it it.", "it it", False),
        ("She said that that was wrong.", "that that", True),
        ("She said that that report was wrong.", "that that", True),
        ("She said that that they had cranes.", "that that", False),
        ("She knew that that that that man said.", "that that that that", True),
        ("He had had enough.", "had had", True),
        ("They gave her her coat.", "her her", True),
        ("What it is is a mill.", "is is", True),
        ("The road is is shut.", "is is", False),
        ("The year they moved in in was wet.", "in in", True),
        ("They will meet in in Geneva.", "in in", False),
        ("He left the the room.", "the the", False),
        ("He told you your rights.", "you your", False),
    ],
)
def test_doublings(text: str, found: str, expected: bool) -> None:
    start = text.index(found)
    assert is_meant(text, start, start + len(found)) == expected
