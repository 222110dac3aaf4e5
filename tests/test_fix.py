"""Fixes: which edits go in, in what order; bytes kept; diffs that git takes; what is never written."""

from __future__ import annotations

import os
import pathlib
import signal
import stat
import subprocess
import sys
from collections.abc import Callable

import pytest
from workspace import Workspace

from lint.fix import chosen_edits, fixed, unified_diff, with_edits
from lint.model import Diagnostic, Edit, Fix, Level, Safety, Span


def finding(*edits: tuple[int, int, str], safety: Safety = "safe", level: Level = Level.ERROR, rule: str = "demo/a") -> Diagnostic:
    span = Span(edits[0][0], edits[-1][1])
    fix = Fix(tuple(Edit(Span(start, end), text) for start, end, text in edits), safety)
    return Diagnostic("x", span, 1, 1, 1, 1, rule, level, "m", fix=fix)


def chosen(source: str, *found: Diagnostic, unsafe: bool = False, writable: Callable[[str], bool] = lambda text: True) -> tuple[str, int]:
    edits, count = chosen_edits(source, found, unsafe=unsafe, writable=writable)
    return with_edits(source, edits), count


def written(path: str) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_ino, status.st_mtime_ns


def test_of_overlapping_fixes_the_earlier_the_graver_the_shorter_goes_in() -> None:
    assert chosen("abcdef", finding((2, 4, "X")), finding((1, 3, "Y"))) == ("aYdef", 1)
    assert chosen("abcdef", finding((1, 3, "N"), level=Level.NOTE), finding((1, 4, "E"))) == ("aEef", 1)
    assert chosen("abcdef", finding((1, 4, "long")), finding((1, 3, "S"))) == ("aSdef", 1)
    assert chosen("abcdef", finding((1, 3, "B"), rule="demo/b"), finding((1, 3, "A"), rule="demo/a")) == ("aAdef", 1)


def test_fixes_that_touch_both_go_in_and_a_fix_goes_in_whole() -> None:
    assert chosen("abcdef", finding((0, 2, "X")), finding((2, 4, "Y"))) == ("XYef", 2)
    assert chosen("abcdef", finding((0, 2, "X")), finding((2, 2, "-")), finding((2, 4, "Y"))) == ("XYef", 2)
    assert chosen("abcdef", finding((0, 1, "X"), (5, 6, "Z")), finding((5, 6, "Y"))) == ("XbcdeZ", 1)
    assert chosen("abcdef", finding((0, 1, "X")), finding((0, 1, "X"), (5, 6, "Z"))) == ("Xbcdef", 1)
    assert chosen("abcdef", finding((0, 1, "X"), rule="demo/a"), finding((0, 1, "X"), rule="demo/b")) == ("Xbcdef", 2)


def test_only_safe_fixes_unless_asked_and_none_that_cannot_be_written_or_changes_nothing() -> None:
    suggested = finding((0, 1, "X"), safety="suggest")
    assert chosen("abc", suggested) == ("abc", 0)
    assert chosen("abc", suggested, unsafe=True) == ("Xbc", 1)
    assert chosen("abc", finding((0, 1, "’")), writable=str.isascii) == ("abc", 0)
    assert chosen("abc", finding((0, 1, "a"))) == ("abc", 0)
    assert chosen("a\r\nb", finding((0, 1, "x\ny\r\nz"))) == ("x\r\ny\r\nz\r\nb", 1)


def test_rounds_go_on_until_nothing_is_left_and_end_when_nothing_settles() -> None:
    def shrink(source: str) -> list[Diagnostic]:
        return [finding((0, 2, "a"))] if source.startswith("aa") else []

    after = fixed("aaaaab", shrink)
    assert (after.text, after.applied, after.diagnostics, after.settled) == ("ab", 4, (), True)
    flips = fixed("a", lambda source: [finding((0, 1, "b" if source == "a" else "a"))])
    assert (flips.applied, flips.settled) == (10, False)


def test_fix_writes_what_changed_and_reports_what_is_left(workspace: Workspace) -> None:
    workspace.write("a.txt", "On teh hill.\n\nLeave a Reply\n\nThey utilise teh boat.\n")
    workspace.write("b.txt", "Nothing.\n")
    before = written("b.txt")
    ran = workspace.run("--fix", "a.txt", "b.txt")
    assert workspace.read("a.txt") == b"On the hill.\n\nThey utilise the boat.\n"
    assert ran.lines == ["a.txt:3:6: note: 'utilise' may be 'use'. [demo/utilise]"]
    assert ran.said == ["1 note in 1 of 2 texts; 3 fixes applied"]
    assert ran.code == 0
    assert written("b.txt") == before
    ran = workspace.run("--fix", "--unsafe-fixes", "a.txt")
    assert (ran.lines, ran.said) == ([], ["no findings in 1 text; 1 fix applied"])
    assert workspace.read("a.txt") == b"On the hill.\n\nThey use the boat.\n"
    before = written("a.txt")
    assert workspace.run("--fix", "--unsafe-fixes", "a.txt").said == ["no findings in 1 text; 0 fixes applied"]
    assert written("a.txt") == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbfOn teh hill.\r\n\r\nLeave a Reply\r\n", b"\xef\xbb\xbfOn the hill.\r\n"),
        ("On teh hill é.\n".encode("utf-16"), "On the hill é.\n".encode("utf-16")),
        ("The café and the señor saw teh hill".encode("latin-1"), "The café and the señor saw the hill".encode("latin-1")),
        (b"teh\rteh\n", b"the\rthe\n"),
        (b"teh", b"the"),
    ],
)
def test_encoding_mark_and_line_ends_are_kept(workspace: Workspace, before: bytes, after: bytes) -> None:
    workspace.write("a.txt", before)
    workspace.run("--fix", "a.txt")
    assert workspace.read("a.txt") == after


def test_permissions_and_links_are_kept_and_nothing_else_is_left(workspace: Workspace) -> None:
    path = workspace.write("real/a.txt", "teh\n")
    path.chmod(0o751)
    (workspace.folder / "link.txt").symlink_to("real/a.txt")
    assert workspace.run("--fix", "link.txt").said == ["no findings in 1 text; 1 fix applied"]
    assert (workspace.folder / "link.txt").is_symlink()
    assert path.read_text() == "the\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o751
    assert os.listdir("real") == ["a.txt"]


def test_markup_is_left_alone(workspace: Workspace) -> None:
    workspace.write("a.md", "# On *teh* hill\n\n<!-- presscheck: ignore demo/teh -->\n\nteh\n\n`teh` teh\n")
    workspace.write("a.html", "<p title='teh'>teh &amp; t<b>e</b>h</p>\n")
    workspace.run("--fix", "a.md", "a.html")
    assert workspace.read("a.md") == b"# On *the* hill\n\n<!-- presscheck: ignore demo/teh -->\n\nteh\n\n`teh` the\n"
    assert workspace.read("a.html") == b"<p title='teh'>the &amp; t<b>e</b>h</p>\n"


def test_standard_input_is_fixed_to_standard_output(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    for text, out in ((b"\xef\xbb\xbfteh\r\nutilise\r\n", b"\xef\xbb\xbfthe\r\nutilise\r\n"), (b"fine\n", b"fine\n")):
        with open(workspace.write("source", text)) as stream:
            monkeypatch.setattr("sys.stdin", stream)
            ran = workspace.run("--fix", "-")
        assert ran.out == out
    with open(workspace.write("source", "utilise\n")) as stream:
        monkeypatch.setattr("sys.stdin", stream)
        ran = workspace.run("--fix", "--stdin-filename", "a.txt", "-")
    assert (ran.out, ran.said[0]) == (b"utilise\n", "a.txt:1:1: note: 'utilise' may be 'use'. [demo/utilise]")


@pytest.mark.parametrize("name", ["a.txt", "sub/with space.txt", 'quo"te.txt', "tab\there.txt", "é 😀.txt"])
def test_git_applies_the_diff(workspace: Workspace, name: str) -> None:
    texts = {
        name: "One.\nTwo teh.\nThree.\n" + "More.\n" * 20 + "Last teh",
        "windows.txt": "One.\r\nteh\r\n\r\nLeave a Reply\r\n",
    }
    for path, text in texts.items():
        workspace.write(path, text)
    workspace.write("latin.txt", "The café and the señor saw teh hill.\n".encode("latin-1"))
    ran = workspace.run("--diff", name, "windows.txt", "latin.txt")
    assert ran.code == 1
    assert f"{name}:2:5: warning: 'teh' is 'the'. [demo/teh]".replace("\t", "\\x09") in ran.said
    assert ran.said[-1].endswith("; 5 fixes in the diff")
    assert workspace.read(name).decode() == texts[name]
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply", "-"], input=ran.out, check=True)
    assert workspace.read(name).decode() == texts[name].replace("teh", "the")
    assert workspace.read("windows.txt") == b"One.\r\nthe\r\n"
    assert workspace.read("latin.txt") == "The café and the señor saw the hill.\n".encode("latin-1")


def test_a_diff_reads_as_diffs_do(workspace: Workspace) -> None:
    assert unified_diff("a.txt", b"x\ny\n", b"x\nz") == (
        b"--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n x\n-y\n+z\n\\ No newline at end of file\n"
    )
    workspace.write("a.txt", "Fine.\n")
    ran = workspace.run("--diff", "a.txt")
    assert (ran.code, ran.out) == (0, b"")


def test_a_pipe_is_checked_but_not_fixed(workspace: Workspace) -> None:
    os.mkfifo("pipe")
    with subprocess.Popen(["sh", "-c", "echo teh > pipe"]):
        ran = workspace.run("--fix", "pipe")
    assert (ran.code, ran.said[0]) == (2, "presscheck: error: pipe: can't be fixed: it is not a file on disk")


def test_a_file_that_changed_meanwhile_is_not_overwritten(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workspace.write("a.txt", "teh\n")

    def meanwhile(text: str, like: object) -> bytes:
        path.write_text("teh and more\n")
        return text.encode()

    monkeypatch.setattr("lint.onefile.encode", meanwhile)
    ran = workspace.run("--fix", "a.txt")
    assert ran.code == 2
    assert ran.said[0] == "presscheck: error: a.txt: changed while it was being checked; nothing was fixed. Run presscheck again"
    assert path.read_text() == "teh and more\n"


def test_fix_only_reports_nothing_and_only_faults_fail(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("a.txt", "teh utilise\n\nA Leave a Reply form.\n")
    ran = workspace.run("--fix-only", "--fail-level", "note", "a.txt")
    assert (ran.code, ran.lines, workspace.read("a.txt")) == (0, [], b"the utilise\n\nA Leave a Reply form.\n")
    assert ran.said[-1] == "1 note in 1 of 1 text; 1 fix applied"
    assert workspace.run("--fix-only", "a.txt", "missing.txt").code == 2
    assert workspace.run("--fix-only", "--diff", "a.txt").code == 2
    monkeypatch.setattr("lint.kinds.pattern.compile", lambda rules, settings: lambda document: 1 / 0)
    ran = workspace.run("--fix-only", "a.txt")
    assert (ran.code, [line.rpartition(" ")[2] for line in ran.lines]) == (3, ["[presscheck/crash]"])


KILLED = """
import os, signal, sys
import lint.fix as fix
from lint.cli import run

def die(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)

at = sys.argv[1]
if at == "write":
    class Half:
        def __init__(self, file): self.file = file
        def __enter__(self): return self
        def __exit__(self, *_): pass
        def write(self, data):
            self.file.write(data[: len(data) // 2])
            self.file.flush()
            die()
    real = open
    fix.open = lambda path, mode="r", **more: Half(real(path, mode)) if mode == "wb" else real(path, mode, **more)
elif at == "after":
    replace = os.replace
    os.replace = lambda *names: (replace(*names), die())
else:
    setattr(os, at, die)
run(["--fix", "a.txt"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="operating system: Windows has no SIGKILL")
@pytest.mark.parametrize("at", ["write", "fsync", "chmod", "replace", "after"])
def test_a_kill_in_the_middle_leaves_the_old_text_or_the_new_one(workspace: Workspace, at: str) -> None:
    before, after = b"On teh hill.\n" * 1000, b"On the hill.\n" * 1000
    workspace.write("a.txt", before)
    environment = {**os.environ, "PYTHONPATH": str(pathlib.Path(__file__).parent.parent)}
    # The cache is warm, so that the write that is cut is the text's.
    workspace.run("a.txt")
    done = subprocess.run([sys.executable, "-c", KILLED, at], cwd=workspace.folder, env=environment, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert workspace.read("a.txt") == (after if at == "after" else before)
    ran = workspace.run(".")
    assert {line.split(":")[0] for line in ran.lines} == ({"a.txt"} if at != "after" else set())
    workspace.run("--fix", "a.txt")
    assert workspace.read("a.txt") == after
