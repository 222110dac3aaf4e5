"""Plants bugs one at a time in a copy of the checkout and runs the tests that should notice.

python bench/mutants.py [NAME…]      all bugs of bench/mutants.yaml, or those whose name holds one of the words

Prints a line for each bug with the test that noticed it. Exit code 1 when a bug survives, when its `old` text does not stand exactly once
in its file, or when the tests fail without a bug.
"""

from __future__ import annotations

import concurrent.futures
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass

import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORKERS = 2
TIMEOUT = 180
"""Seconds after which a bug that keeps the tests from ending counts as noticed."""
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S.*?)(?: - |$)", re.MULTILINE)


@dataclass(frozen=True)
class Mutant:
    """A bug: in `file` the text `old`, which stands there once, becomes `new`; `tests` are pytest's arguments."""

    name: str
    file: str
    old: str
    new: str
    tests: str


def read() -> list[Mutant]:
    """The bugs in the order of the file. Raises TypeError for an entry with other keys."""
    with open(os.path.join(ROOT, "bench", "mutants.yaml"), encoding="utf-8") as file:
        return [Mutant(**item) for item in yaml.safe_load(file)]


def copied(folder: str) -> str:
    """A copy of the checkout's files, tracked and new ones, without what git ignores."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        if os.path.isfile(os.path.join(ROOT, name)):
            target = os.path.join(folder, name)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copy2(os.path.join(ROOT, name), target)
    return folder


def tested(folder: str, tests: list[str]) -> tuple[int, str]:
    """Exit code and output of pytest in a copy; 1 when it does not end."""
    environment = {**os.environ, "PYTHONPATH": folder, "PRESSCHECK_CACHE": os.path.join(folder, ".cache"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--tb=no", *tests]
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=TIMEOUT
        )
    except subprocess.TimeoutExpired:
        return 1, "FAILED (the tests did not end)"
    return done.returncode, done.stdout


def tried(mutant: Mutant, folders: queue.Queue[str]) -> tuple[bool, str]:
    """Whether a bug was noticed, and by which test or what was wrong."""
    folder = folders.get()
    path = os.path.join(folder, mutant.file)
    try:
        with open(path, encoding="utf-8", newline="") as file:
            before = file.read()
        if before.count(mutant.old) != 1:
            return False, f"NOT PLANTED: the old text stands {before.count(mutant.old)} times in {mutant.file}"
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(before.replace(mutant.old, mutant.new))
        try:
            code, output = tested(folder, mutant.tests.split())
        finally:
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(before)
        names = _FAILED.findall(output)
        if code == 1 and names:
            return True, names[0].split("[")[0]
        return False, "SURVIVED" if code == 0 else f"BROKEN: pytest ended with {code}: {output.strip()[-200:]}"
    except OSError as error:
        return False, f"NOT PLANTED: {error}"
    finally:
        folders.put(folder)


def without_a_bug(tests: str, folders: queue.Queue[str]) -> str:
    """What pytest says when tests fail that should pass, else nothing."""
    folder = folders.get()
    code, output = tested(folder, tests.split())
    folders.put(folder)
    return output[-1000:] if code else ""


def main() -> int:
    """Try all bugs and print the table."""
    words = sys.argv[1:]
    mutants = [m for m in read() if not words or any(word in m.name for word in words)]
    if len({m.name for m in mutants}) != len(mutants) or not mutants:
        print("no bugs of these names, or a name stands twice")
        return 1
    with tempfile.TemporaryDirectory(prefix="mutants") as top, concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        folders: queue.Queue[str] = queue.Queue()
        for i in range(WORKERS):
            folders.put(copied(os.path.join(top, str(i))))
        for tests, output in pool.map(lambda tests: (tests, without_a_bug(tests, folders)), sorted({m.tests for m in mutants})):
            if output:
                print(f"without a bug these fail: {tests}\n{output}")
                return 1
        lost = 0
        width = max(len(m.name) for m in mutants)
        for mutant, (noticed, by) in zip(mutants, pool.map(lambda m: tried(m, folders), mutants), strict=True):
            lost += not noticed
            print(f"{mutant.name:{width}}  {by}", flush=True)
    print(f"{len(mutants) - lost} of {len(mutants)} noticed")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
