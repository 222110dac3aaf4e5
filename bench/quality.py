"""What the shipped rules find on clean text and on the seeds.

python bench/quality.py clean FOLDER      every finding on the texts below FOLDER: per level and rule, and all hits as TSV
python bench/quality.py seeds FOLDER      the score of the findings in FOLDER, by a scoring script
python bench/quality.py evidence [RULE…] --clean FOLDER --right N --true N      write rows of bench/evidence.tsv
python bench/quality.py edits FOLDER      verified edits: the curve of every kind
python bench/quality.py grammar FOLDER    errors planted in clean sentences and found again, beside the raw engines
python bench/quality.py evidence --clean FOLDER      measure every row again; rows whose hits changed are named
python bench/quality.py names FOLDER      the names family on traps, damaged names, names left out and clean text, beside floors.json
python bench/quality.py boilerplate LINES CLEAN      the boilerplate family on labelled lines of web pages and on clean text

FOLDER may hold `plain` and `curly` (the same texts with straight and with curly quotation marks); --curly takes the latter.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import json
import multiprocessing
import os
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import evidence
import quality_names

from lint import rulefile
from lint.engine import Engine
from lint.formats import from_text
from lint.model import Diagnostic, Level, Rule, Settings

CONTEXT = 60
"""Code points of the text shown on either side of a hit."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules run, and with which grammar engine; the plain value sent to the worker processes."""

    rules: str
    grammar: str = "off"
    select: tuple[str, ...] = ()
    preview: tuple[str, ...] | bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with the text around it."""

    diagnostic: Diagnostic
    context: str


@dataclass(frozen=True, slots=True)
class Result:
    """What one file gave. Words are runs of non-space characters."""

    path: str
    words: int
    found: list[Found]


def chosen(choice: Choice) -> list[Rule]:
    """The rules that a choice runs: all but previews, or those selected, with the signs of their family for a rule that adds them up."""
    rules = rulefile.load(choice.rules)
    known = {rule.id for rule in rules} | {rule.family for rule in rules}
    if unknown := sorted(set(choice.select) - known):
        raise SystemExit(f"{', '.join(unknown)}: no such rule or family")
    picked = []
    for rule in rules:
        named = not choice.select or rule.id in choice.select or rule.family in choice.select
        preview = choice.preview if isinstance(choice.preview, bool) else rule.id in choice.preview
        if named and (preview or not rule.preview) and (rule.kind != "grammar" or choice.grammar != "off"):
            picked.append(rule)
    sums = {rule.family for rule in picked if rule.kind == "verdict"}
    return [r for r in rules if r in picked or (r.family in sums and r.sign and not r.preview)]


_engine: Engine | None = None


def _start(choice: Choice) -> None:
    global _engine
    _engine = Engine(chosen(choice), Settings(grammar_engine=choice.grammar))  # type: ignore[arg-type]


def _read(path: str) -> Result:
    assert _engine is not None
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    found = []
    for d in _engine.check(from_text(text, path)):
        before, after = text[max(0, d.span.start - CONTEXT) : d.span.start], text[d.span.end : d.span.end + CONTEXT]
        found.append(Found(d, f"{before}[[{d.found}]]{after}"))
    return Result(path, len(text.split()), found)


def run(paths: Sequence[str], choice: Choice, jobs: int = 2) -> Iterator[Result]:
    """The findings of every file, in the order of `paths`; several processes, started by spawn. The engine is built once in each."""
    shown = sys.stderr.isatty()
    if jobs == 1 or len(paths) < 40:
        _start(choice)
        for path in paths:
            yield _read(path)
        return
    with multiprocessing.get_context("spawn").Pool(jobs, _start, (choice,)) as pool:
        for number, result in enumerate(pool.imap(_read, paths, chunksize=8), 1):
            if shown and number % 10 == 0:
                print(f"\r{number} of {len(paths)} files", end="", file=sys.stderr, flush=True)
            yield result
    if shown:
        print("\r\033[K", end="", file=sys.stderr)


def texts(folder: str, curly: bool = False) -> list[str]:
    """Paths of the .txt files below a folder, sorted; of its sub-folder `plain` or `curly` where it has them."""
    inner = os.path.join(folder, "curly" if curly else "plain")
    beside = os.path.join(os.path.dirname(os.path.abspath(folder)), "curly")
    if os.path.isdir(inner):
        folder = inner
    elif curly:
        if not os.path.isdir(beside):
            raise SystemExit(f"{folder}: no texts with curly quotation marks, here or beside it")
        folder = beside
    paths = [os.path.join(root, name) for root, _, names in os.walk(folder) for name in names if name.endswith(".txt")]
    if not paths:
        raise SystemExit(f"{folder}: no .txt files")
    return sorted(paths)


def flat(text: str) -> str:
    """Text on one line of a TSV."""
    return text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\t", " ")


def report(results: Iterable[Result], hits: str | None, sample: int) -> int:
    """Print findings per level and rule and `sample` of each; write all hits as TSV to the path `hits`. Returns the number of crashes."""
    words = files = 0
    levels: collections.Counter[Level] = collections.Counter()
    rules: dict[str, list[Found]] = collections.defaultdict(list)
    for result in results:
        files, words = files + 1, words + result.words
        for found in result.found:
            levels[found.diagnostic.level] += 1
            rules[found.diagnostic.rule].append(found)
    print(f"{files} files, {words} words")
    for level in sorted(Level, reverse=True):
        print(f"{level.label:8} {levels[level]:6}  {levels[level] * 10_000 / max(1, words):8.3f} in 10,000 words")
    print("\n errors warnings  notes  rule")
    for rule, group in sorted(rules.items(), key=lambda item: (-len(item[1]), item[0])):
        count = collections.Counter(f.diagnostic.level for f in group)
        print(f"{count[Level.ERROR]:7} {count[Level.WARNING]:8} {count[Level.NOTE]:6}  {rule}")
    for rule, group in sorted(rules.items()) if sample else ():
        print(f"\n{rule}: {len(group)}")
        for found in sorted(random.Random(1).sample(group, min(sample, len(group))), key=lambda f: (f.diagnostic.path, f.diagnostic.span)):
            d = found.diagnostic
            print(f"  {os.path.basename(d.path)}:{d.line}: {d.level.label}: {flat(found.context)}\n      {d.message}")
    if hits:
        with open(hits, "w", encoding="utf-8", newline="\n") as file:
            file.write("rule\tlevel\tfile\tline\tfound\treplacement\tcontext\tmessage\n")
            for rule, group in sorted(rules.items()):
                for found in group:
                    d = found.diagnostic
                    cells = (rule, d.level.label, os.path.basename(d.path), str(d.line), d.found, (*d.replacements, "")[0])
                    file.write("\t".join(map(flat, (*cells, found.context, d.message))) + "\n")
        print(f"\nall hits: {hits}")
    return len(rules.get("presscheck/crash", ()))


def score(folder: str, script: str, choice: Choice, show: bool) -> int:
    """Run the scoring script on the findings in a folder, given to it as JSON lines; its exit code."""
    lines = []
    for result in run(texts(folder), choice, jobs=1):
        for found in result.found:
            d = found.diagnostic
            place = {"path": d.path, "line": d.line, "column": d.column, "end_line": d.end_line, "end_column": d.end_column}
            lines.append(json.dumps({**place, "rule": d.rule, "level": d.level.label, "scope": d.scope, "message": d.message}))
    command = [sys.executable, script, *(["--show"] if show else [])]
    return subprocess.run(command, input="\n".join(lines), text=True, check=False).returncode


def weigh(names: Sequence[str], paths: Sequence[str], choice: Choice, right: int | None, true: int | None, note: str | None) -> int:
    """Measure rules under the whole default configuration and write their rows; without names, measure every row again."""
    rules = {rule.id: rule for rule in rulefile.load(choice.rules)}
    if unknown := sorted(set(names) - set(rules)):
        raise SystemExit(f"{', '.join(unknown)}: no such rule")
    measured = list(names) or [row.rule for row in evidence.read() if row.rule in rules]
    counts: collections.Counter[str] = collections.Counter()
    words = 0
    for result in run(paths, Choice(choice.rules, choice.grammar, preview=tuple(measured))):
        words += result.words
        counts.update(f.diagnostic.rule for f in result.found if f.diagnostic.level == getattr(rules.get(f.diagnostic.rule), "level", None))
    rows = {row.rule: row for row in evidence.read()}
    today, changed = datetime.date.today().isoformat(), 0
    for name in measured:
        old, hits = rows.get(name), counts[name]
        if not names and old and (old.hits, old.words) != (hits, words):
            print(f"{name}: {old.hits} hits in {old.words} words before, {hits} in {words} now: read them, then give --right and --true")
            changed += 1
            continue
        judged = right if right is not None else old.right if old and old.hits == hits else 0
        found = true if true is not None else old.true_hits if old else 0
        remark = note if note is not None else old.note if old else ""
        rows[name] = evidence.Row(name, words, hits, judged, found, today if names else old.date if old else today, flat(remark))
        print(f"{name}: {hits} hits in {words} words, {judged} right; {found} true elsewhere")
    evidence.write(rows.values())
    return 1 if changed else 0


def main() -> int:
    """Read the command line and run one of the commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--rules", default=rulefile.shipped(), help="another folder of rules")
    common.add_argument("--grammar", default="off", choices=["off", "auto", "languagetool", "harper"], help="the grammar engine")
    common.add_argument("--jobs", type=int, default=2, help="processes")
    clean = commands.add_parser("clean", parents=[common], help="findings on clean text")
    clean.add_argument("folder")
    clean.add_argument("--curly", action="store_true", help="take the texts with curly quotation marks")
    clean.add_argument("--select", action="append", default=[], help="only this rule or family (may be repeated)")
    clean.add_argument("--preview", action="store_true", help="preview rules too")
    clean.add_argument("--hits", help="write all hits to this TSV file")
    clean.add_argument("--sample", type=int, default=0, help="print so many hits of each rule")
    seeds = commands.add_parser("seeds", parents=[common], help="the score on labelled texts")
    seeds.add_argument("folder")
    seeds.add_argument("--score", required=True, help="the scoring script; it reads findings as JSON lines")
    seeds.add_argument("--show", action="store_true", help="pass --show on to it")
    edits = commands.add_parser("edits", parents=[common], help="verified edits: damage found again, false edits")
    edits.add_argument("folder")
    edits.add_argument("--model", default="ngram", help="ngram, neural or the path of a GGUF file")
    edits.add_argument("--damaged", type=int, default=500, help="sentences damaged for each kind")
    edits.add_argument("--clean", type=int, default=10_000, help="sentences left as they are")
    edits.add_argument("--only", action="append", default=[], help="only this kind, such as edit-article (may be repeated)")
    edits.add_argument("--show", action="store_true", help="print the false edits")
    edits.add_argument("--files", default="", help="only texts whose name begins with this")
    grammar = commands.add_parser("grammar", parents=[common], help="planted errors found again, beside the raw engines")
    grammar.add_argument("folder")
    grammar.add_argument("--seed", type=int, default=20_260, help="which sentences are damaged")
    grammar.add_argument("--show", action="store_true", help="print the planted errors that our rules miss")
    grammar.add_argument("--texts", type=int, default=0, help="at most about so many clean texts (0: all)")
    rows = commands.add_parser("evidence", parents=[common], help="write rows of bench/evidence.tsv")
    rows.add_argument("rule", nargs="*")
    rows.add_argument("--clean", required=True, help="folder of clean texts")
    rows.add_argument("--right", type=int, help="how many of the hits were right")
    rows.add_argument("--true", type=int, help="true hits in texts other than the seeds and the examples")
    rows.add_argument("--note", help="where they were met")
    quality_names.arguments(commands.add_parser("names", help="recall and false findings of the names family"))
    boilerplate = commands.add_parser("boilerplate", parents=[common], help="the boilerplate family on labelled lines of web pages")
    sys.modules.setdefault("quality", sys.modules[__name__])
    import quality_boilerplate

    quality_boilerplate.arguments(boilerplate)
    given = parser.parse_args()
    if given.command == "boilerplate":
        return quality_boilerplate.main(given)
    if given.command == "names":
        return quality_names.main(given, texts(given.folder))
    if given.command == "seeds":
        return score(given.folder, given.score, Choice(given.rules, given.grammar), given.show)
    if given.command == "edits":
        import quality_edits

        paths = [path for path in texts(given.folder) if os.path.basename(path).startswith(given.files)]
        return quality_edits.measure(paths, given.rules, given.model, given.damaged, given.clean, given.only, given.show)
    if given.command == "grammar":
        import quality_grammar

        return quality_grammar.measure(texts(given.folder), given.rules, given.seed, given.show, given.texts)
    if given.command == "evidence":
        return weigh(given.rule, texts(given.clean), Choice(given.rules, given.grammar), given.right, given.true, given.note)
    choice = Choice(given.rules, given.grammar, tuple(given.select), given.preview)
    return 1 if report(run(texts(given.folder, given.curly), choice, given.jobs), given.hits, given.sample) else 0


if __name__ == "__main__":
    sys.exit(main())
