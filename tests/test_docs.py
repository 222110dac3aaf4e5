"""What the README shows is what happens; the rules' pages are fresh.

A block after `<!-- file: NAME -->` is written to a scratch folder beside a copy of the seeds; the `console` blocks run there in order.
The lines after `$ command` are its standard output; `...` stands for any number of lines.
"""

from __future__ import annotations

import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import click
import pytest

from lint import config
from lint.commands import COMMANDS

ROOT = pathlib.Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
FOREIGN_OPTIONS: frozenset[str] = frozenset()
"""Options in the README that are not presscheck's."""


@dataclass(frozen=True)
class Step:
    """A command and the lines it must print."""

    command: str
    expected: list[str]


def steps() -> Iterator[Step]:
    for block in FENCE.finditer(README):
        if block["kind"] == "console":
            first, *parts = re.split(r"^\$ ", block["body"], flags=re.MULTILINE)
            assert first == "", "a console block begins with a command"
            for part in parts:
                command, *expected = part.rstrip("\n").split("\n")
                yield Step(command, expected)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The README's files beside the seeds."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "seeds").mkdir()
    for seed in (ROOT / "seeds").glob("*.txt"):
        shutil.copy(seed, folder / "seeds" / seed.name)
    for block in FENCE.finditer(README):
        if block["file"]:
            path = folder / block["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["body"], encoding="utf-8")
    return folder


def run(command: str, folder: pathlib.Path) -> list[str]:
    binaries = os.path.dirname(sys.executable)
    environment = {**os.environ, "PATH": binaries + os.pathsep + os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()


def fits(expected: list[str], printed: list[str]) -> bool:
    """Whether the printed lines are the expected ones, `...` standing for any number of lines."""
    if not expected:
        return not printed
    if expected[0] == "...":
        return any(fits(expected[1:], printed[i:]) for i in range(len(printed) + 1))
    return bool(printed) and expected[0] == printed[0] and fits(expected[1:], printed[1:])


@pytest.mark.parametrize("step", list(steps()), ids=lambda step: step.command)
def test_a_command_prints_what_the_readme_shows(step: Step, folder: pathlib.Path) -> None:
    printed = run(step.command, folder)
    assert fits(step.expected, printed), "\n".join(printed)


def test_the_readme_shows_output() -> None:
    assert len([line for step in steps() for line in step.expected if line.startswith("seeds/")]) == 10
    assert len(list(steps())) >= 4


def test_the_configuration_of_the_readme_is_read(folder: pathlib.Path) -> None:
    loaded = config.load(str(folder / "presscheck.yaml"))
    assert (loaded.fail_level, loaded.grammar_engine, loaded.words) == ("error", "auto", ("presscheck",))
    assert loaded.rules == (str(folder / "house-rules"),)
    assert run("presscheck config", folder)[0].startswith("file: ")


def options(command: click.Command) -> set[str]:
    out = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    if isinstance(command, click.Group):
        out |= {name for member in command.commands.values() for name in options(member)}
    return out


def test_every_option_and_command_of_the_readme_exists() -> None:
    modules = [importlib.import_module(f"lint.commands.{module}") for module, _ in COMMANDS.values()]
    known = {"--help", "--version"} | {name for module in modules for name in options(module.command)}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README.replace("<!--", "").replace("-->", "")))
    assert named - known - FOREIGN_OPTIONS == set()
    commands = set(re.findall(r"`presscheck ([a-z]+)[ `]", README)) | set(re.findall(r"^presscheck ([a-z]+) ", README, re.MULTILINE))
    assert commands - set(COMMANDS) == set()


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for path in (ROOT / "README.md", ROOT / "docs" / "architecture.md", ROOT / "docs" / "writing-rules.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", FENCE.sub("", path.read_text(encoding="utf-8"))):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_kind_is_described() -> None:
    from lint.kinds import KINDS

    text = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"\n### {kind}\n" not in text] == []


def test_the_vim_line_is_the_one_that_is_tested() -> None:
    line = r"set errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m"
    assert line in README
    assert line in (ROOT / "docs" / "presscheck.vim").read_text(encoding="utf-8")


def test_the_rules_pages_are_fresh() -> None:
    spec = importlib.util.spec_from_file_location("rule_pages", ROOT / "bench" / "rule_pages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.stale() == [], "run `make pages`"
