"""What the names family finds: known traps, damaged names, right names that it does not know, and clean texts with few and many entries.

python bench/quality.py names FOLDER [--traps FILE] [--index FILE] [--seed N] [--part PART] [--misses FILE] [--update]

FOLDER holds clean texts. Entities are drawn from the whole shipped gazetteer, damaged in each way that applies, and put in place of a name
in a sentence of the clean texts (a place where a preposition of place stands before it): every other one with its title or country beside
it. A finding counts at warning or above when it touches the name, and is right when its replacement gives a form of the entity. Damage that
gives another known form, a word or a real name is counted apart. Every tenth entity, by a hash, is left out of an index of its own, and so
are, in a second one, its rare tokens out of the background: what is said of these names then is wrong.
"""

from __future__ import annotations

import argparse
import collections
import os
import random
import tempfile
from collections.abc import Sequence

import yaml
from damaged_names import damaged
from floors import held
from left_out import left_out
from names_texts import GAZETTEER_RULES, engine, gazetteer_findings, replaced

from lint.datafolder import data_folder
from lint.engine import Engine
from lint.formats import from_text
from lint.model import Level
from lint.names.build import build_file
from lint.names.fold import tokens
from lint.names.gazetteer import shipped
from lint.names.source import read

PARTS = ("traps", "damaged", "left out", "clean", "large")
LARGE = 1_000_000
"""Entries of the large index."""


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


def clean(checker: Engine, paths: Sequence[str], title: str) -> dict[str, float]:
    """Print the findings on clean texts, and count them for each 10,000 words."""
    words, gazetteer, consistency = 0, 0, 0
    print(f"\nclean texts, {title}:")
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        words += len(text.split())
        for d in checker.check(from_text(text, path)):
            if d.rule == "presscheck/crash":
                raise RuntimeError(f"{d.message} in {path}")
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
    entities = list(read([names]).entities)
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
    if "clean" in parts:
        figures |= clean(checker, paths, "shipped index")
    if "large" in parts:
        figures |= clean(engine(large_index(tempfile.gettempdir())), paths, f"{LARGE:,} entries")
    return 0 if given.index or given.seed != 1 or held("names", figures, given.update) else 1
