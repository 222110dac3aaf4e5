"""The table of docs/faults.md, row by row: what goes wrong, its exit code, what is said. No fault ends with 0."""

from __future__ import annotations

import errno
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

import pytest
from workspace import Workspace

import lint.cli
import lint.engine
import lint.kinds.pattern

ROOT = pathlib.Path(__file__).parent.parent
ROWS = dict(re.findall(r"^\| ([^|]+?) \| [^|]+ \| (\d+) \|$", (ROOT / "docs" / "faults.md").read_text(encoding="utf-8"), re.MULTILINE))
REPLY = "error: 'Leave a Reply' is left over. [demo/reply]"
TEH = "warning: 'teh' is 'the'. [demo/teh]"
FULL = "/dev/full"
linux = pytest.mark.skipif(sys.platform != "linux", reason="operating system: /dev/full is Linux's")


def code(row: str) -> int:
    """The exit code that the table gives a row."""
    return int(ROWS[row])


def start(workspace: Workspace, *arguments: str, stdout: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "lint.cli", *arguments]
    return subprocess.Popen(command, cwd=workspace.folder, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, env=environment)


@pytest.mark.parametrize("more", [(), ("--exit-zero",)])
def test_a_path_that_leads_nowhere(workspace: Workspace, more: tuple[str, ...]) -> None:
    workspace.write("a.txt", "Leave a Reply\n")
    (workspace.folder / "empty").mkdir()
    for row, path, message in (
        ("mistyped path", "b.txt", "b.txt: no such file or folder"),
        ("pattern that matches no file", "*.news", "*.news: no such file or folder; no file matches this pattern"),
        ("folder without a text", "empty", "empty: nothing to check in this folder"),
    ):
        ran = workspace.run(*more, path, "a.txt")
        assert (ran.code, ran.lines, ran.said[0]) == (code(row), [f"a.txt:1:1: {REPLY}"], f"presscheck: error: {message}")


@pytest.mark.parametrize("more", [(), ("--exit-zero",)])
def test_a_file_that_cannot_be_read(workspace: Workspace, more: tuple[str, ...]) -> None:
    workspace.write("a.txt", "Leave a Reply\n")
    (workspace.folder / "loop.txt").symlink_to("loop.txt")
    workspace.write("b.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    ran = workspace.run(*more, "b.txt", "a.txt")
    assert (ran.code, ran.lines) == (code("file that is no text"), [f"a.txt:1:1: {REPLY}"])
    assert ran.said[0].startswith("presscheck: error: b.txt: ")
    (workspace.folder / "b.txt").unlink()
    ran = workspace.run(*more, ".")
    assert (ran.code, ran.lines[:1]) == (code("unreadable file"), [f"a.txt:1:1: {REPLY}"])
    assert "presscheck: error: loop.txt: can't be read: Too many levels of symbolic links" in ran.said


def test_encodings_that_other_tools_pass_over(workspace: Workspace) -> None:
    for name in ("utf-16", "utf-16-le", "utf-16-be"):
        workspace.write("a.txt", "The mayor opened the café on Monday.\n\nLeave a Reply\n".encode(name))
        ran = workspace.run("a.txt")
        assert (ran.code, ran.lines) == (code("UTF-16"), [f"a.txt:3:1: {REPLY}"]), name
    workspace.write("a.txt", "The café on Monday.\n\nLeave a Reply\n".encode("latin-1"))
    ran = workspace.run("a.txt")
    assert (ran.code, ran.lines) == (code("Latin-1 or Windows-1252"), [f"a.txt:3:1: {REPLY}"])
    assert ran.said[0] == "presscheck: a.txt: read as windows-1252: byte 0xe9 in line 1 is not UTF-8; save it as UTF-8 if that is wrong"


@pytest.mark.parametrize("more", [(), ("--exit-zero",)])
def test_a_run_that_cannot_begin(workspace: Workspace, more: tuple[str, ...]) -> None:
    workspace.write("a.txt", "teh\n")
    good = workspace.read("presscheck.yaml")
    ran = workspace.run(*more, "--select", "demo/the", "a.txt")
    assert (ran.code, ran.lines) == (code("unknown rule in `--select`"), [])
    assert ran.said == ["presscheck: error: --select: there is no rule or family 'demo/the'; did you mean 'demo/teh'?"]
    for text in ("selcet: demo\n", "select: [demo\n", "\x00"):
        workspace.write("presscheck.yaml", text)
        ran = workspace.run(*more, "a.txt")
        assert (ran.code, ran.lines, len(ran.said)) == (code("wrong configuration"), [], 1)
        assert ran.said[0].startswith(f"presscheck: error: {workspace.folder}/presscheck.yaml")
    workspace.write("presscheck.yaml", good)
    workspace.write("demo-rules/demo/bad.yaml", "id: demo/bad\nkind: pattern\nlevel: grave\n")
    ran = workspace.run(*more, "a.txt")
    assert (ran.code, ran.lines, len(ran.said)) == (code("wrong rule file"), [], 1)
    assert ran.said[0].startswith(f"presscheck: error: {workspace.folder}/demo-rules/demo/bad.yaml:")


def test_an_engine_that_is_missing(workspace: Workspace) -> None:
    workspace.write("presscheck.yaml", "grammar: {engine: languagetool, java: /nowhere/java}\n")
    workspace.write("a.txt", "The harbour reopened on Monday.\n")
    for more in ((), ("--exit-zero",)):
        ran = workspace.run(*more, "a.txt")
        assert (ran.code, ran.lines) == (code("grammar engine that was asked for is missing"), [])
        assert ran.said[-1].startswith("presscheck: error: grammar.java: there is no Java at '/nowhere/java'; ")


def test_a_crash(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("a.txt", "teh\n\nLeave a Reply\n")
    whole = lint.engine.Engine.check

    def broken(document: object) -> None:
        raise ZeroDivisionError("planted")

    with monkeypatch.context() as patch:
        patch.setattr(lint.kinds.pattern, "compile", lambda rules, settings: broken)
        for more in ((), ("--exit-zero",)):
            ran = workspace.run(*more, "a.txt")
            assert ran.code == code("crash in a kind")
            assert [line.rpartition(" ")[2] for line in ran.lines] == ["[presscheck/crash]", "[demo/reply]"]

    def check(self: lint.engine.Engine, document: lint.engine.Document) -> list[lint.engine.Diagnostic]:
        return whole(self, document) if document.path == "b.txt" else 1 / 0  # type: ignore[return-value]

    workspace.write("b.txt", "teh\n")
    monkeypatch.setattr(lint.engine.Engine, "check", check)
    ran = workspace.run("--exit-zero", "a.txt", "b.txt")
    assert ran.code == code("crash on a text")
    assert [line.rpartition(" ")[2] for line in ran.lines] == ["[presscheck/crash]", "[demo/teh]"]


def test_a_reader_that_went_away(workspace: Workspace) -> None:
    workspace.write("a.txt", "teh teh teh teh\n" * 5000)
    reading, writing = os.pipe()
    process = start(workspace, "--exit-zero", "a.txt", stdout=writing)
    os.close(writing)
    os.close(reading)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (code("reader of the output went away"), b"")


@linux
@pytest.mark.parametrize(
    "arguments",
    [("a.txt",), ("--exit-zero", "a.txt"), ("many.txt",), ("--diff", "a.txt"), ("--help",), ("config",), ("explain", "demo/teh")],
)
def test_a_full_disk_on_standard_output(workspace: Workspace, arguments: tuple[str, ...]) -> None:
    workspace.write("a.txt", "teh\n")
    workspace.write("many.txt", "teh teh teh teh\n" * 5000)
    with open(FULL, "wb") as full:
        process = start(workspace, *arguments, stdout=full.fileno())
        _, err = process.communicate(timeout=60)
    assert process.returncode == code("disk full on standard output")
    assert err.decode().splitlines()[-1] == (
        "presscheck: error: standard output can't be written: No space left on device; the report is not whole"
    )
    assert b"Traceback" not in err


@linux
def test_a_full_disk_with_output(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("a.txt", "teh\n")
    ran = workspace.run("--exit-zero", "--output", FULL, "a.txt")
    assert ran.code == code("disk full with `--output`")
    assert ran.said[-1] == f"presscheck: error: --output: {FULL} can't be written: No space left on device"
    monkeypatch.setattr("lint.cachefolder.os.replace", refuse)
    before = sorted(os.listdir())
    ran = workspace.run("--exit-zero", "--output", "report.txt", "a.txt")
    assert (ran.code, sorted(os.listdir())) == (code("disk full with `--output`"), before)


def refuse(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_while_fixing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("a.txt", "teh\n")
    workspace.write("b.txt", "Leave a Reply\n")
    before = sorted(os.listdir())
    monkeypatch.setattr("lint.fix.os.replace", refuse)
    ran = workspace.run("--fix", "--exit-zero", "a.txt", "b.txt")
    assert ran.code == code("disk full while fixing")
    assert ran.said[:2] == [f"presscheck: error: {name}.txt: can't be fixed: No space left on device" for name in "ab"]
    assert (workspace.read("a.txt"), workspace.read("b.txt"), sorted(os.listdir())) == (b"teh\n", b"Leave a Reply\n", before)


@pytest.mark.parametrize("count", [256, 300])
def test_the_exit_code_does_not_count(workspace: Workspace, count: int) -> None:
    workspace.write("a.txt", "Leave a Reply\n\nYes.\n\n" * count)
    process = start(workspace, "a.txt")
    out, _ = process.communicate(timeout=60)
    assert (process.returncode, out.count(b"\n")) == (code(f"{count} findings"), count)


def test_an_interrupt(workspace: Workspace) -> None:
    os.mkfifo(workspace.folder / "waiting")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = start(workspace, "--exit-zero", "waiting")
    finally:
        signal.signal(signal.SIGINT, before)
    with open(workspace.folder / "waiting", "wb"):
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == code("interrupted")
    assert err.decode().splitlines()[-1] == "presscheck: interrupted"


def test_changes_without_a_repository(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("a.txt", "teh\n")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(workspace.folder.parent))
    ran = workspace.run("--exit-zero", "--changed", "--", "a.txt")
    assert ran.code == code("`--changed` without git or outside a repository")
    assert ran.said[0].startswith("presscheck: error: --changed: git says: fatal: not a git repository")
    subprocess.run(["git", "init", "-q"], check=True)
    ran = workspace.run("--exit-zero", "--changed", "main2", "a.txt")
    assert ran.code == code("`--changed` with an unknown commit")
    assert ran.said == [
        "presscheck: error: --changed: 'main2' is no commit of this repository; a clone for CI may hold too few: fetch it first"
    ]
    monkeypatch.setenv("PATH", "")
    ran = workspace.run("--exit-zero", "--changed", "--", "a.txt")
    assert ran.code == code("`--changed` without git or outside a repository")
    assert ran.said == ["presscheck: error: --changed needs git, and git can't be run: No such file or directory"]


def test_every_row_has_its_test_and_none_ends_with_0() -> None:
    source = pathlib.Path(__file__).read_text(encoding="utf-8")
    elsewhere = {"256 findings", "300 findings"}
    assert [row for row in ROWS if row not in elsewhere and f'"{row}"' not in source] == []
    assert len(ROWS) == 22
    assert "0" not in ROWS.values()
