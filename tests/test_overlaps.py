"""Which of two findings on the same words stays."""

from __future__ import annotations

import pytest

from lint.model import Hit, Level, Related, Rule, Span
from lint.overlaps import level_of, resolve


def hit(
    rule: str, start: int, end: int, *, level: Level = Level.WARNING, kind: str = "pattern", own: Level | None = None, scope: str = "text"
) -> Hit:
    return Hit(Rule(rule, kind, level, "", "", None, scope=scope), Span(start, end), level=own)  # type: ignore[arg-type]


def kept(*hits: Hit) -> list[tuple[str, int, int]]:
    stay = resolve(hits)
    assert resolve(hits[::-1]) == stay, "the order of the hits must not matter"
    return [(h.rule.id, *h.span) for h in stay]


@pytest.mark.parametrize(
    ("ceiling", "own", "level"),
    [
        (Level.WARNING, None, Level.WARNING),
        (Level.WARNING, Level.ERROR, Level.WARNING),
        (Level.WARNING, Level.NOTE, Level.NOTE),
        (Level.ERROR, Level.ERROR, Level.ERROR),
    ],
)
def test_the_rule_is_the_ceiling(ceiling: Level, own: Level | None, level: Level) -> None:
    assert level_of(hit("a/x", 0, 1, level=ceiling, own=own)) == level


def test_of_one_family_the_higher_level_stays() -> None:
    assert kept(hit("a/long", 0, 20, level=Level.ERROR), hit("a/short", 5, 10)) == [("a/long", 0, 20)]


def test_the_level_compared_is_the_hits_own() -> None:
    assert kept(hit("a/x", 0, 20, level=Level.ERROR, own=Level.NOTE), hit("a/y", 5, 10)) == [("a/y", 5, 10)]


def test_of_one_level_the_shorter_stays() -> None:
    assert kept(hit("a/long", 0, 20), hit("a/short", 5, 10)) == [("a/short", 5, 10)]


def test_of_one_length_the_smaller_id_stays() -> None:
    assert kept(hit("a/y", 0, 10), hit("a/x", 0, 10)) == [("a/x", 0, 10)]


def test_the_loser_is_named_in_related_of_the_winner() -> None:
    winner, twin, loser = hit("a/x", 0, 10, level=Level.ERROR), hit("a/x", 2, 10), hit("a/y", 1, 9)
    stay = resolve([twin, loser, winner])
    assert [(h.rule.id, h.span) for h in stay] == [("a/x", Span(0, 10))]
    assert stay[0].related == (Related(Span(1, 9), "also: a/y"),)


@pytest.mark.parametrize(
    ("first", "second", "stay"),
    [
        ((0, 10), (5, 15), 2),  # half of the shorter: both stay
        ((0, 10), (4, 14), 1),
        ((0, 10), (10, 20), 2),  # they only touch
        ((0, 100), (97, 103), 2),  # half of a short one
        ((0, 100), (96, 102), 1),
        ((5, 5), (5, 5), 1),  # two empty spans at one place
        ((4, 4), (5, 5), 2),
        ((0, 10), (5, 5), 2),
    ],
)
def test_more_than_half_of_the_shorter_must_be_shared(first: tuple[int, int], second: tuple[int, int], stay: int) -> None:
    assert len(kept(hit("a/x", *first), hit("a/y", *second))) == stay


def test_families_do_not_displace_each_other() -> None:
    assert kept(hit("a/x", 0, 10, level=Level.ERROR), hit("b/x", 0, 10)) == [("a/x", 0, 10), ("b/x", 0, 10)]


def test_a_grammar_engine_yields_to_any_other_kind_it_touches() -> None:
    grammar = hit("grammar/agreement", 0, 100, level=Level.ERROR, kind="grammar")
    assert kept(grammar, hit("a/x", 99, 130, level=Level.NOTE)) == [("a/x", 99, 130)]
    assert kept(grammar, hit("a/x", 100, 130, level=Level.NOTE)) == [("grammar/agreement", 0, 100), ("a/x", 100, 130)]
    assert kept(grammar, hit("grammar/weekday", 10, 12, level=Level.NOTE)) == [("grammar/weekday", 10, 12)]


def test_two_findings_of_a_grammar_engine_are_one_family() -> None:
    one, two = (hit(f"grammar/{name}", start, 10, kind="grammar") for name, start in (("a", 0), ("b", 2)))
    assert kept(one, two) == [("grammar/b", 2, 10)]


def test_a_finding_about_the_document_displaces_nothing_and_is_not_displaced() -> None:
    document = hit("a/verdict", 0, 30, level=Level.ERROR, scope="document")
    assert kept(document, hit("a/x", 0, 10), hit("a/y", 0, 30, level=Level.NOTE)) == [("a/x", 0, 10), ("a/verdict", 0, 30)]


def test_a_displaced_finding_displaces_nothing() -> None:
    strong, middle, weak = hit("a/x", 0, 10, level=Level.ERROR), hit("a/y", 4, 16), hit("a/z", 9, 22)
    assert kept(strong, middle, weak) == [("a/x", 0, 10), ("a/z", 9, 22)]


def test_far_apart_findings_and_very_long_ones_are_compared_too() -> None:
    long = hit("a/long", 0, 5000)
    assert kept(long, hit("a/x", 2000, 2010), hit("a/y", 4990, 5000), hit("b/z", 300, 310)) == [
        ("b/z", 300, 310),
        ("a/x", 2000, 2010),
        ("a/y", 4990, 5000),
    ]
    assert kept(hit("a/v", 0, 3000), hit("a/w", 500, 4000)) == [("a/v", 0, 3000)]
    assert kept(hit("a/v", 250, 260), hit("a/w", 252, 262)) == [("a/v", 250, 260)]
