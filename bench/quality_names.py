"""What the names family finds: known traps, damaged names, and false findings on clean text with a small and a large gazetteer.

python bench/quality.py names FOLDER [--traps FILE] [--index FILE] [--seed N] [--update]

FOLDER holds clean texts. Entities are drawn from the whole shipped gazetteer, damaged in each way that applies, and put in place of a name in
a sentence of the clean texts, places after a preposition of place: every other one with its title or country beside it. A finding counts at warning or above when it touches the
name, and is right when its replacement gives a form of the entity. Damage that gives another known form, a word or a real name is counted apart.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import random
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml
from damage import GIVEN, damages

from lint import rulefile
from lint.datafolder import data_folder
from lint.engine import Engine
from lint.formats import from_text
from lint.kinds import names as kind
from lint.model import Diagnostic, Level, Settings, Span
from lint.names.background import KNOWN
from lint.names.build import build_file
from lint.names.fold import key, tokens
from lint.names.gazetteer import Gazetteer, shipped
from lint.names.lexicon import Lexicon
from lint.names.source import Entity, Sources, read

FLOORS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "floors.json")
GAZETTEER_RULES = ("names/misspelled", "names/forbidden-form", "names/repeated")
PARTS = ("traps", "damaged", "left out", "clean", "large")
DRAWN = 2_000
LARGE = 1_000_000
"""Entries of the large index."""
_SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?\n\"“”]{60,260}\.(?= |$)", re.MULTILINE)
_AT_PLACE = re.compile(r"\b(?:in|at|near|from|to) $")
_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*(?= [a-z])")


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


def engine(index: str) -> Engine:
    """An engine of the names rules alone, with one index as the shipped one."""
    vars(kind)["shipped"] = lambda: index
    return Engine([rule for rule in rulefile.load(rulefile.shipped()) if rule.kind == "names" and not rule.preview], Settings())


def gazetteer_findings(checker: Engine, text: str) -> list[Diagnostic]:
    """The findings of the rules that stand on the gazetteer."""
    return [d for d in checker.check(from_text(text, "text", language="en")) if d.rule in GAZETTEER_RULES]


def replaced(text: str, d: Diagnostic) -> str:
    """The text with the first replacement of a finding."""
    return text[: d.span.start] + (*d.replacements, d.found)[0] + text[d.span.end :]


def traps(checker: Engine, path: str) -> dict[str, float]:
    """Print what is wrong on the lines of a file of traps, and count it."""
    with open(path, encoding="utf-8") as file:
        lines = yaml.safe_load(file)
    count: collections.Counter[str] = collections.Counter()
    for line in lines["silent"]:
        for d in gazetteer_findings(checker, line):
            count[d.level.label] += 1
            print(f"  silent line, {d.level.label}: {line}\n      {d.message}")
    right = 0
    for row in lines["misspelled"]:
        wanted = " ".join(tokens(row["right"]))
        found = [d for d in gazetteer_findings(checker, row["line"]) if d.level >= Level.WARNING]
        if any(wanted in " ".join(tokens(replaced(row["line"], d))) for d in found):
            right += 1
        else:
            print(f"  missed: {row['line']} {[d.message for d in found]}")
    print(f"traps: {right} of {len(lines['misspelled'])} misspelled; {count['error']} errors, {count['warning']} warnings on silent lines")
    return {"traps found": right, "traps errors": count["error"], "traps warnings": count["warning"]}


def sentences(paths: Sequence[str]) -> list[tuple[str, Span]]:
    """The sentences of texts that hold a name in running text, with the place of one."""
    out = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for m in _SENTENCE.finditer(file.read()):
                if name := _NAME.search(m.group()):
                    out.append((m.group(), Span(*name.span())))
    return out


def beside(entity: Entity, name: str) -> str:
    """A name with the title or the country of its entity beside it, as the gazetteer has them; the name alone when it has neither."""
    about = [part.strip() for part in entity.context.split(";") if part.strip()]
    lands = [part.strip() for part in entity.country.split(";") if part.strip()]
    if entity.kind == "place":
        land = [word for word in (*lands, *about) if word[0].isupper() and word != entity.name]
        return f"{name}, {land[0]}," if land else f"the {about[0]} of {name}" if about else name
    words = [*lands[1:2], *about[:1]]
    if words and words[-1].lower().startswith(words[0].lower()):
        words = words[-1:]
    return " ".join([*(["the"] if entity.kind != "person" and words else []), *words, name])


def tries(entities: Sequence[Entity], paths: Sequence[str], lexicon: Lexicon, given: Sequence[str], seed: int) -> Iterator[Try]:
    """Damaged names in sentences."""
    spots = sentences(paths)
    of_places = [(text, span) for text, span in spots if _AT_PLACE.search(text[: span.start])]
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
            text, span = dice.choice(of_places if entity.kind == "place" else spots)
            start = span.start + whole.index(name)
            put = text[: span.start] + whole + text[span.end :]
            yield Try(entity, kind_of, number % 2 == 0, name, put, Span(start, start + len(name)), _tellable(lexicon, entity.name, name, kind_of))


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
    forms: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    for entity in sources.entities:
        forms[entity.kind, entity.name] |= {" ".join(tokens(form)) for form in (entity.name, *entity.aliases)}
    given = sorted(token for token, (share, _) in sources.shares.items() if share >= GIVEN and token.isalpha())
    rows: collections.Counter[tuple[str, str, bool, str]] = collections.Counter()
    missed = []
    with Gazetteer.open(shipped()) as gazetteer:
        for one in tries(sources.entities, paths, Lexicon((gazetteer,)), given, seed):
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
        count = {
            r: sum(rows[kind_of, g, context, r] for g in groups if group in (None, g)) for r in (*results, "can't be told")
        }
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


def clean(checker: Engine, paths: Sequence[str], title: str) -> dict[str, float]:
    """Print the findings on clean texts, and count them for each 10,000 words."""
    words, gazetteer, consistency = 0, 0, 0
    print(f"\nclean texts, {title}:")
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        words += len(text.split())
        for d in checker.check(from_text(text, path)):
            if d.rule in GAZETTEER_RULES and d.level > Level.NOTE:
                gazetteer += 1
                print(f"  {os.path.basename(path)}:{d.line}: {d.level.label}: {d.message}")
            consistency += d.rule == "names/inconsistent"
    figures = {"gazetteer": gazetteer * 10_000 / words, "consistency": consistency * 10_000 / words}
    print(f"{title}: {gazetteer} gazetteer findings, {consistency} of consistency in {words} words: ", end="")
    print(" and ".join(f"{value:.3f}" for value in figures.values()) + " in 10,000")
    return {f"{name} findings, {title}": round(value, 3) for name, value in figures.items()}


def large_index(folder: str) -> str:
    """Path of an index of 1,000,000 entries: the shipped ones, people of their tokens mixed anew, and people with made-up surnames."""
    names = os.path.join(data_folder(), "_data", "names")
    out = os.path.join(folder, f"presscheck-names-{LARGE}-{os.path.getsize(shipped())}.gaz")
    if os.path.exists(out):
        return out
    entities = read([names]).entities
    dice = random.Random(3)
    people = [entity.name.split(" ") for entity in entities if entity.kind == "person" and " " in entity.name]
    firsts, lasts = sorted({p[0] for p in people}), sorted({p[-1] for p in people})
    made: set[str] = set()
    while len(made) < LARGE - len(entities):
        last = dice.choice(lasts)
        if len(made) % 2:  # the head of one surname and the tail of another: rare, and like a name
            other = dice.choice(lasts)
            last = last[: len(last) // 2] + other[len(other) // 2 :].lower()
        made.add(f"{dice.choice(firsts)} {last}")
    with tempfile.TemporaryDirectory() as scratch:
        table = os.path.join(scratch, "people.tsv")
        with open(table, "w", encoding="utf-8") as file:
            file.write("kind\tname\n" + "".join(f"person\t{name}\n" for name in sorted(made)))
        build_file([names, table], out)
    return out


def left_out(paths: Sequence[str]) -> dict[str, float]:
    """Names that the index was built without, in sentences: how many are flagged; also with their rare tokens unknown to the background."""
    sources = read([os.path.join(data_folder(), "_data", "names")])
    out = [entity for entity in sources.entities if key(f"{entity.kind}/{entity.name}") % 10 == 0]
    left = set(map(id, out))
    kept = [entity for entity in sources.entities if id(entity) not in left]
    known = {token for entity in kept for form in (entity.name, *entity.aliases) for token in tokens(form)}
    rare = {token for entity in out for form in (entity.name, *entity.aliases) for token in tokens(form)} - known
    rare = {token for token in rare if max(sources.shares.get(token, (0, 0))) <= KNOWN and token not in sources.words}
    figures = {}
    places = sentences(paths)
    for title, without in (("left out", frozenset[str]()), ("left out, tokens unknown", frozenset(rare))):
        with tempfile.TemporaryDirectory() as scratch:
            index = os.path.join(scratch, "names.gaz")
            build_file(_tables(kept, sources, without, scratch), index)
            checker = engine(index)
            with Gazetteer.open(index) as gazetteer:
                unseen = [entity for entity in out if not gazetteer.exact(tokens(entity.name)).forms]
        of_places = [(text, span) for text, span in places if _AT_PLACE.search(text[: span.start])]
        dice = random.Random(1)
        flagged, errors = 0, 0
        for number, entity in enumerate(unseen):
            whole = beside(entity, entity.name) if number % 2 == 0 else entity.name
            text, span = dice.choice(of_places if entity.kind == "place" else places)
            start = span.start + whole.index(entity.name)
            place = Span(start, start + len(entity.name))
            put = text[: span.start] + whole + text[span.end :]
            found = [d for d in gazetteer_findings(checker, put) if d.span.overlap(place) and d.level > Level.NOTE]
            flagged += bool(found)
            errors += any(d.level == Level.ERROR for d in found)
            for d in found[:1]:
                print(f"  {title}: {d.level.label}: {entity.kind} {entity.tier}: {d.message}")
        print(f"{title}: {flagged} of {len(unseen)} right names flagged ({flagged / len(unseen):.4f}), {errors} as an error")
        figures |= {f"{title}, flagged": round(flagged / len(unseen), 4), f"{title}, errors": errors}
    return figures


def _tables(entities: Sequence[Entity], sources: Sources, without: frozenset[str], folder: str) -> list[str]:
    """Write tables that an index is built from: these entities, and the background without some tokens."""
    paths = [os.path.join(folder, name) for name in ("entities.tsv", "background.tsv", "words.txt")]
    rows = ["kind\tname\taliases\tcontext\tcountry\ttier\tforbidden"]
    for e in entities:
        rows.append("\t".join((e.kind, e.name, "|".join(e.aliases), e.context, e.country, str(e.tier), "|".join(e.forbidden))))
    shares = [f"{token}\t{given}\t{surname}" for token, (given, surname) in sources.shares.items() if token not in without]
    words = [word + "\tn" * name for word, name in sources.words.items()]
    for path, lines in zip(paths, (rows, ["token\tg\ts", *shares], words), strict=True):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines) + "\n")
    return paths


def held(figures: Mapping[str, float], update: bool) -> bool:
    """Whether no figure is worse than its floor; with `update` better ones become the floors, worse ones are refused."""
    with open(FLOORS, encoding="utf-8") as file:
        floors = json.load(file)
    good = True
    for name, value in figures.items():
        side = "least" if "found" in name or "recall" in name else "most"
        floor = floors["names"].get(name, {}).get(side)
        worse = floor is not None and (value < floor if side == "least" else value > floor)
        if worse:
            print(f"{name}: {value} is worse than its floor, at {side} {floor}")
            good = False
        elif update:
            floors["names"][name] = {side: value}
    if update:
        with open(FLOORS, "w", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(floors, indent=2, sort_keys=True) + "\n")
    return good


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("folder")
    parser.add_argument("--traps", help="YAML with the lists `silent` and `misspelled`")
    parser.add_argument("--index", help="an index in place of the shipped one")
    parser.add_argument("--seed", type=int, default=1, help="of the entities drawn and their damage")
    parser.add_argument("--misses", help="write the damaged names that were not found to this TSV file")
    parser.add_argument("--part", action="append", choices=PARTS, help="only this (may be repeated)")
    parser.add_argument("--update", action="store_true", help="make the figures the new floors; a worse one is refused")


def main(given: argparse.Namespace, paths: Sequence[str]) -> int:
    """Run the parts that were asked for; exit code 1 when a figure is worse than its floor."""
    parts = given.part or PARTS
    figures: dict[str, float] = {}
    checker = engine(given.index or shipped())
    if given.traps and "traps" in parts:
        figures |= traps(checker, given.traps)
    if "damaged" in parts:
        figures |= damaged(checker, paths, given.seed, given.misses)
    if "left out" in parts:
        figures |= left_out(paths)
        checker = engine(given.index or shipped())
    if "clean" in parts:
        figures |= clean(checker, paths, "shipped index")
    if "large" in parts:
        figures |= clean(engine(large_index(tempfile.gettempdir())), paths, f"{LARGE:,} entries")
    return 0 if given.index or given.seed != 1 or held(figures, given.update) else 1
