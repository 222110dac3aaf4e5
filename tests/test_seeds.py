"""The whole product on the five seeds, without grammar: each beside its expected output (`pytest --update` writes it anew)."""

from __future__ import annotations

import functools
import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
LINE = re.compile(r"[^:]+:\d+:\d+: (?:note|warning|error): .+ \[[a-z]+/[a-z0-9-]+\]")


@functools.cache
def output() -> list[str]:
    """The lines that the command prints about the seeds, run from the top of the checkout."""
    options = ["--no-config", "--no-known", "--grammar", "off", "--exit-zero", "--quiet"]
    done = subprocess.run(
        [sys.executable, "-m", "lint.cli", "check", *options, "seeds"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_findings_are_the_expected_ones(seed: pathlib.Path, request: pytest.FixtureRequest) -> None:
    lines = [line for line in output() if line.startswith(f"seeds/{seed.name}:")]
    expected = seed.with_suffix(".expected")
    if request.config.getoption("--update"):
        expected.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")
    assert lines == expected.read_text(encoding="utf-8").splitlines()


def test_every_line_has_the_form_that_editors_read() -> None:
    assert [line for line in output() if not LINE.fullmatch(line)] == []


def test_no_line_is_about_another_file() -> None:
    names = {f"seeds/{seed.name}" for seed in SEEDS}
    assert {line.partition(":")[0] for line in output()} == names
