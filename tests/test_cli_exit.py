"""Exit codes: 0 clean, 1 findings, 2 the user's mistake, 3 our crash, 130 interrupted, 141 a reader that left; the highest wins."""

from __future__ import annotations

import os
import pathlib
import signal
import subprocess
import sys
import time

import pytest
from workspace import Workspace

import lint.cli
import lint.engine


def test_findings_count_from_the_fail_level_up(workspace: Workspace) -> None:
    workspace.write("note.txt", "utilise\n")
    workspace.write("warning.txt", "teh\n")
    workspace.write("error.txt", "Leave a Reply\n")
    codes = {
        (level, name): workspace.run("--fail-level", level, f"{name}.txt").code
        for level in ("note", "warning", "error")
        for name in ("note", "warning", "error")
    }
    assert {key for key, code in codes.items() if code == 0} == {("warning", "note"), ("error", "note"), ("error", "warning")}
    assert set(codes.values()) == {0, 1}
    assert workspace.run("error.txt").code == 1
    assert workspace.run("warning.txt").code == 0
    workspace.write("presscheck.yaml", workspace.read("presscheck.yaml") + b"fail_level: warning\n")
    assert workspace.run("warning.txt").code == 1


def test_exit_zero_turns_one_into_zero_and_nothing_else(workspace: Workspace) -> None:
    workspace.write("error.txt", "Leave a Reply\n")
    assert workspace.run("--exit-zero", "error.txt").code == 0
    assert workspace.run("--exit-zero", "error.txt", "missing.txt").code == 2


def test_a_missing_file_is_two_and_the_others_are_checked(workspace: Workspace) -> None:
    workspace.write("error.txt", "Leave a Reply\n")
    ran = workspace.run("missing.txt", "error.txt")
    assert ran.code == 2
    assert ran.lines == ["error.txt:1:1: error: 'Leave a Reply' is left over. [demo/reply]"]
    assert ran.said[0] == "presscheck: error: missing.txt: no such file or folder"


def test_an_unreadable_file_is_two(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    # Permissions don't stop root, so these can't be read by anybody: a link to nothing, and a link to itself in a folder that is walked.
    (workspace.folder / "nothing.txt").symlink_to("gone.txt")
    ran = workspace.run("nothing.txt")
    assert (ran.code, ran.said[0]) == (2, "presscheck: error: nothing.txt: a link to nothing")
    (workspace.folder / "texts").mkdir()
    (workspace.folder / "texts/loop.txt").symlink_to("loop.txt")
    workspace.write("texts/good.txt", "teh\n")
    ran = workspace.run("texts")
    assert ran.code == 2
    assert ran.lines == ["texts/good.txt:1:1: warning: 'teh' is 'the'. [demo/teh]"]
    assert ran.said[0] == "presscheck: error: texts/loop.txt: can't be read: Too many levels of symbolic links"


def test_a_folder_with_nothing_to_check_is_two(workspace: Workspace) -> None:
    (workspace.folder / "empty").mkdir()
    workspace.write("other/a.png", b"\x89PNG")
    ran = workspace.run("empty")
    assert (ran.code, ran.said[0]) == (2, "presscheck: error: empty: nothing to check in this folder")
    ran = workspace.run("other")
    assert (ran.code, ran.said[0]) == (2, "presscheck: error: other: nothing to check in this folder (left out: 1 of other types)")


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("select: [demo\n", ":2: is not valid YAML: did not find expected ',' or ']'"),
        ("ignroe: [demo]\n", ":1: ignroe: no such key; did you mean 'ignore'?"),
        ("ignore: [demo/nothing]\nrules: demo-rules\n", ":1: ignore: there is no rule or family 'demo/nothing'; did you mean 'demo/teh'?"),
    ],
)
def test_a_bad_configuration_is_two(workspace: Workspace, config: str, message: str) -> None:
    path = workspace.write("presscheck.yaml", config)
    workspace.write("a.txt", "teh\n")
    ran = workspace.run("a.txt")
    assert (ran.code, ran.lines) == (2, [])
    assert ran.said == [f"presscheck: error: {path}{message}"]


def test_a_language_that_is_none_is_two(workspace: Workspace) -> None:
    workspace.write("a.txt", "teh\n")
    ran = workspace.run("--language", "klingonese", "a.txt")
    assert (ran.code, ran.lines) == (2, [])
    assert ran.said == ["presscheck: error: language: expected a code such as 'en' or 'pt-BR', found 'klingonese'"]


def test_a_bad_rule_file_is_two(workspace: Workspace) -> None:
    path = workspace.write("demo-rules/demo/bad.yaml", "id: demo/bad\nkind: phrases\nlevel: grave\n")
    workspace.write("a.txt", "teh\n")
    ran = workspace.run("a.txt")
    assert (ran.code, ran.lines) == (2, [])
    assert len(ran.said) == 1
    assert ran.said[0].startswith(f"presscheck: error: {path}:")


def test_a_crash_is_three_and_the_other_texts_are_checked(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("a.txt", "teh\n")
    workspace.write("b.txt", "boom teh\n")
    real = lint.engine.Engine.check

    def check(self: lint.engine.Engine, document: lint.engine.Document) -> list[lint.engine.Diagnostic]:
        if document.source.startswith("boom"):
            raise ZeroDivisionError("planted")
        return real(self, document)

    monkeypatch.setattr(lint.engine.Engine, "check", check)
    ran = workspace.run("--exit-zero", "b.txt", "a.txt", "missing.txt")
    assert ran.code == 3
    crash = "presscheck failed on this text (ZeroDivisionError); it was not checked. Please report it."
    assert ran.lines == [f"b.txt:1:1: error: {crash} [presscheck/crash]", "a.txt:1:1: warning: 'teh' is 'the'. [demo/teh]"]
    assert "ZeroDivisionError: planted" in ran.said
    assert ran.said[-1].startswith("presscheck: this is a bug in presscheck (presscheck ")


def test_a_fault_outside_the_texts_is_three(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: object, path: str) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("lint.run.Run.engine", broken)
    workspace.write("a.txt", "teh\n")
    ran = workspace.run("--exit-zero", "a.txt")
    assert (ran.code, ran.lines) == (3, [])
    assert ran.said[-2] == "ZeroDivisionError: planted"


def presscheck(*arguments: str, folder: pathlib.Path, stdout: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "lint.cli", *arguments]
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(lint.cli.__file__))}
    return subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=stdout, stderr=subprocess.PIPE, env=environment)


def test_an_interrupt_is_130(workspace: Workspace) -> None:
    os.mkfifo(workspace.folder / "waiting")
    # A shell starts what runs in its background with interrupts ignored, and this suite may run there.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = presscheck("waiting", folder=workspace.folder)
    finally:
        signal.signal(signal.SIGINT, before)
    # Only once presscheck has opened the pipe does this open return: then it waits for text.
    with open(workspace.folder / "waiting", "wb"):
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode().splitlines()[-1] == "presscheck: interrupted"


def test_a_reader_that_leaves_ends_the_run_without_a_traceback(workspace: Workspace) -> None:
    workspace.write("a.txt", "teh teh teh teh\n" * 5000)
    reading, writing = os.pipe()
    process = presscheck("a.txt", folder=workspace.folder, stdout=writing)
    os.close(writing)
    assert os.read(reading, 5) == b"a.txt"
    os.close(reading)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (141, b"")
