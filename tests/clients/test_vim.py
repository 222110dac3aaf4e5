"""Vim reads the text report: `vim -q` jumps to the line and the very character."""

from __future__ import annotations

import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent
RULE = """id: demo/teh
kind: pattern
level: warning
message: "'{found}' is '{replacement}'."
why: A slip.
languages: any
patterns: [teh]
replace: the
examples:
  bad: ["On [[teh => the]] hill."]
  good: ["On the hill.", "A tehsil is a district."]
"""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("One.\n\nOn teh hill.\n", (3, 4)),
        ("😀 teh\n", (1, 3)),
        ("中文 e\u0301 الكتاب\tteh\n", (1, 14)),
    ],
)
def test_vim_jumps_to_the_character(tmp_path: pathlib.Path, text: str, place: tuple[int, int]) -> None:
    (tmp_path / "rules/demo").mkdir(parents=True)
    (tmp_path / "rules/demo/teh.yaml").write_text(RULE)
    (tmp_path / "presscheck.yaml").write_text("rules: rules\nselect: demo\n")
    (tmp_path / "a b.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "lint.cli", "--quiet", "--output", "report.txt", "a b.txt"]
    subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PRESSCHECK_CACHE": str(tmp_path / "cache")}, check=True)
    line, column = place
    assert (tmp_path / "report.txt").read_text() == f"a b.txt:{line}:{column}: warning: 'teh' is 'the'. [demo/teh]\n"
    report = "autocmd VimEnter * call writefile([expand('%'), line('.') . '', col('.') . '', expand('<cword>')], 'place') | qall!"
    vim = ["vim", "-u", "NONE", "-i", "NONE", "-N", "-n", "--not-a-term", "--cmd", "set encoding=utf-8 nomore cmdheight=9"]
    vim += ["--cmd", f"source {ROOT / 'docs/presscheck.vim'}", "-q", "report.txt", "-c", report]
    # Vim ends when its standard input does, before it has started: the pipe stays open.
    with subprocess.Popen(vim, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        assert process.wait(timeout=60) == 0
    byte = len(text.split("\n")[line - 1][: column - 1].encode()) + 1
    assert (tmp_path / "place").read_text().splitlines() == ["a b.txt", str(line), str(byte), "teh"]
