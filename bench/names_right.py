"""Put every form of the shipped gazetteer, plain, possessive and in capitals, through the checks of the names family; print what is found.

    python bench/names_right.py

The law is 0. Exit code 1 when there is one.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "names")]

from test_right_forms import entities, wrong  # noqa: E402

from lint.names.gazetteer import Gazetteer, shipped  # noqa: E402
from lint.names.lexicon import Lexicon  # noqa: E402


def main() -> int:
    """Print the sentences with findings and their number; return the exit code."""
    everybody = entities()
    hits = list(wrong(everybody, Lexicon((Gazetteer.open(shipped()),))))
    sys.stdout.write("".join(f"{text}\t{found}\n" for text, found in hits))
    sys.stdout.write(f"{len(everybody)} entities: {len(hits)} sentences with a finding\n")
    return 1 if hits else 0


if __name__ == "__main__":
    raise SystemExit(main())
