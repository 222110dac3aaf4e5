"""Recall on damaged names: entities of the whole shipped gazetteer, damaged and put into sentences of clean texts."""

from __future__ import annotations

import collections
import os
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from damage import GIVEN, damages
from names_texts import after_preposition, beside, gazetteer_findings, put, replaced, sentences

from lint.datafolder import data_folder
from lint.engine import Engine
from lint.model import Level, Span
from lint.names.fold import tokens
from lint.names.gazetteer import Gazetteer, shipped
from lint.names.lexicon import Lexicon
from lint.names.source import Entity, read

DRAWN = 2_000
"""Entities that are drawn; each is damaged in every way that applies, every other one has its title or country beside it."""


@dataclass(frozen=True, slots=True)
class Try:
    """One damaged name in a sentence: the text, the place of the name in it, and the entity."""

    entity: Entity
    damage: str
    beside: bool
    name: str
    text: str
    span: Span
    tellable: bool


def tries(entities: Sequence[Entity], paths: Sequence[str], lexicon: Lexicon, given: Sequence[str], seed: int) -> Iterator[Try]:
    """Damaged names in sentences."""
    spots = sentences(paths)
    of_places = after_preposition(spots)
    kinds = damages(given)
    for number, entity in enumerate(random.Random(seed).sample(entities, DRAWN)):
        for kind_of, damage in kinds.items():
            dice = random.Random(f"{seed} {entity.kind} {entity.name} {kind_of}")
            if kind_of == "wrong given name" and entity.kind != "person":
                continue
            if kind_of == "transliteration" and entity.kind not in ("person", "place"):
                continue
            name = damage(entity.name, dice)
            if name is None:
                continue
            whole = beside(entity, name) if number % 2 == 0 else name
            text, span = put(dice.choice(of_places if entity.kind == "place" else spots), whole, name)
            yield Try(entity, kind_of, number % 2 == 0, name, text, span, _tellable(lexicon, entity.name, name, kind_of))


def _tellable(lexicon: Lexicon, right: str, damaged: str, kind_of: str) -> bool:
    """Whether a reader could tell: the damaged name is no other known form, and its new tokens are no words and nobody's names."""
    parts = tokens(damaged)
    if lexicon.exact(parts):
        return False
    if kind_of in ("wrong given name", "dropped token"):
        return True
    for part in parts:
        facts, inside = lexicon.facts(part)
        if part not in tokens(right) and (facts.is_word or facts.is_name or inside):
            return False
    return True


def outcome(checker: Engine, one: Try, forms: Mapping[tuple[str, str], set[str]]) -> str:
    """What became of a damaged name: found, wrong target, note, or missed."""
    findings = [d for d in gazetteer_findings(checker, one.text) if d.span.overlap(one.span)]
    wanted = forms[one.entity.kind, one.entity.name]
    best = "missed"
    for d in findings:
        new = " ".join(tokens(replaced(one.text, d)))
        right = any(f" {form} " in f" {new} " for form in wanted)
        if d.level < Level.WARNING:
            best = "note" if best == "missed" else best
        elif right:
            return "found"
        else:
            best = "wrong target"
    return best


def damaged(checker: Engine, paths: Sequence[str], seed: int, misses: str | None) -> dict[str, float]:
    """Print recall by kind of damage and of entity, and return it; `misses` is a file for what was not found."""
    sources = read([os.path.join(data_folder(), "_data", "names")])
    # Titles of offices are looked up by their words and have a check of their own.
    entities = [entity for entity in sources.entities if entity.kind != "office"]
    forms: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    for entity in entities:
        forms[entity.kind, entity.name] |= {" ".join(tokens(form)) for form in (entity.name, *entity.aliases)}
    given = sorted(token for token, (share, _) in sources.shares.items() if share >= GIVEN and token.isalpha())
    rows: collections.Counter[tuple[str, str, bool, str]] = collections.Counter()
    missed = []
    with Gazetteer.open(shipped()) as gazetteer:
        for one in tries(entities, paths, Lexicon((gazetteer,)), given, seed):
            result = outcome(checker, one, forms)
            group = one.entity.kind if one.entity.tier < 4 else f"{one.entity.kind} (tier 4)"
            rows[one.damage, group, one.beside, result if one.tellable else "can't be told"] += 1
            if one.tellable and result != "found":
                cells = (one.damage, group, "beside" if one.beside else "alone", result, one.entity.name, one.name, one.text)
                missed.append("\t".join(cells).replace("\n", " "))
    if misses:
        with open(misses, "w", encoding="utf-8") as file:
            file.write("\n".join(missed) + "\n")
    return _table(rows)


def _table(rows: collections.Counter[tuple[str, str, bool, str]]) -> dict[str, float]:
    kinds, groups = sorted({row[0] for row in rows}), sorted({row[1] for row in rows})
    results = ("found", "wrong target", "note", "missed")

    def share(kind_of: str, group: str | None, context: bool, result: str) -> tuple[float, int]:
        count = {r: sum(rows[kind_of, g, context, r] for g in groups if group in (None, g)) for r in (*results, "can't be told")}
        told = sum(count[r] for r in results)
        return count[result] / max(1, told), told

    figures = {}
    print(f"\n{'recall at warning or above':34} {'title or country beside':>24} {'without':>14}   mean")
    for kind_of in kinds:
        for group in (None, *groups):
            (one, n), (other, m) = share(kind_of, group, True, "found"), share(kind_of, group, False, "found")
            if n + m:
                name = kind_of if group is None else f"    {group}"
                print(f"{name:34} {one:16.3f} of {n:4} {other:7.3f} of {m:4} {(one + other) / 2:7.3f}")
            if group is None:
                figures[f"recall {kind_of}"] = round((one + other) / 2, 3)
    untold = {k: sum(n for row, n in rows.items() if row[0] == k and row[3] == "can't be told") for k in kinds}
    print("not counted, gives another known form, a word or a real name: " + ", ".join(f"{k} {n}" for k, n in untold.items()))
    told = sum(n for row, n in rows.items() if row[3] in results)
    figures["wrong target"] = round(sum(n for row, n in rows.items() if row[3] == "wrong target") / max(1, told), 4)
    print(f"wrong target {figures['wrong target']:.4f} of {told}")
    return figures
