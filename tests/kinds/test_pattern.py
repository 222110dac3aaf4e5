"""The kind `pattern`: spans, groups, `unless`, borders, case and place; RE2's bytes turned into code points."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.formats import from_text
from lint.kinds.pattern import Options, has_word_borders
from lint.kinds.patternset import Match, PatternSet
from lint.model import Diagnostic, Level, Rule, Span


def rule(patterns: list[str], name: str = "a/x", message: str = "'{found}'.", fix: str = "none", **options: object) -> Rule:
    return Rule(name, "pattern", Level.WARNING, message, "", Options(patterns, **options), ("any",), fix)  # type: ignore[arg-type]


def check(text: str, *rules: Rule) -> list[Diagnostic]:
    return Engine(rules).check(from_text(text, "t"))


def found(text: str, *patterns: str, **options: object) -> list[tuple[int, int, str]]:
    return [(d.line, d.column, d.found) for d in check(text, rule(list(patterns), **options))]  # type: ignore[arg-type]


def test_all_matches_from_left_to_right() -> None:
    assert found("for year and for year\nfor year", "for year") == [(1, 1, "for year"), (1, 14, "for year"), (2, 1, "for year")]


def test_the_group_found_is_the_span() -> None:
    assert found("the the talks", r"the (?P<found>the) talks") == [(1, 5, "the")]
    assert found("a b", r"(?:x(?P<found>y)|a b)") == [(1, 1, "a b")]


def test_other_groups_fill_message_and_replacement() -> None:
    one = rule([r"for (?P<count>one|two) (?P<unit>year)"], message="{count} of {unit}", replace="for {count} {unit}s", fix="suggest")
    (d,) = check("It ran for two year.", one)
    assert (d.message, d.replacements, d.found) == ("two of year", ("for two years",), "for two year")


def test_a_group_that_took_no_part_in_the_replacement_is_a_crash_of_its_rule() -> None:
    (d,) = check("a b", rule([r"a(?: (?P<x>x))?"], replace="{x}"))
    assert (d.rule, d.level) == ("presscheck/crash", Level.ERROR)


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("new york times", []),
        ("new york, times", ["new york"]),
        ("old new york times; new york", ["new york"]),
    ],
)
def test_unless_drops_a_match_that_it_overlaps(text: str, hits: list[str]) -> None:
    assert [f for _, _, f in found(text, "new york", unless=["york times"])] == hits


def test_unless_belongs_to_its_rule_and_to_the_paragraph() -> None:
    one, two = rule(["new york"], "a/x", unless=["york times"]), rule(["new york"], "b/x")
    assert [d.rule for d in check("new york times", one, two)] == ["b/x"]
    assert found("new york\ntimes", "new york", unless=["york times"]) == [(1, 1, "new york")]


def test_unless_looks_at_the_whole_match_not_at_the_span() -> None:
    assert found("said he of it", r"said (?P<found>he)", unless=["said"]) == []


@pytest.mark.parametrize("text", ["xyear", "yearly", "éyear", "yearé", "1year", "year2", "عyear"])
def test_word_borders_are_unicode(text: str) -> None:
    assert found(text, "year") == []
    assert found(text, "year", word=False) == [(1, text.index("year") + 1, "year")]


@pytest.mark.parametrize("text", ["year", "(year)", "year's", "“year”", "year—long", "_year_", "year\u0301"])
def test_signs_are_borders(text: str) -> None:
    assert [f for _, _, f in found(text, "year")] == ["year"]


def test_a_span_that_ends_in_a_sign_needs_no_border_there() -> None:
    assert found("Ministry.He", r"\.H") == []
    assert found("Ministry.He", r"y\.") == []
    assert found("Ministry.He", r"Ministry\.") == [(1, 1, "Ministry.")]
    assert has_word_borders("ab", Span(0, 2))
    assert not has_word_borders("ab", Span(0, 1))
    assert not has_word_borders("ab", Span(1, 2))


def test_case() -> None:
    assert found("Year YEAR year", "year") == [(1, 11, "year")]
    assert found("Year YEAR year", "year", case="ignore") == [(1, 1, "Year"), (1, 6, "YEAR"), (1, 11, "year")]
    assert found("year x", "year", unless=["YEAR X"], case="ignore") == []


def test_place() -> None:
    text = "\none x\n\ntwo x\n\nthree x\n\n"
    assert found(text, "x") == [(2, 5, "x"), (4, 5, "x"), (6, 7, "x")]
    assert found(text, "x", place="head") == [(2, 5, "x")]
    assert found(text, "x", place="tail") == [(6, 7, "x")]
    assert found("one x", "x", place="tail") == found("one x", "x", place="head") == [(1, 5, "x")]


def test_a_wrapped_paragraph_is_read_as_one_line() -> None:
    wide = "The minister said in a long line of this text that he would\ngo on at the talks in the capital until they were all over."
    assert found(wide, "would go") == [(1, 55, "would\ngo")]
    assert found("would\n\ngo", r"would\s+go") == []


def test_offsets_are_code_points() -> None:
    text = "😀 é “year” الخبر year\nyear 漢字 year"
    assert found(text, "year") == [(1, 6, "year"), (1, 18, "year"), (2, 1, "year"), (2, 9, "year")]
    assert found("漢字 é", "é") == [(1, 4, "é")]


def test_one_rule_speaks_once_about_a_place() -> None:
    assert found("for year", "for year", "year", "r y") == [(1, 1, "for year")]
    assert [d.rule for d in check("for year", rule(["for year"], "a/x"), rule(["year"], "b/x"))] == ["a/x", "b/x"]


def test_an_empty_match_is_no_finding() -> None:
    assert found("year ", r"(?P<found>)year") == []


def test_a_set_gives_every_expression_its_matches() -> None:
    set_ = PatternSet([r"b(?P<n>\d)", "zzz", r"(?P<found>a)b", r"\\(?P<x>y)"])
    assert list(set_.search("é ab1 b2")) == [
        Match(0, Span(3, 5), Span(3, 5), {"n": "1"}),
        Match(0, Span(6, 8), Span(6, 8), {"n": "2"}),
        Match(2, Span(2, 4), Span(2, 3), {"found": "a"}),
    ]
    assert list(set_.search(r"\y")) == [Match(3, Span(0, 2), Span(0, 2), {"x": "y"})]
    assert list(PatternSet([]).search("ab")) == []
    assert list(set_.search("none")) == []


def test_a_set_of_five_thousand_compiles() -> None:
    set_ = PatternSet([rf"word{i} [a-z]+(?:s|ed)" for i in range(5000)])
    assert [(m.index, m.span) for m in set_.search("a word4999 talked")] == [(4999, Span(2, 17))]


def test_a_lone_surrogate_breaks_nothing() -> None:
    assert [m.span for m in PatternSet(["year"]).search("\ud800 year")] == [Span(2, 6)]
