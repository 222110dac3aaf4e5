"""Rules with `verify: lm`: the engine keeps what the model confirms."""

from dataclasses import replace

import pytest

from lint import rulefile
from lint.engine import Engine
from lint.errors import RuleError
from lint.formats import from_text
from lint.lm.verifier import confirmed
from lint.model import Hit, Rule, Span

RULE = """
id: x/y
kind: pattern
level: warning
message: "'{found}'"
why: Because.
patterns: ['for year']
replace: for years
%s
examples: {bad: ["[[for year]]"], good: ["a", "b"]}
"""


class Stub:
    """A verifier that gives each edited sentence its gain and keeps what it was asked."""

    name = "ngram"

    def __init__(self, gains: dict[str, float]) -> None:
        self.gains, self.asked = gains, []  # type: ignore[var-annotated]

    def gain(self, original: str, edited: str) -> float:
        self.asked.append((original, edited))
        return next(gain for sentence, gain in self.gains.items() if sentence in edited)


def load(tmp_path: object, keys: str) -> Rule:
    import os

    os.makedirs(f"{tmp_path}/x", exist_ok=True)
    with open(f"{tmp_path}/x/y.yaml", "w", encoding="utf-8") as file:
        file.write(RULE % keys)
    return rulefile.load(str(tmp_path), cache=False)[0]


def test_only_the_sentence_of_the_hit_is_judged_and_the_best_comes_first(tmp_path: object) -> None:
    rule = load(tmp_path, "verify: lm\nmargin: 2")
    document = from_text("It rained. He waited for year. It ended.", "t")
    stub = Stub({"He waited for years.": 2.0, "He waited for a year.": 5.0, "He waited for yeasts.": 1.9})
    hits = list(confirmed(document, [Hit(rule, Span(21, 29), ("for years", "for a year", "for yeasts"))], stub))
    assert [hit.replacements for hit in hits] == [("for a year", "for years")]
    assert ("He waited for year.", "He waited for years.") in stub.asked


def test_a_hit_below_the_margin_is_dropped(tmp_path: object) -> None:
    for margin, found in ((1, ["for year"]), (30, [])):
        rule = load(tmp_path, f"verify: lm\nmargin: {margin}")
        diagnostics = Engine([rule]).check(from_text("They have been here for year.", "t"))
        assert [d.found for d in diagnostics] == found


def test_a_rule_without_a_margin_for_the_model_is_silent(tmp_path: object) -> None:
    rule = load(tmp_path, "verify: lm\nmargin: {neural: 1}")
    assert Engine([rule]).check(from_text("They have been here for year.", "t")) == []


def test_the_model_is_opened_only_when_a_rule_asks(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = load(tmp_path, "verify: lm\nmargin: 1")
    opened = []
    monkeypatch.setattr("lint.engine.opened", lambda model: opened.append(model) or Stub({"Here for years.": 1.0}))
    engine = Engine([rule])
    engine.check(from_text("They have been here for years.", "t"))
    assert opened == []
    engine.check(from_text("Here for year.", "t"))
    engine.check(from_text("Here for year.", "t"))
    assert opened == ["ngram"]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("verify: lm", "belong together"),
        ("margin: 2", "belong together"),
        ("verify: lm\nmargin: {ngrm: 2}", r"margin\.ngrm: no such model.*ngram"),
        ("verify: lm\nmargin: -1", "at least 0"),
        ("verify: gpt\nmargin: 1", "invalid enum value"),
    ],
)
def test_wrong_keys_are_refused(tmp_path: object, keys: str, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        load(tmp_path, keys)


def test_rules_without_the_key_are_left_alone(tmp_path: object) -> None:
    rule = replace(load(tmp_path, ""), level=rulefile.Level.NOTE)
    assert [d.found for d in Engine([rule]).check(from_text("Sold for year.", "t"))] == ["for year"]
