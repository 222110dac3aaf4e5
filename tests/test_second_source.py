"""A rule that fires on a seed was met elsewhere too: it names where, and three bad examples share nothing with that seed."""

from __future__ import annotations

import functools
import itertools
import pathlib

import pytest

from lint import rulefile
from lint.engine import Engine
from lint.formats import from_text
from lint.model import Rule
from lint.testing import unmark

SEEDS = sorted((pathlib.Path(__file__).parent.parent / "seeds").glob("*.txt"))
ALONE = ("grammar", "verdict")
"""Kinds left out: an engine's own rules, and those that only add up others."""
_LISTED = """
a about above across after against all along also although am among an and any are around as at be because been before behind
being below beside between beyond both but by can could did do does doing down during each either else even every few for from
further had has have having he her here hers him his how i if in inside into is it its just least less many may me might mine more
most much must my near neither no nor not now of off often on once one only onto or other our ours out outside over own per quite
rather s same shall she should since so some such t than that the their theirs them then there these they this those though
through to too toward towards under until up upon us very was we were what when where whether which while who whom whose why will
with within without would yet you your yours
"""
FUNCTION_WORDS = frozenset(_LISTED.split())


def pairs(text: str) -> set[tuple[str, str]]:
    """Neighbouring content words of a text, lower-cased; function words are left out before the words are paired."""
    words = [word.text.lower().replace("’", "'") for word in from_text(text, "t").words]
    content = [word for word in words if word not in FUNCTION_WORDS]
    return set(itertools.pairwise(content))


@functools.cache
def seed_pairs(path: pathlib.Path) -> set[tuple[str, str]]:
    return pairs(path.read_text(encoding="utf-8"))


RULES = [rule for rule in rulefile.load(rulefile.shipped()) if rule.kind not in ALONE and not rule.preview]


@functools.cache
def fired() -> dict[str, list[pathlib.Path]]:
    """Which rules find something in which seeds."""
    engine = Engine(RULES)
    out: dict[str, list[pathlib.Path]] = {}
    for path in SEEDS:
        for rule in {d.rule for d in engine.check(from_text(path.read_text(encoding="utf-8"), path.name))}:
            out.setdefault(rule, []).append(path)
    return out


def apart(rule: Rule, seed: set[tuple[str, str]]) -> int:
    """How many bad examples share no pair with the seed."""
    return sum(not pairs(unmark(example.text)[0]) & seed for example in rule.bad)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_fires_on_a_seed_has_a_second_source(rule: Rule) -> None:
    seeds = fired().get(rule.id, [])
    assert not seeds or rule.seen, f"fires on {seeds[0].name} and says nowhere under `seen` where else it was met"
    examples = {path.name: apart(rule, seed_pairs(path)) for path in seeds}
    assert [name for name, count in examples.items() if count < 3] == [], "needs three bad examples that share no word pair with the seed"


def test_there_are_five_seeds_and_rules_fire_on_them() -> None:
    assert len(SEEDS) == 5
    assert {path for paths in fired().values() for path in paths} == set(SEEDS)


def test_pairs_are_neighbouring_content_words() -> None:
    assert pairs("He would LEAVE a reply.\n\nThe bank’s sheep, again") == {
        ("leave", "reply"),
        ("reply", "bank's"),
        ("bank's", "sheep"),
        ("sheep", "again"),
    }
    assert pairs("One") == pairs("the of") == set()
