"""What files hold besides clean UTF-8: other encodings, damage, marks, line ends, nothing, very much; it is read with a note or refused."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from workspace import Workspace

import lint.cli

FOUND = "warning: 'teh' is 'the'. [demo/teh]"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "utf-32"])
def test_unicode_encodings_are_read(workspace: Workspace, encoding: str) -> None:
    workspace.write("a.txt", "Übung: teh hill\n".encode(encoding))
    ran = workspace.run("a.txt")
    assert ran.lines == [f"a.txt:1:8: {FOUND}"]
    assert ran.said[-1] == "1 warning in 1 of 1 text"
    assert len(ran.said) == (2 if encoding == "utf-16-le" else 1)


def test_latin_1_is_read_with_a_note(workspace: Workspace) -> None:
    workspace.write("a.txt", "The café and the naïve señor saw teh hill.\n".encode("latin-1"))
    ran = workspace.run("a.txt")
    assert ran.lines == [f"a.txt:1:34: {FOUND}"]
    assert ran.said[0].startswith("presscheck: a.txt: read as windows-1252: byte 0xe9 in line 1 is not UTF-8")


def test_damaged_utf_8_is_read_with_a_note(workspace: Workspace) -> None:
    workspace.write("a.txt", "Übung Übung Übung ".encode() + b"\xff teh\n")
    ran = workspace.run("a.txt")
    assert ran.lines == [f"a.txt:1:21: {FOUND}"]
    assert ran.said[0].startswith("presscheck: a.txt: byte 0xff in line 1")
    before = workspace.read("a.txt")
    ran = workspace.run("--fix", "a.txt")
    assert "presscheck: a.txt: nothing is fixed here, as some of its bytes could not be read for certain" in ran.said
    assert workspace.read("a.txt") == before


def test_what_is_no_text_is_refused(workspace: Workspace) -> None:
    workspace.write("a.bin", bytes(range(256)) * 4)
    workspace.write("b.txt", b"%PDF-1.7 \xff\xff")
    ran = workspace.run("a.bin", "b.txt")
    assert (ran.code, ran.lines) == (2, [])
    assert ran.said[0].startswith("presscheck: error: a.bin: is not text (a NUL byte at offset 0)")
    assert ran.said[1].startswith("presscheck: error: b.txt: is a PDF file, not text")


def test_a_named_file_of_an_unknown_type_is_read_as_text(workspace: Workspace) -> None:
    workspace.write("a.xyz", "`teh`\n")
    assert workspace.run("a.xyz").lines == [f"a.xyz:1:2: {FOUND}"]


def test_empty_files_are_clean(workspace: Workspace) -> None:
    for name, data in (("a.txt", b""), ("b.md", b""), ("c.html", b""), ("d.txt", b"\xef\xbb\xbf"), ("e.txt", b"\n\n")):
        workspace.write(f"texts/{name}", data)
    ran = workspace.run("texts")
    assert (ran.code, ran.lines, ran.said) == (0, [], ["no findings in 5 texts"])


def test_line_ends_of_all_kinds_count_alike(workspace: Workspace) -> None:
    for name, end in (("unix", "\n"), ("windows", "\r\n"), ("old", "\r")):
        workspace.write(f"{name}.txt", f"One.{end}{end}On teh hill.{end}")
        assert workspace.run(f"{name}.txt").lines == [f"{name}.txt:3:4: {FOUND}"]


def test_fifty_megabytes_in_one_line(workspace: Workspace) -> None:
    text = "The harbour was quiet and nobody saw the boats come in that day. "
    size = 50_000_000
    workspace.write("a.txt", (text * (size // len(text))).encode() + b"On teh hill.\n")
    column = size // len(text) * len(text) + 4
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(lint.cli.__file__))}
    with open(workspace.folder / "out", "wb") as out:
        process = subprocess.Popen([sys.executable, "-m", "lint.cli", "a.txt"], cwd=workspace.folder, stdout=out, env=environment)
        _, status, usage = os.wait4(process.pid, 0)  # a process of its own: this one has the memory of other tests
    process.returncode = os.waitstatus_to_exitcode(status)
    assert (workspace.folder / "out").read_text(encoding="utf-8").splitlines() == [f"a.txt:1:{column}: {FOUND}"]
    assert process.returncode == 0
    # The budget: 200 MB and 8 times the largest file (ru_maxrss is in KiB on Linux).
    assert usage.ru_maxrss * 1024 < 200_000_000 + 8 * size
