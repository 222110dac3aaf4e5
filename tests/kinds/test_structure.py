"""The kind `structure`: its table, its options, and that a rule's hits carry the rule."""

from __future__ import annotations

import importlib

import pytest

from lint.formats import from_text
from lint.kinds import RuleCrash, structure
from lint.model import Level, Rule, Settings


def rule(name: str, check: str, least: int = 0) -> Rule:
    return Rule(name, "structure", Level.WARNING, "m", "w", structure.Options(check, least))


@pytest.mark.parametrize("name", structure.CHECKS)
def test_every_entry_of_the_table_is_a_function(name: str) -> None:
    module, _, function = structure.CHECKS[name].partition(":")
    assert callable(getattr(importlib.import_module(module), function))


def test_an_unknown_check_is_refused_with_the_nearest_name() -> None:
    assert list(structure.problems(structure.Options("quote-reopend"))) == [
        ("check", "there is no check 'quote-reopend'; did you mean 'quote-reopened'?")
    ]
    assert list(structure.problems(structure.Options("loop", -1))) == [("least", "expected a number of at least 0; found -1")]
    assert list(structure.problems(structure.Options("loop", 4))) == []


def test_each_rule_runs_its_own_check() -> None:
    check = structure.compile([rule("t/a", "quote-unopened"), rule("t/b", "loop", 2)], Settings())
    document = from_text("It was dry,” he said. The old mill old mill old mill turns.", "t")
    assert [(hit.rule.id, document.text(hit.span)) for hit in check(document)] == [
        ("t/a", "dry,”"),
        ("t/b", "old mill"),
        ("t/b", "old mill"),
    ]


def test_a_check_that_raises_is_named_after_the_others_ran(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(structure.CHECKS, "loop", "lint.structure.marks:missing")
    check = structure.compile([rule("t/a", "loop"), rule("t/b", "quote-unopened")], Settings())
    hits = check(from_text("It was dry,” he said.", "t"))
    out = []
    with pytest.raises(RuleCrash) as crash:
        out.extend(hit.rule.id for hit in hits)
    assert crash.value.rule == "t/a"
    out = []
    try:
        for hit in check(from_text("It was dry,” he said.", "t")):
            out.append(hit.rule.id)
    except RuleCrash:
        pass
    assert out == ["t/b"]
