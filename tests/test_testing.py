"""The example runner itself notices what it is there to notice."""

from __future__ import annotations

import pytest

from lint import testing
from lint.kinds.pattern import Options
from lint.kinds.verdict import Options as VerdictOptions
from lint.model import Diagnostic, Edit, Example, Fix, Level, Rule, Span
from lint.testing import Case, Mark, applied, cases, engine_for, problems, unmark


def rule(
    replace: str | None = "for years", fix: str = "suggest", pattern: str = "for year", message: str = "'{found}'.", **more: object
) -> Rule:
    options = Options([pattern], replace=replace)
    return Rule("a/x", "pattern", Level.WARNING, message, "", options, fix=fix, **more)  # type: ignore[arg-type]


def run(example: str | Example, rule_: Rule | None = None, *, good: bool = False) -> list[str]:
    rule_ = rule_ or rule()
    example = example if isinstance(example, Example) else Example(example)
    return problems(Case("a/x:bad0", rule_, example, good), engine_for(rule_, [rule_]))


@pytest.mark.parametrize(
    ("text", "plain", "marks"),
    [
        ("no mark", "no mark", []),
        ("a [[b]] c", "a b c", [Mark(Span(2, 3), None)]),
        ("a [[b => x y]] c", "a b c", [Mark(Span(2, 3), "x y")]),
        ("a [[b => ]] c", "a b c", [Mark(Span(2, 3), "")]),
        ("a [[b =>]] c", "a b c", [Mark(Span(2, 3), "")]),
        ("[[a => b]] [[c]]", "a c", [Mark(Span(0, 1), "b"), Mark(Span(2, 3), None)]),
        ("[[a\nb => c]]", "a\nb", [Mark(Span(0, 3), "c")]),
        ("[[[sic]]]", "[sic]", [Mark(Span(0, 5), None)]),
        ("a [b](c) [d]", "a [b](c) [d]", []),
    ],
)
def test_marks(text: str, plain: str, marks: list[Mark]) -> None:
    assert unmark(text) == (plain, marks)


@pytest.mark.parametrize("example", ["It ran [[for year => for years]].", "[[for year]] and [[for year]]"])
def test_a_right_example_has_no_problems(example: str) -> None:
    assert run(example, rule(None, "none") if "=>" not in example else None) == []
    assert run("It ran for years.", good=True) == []


def test_a_wrong_span_is_noticed() -> None:
    assert run("It ran [[for year more => x]].") == ["found what no mark names: 'for year' at 1:8", "not found: 'for year more'"]
    assert run("It ran for [[year => years]].") == ["found what no mark names: 'for year' at 1:8", "not found: 'year'"]


def test_an_unmarked_finding_is_noticed() -> None:
    assert run("for year [[for year => for years]]") == ["found what no mark names: 'for year' at 1:1"]
    assert run("It ran for year.", good=True) == ["found what no mark names: 'for year' at 1:8"]


def test_a_mark_without_a_finding_is_noticed() -> None:
    assert run("[[for year => for years]] [[for month]]") == ["not found: 'for month'"]


def test_a_wrong_replacement_is_noticed() -> None:
    assert run("[[for year => for months]]") == ["replacement of 'for year': expected 'for months', got 'for years'"]
    assert run("[[for year => ]]") == ["replacement of 'for year': expected '', got 'for years'"]
    assert run("[[for year => x]]", rule(None, "none")) == ["replacement of 'for year': expected 'x', got None"]


def test_a_rule_with_a_fix_shows_its_replacement() -> None:
    assert run("[[for year]]") == ["replacement of 'for year': expected None, got 'for years'"]
    assert run("[[for year]]", rule(fix="none")) == []


def test_what_is_left_after_the_fix_is_noticed() -> None:
    assert run("[[for year => for year on]]", rule("for year on")) == [
        "after the fix there is still a finding: 'for year' in 'for year on'"
    ]
    assert run("[[for year => for year on]]", rule("for year on", "none")) == []


def test_marks_and_kinds_of_examples_go_together() -> None:
    assert run("for year") == ["a bad example has at least one [[mark]]"]
    assert run("[[for year]]", good=True) == ["a good example has no [[marks]]"]


def test_a_crash_is_a_problem() -> None:
    message = "the kind 'pattern' failed on this text (KeyError: 'lost'); its findings are missing. Please report it."
    assert run("[[for year]]", rule("{lost}", "none")) == [message, "not found: 'for year'"]


def test_a_long_message_is_noticed() -> None:
    assert run("[[for year]]", rule(None, "none", message="x" * 201)) == [f"the message is not one short line: {'x' * 201!r}"]


def test_format_date_and_language_of_an_example_reach_the_document() -> None:
    document = testing.document_of(Example("x", "html", "2021-08-15", "fr"), "<p>x</p>")
    assert (document.format, document.language, document.date and document.date.isoformat()) == ("html", "fr", "2021-08-15")
    assert run(Example("Il [[for year]] ici.", language="fr"), rule(None, "none")) == ["not found: 'for year'"]


def test_every_example_is_a_case() -> None:
    one = rule(bad=(Example("a"), Example("b")), good=(Example("c"),))
    assert [(c.name, c.example.text, c.good) for c in cases([one])] == [
        ("a/x:bad0", "a", False),
        ("a/x:bad1", "b", False),
        ("a/x:good0", "c", True),
    ]


def test_a_rule_that_adds_up_gets_its_family_beside_it() -> None:
    verdict = Rule("a/v", "verdict", Level.NOTE, "v", "", VerdictOptions(1), scope="document")
    sign = rule(sign=1.0)
    other = Rule("b/x", "pattern", Level.NOTE, "o", "", Options(["x"]))
    assert [r.id for r in engine_for(verdict, [sign, verdict, other]).rules] == ["a/x", "a/v"]
    assert [r.id for r in engine_for(sign, [sign, verdict, other]).rules] == ["a/x"]
    assert problems(Case("a/v:bad0", verdict, Example("[[It ran for year.]]"), False), engine_for(verdict, [sign, verdict])) == []


def finding(*edits: Edit) -> Diagnostic:
    return Diagnostic("t", Span(0, 0), 1, 1, 1, 1, "a/x", Level.NOTE, "", fix=Fix(edits, "safe"))


def test_fixes_are_applied_from_the_end_and_overlapping_ones_once() -> None:
    found = [finding(Edit(Span(0, 1), "xx")), finding(Edit(Span(2, 3), "")), finding(Edit(Span(4, 6), "y"), Edit(Span(6, 6), "!"))]
    assert applied("a b cd", found) == "xx  y!"
    assert applied("abcd", [finding(Edit(Span(0, 3), "x")), finding(Edit(Span(2, 4), "y"))]) == "aby"
    assert applied("abcd", [finding(Edit(Span(0, 2), "x"))] * 2) == "xcd"
