"""UTF-16 units become code points."""

from __future__ import annotations

import pytest

from lint.grammar.finding import code_point_offset


@pytest.mark.parametrize(
    ("text", "units", "expected"),
    [
        ("plain", 3, 3),
        ("plain", 9, 5),
        ("😀ab", 0, 0),
        ("😀ab", 1, 0),
        ("😀ab", 2, 1),
        ("😀ab", 3, 2),
        ("😀😀 x", 5, 3),
        ("e\u0301a", 2, 2),
        ("أهلا the", 5, 5),
        ("أهلا 😀", 7, 6),
        ("é", 7, 1),
    ],
)
def test_utf16_units_become_code_points(text: str, units: int, expected: int) -> None:
    assert code_point_offset(text, units) == expected
