"""What only a terminal gets: colour unless NO_COLOR says otherwise, and the progress of a run that goes on for long."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import time

import pytest
from workspace import Workspace

import lint.cli
from lint import terminal


def on_a_terminal(workspace: Workspace, **environment: str) -> str:
    """What presscheck prints when its standard output is a terminal."""
    ours, theirs = pty.openpty()
    root = os.path.dirname(os.path.dirname(lint.cli.__file__))
    known = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    command = [sys.executable, "-m", "lint.cli", "--quiet", "a.txt"]
    with subprocess.Popen(command, cwd=workspace.folder, stdout=theirs, env={**known, "PYTHONPATH": root, "TERM": "xterm", **environment}):
        os.close(theirs)
        time.sleep(0.1)
        printed = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # Linux says so when the other end is closed
                piece = b""
            if not piece:
                break
            printed += piece
    os.close(ours)
    return printed.decode()


def test_colour_is_for_terminals_that_want_it(workspace: Workspace) -> None:
    workspace.write("a.txt", "teh\n")
    plain = "a.txt:1:1: warning: 'teh' is 'the'. [demo/teh]\r\n"
    coloured = "\x1b[1ma.txt:1:1:\x1b[0m \x1b[1;33mwarning:\x1b[0m 'teh' is 'the'. \x1b[2m[demo/teh]\x1b[0m\r\n"
    assert on_a_terminal(workspace) == coloured
    assert on_a_terminal(workspace, NO_COLOR="1") == plain
    assert on_a_terminal(workspace, TERM="dumb") == plain


class Screen(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        """Always."""
        return True


def test_progress_shows_on_a_terminal_once_a_run_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(*, wanted: bool, patience: float) -> str:
        monkeypatch.setattr(terminal, "PATIENCE", patience)
        screen = Screen()
        monkeypatch.setattr(sys, "stderr", screen)
        progress = terminal.Progress(3, wanted=wanted)
        progress.step()
        progress.clear()
        progress.clear()
        return screen.getvalue()

    assert shown(wanted=True, patience=0) == "\r\x1b[K1 of 3 texts\r\x1b[K"
    assert shown(wanted=True, patience=1000) == ""
    assert shown(wanted=False, patience=0) == ""


def test_streams_that_are_closed_do_not_crash(workspace: Workspace) -> None:
    workspace.write("a.txt", "teh\n")
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(lint.cli.__file__))}

    def shell(redirection: str) -> tuple[int, bytes, bytes]:
        command = f"{sys.executable} -m lint.cli a.txt {redirection}"
        done = subprocess.run(["sh", "-c", command], cwd=workspace.folder, env=environment, capture_output=True)
        return done.returncode, done.stdout, done.stderr

    assert shell("2>&-") == (0, b"a.txt:1:1: warning: 'teh' is 'the'. [demo/teh]\n", b"")
    assert shell(">&-") == (141, b"", b"")
