"""What the translation family finds in machine-translated segments that people judged, beside its base rate and clean text.

python bench/quality_translation.py SEGMENTS.jsonl[.gz] --clean FOLDER

Each line of SEGMENTS has `src`, `system`, `doc`, `seg`, `text`, `label` (1: a majority saw a major error, 0: nobody saw any error, null)
and `spans` ([start, end, category] of errors). A document is what one system made of one source document. Printed: rates of documents with
a verdict, of clean blocks of 25 sentences with one, of warnings in segments with label 1 beside the share of such segments, of findings
that touch a marked span beside chance, false findings per rule in 10,000 clean sentences, and three controls of the score as a classifier:
word count alone, pairs of the same length, pairs of one source sentence.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import quality

from lint.engine import Engine
from lint.formats import from_text
from lint.model import Diagnostic, Level, Settings

BLOCK = 25
"""Sentences of clean text that are read as one document."""
NEAR = 3
"""Two segments are of the same length when their words differ by so many at most."""


def segments(path: str) -> list[dict[str, Any]]:
    """The judged segments of a file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def blocks(paths: Iterable[str]) -> Iterator[str]:
    """Clean texts in blocks of BLOCK sentences, one sentence a line; what is left over at a text's end is no block."""
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            document = from_text(file.read(), path)
        sentences = [document.flat(s) for paragraph in document.paragraphs for s in document.sentences_of(paragraph)]
        for start in range(0, len(sentences) - BLOCK + 1, BLOCK):
            yield "\n".join(sentences[start : start + BLOCK])


def auc(high: Sequence[float], low: Sequence[float]) -> float:
    """The share of pairs whose first is the higher; ties count half. NaN without pairs."""
    return pairs_auc([(a, b) for a in high for b in low])


def pairs_auc(pairs: Sequence[tuple[float, float]]) -> float:
    """As `auc`, of the pairs given."""
    return sum((a > b) + (a == b) / 2 for a, b in pairs) / len(pairs) if pairs else float("nan")


def weight(found: Iterable[Diagnostic], signs: dict[str, float]) -> float:
    """The signs of a text, each rule once."""
    return sum(signs[name] for name in {d.rule for d in found})


def main() -> int:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("segments")
    parser.add_argument("--clean", required=True, help="folder of clean texts")
    given = parser.parse_args()
    rules = quality.chosen(quality.Choice(quality.rulefile.shipped(), select=("translation",)))
    signs = {rule.id: rule.sign for rule in rules}
    engine = Engine(rules, Settings(grammar_engine="off"))
    rows = segments(given.segments)
    documents: dict[tuple[str, ...], list[str]] = collections.defaultdict(list)
    warnings = major = touched = 0
    chance = 0.0
    scores: list[tuple[float, int, dict[str, Any]]] = []
    for row in rows:
        documents[row["src"], row["system"], row["doc"]].append(row["text"])
        found = [d for d in engine.check(from_text(row["text"], "segment")) if d.scope != "document" and d.level >= Level.WARNING]
        warnings += len(found)
        major += len(found) * (row["label"] == 1)
        scores.append((weight(found, signs), len(row["text"].split()), row))
        marked = {i for a, b, _ in row["spans"] for i in range(a, b)}
        for d in found if marked else ():
            touched += any(i in marked for i in range(d.span.start, d.span.end))
            size, length = d.span.end - d.span.start, len(row["text"])
            starts = range(max(1, length - size + 1))
            chance += sum(any(i in marked for i in range(s, s + size)) for s in starts) / len(starts)
    base = sum(row["label"] == 1 for row in rows) / len(rows)
    flagged = sum(_verdict(engine, "\n".join(texts)) for texts in documents.values())
    print(f"documents with a verdict: {flagged} of {len(documents)} ({flagged / len(documents):.1%})")
    print(f"warnings in segments with a major error: {major} of {warnings} ({major / max(1, warnings):.1%}; base rate {base:.1%})")
    print(f"findings that touch a marked span: {touched}; by chance {chance:.1f}")
    _controls(scores)
    return _clean(engine, given.clean)


def _controls(scores: list[tuple[float, int, dict[str, Any]]]) -> None:
    bad = [(s, n, row) for s, n, row in scores if row["label"] == 1]
    good = [(s, n, row) for s, n, row in scores if row["label"] == 0]
    same = [(a, b) for a, n, _ in bad for b, m, _ in good if abs(n - m) <= NEAR]
    sources: dict[tuple[str, str], list[float]] = collections.defaultdict(list)
    for score, _, row in good:
        sources[row["doc"], row["seg"]].append(score)
    source = [(s, other) for s, _, row in bad for other in sources.get((row["doc"], row["seg"]), ())]
    print(f"AUC of the signs: {auc([s for s, _, _ in bad], [s for s, _, _ in good]):.3f}")
    print(f"  word count alone {auc([n for _, n, _ in bad], [n for _, n, _ in good]):.3f}", end="; ")
    print(f"same length {pairs_auc(same):.3f} ({len(same)} pairs); same source {pairs_auc(source):.3f} ({len(source)} pairs)")


def _verdict(engine: Engine, text: str) -> bool:
    return any(d.scope == "document" and d.score is not None for d in engine.check(from_text(text, "document")))


def _clean(engine: Engine, folder: str) -> int:
    number = flagged = 0
    rules: collections.Counter[str] = collections.Counter()
    spent = 0.0
    for text in blocks(quality.texts(folder)):
        document = from_text(text, "block")
        started = time.process_time()
        found = engine.check(document)
        spent += time.process_time() - started
        number += 1
        flagged += any(d.score is not None for d in found)
        rules.update(d.rule for d in found)
    sentences = max(1, number * BLOCK)
    print(
        f"clean blocks with a verdict: {flagged} of {number} ({flagged / max(1, number):.2%}); {spent / sentences * 1000:.3f} ms a sentence"
    )
    for name, count in rules.most_common():
        print(f"{count * 10_000 / sentences:8.2f} in 10,000 clean sentences  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
