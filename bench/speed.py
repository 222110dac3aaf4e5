"""Start-up, throughput and memory, each beside its budget.

python bench/speed.py FOLDER [--megabytes N]      FOLDER holds English .txt files, a few megabytes of them

CPU seconds are user and system time of the whole process, medians of several runs; MB are 1,000,000 bytes of UTF-8. Modules are compiled
beforehand, as an installation has them. Throughput counts reading and checking, not building the engine; every figure comes from a
process of its own. Made-up rules are built from words of the texts, so that their first words occur.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))

if TYPE_CHECKING:
    from lint.model import Rule

RUNS = 7
PRESSCHECK = [sys.executable, "-c", "from lint.cli import main; main()"]
"""What the console script runs, in this checkout."""
TINY = "The minister left on Monday.\n"


@dataclass(frozen=True, slots=True)
class Child:
    """What one finished process cost: CPU seconds, peak resident memory in MB, what it printed."""

    seconds: float
    peak: float
    output: str


def run(command: Sequence[str], cache: str, good: Sequence[int] = (0,)) -> Child:
    """Run a command to its end with its own cache folder. Raises RuntimeError when its exit code is none of the good ones."""
    compiled = os.path.join(os.path.dirname(cache), "compiled")
    environment = {**os.environ, "PRESSCHECK_CACHE": cache, "PYTHONPATH": os.path.join(HERE, ".."), "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        pid = os.posix_spawn(
            command[0],
            list(command),
            environment,
            file_actions=[(os.POSIX_SPAWN_DUP2, output.fileno(), 1)],
        )
        _, status, usage = os.wait4(pid, 0)
        output.seek(0)
        text = output.read()
    if os.waitstatus_to_exitcode(status) not in good:
        raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}: {text[:500]}")
    scale = 1 if sys.platform == "darwin" else 1024
    return Child(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale / 1e6, text)


def shown(what: str, value: float, unit: str, budget: float, *, least: bool = False) -> bool:
    """Print one figure beside its budget; whether it keeps it."""
    good = value >= budget if least else value <= budget
    print(f"{what:58} {value:8.2f} {unit:8} {'at least' if least else 'at most'} {budget:<7g} {'ok' if good else 'MISSED'}", flush=True)
    return good


def texts(folder: str, megabytes: float) -> list[str]:
    """Texts from all over the folder, so many megabytes of them; the same ones each time."""
    paths = sorted(os.path.join(root, name) for root, _, names in os.walk(folder) for name in names if name.endswith(".txt"))
    if not paths:
        raise SystemExit(f"{folder}: no .txt files")
    random.Random(1).shuffle(paths)
    out, size = [], 0
    for path in paths:
        if size >= megabytes * 1e6:
            break
        with open(path, encoding="utf-8") as file:
            out.append(file.read())
        size += len(out[-1].encode())
    return out


def made_up(sources: Sequence[str], count: int) -> list[Rule]:
    """So many rules, phrases and patterns by turns, from words of the texts in a random order."""
    from lint.kinds.pattern import Options as PatternOptions
    from lint.kinds.phrases import Options as PhrasesOptions
    from lint.model import Level, Rule

    words = sorted({w for text in sources for w in re.findall(r"[a-z]{4,}", text)})
    dice = random.Random(2)
    rules = []
    for i in range(count):
        a, b, c, d = dice.choices(words, k=4)
        options: object = PhrasesOptions("text", {"en": [f"{a} {b} {c}", f"{b} {d} {a}"]})
        kind = "phrases"
        if i % 2:
            options, kind = PatternOptions([f"{a} (?:{b}|{c})(?:s|ed)? {d}", f"{c} [a-z]+ {a}"]), "pattern"
        rules.append(Rule(f"speed/made-up-{i}", kind, Level.WARNING, "'{found}'", "", options))
    return rules


_ONSETS = "b br ch d f g h j k kh l m n p r s sh t tr v z"
_RHYMES = "a ai an ar e el en i in o on or u un"


def gazetteer(count: int, out: str) -> None:
    """Write an index of so many made-up people. Runs in a child process; prints its CPU seconds.

    Their given names and surnames are drawn from the background by their shares; of ten people one has a given name and three have a
    surname that is only known to exist, and as many again one made up of syllables, as lists of real people have rare tokens.
    """
    from lint.datafolder import data_folder
    from lint.names.build import build_file
    from lint.names.source import read

    shipped = os.path.join(data_folder(), "_data", "names")
    lists = [os.path.join(shipped, name) for name in ("background.tsv.gz", "words.txt.gz")]
    shares = read(lists).shares
    dice = random.Random(3)
    attested = [token for token in shares if token.isalpha()]
    onsets, rhymes = _ONSETS.split(), _RHYMES.split()
    syllables = [onset + rhyme for onset in onsets for rhyme in rhymes]

    def drawn(place: int, rare: float) -> Iterator[str]:
        common = [token for token in attested if shares[token][place]]
        weights = [shares[token][place] for token in common]
        while True:
            by_share = dice.choices(common, weights, k=1000)
            for token in by_share:
                chance = dice.random()
                if chance < rare:
                    token = dice.choice(attested)
                elif chance < 2 * rare:
                    token = "".join(dice.choices(syllables, k=3))
                yield token.title()

    given, surnames = drawn(0, 0.1), drawn(1, 0.3)
    names: set[str] = set()
    while len(names) < count:
        names.add(f"{next(given)} {next(surnames)}")
    table = os.path.join(os.path.dirname(out), f"people{count}.tsv")
    with open(table, "w", encoding="utf-8") as file:
        file.write("kind\tname\n" + "".join(f"person\t{name}\n" for name in sorted(names)))
    start = time.process_time()
    build_file([table, *lists], out)
    print(time.process_time() - start)


def throughput(folder: str, megabytes: float, part: str, count: int, index: str | None) -> dict[str, float]:
    """Check the texts with one choice of rules and, if given, another index of names; MB and CPU seconds. Runs in a child process."""
    from lint import rulefile
    from lint.engine import Engine
    from lint.formats import from_text
    from lint.model import Settings

    sources = texts(folder, megabytes)
    rules = []
    if part != "made-up":
        rules = [rule for rule in rulefile.load(rulefile.shipped()) if rule.kind != "grammar" and not rule.preview]
    if part == "names":
        rules = [rule for rule in rules if rule.kind == "names"]
    rules += made_up(sources, max(0, count - len(rules)))
    if index:
        from lint.kinds import names

        vars(names)["shipped"] = lambda: index
    engine = Engine(rules, Settings(grammar_engine="off"))
    for text in sources[:20]:
        engine.check(from_text(text, "warm"))
    start = time.process_time()
    for text in sources:
        engine.check(from_text(text, "text"))
    return {"seconds": time.process_time() - start, "mb": sum(len(t.encode()) for t in sources) / 1e6, "rules": len(rules)}


def startup(folder: str) -> Iterator[bool]:
    """One tiny file, cold and warm."""
    tiny = os.path.join(folder, "tiny.txt")
    with open(tiny, "w", encoding="utf-8") as file:
        file.write(TINY)
    command = [*PRESSCHECK, "check", "--grammar", "off", "--no-config", "--quiet", tiny]
    run(command, os.path.join(folder, "first"))
    cold = []
    for i in range(RUNS):
        cold.append(run(command, os.path.join(folder, f"cold{i}")).seconds)
    cache = os.path.join(folder, "warm")
    run(command, cache)
    warm = [run(command, cache) for _ in range(2 * RUNS)]
    bare = statistics.median(run([sys.executable, "-c", "pass"], cache).seconds for _ in range(RUNS))
    print(f"(of each start, {bare:.2f} CPU-s are Python's own)")
    yield shown("start-up, one tiny file, cache warm", statistics.median(c.seconds for c in warm), "CPU-s", 0.2)
    yield shown("start-up, one tiny file, cache empty", statistics.median(cold), "CPU-s", 0.6)


def memory(folder: str, sources: Sequence[str]) -> Iterator[bool]:
    """The peak of a run over one big file."""
    big = os.path.join(folder, "big.txt")
    with open(big, "w", encoding="utf-8") as file:
        size = 0
        while size < 10e6:
            for text in sources:
                file.write(text + "\n")
                size += len(text)
                if size >= 10e6:
                    break
    command = [*PRESSCHECK, "check", "--grammar", "off", "--no-config", "--quiet", "--exit-zero", big]
    child = run(command, os.path.join(folder, "warm"))
    megabytes = os.path.getsize(big) / 1e6
    yield shown(f"peak memory, one file of {megabytes:.0f} MB", child.peak, "MB", 200 + 8 * megabytes)


def speeds(given: argparse.Namespace, folder: str) -> Iterator[bool]:
    """Throughput by part, and what many rules and many names cost."""

    this = [sys.executable, os.path.abspath(__file__), given.folder]

    def measured(part: str, count: int = 0, index: str = "", runs: int = 3) -> tuple[float, float]:
        command = [*this, "--megabytes", str(given.megabytes), "--part", part, "--index", index]
        results = []
        for _ in range(runs):
            child = run([*command, "--count", str(count)], os.path.join(folder, "warm"))
            results.append(json.loads(child.output))
        seconds = statistics.median(r["seconds"] for r in results)
        return results[0]["mb"] / seconds, results[0]["rules"]

    speed, count = measured("all")
    yield shown(f"all families but grammar, {count:.0f} shipped rules", speed, "MB/CPU-s", 0.5, least=True)
    yield shown("names alone", measured("names")[0], "MB/CPU-s", 0.9, least=True)
    yield shown("phrases and patterns, 500 made-up rules", measured("made-up", 500)[0], "MB/CPU-s", 6, least=True)
    yield shown("phrases and patterns, 5,000 made-up rules", measured("made-up", 5000)[0], "MB/CPU-s", 6, least=True)
    few, many = measured("all", 500)[0], measured("all", 5000)[0]
    yield shown("all families, 5,000 rules against 500: cost", few / many, "times", 2)
    indices = {count: os.path.join(folder, f"names{count}") for count in (35_000, 1_000_000)}
    for count, index in indices.items():
        run([*this, "--part", "gazetteer", "--count", str(count), "--index", index], os.path.join(folder, "warm"))
    few, many = (measured("names", 0, index)[0] for index in indices.values())
    yield shown("names, 1,000,000 entries against 35,000: cost", few / many, "times", 1.5)


def main() -> int:
    """Measure all, print it; exit code 1 when a budget is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", help="English .txt files")
    parser.add_argument("--megabytes", type=float, default=3.0, help="how much of them to check")
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--index", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part == "gazetteer":
        gazetteer(given.count, given.index)
        return 0
    if given.part:
        print(json.dumps(throughput(given.folder, given.megabytes, given.part, given.count, given.index)))
        return 0
    good: list[bool] = []
    parts: list[Callable[[str], Iterator[bool]]] = [
        startup,
        lambda folder: speeds(given, folder),
        lambda folder: memory(folder, texts(given.folder, given.megabytes)),
    ]
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            good += part(folder)
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
