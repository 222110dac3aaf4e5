"""Every example of every shipped rule, and what must hold for every rule file."""

from __future__ import annotations

import functools

import pytest

from lint import rulefile, testing
from lint.engine import Engine
from lint.model import Level, Rule, Settings

RULES = rulefile.load(rulefile.shipped())
CASES = [
    pytest.param(case, id=case.name, marks=[pytest.mark.xdist_group("grammar")] if case.rule.kind == "grammar" else [])
    for case in testing.cases(RULES)
]


@functools.cache
def engine_for(rule_id: str) -> Engine:
    rule = next(r for r in RULES if r.id == rule_id)
    return testing.engine_for(rule, RULES, Settings())


@pytest.mark.parametrize("case", CASES)
def test_example(case: testing.Case) -> None:
    assert testing.problems(case, engine_for(case.rule.id)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_rule_file_is_short_and_says_why(rule: Rule) -> None:
    with open(rule.path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    assert len(lines) <= 60
    assert len(rule.why.split()) >= 4
    assert rule.message[0] in "'{“" or rule.message[0].isupper()


def test_safe_fixes_state_their_replacement() -> None:
    silent = [
        case.name
        for case in testing.cases(RULES)
        if not case.good and case.rule.fix == "safe" and any(m.replacement is None for m in testing.unmark(case.example.text)[1])
    ]
    assert silent == []


def test_a_verdict_has_signs_to_add_up() -> None:
    families = {rule.family for rule in RULES if rule.kind == "verdict"}
    assert families <= {rule.family for rule in RULES if rule.sign}


def test_levels_are_ordered() -> None:
    assert [level.label for level in sorted(Level)] == ["note", "warning", "error"]
