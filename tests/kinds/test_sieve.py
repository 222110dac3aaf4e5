"""The sieve: what a loosened expression looks like, and that it lets pass whatever the expression itself matches."""

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.kinds.sieve import loosened

EXPRESSIONS = [
    r"a{2,3}b{0,4}c{5}",
    r"^\p{Lu}[\pL\pM.'’-]*(?: \p{Lu}[\pL\pM.'’-]*){0,3}$",
    r"\p{Nd}[\p{Nd}.,]*[kKmM]?",
    r"[^\pL\n]{0,4}x",
    r"[^.!?]{1,60}? ends",
    r"\x{2019}[a{2}]\{\d{4}\}",
    r"(?i:größe) \p{Greek}+",
]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"a{2,3}b{0,4}c{5}", "a+b*c+"),
        (r"[^.!?]{1,60}?", r"[^.!?]+?"),
        (r"\p{Lu}[\pL'-]*", r"[A-Z\x{80}-\x{10FFFF}][A-Za-z\x{80}-\x{10FFFF}'-]*"),
        (r"\pN", r"[0-9\x{80}-\x{10FFFF}]"),
        (r"\p{Greek}", r"[\x{0}-\x{7F}\x{80}-\x{10FFFF}]"),
        (r"[^\pL\n]", r"[\x{0}-\x{10FFFF}]"),
        (r"\x{2019}\{2}[{3}]", r"\x{2019}\{2}[{3}]"),
        (r"\Qa{2}\E", r"\Qa{2}\E"),
    ],
)
def test_form(expression: str, expected: str) -> None:
    assert loosened(expression) == expected


@given(st.sampled_from(EXPRESSIONS), st.data())
@settings(max_examples=300)
def test_whatever_the_expression_matches_passes(expression: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(r"(?:[A-ZÄé’' .x!\n{}]|aa|bb|ccccc|größe|λ|12| ends){0,12}", fullmatch=True))
    if re2.search(expression, text):
        assert re2.search(loosened(expression), text)
