"""What the boilerplate family finds on labelled lines of web pages, beside other people's filters, and on clean text.

python bench/quality.py boilerplate LINES.jsonl[.gz] CLEAN [--misses FILE] [--wrong FILE] [--part N] [--update]

LINES has one line of an extractor's text a row: `page`, `extractor`, `line_no`, `text`, `label`. "Leaked" is what the extractors left, one
line of a page counted once however many of them left it; "naive" is all the text of the pages. A line is found when findings at warning or
above cover more than half of it. Captions, tweets, authors' biographies and readers' comments are counted apart: the labels are in two
minds about them. With a rule that learned from such lines, each fifth of the pages is judged by weights learned from the other four.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import functools
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pages
import quality
from floors import held
from line_peers import PEERS, left_out_by

from lint.engine import Engine
from lint.formats import from_text
from lint.model import Diagnostic, Level, Settings

READ_HTML = ("trafilatura", "trafilatura_prec", "justext")
"""Extractors whose decisions on the naive text show in what they kept of the same page."""
FAMILY = "boilerplate"
LEFT_OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "line-weights-left-out.json")
CURVE = (5.0, 4.0, 3.5, 3.0, 2.5, 2.0, 1.5, 1.0, 0.5)
"""Weights at which the curve shows what would be a warning."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One line with what was said of it: the level of findings on most of it (0: none), their rule, whether a safe fix removes it."""

    page: str
    extractor: str
    line: pages.Line
    level: int
    rule: str
    removed: bool


class Count:
    """Lines found and not, each line of a page weighing 1 however many extractors left it."""

    def __init__(self) -> None:
        self.shares: dict[tuple[str, str, bool], list[int]] = collections.defaultdict(lambda: [0, 0])

    def add(self, page: str, text: str, wanted: bool, found: bool) -> None:
        """Count one line of one extractor."""
        share = self.shares[page, text, wanted]
        share[0] += found
        share[1] += 1

    @property
    def figures(self) -> tuple[float, float, float]:
        """Lines found that were wanted, found that were not, and wanted in all; a line found in half of its extractors is half."""
        right = sum(n / of for (_, _, wanted), (n, of) in self.shares.items() if wanted)
        wrong = sum(n / of for (_, _, wanted), (n, of) in self.shares.items() if not wanted)
        return right, wrong, sum(wanted for _, _, wanted in self.shares)

    @property
    def precision(self) -> float:
        """The share of the lines found that were wanted; 1 when none was found."""
        right, wrong, _ = self.figures
        return right / (right + wrong) if right + wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the wanted lines that were found."""
        right, _, wanted = self.figures
        return right / wanted if wanted else 0.0

    def __str__(self) -> str:
        right, wrong, wanted = self.figures
        return f"precision {self.precision:.3f}  recall {self.recall:.3f}  ({right:.0f} right, {wrong:.1f} wrong of {wanted})"


def judged(engine: Engine, stream: pages.Stream) -> Iterator[Judged]:
    """Each line of a stream with what the engine says of it."""
    found = [d for d in engine.check(from_text(stream.text, stream.page)) if d.scope == "text"]
    at = first = 0
    for line in stream.lines:
        end = at + len(line.text)
        while first < len(found) and found[first].span.end <= at:
            first += 1
        on_line = [d for d in found[first:] if d.span.start < end and _covered([d], at, end)]
        parts = [d for d in found[first:] if d.span.start < end and d.span.end > at]
        on_line = on_line or ([max(parts, key=lambda d: d.level)] if _covered(parts, at, end) else [])
        best = max(on_line, key=lambda d: d.level, default=None)
        removed = any(d.fix is not None and d.fix.safety == "safe" and d.replacements == ("",) for d in on_line)
        yield Judged(stream.page, stream.extractor, line, best.level if best else 0, best.rule.partition("/")[2] if best else "", removed)
        at = end + 1


def _covered(found: Sequence[Diagnostic], start: int, end: int) -> bool:
    """Whether findings cover more than half of the code points of a line (findings of one family hardly overlap)."""
    return sum(max(0, min(d.span.end, end) - max(d.span.start, start)) for d in found) * 2 > end - start


def counted(rows: Iterable[Judged], found: Callable[[Judged], bool], apart: str | None = "") -> Count:
    """Count the judged labels of rows; `apart` chooses a sort counted apart, "" the others, None all."""
    count = Count()
    for row in rows:
        if row.line.label in pages.JUDGED and (apart is None or row.line.apart == apart):
            count.add(row.page, row.line.text, row.line.label in pages.BOILERPLATE, found(row))
    return count


def at_warning(row: Judged) -> bool:
    """Whether a line is found at warning or above."""
    return row.level >= Level.WARNING


def main(given: argparse.Namespace) -> int:
    """Measure, print, and hold the figures against their floors; exit code 1 when one is worse."""
    streams = pages.read(given.lines)
    if given.part is not None:
        streams = [stream for stream in streams if stream.part == given.part]
    rows = [row for stream in streams for row in judged(engine_of(given.rules, stream.part), stream)]
    texts = {"leaked": [r for r in rows if r.extractor != pages.NAIVE], "naive": [r for r in rows if r.extractor == pages.NAIVE]}
    print(f"{len({s.page for s in streams})} pages, {len(streams)} texts of {len({s.extractor for s in streams})} extractors")
    figures: dict[str, float] = {}
    for name, group in texts.items():
        figures |= _table(name, group)
    if given.curve:
        _curve(given.rules, streams)
    _peers(texts, streams)
    _by_extractor(texts["leaked"])
    _by_rule(texts)
    figures |= _safe(rows)
    if given.wrong:
        _list(given.wrong, (r for r in rows if at_warning(r) and r.line.label == "article"))
    if given.misses:
        _list(given.misses, (r for r in texts["leaked"] if not at_warning(r) and r.line.label in pages.BOILERPLATE))
    if given.part is not None:
        return 0
    figures |= _clean(given.clean, given.rules)
    return 0 if held(FAMILY, figures, given.update) else 1


@functools.cache
def engine_of(rules: str, part: int | None = None, weighed: bool = True, warning: float | None = None) -> Engine:
    """The family's rules, compiled once; for a part of the pages with the weights that were learned without it.

    `weighed`: with the rules that have weights. `warning`: the weight at which these say more than a note, in place of the rule's own.
    """
    chosen = []
    for rule in quality.chosen(quality.Choice(rules, select=(FAMILY,))):
        if rule.kind == "weighed":
            if not weighed:
                continue
            options = rule.options if part is None else dataclasses.replace(rule.options, weights=left_out()[part])
            if warning is not None:
                alone = warning + options.alone - options.warning
                options = dataclasses.replace(options, warning=warning, note=min(options.note, warning), alone=alone)
            rule = dataclasses.replace(rule, options=options)
        chosen.append(rule)
    return Engine(chosen, Settings(grammar_engine="off"))


@functools.cache
def left_out() -> list[dict[str, float]]:
    """For each part of the pages the weights learned without it (`bench/train_lines.py` writes them)."""
    with open(LEFT_OUT, encoding="utf-8") as file:
        learned: list[dict[str, float]] = json.load(file)
    return learned


def _table(name: str, rows: Sequence[Judged]) -> dict[str, float]:
    print(f"\n{name} lines, at each level and above:")
    for level in sorted(Level, reverse=True):
        print(f"  {level.label:8} {counted(rows, lambda row, level=level: row.level >= level)}")  # type: ignore[misc]
    titles = Count()
    for row in rows:
        if row.line.label == "title":
            titles.add(row.page, row.line.text, True, at_warning(row))
    print(f"titles flagged at warning and above: {titles.figures[0]:.1f} of {titles.figures[2]}")
    print("counted apart, at warning and above:")
    for sort in ("caption", "tweet", "biography", "comment"):
        print(f"  {sort:10} {counted(rows, at_warning, sort)}")
    print(f"  with them  {counted(rows, at_warning, None)}")
    count = counted(rows, at_warning)
    said = {"leaked, titles flagged": round(titles.figures[0], 1)} if name == "leaked" else {}
    return {f"{name}, precision": round(count.precision, 3), f"{name}, recall": round(count.recall, 3), **said}


def _curve(rules: str, streams: Sequence[pages.Stream]) -> None:
    print("\nat warning and above, by the weight that makes a warning (leaked; naive):")
    for title, weighed, warning in [("phrases alone", False, 0.0), *((f"weight {w}", True, w) for w in CURVE)]:
        rows = [row for stream in streams for row in judged(engine_of(rules, stream.part, weighed, warning), stream)]
        leaked = counted((row for row in rows if row.extractor != pages.NAIVE), at_warning)
        naive = counted((row for row in rows if row.extractor == pages.NAIVE), at_warning)
        print(f"  {title:14} {leaked.precision:.3f} {leaked.recall:.3f}   {naive.precision:.3f} {naive.recall:.3f}")


def _peers(texts: dict[str, list[Judged]], streams: Sequence[pages.Stream]) -> None:
    kept = {(s.page, s.extractor): [line.text for line in s.lines] for s in streams}
    for name, rows in texts.items():
        print(f"\nother filters, {name} lines:")
        for peer, drops in PEERS.items():
            print(f"  {peer:26} {counted(rows, lambda row, drops=drops: drops(row.line.text))}")  # type: ignore[misc]
    print("  (trafilatura and jusText read the page's HTML, which is not in the data; what they kept of it is)")
    for extractor in READ_HTML:
        dropped = {page: left_out_by(lines) for (page, by), lines in kept.items() if by == extractor}
        rows = [row for row in texts["naive"] if row.page in dropped]
        print(f"  {extractor:26} {counted(rows, lambda row, dropped=dropped: dropped[row.page](row.line.text))}")  # type: ignore[misc]


def _by_extractor(rows: Sequence[Judged]) -> None:
    print("\nby extractor, at warning and above:")
    for extractor in sorted({row.extractor for row in rows}):
        print(f"  {extractor:22} {counted([row for row in rows if row.extractor == extractor], at_warning)}")


def _by_rule(texts: dict[str, list[Judged]]) -> None:
    print("\n leaked        naive\n right  wrong  right  wrong  level    rule")
    levels = {row.rule: row.level for rows in texts.values() for row in sorted(rows, key=lambda row: row.level) if row.rule}
    table = {}
    for rule in levels:
        counts = [counted(rows, lambda row, rule=rule: row.rule == rule) for rows in texts.values()]  # type: ignore[misc]
        table[rule] = [figure for count in counts for figure in count.figures[:2]]
    for rule, cells in sorted(table.items(), key=lambda item: (-sum(item[1]), item[0])):
        print("".join(f"{cell:6.0f} " for cell in cells) + f" {Level(levels[rule]).label:8} {rule}")


def _safe(rows: Sequence[Judged]) -> dict[str, float]:
    count = counted(rows, lambda row: row.removed, None)
    print(f"\nremoved by safe fixes, all lines: {count}")
    for row in _once(row for row in rows if row.removed and row.line.label == "article"):
        print(f"  wrong: {row.rule}: {quality.flat(row.line.text)[:160]}")
    return {"safe removals, right": round(count.precision, 4), "safe removals, recall": round(count.recall, 3)}


def _once(rows: Iterable[Judged]) -> Iterator[Judged]:
    return iter({(row.page, row.line.text): row for row in rows}.values())


def _list(path: str, rows: Iterable[Judged]) -> None:
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("page\textractor\tapart\trule\tline\n")
        for row in sorted(_once(rows), key=lambda row: (row.rule, row.page)):
            file.write("\t".join((row.page, row.extractor, row.line.apart, row.rule, quality.flat(row.line.text))) + "\n")


def _clean(folder: str, rules: str) -> dict[str, float]:
    words = 0
    levels: collections.Counter[Level] = collections.Counter()
    for result in quality.run(quality.texts(folder), quality.Choice(rules, select=(FAMILY,))):
        words += result.words
        levels.update(found.diagnostic.level for found in result.found)
    print(f"\nclean texts in {os.path.basename(os.path.normpath(folder))}, {words} words, findings in 10,000:")
    figures = {f"clean, {level.label}s": round(levels[level] * 10_000 / max(1, words), 3) for level in Level}
    for name, value in figures.items():
        print(f"  {name}: {value}")
    return figures


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("lines", help="labelled lines, JSON lines, packed or not")
    parser.add_argument("clean", help="folder of clean texts")
    parser.add_argument("--part", type=int, choices=range(pages.PARTS), help="only this fifth of the pages, without clean texts and floors")
    parser.add_argument("--curve", action="store_true", help="precision and recall by the weight that makes a warning (two minutes)")
    parser.add_argument("--misses", help="write the leaked lines that were not found to this TSV file")
    parser.add_argument("--wrong", help="write the lines of articles that were found to this TSV file")
    parser.add_argument("--update", action="store_true", help="make the figures the new floors; a worse one is refused")
