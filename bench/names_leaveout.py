"""How often names that the gazetteer does not hold are taken for slips of names that it holds: built without a tenth, shown that tenth.

    python bench/names_leaveout.py [--tenth N] [--examples N] [--sources FOLDER]

Every tenth entity (by hash of kind and name) is left out of an index in memory, and each of its names is put into a sentence of its own,
with its country and post beside it and without. Two backgrounds: as shipped, which holds the tokens of the left-out names too, and
without every token that only the left-out names are known for: tokens of no share that no other entity holds; with --sources (the folder
of bench/names_data.py) the background is computed anew without the left-out names, which is the exact figure.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import xxhash

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lint.formats import from_text
from lint.kinds.names import CHECKS
from lint.names.build import build
from lint.names.finding import Finding
from lint.names.fold import tokens
from lint.names.gazetteer import Gazetteer
from lint.names.lexicon import Lexicon
from lint.names.source import Entity, Sources, read
from lint.names.survey import Survey

DATA = Path(__file__).resolve().parent.parent / "rules" / "_data" / "names"
KNOWN = 5e-7


def left_out(entity: Entity, tenth: int) -> bool:
    """Whether the entity belongs to this tenth, by hash of its kind and name."""
    return xxhash.xxh3_64_intdigest(f"{entity.kind}/{entity.name}".encode()) % 10 == tenth


def sentences(entity: Entity) -> Iterator[tuple[str, str]]:
    """Yield ("plain", sentence) and ("with post and country", sentence) for an entity."""
    post = entity.context.split("; ")[0]
    land, _, people = entity.country.partition("; ")
    if entity.kind == "place":
        yield "plain", f"The road to {entity.name} was closed on that day."
        yield "with post and country", f"The road to {entity.name}, a {post or 'town'} in {land or 'the north'}, was closed on that day."
    else:
        yield "plain", f"It was said that {entity.name} had left the meeting early."
        people = (people or land).split("; ")[0]
        whose = f"{people} {post}" if people and not post.startswith(people) else post
        where = land or "the city"
        yield "with post and country", f"The {whose or 'envoy'}, {entity.name}, said on that day that the talks in {where} had ended."


def findings(text: str, lexicon: Lexicon) -> list[Finding]:
    """Return what all checks of the names family find in a text."""
    survey = Survey(from_text(text), lexicon)
    return [finding for check in CHECKS.values() for finding in check(survey)]


def without(shares: dict[str, tuple[float, float]], out: list[Entity], kept: list[Entity]) -> dict[str, tuple[float, float]]:
    """Return the shares without the tokens that only left-out names are known for."""
    held = {token for entity in kept for form in (entity.name, *entity.aliases) for token in tokens(form)}
    gone = {token for entity in out for form in (entity.name, *entity.aliases) for token in tokens(form)} - held
    return {token: pair for token, pair in shares.items() if token not in gone or max(pair) > KNOWN}


def exact(folder: Path, out: list[Entity]) -> dict[str, tuple[float, float]]:
    """Return the background of all sources, computed without the people and places that are left out."""
    import names_data
    from names_people import key, person

    gone = {key(form) for entity in out for form in (entity.name, *entity.aliases)}
    everybody = [who for who in names_data.people(folder) if key(person(who.name)[0] or who.name) not in gone]
    return names_data.background(folder, everybody, gone)


def spelling(entity: Entity, finding: Finding) -> bool:
    """Whether the finding names somebody of the same country whose name is the same but for one token: two tables spell one man."""
    own, other = tokens(entity.name), tokens(finding.right)
    alike = len(own) == len(other) and sum(a != b for a, b in zip(own, other, strict=True)) == 1
    return alike and finding.known is not None and finding.known.kind == entity.kind == "person" and finding.known.country == entity.country


def report(label: str, sources: Sources, shown: list[Entity], examples: int) -> None:
    """Build the index, put the left-out names through the checks, and print the shares flagged and some examples."""
    lexicon = Lexicon((Gazetteer(memoryview(build(sources)), "memory"),))
    counts: Counter[tuple[str, str]] = Counter()
    seen: Counter[str] = Counter()
    lines: list[str] = []
    for entity in shown:
        for way, text in sentences(entity):
            seen[way] += 1
            if found := findings(text, lexicon):
                same = all(finding.known and spelling(entity, finding) for finding in found)
                counts[way, "another spelling of one in the index"] += same
                if same:
                    continue
                worst = max(found, key=lambda f: f.decision.level)
                counts[way, worst.decision.level.name.lower()] += 1
                lines.append(f"    {worst.decision.level.name.lower()} {worst.decision.row}: {text!r} -> {worst.right!r}")
    sys.stdout.write(f"{label}\n")
    for way, total in seen.items():
        flagged = {level: n for (which, level), n in sorted(counts.items()) if which == way}
        rightly = flagged.pop("another spelling of one in the index", 0)
        wrong = sum(flagged.values())
        both = 100 * (wrong + rightly) / total
        sys.stdout.write(f"  {way}: {total} names, {100 * wrong / total:.2f} percent flagged {flagged}; {both:.2f} with other spellings\n")
    step = max(1, len(lines) // examples) if examples else 1
    sys.stdout.write("".join(line + "\n" for line in lines[::step][:examples]))


def main() -> None:
    """Measure one tenth."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--tenth", type=int, default=0, choices=range(10))
    parser.add_argument("--examples", type=int, default=20)
    parser.add_argument("--sources", type=Path)
    parser.add_argument("--data", type=Path, default=DATA)
    args = parser.parse_args()
    sources = read([str(args.data)])
    entities = list(sources.entities)
    out = [entity for entity in entities if left_out(entity, args.tenth)]
    kept = [entity for entity in entities if not left_out(entity, args.tenth)]
    right = {tokens(form) for entity in kept for form in (entity.name, *entity.aliases)}
    # A namesake of somebody who stays in is right anyway.
    shown = [entity for entity in out if tokens(entity.name) not in right]
    report("background as shipped", Sources(kept, sources.shares, sources.words), shown, args.examples)
    honest = exact(args.sources, out) if args.sources else without(sources.shares, out, kept)
    report("background without what only they hold", Sources(kept, honest, sources.words), shown, args.examples)


if __name__ == "__main__":
    main()
