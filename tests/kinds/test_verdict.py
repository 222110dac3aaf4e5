"""The kind `verdict`: distinct signs of one family are added up; the finding stands at the head."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.formats import from_text
from lint.kinds.pattern import Options as Pattern
from lint.kinds.verdict import Options
from lint.model import Diagnostic, Level, Related, Rule, Span


def sign(name: str, pattern: str, weight: float = 1) -> Rule:
    return Rule(name, "pattern", Level.WARNING, "'{found}'.", "", Pattern([pattern]), sign=weight)


def verdict(name: str = "a/machine", at_least: float = 2) -> Rule:
    return Rule(name, "verdict", Level.WARNING, "{signs} signs on {lines}.", "", Options(at_least), scope="document")


def verdicts(text: str, *rules: Rule) -> list[Diagnostic]:
    return [d for d in Engine(rules).check(from_text(text, "t")) if d.scope == "document"]


def test_two_distinct_signs_make_one_verdict_at_the_head() -> None:
    text = "\n  The head.  \none two\none\ntwo"
    (d,) = verdicts(text, sign("a/one", "one"), sign("a/two", "two"), verdict())
    assert (d.rule, d.line, d.column, d.end_column, d.found) == ("a/machine", 2, 3, 12, "The head.")
    assert d.message == "2 signs on line 3."
    assert d.related == (Related(Span(15, 18), "a/one"), Related(Span(19, 22), "a/two"))
    assert d.scope == "document"


def test_the_lines_of_the_first_sign_of_each_rule_are_named_in_order() -> None:
    text = "\n".join(["The head.", *"hgfedcbabcd"])
    rules = [sign(f"a/{c}", c) for c in "abcdefgh"]
    assert [d.message for d in verdicts(text, *rules, verdict())] == ["8 signs on lines 2, 3, 4, 5, 6, 7 …."]
    assert [d.message for d in verdicts("a\nx b", *rules, verdict())] == ["2 signs on lines 1, 2."]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("one one one", [sign("a/one", "one"), sign("a/two", "two")]),  # one rule counts once
        ("one two", [sign("a/one", "one"), sign("b/two", "two")]),  # of another family
        ("one two", [sign("a/one", "one"), sign("a/two", "two", 0)]),  # no sign
        ("one two", [sign("a/one", "one"), sign("a/two", "two", 0.9)]),  # too light
        ("one", [sign("a/one", "one"), sign("a/two", "one")]),  # one displaced the other: one place, one sign
        ("", [sign("a/one", "one"), sign("a/two", "two")]),
    ],
)
def test_no_verdict(text: str, rules: list[Rule]) -> None:
    assert verdicts(text, *rules, verdict()) == []


def test_weights_are_added() -> None:
    assert len(verdicts("one", sign("a/one", "one", 2), verdict())) == 1
    assert len(verdicts("one two", sign("a/one", "one", 0.5), sign("a/two", "two", 1.5), verdict())) == 1
    assert len(verdicts("one", sign("a/one", "one", 1), verdict(at_least=1))) == 1


def test_each_family_has_its_own() -> None:
    rules = [sign("a/one", "one", 2), sign("b/two", "two", 2), verdict("a/v"), verdict("b/v")]
    assert [(d.rule, d.message) for d in verdicts("one\ntwo", *rules)] == [("a/v", "1 signs on line 1."), ("b/v", "1 signs on line 2.")]


def test_a_verdict_displaces_nothing() -> None:
    rules = [sign("a/one", "one two"), sign("a/three", "three"), verdict()]
    found = Engine(rules).check(from_text("one two\nthree", "t"))
    assert [(d.rule, d.found) for d in found] == [("a/machine", "one two"), ("a/one", "one two"), ("a/three", "three")]


def test_the_sum_of_the_weights_is_the_score() -> None:
    (d,) = verdicts("one two", sign("a/one", "one", 0.5), sign("a/two", "two", 1.75), verdict())
    assert d.score == 2.25


def test_a_long_text_needs_more_signs() -> None:
    rules = [sign(f"a/{c}", c) for c in "bcd"]
    long = Rule("a/v", "verdict", Level.NOTE, "v", "", Options(2, words=10), scope="document")
    nine, ten = "x " * 7, "x " * 8
    assert [d.score for d in verdicts(nine + "b c", *rules, long)] == [2]
    assert verdicts(ten + "b c", *rules, long) == []
    assert [d.score for d in verdicts(ten + "b c d", *rules, long)] == [3]
