"""The order of an engine's suggestions."""

from __future__ import annotations

import pytest

from lint.grammar.suggestions import ordered


@pytest.mark.parametrize(
    ("found", "replacements", "expected"),
    [
        ("was", ("are", "were"), ("were", "are")),
        ("was", ("are",), ("were", "are")),
        ("were", ("is", "was"), ("was", "is")),
        ("was", ("saw",), ("saw",)),
        ("it it", ("it is", "if it", "it"), ("it", "it is", "if it")),
        ("It it", ("It is", "It"), ("It", "It is")),
        ("is is", ("is",), ("is",)),
        ("go", ("goes",), ("goes",)),
        ("onthe", ("Anthe", "on the"), ("on the", "Anthe")),
        ("was", (), ()),
    ],
)
def test_the_best_comes_first(found: str, replacements: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert ordered(found, replacements) == expected
