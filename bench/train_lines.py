"""Train the weights of the rule that weighs lines of pages no phrase knows (kind `weighed`).

python bench/train_lines.py LINES.jsonl[.gz] [--strength X] [--made N]

LINES is as for `bench/quality.py boilerplate`. Written are `line-weights.yaml` (what each feature of a line is worth, in nats) and
`interface-words.yaml` in rules/_data/boilerplate, and `bench/line-weights-left-out.json`: for each fifth of the pages the weights learned
without it, by which the bench judges it. A line counts once a page in each of two ways: among all the text and among what extractors left.
Each page is shown twice, the second time as if half of its known lines were not known, since phrases know less of pages that nobody has
seen; beside the labelled pages stand made ones (`bench/made_pages.py`). The sorts of lines that the bench counts apart are left out.
Logistic regression with L2, fitted by L-BFGS (Nocedal 1980). Pure Python; about three minutes.
"""

from __future__ import annotations

import argparse
import collections
import json
import math
import os
import re
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import made_pages
import pages
import quality
import quality_boilerplate
import yaml
from lbfgs import minimum

from lint.boilerplate.page import Page, features
from lint.boilerplate.runs import ALWAYS
from lint.datafolder import data_folder
from lint.languages import is_function_word
from lint.model import Level

DATA = os.path.join(data_folder(), "_data", "boilerplate")
OWN = ("line-weights", "interface-words")
MOST = 40
"""The lines of one label on one page weigh as much as so many at most, so that no long page speaks for all."""
INTERFACE = 2.0
"""Nats by which a word of interfaces is more frequent in phrases than in articles."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")
_HEAD = "# Written by bench/train_lines.py: "


@dataclass(frozen=True, slots=True)
class Row:
    """One line to learn from: what holds of it, whether it is a left-over, how much it counts, the part of the pages that it is in."""

    features: tuple[str, ...]
    left_over: bool
    weight: float
    part: int


def phrase_lists() -> dict[str, dict[str, list[str]]]:
    """The phrases of the rules: file, language, phrases."""
    out = {}
    for name in sorted(os.listdir(DATA)):
        stem, extension = os.path.splitext(name)
        if extension == ".yaml" and stem not in OWN and not stem.endswith("-mark"):
            with open(os.path.join(DATA, name), encoding="utf-8") as file:
                out[stem] = yaml.safe_load(file)
    return out


def interface_words(phrases: Mapping[str, Mapping[str, Sequence[str]]], streams: Sequence[pages.Stream]) -> list[str]:
    """Words that stand in two phrases or more and are far more frequent there than in the articles; no function words, no menus."""
    said: collections.Counter[str] = collections.Counter()
    for name, languages in phrases.items():
        for text in (text for listed in languages.values() for text in listed if name != "menu"):
            said.update(_WORD.findall(re.sub(r"\{\w+\}", "", text).lower()))
    written: collections.Counter[str] = collections.Counter()
    for text in sorted({(s.page, line.text) for s in streams for line in s.lines if line.label == "article"}):
        written.update(_WORD.findall(text[1].lower()))
    out = []
    for word, times in said.items():
        odds = math.log((times + 0.5) / said.total()) - math.log((written[word] + 0.5) / written.total())
        if times >= 2 and len(word) > 1 and odds > INTERFACE and not is_function_word(word):
            out.append(word)
    return sorted(out)


def rows(streams: Sequence[pages.Stream], interface: Set[str], strength: Mapping[str, float]) -> Iterator[Row]:
    """What is learned from labelled and made pages, all of it once as it is and once with half of the known lines unknown."""
    found: list[tuple[str, str, str, bool, int, tuple[str, ...]]] = []
    engine = quality_boilerplate.engine_of(quality.rulefile.shipped(), weighed=False)
    for stream in streams:
        judged = [row for row in quality_boilerplate.judged(engine, stream) if row.line.text.strip()]
        known = {i for i, row in enumerate(judged) if row.level > Level.NOTE}
        doubtful = {i for i, row in enumerate(judged) if row.level == Level.NOTE}
        group = stream.extractor if stream.extractor == pages.NAIVE or stream.extractor in strength else "leaked"
        for view, seen in (("whole", known), ("half", {i for i in known if zlib.crc32(judged[i].line.text.encode()) % 2})):
            page = Page([row.line.text for row in judged], seen, interface, doubtful)
            for i in page.candidates():
                line = judged[i].line
                if (line.label in pages.JUDGED or line.label == "title") and not line.apart:
                    here = f"{group} {view}"
                    found.append((stream.page, here, line.text, line.label in pages.BOILERPLATE, stream.part, tuple(features(page, i))))
    times = collections.Counter((page, here, text) for page, here, text, *_ in found)
    mass: collections.Counter[tuple[str, str, bool]] = collections.Counter()
    for page, here, text, left_over, _, _ in found:
        mass[page, here, left_over] += 1 / times[page, here, text]  # type: ignore[assignment]
    for page, here, text, left_over, part, holds in found:
        group, _, view = here.rpartition(" ")
        own = strength.get(group, 1.0) * (0.5 if view == "half" else 1.0) * min(1.0, MOST / mass[page, here, left_over])
        yield Row(holds, left_over, own / times[page, here, text], part)


def learned(data: Sequence[Row], strength: float) -> dict[str, float]:
    """The weights that make the labels likeliest, less half their sum of squares divided by `strength`; rounded, small ones left out."""
    names = sorted({name for row in data for name in row.features})
    number = {name: i for i, name in enumerate(names, 1)}
    merged: collections.Counter[tuple[tuple[int, ...], bool]] = collections.Counter()
    for row in data:
        merged[(0, *(number[name] for name in row.features)), row.left_over] += row.weight  # type: ignore[assignment]
    table = [(holds, 1.0 if left_over else -1.0, mass) for (holds, left_over), mass in sorted(merged.items())]

    def loss(at: list[float]) -> tuple[float, list[float]]:
        total = sum(w * w for w in at[1:]) / 2
        slope = [0.0, *at[1:]]
        for holds, sign, mass in table:
            margin = sign * sum(map(at.__getitem__, holds))
            total += strength * mass * (math.log1p(math.exp(-margin)) if margin > -30 else -margin)
            pull = -strength * mass * sign / (1 + math.exp(min(30.0, margin)))
            for i in holds:
                slope[i] += pull
        return total, slope

    fitted = minimum(loss, [0.0] * (len(names) + 1))
    weights = {ALWAYS: round(fitted[0], 2)} | {name: round(fitted[i], 2) for name, i in number.items()}
    return {name: value for name, value in weights.items() if name == ALWAYS or abs(value) >= 0.02}


def main() -> int:
    """Read the labelled lines, learn, and write the three files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines")
    parser.add_argument("--strength", type=float, default=0.03, help="how far the labels are believed against small weights")
    parser.add_argument("--made", type=int, default=6, help="made pages for each labelled page")
    given = parser.parse_args()
    streams = pages.read(given.lines)
    phrases = phrase_lists()
    interface = interface_words(phrases, streams)
    made = [stream for seed in range(1, given.made + 1) for stream in made_pages.made(streams, phrases, seed)]
    strength = {stream.extractor: 0.5 for stream in made}
    data = list(rows([*streams, *made], frozenset(interface), strength))
    print(f"{len(interface)} words of interfaces, {len(data)} lines", file=sys.stderr)
    left_out = []
    for part in range(pages.PARTS):
        left_out.append(learned([row for row in data if row.part != part], given.strength))
        print(f"part {part}: {len(left_out[-1])} weights", file=sys.stderr)
    _write(f"{OWN[0]}.yaml", "nats that a feature of a line is worth (lint/boilerplate/page.py)", learned(data, given.strength))
    _write(f"{OWN[1]}.yaml", "words that buttons and forms say far more often than articles", interface)
    with open(quality_boilerplate.LEFT_OUT, "w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(left_out, indent=0, sort_keys=True) + "\n")
    return 0


def _write(name: str, about: str, value: object) -> None:
    with open(os.path.join(DATA, name), "w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD + about + ".\n" + yaml.safe_dump(value, allow_unicode=True, sort_keys=True))


if __name__ == "__main__":
    sys.exit(main())
