"""Which files a run reads: folders with .gitignore, `exclude` and hidden parts, links, odd names, in order; several processes."""

from __future__ import annotations

import concurrent.futures
import os
import pathlib

import pytest
from workspace import Workspace

from lint import processes
from lint.config import Config
from lint.files import find


def names(workspace: Workspace, *paths: str, config: Config | None = None) -> list[str]:
    return find(paths, config or Config(folder=str(workspace.folder))).files


def test_folders_are_walked_in_order_and_hidden_ones_left_out(workspace: Workspace) -> None:
    for path in ("t/b.txt", "t/a/z.md", "t/a.html", "t/B.TXT", "t/.hidden/c.txt", "t/.d.txt", "t/.git/e.txt", "t/f.py", "t/Makefile"):
        workspace.write(path, "x")
    found = find(["t"], Config(folder=str(workspace.folder)))
    assert found.files == ["t/B.TXT", "t/a/z.md", "t/a.html", "t/b.txt"]
    assert found.note == "left out: 2 hidden, 2 of other types"
    assert names(workspace, "t/b.txt", "t", "./t/b.txt") == ["t/b.txt", "t/B.TXT", "t/a/z.md", "t/a.html"]
    assert names(workspace, "t/a", "t/f.py") == ["t/a/z.md", "t/f.py"]


def test_gitignore_is_honoured_nested_and_with_negation(workspace: Workspace) -> None:
    (workspace.folder / ".git/info").mkdir(parents=True)
    workspace.write(".git/info/exclude", "private.txt\n")
    workspace.write(".gitignore", "# drafts\n*.draft.txt\n/t/top.txt\nbuild/\nkept/*\n!kept/this.txt\n")
    workspace.write("t/.gitignore", "!good.draft.txt\nlocal.txt\n[\n")
    texts = ["a.txt", "a.draft.txt", "good.draft.txt", "top.txt", "local.txt", "private.txt"]
    for path in (*texts, "build/x.txt", "sub/local.txt", "sub/top.txt", "kept/this.txt", "kept/other.txt"):
        workspace.write(f"t/{path}", "x")
    workspace.write("kept/this.txt", "x")
    workspace.write("kept/other.txt", "x")
    expected = ["t/a.txt", "t/good.draft.txt", "t/kept/other.txt", "t/kept/this.txt", "t/sub/top.txt"]
    assert names(workspace, "t") == expected
    assert names(workspace, "kept") == ["kept/this.txt"]
    assert find(["t"], Config(folder=str(workspace.folder))).note == "left out: 6 ignored by git"
    assert names(workspace, "t/local.txt") == ["t/local.txt"]


def test_exclude_holds_for_folders_and_for_files_that_were_named(workspace: Workspace) -> None:
    workspace.write("presscheck.yaml", workspace.read("presscheck.yaml") + b'exclude: [old/, "*.draft.txt", "!keep.draft.txt"]\n')
    for path in ("old/a.txt", "b.draft.txt", "keep.draft.txt", "c.txt"):
        workspace.write(f"t/{path}", "teh\n")
    lines = ["t/c.txt:1:1: warning: 'teh' is 'the'. [demo/teh]", "t/keep.draft.txt:1:1: warning: 'teh' is 'the'. [demo/teh]"]
    ran = workspace.run("t")
    assert (ran.lines, ran.said[0]) == (lines, "presscheck: left out: 2 excluded")
    ran = workspace.run("t/old/a.txt", "t/b.draft.txt")
    assert (ran.code, ran.lines, ran.said) == (0, [], ["presscheck: left out: 2 excluded", "no findings in 0 texts"])
    ran = workspace.run("t/old")
    assert (ran.code, ran.said[0]) == (2, "presscheck: error: t/old: nothing to check in this folder (left out: 1 excluded)")
    ran = workspace.run("t/b.draft.txt", "t/c.txt", "t/keep.draft.txt")
    assert ran.lines == lines


def test_links_neither_loop_nor_crash(workspace: Workspace) -> None:
    workspace.write("t/a.txt", "teh\n")
    (workspace.folder / "t/self").symlink_to(".")
    (workspace.folder / "t/b.txt").symlink_to("a.txt")
    os.mkfifo(workspace.folder / "t/pipe.txt")
    found = find(["t"], Config(folder=str(workspace.folder)))
    assert found.files == ["t/a.txt", "t/b.txt"]
    assert found.note == "left out: 1 linked folder, 1 special file"
    assert names(workspace, "t/self") == ["t/self/a.txt", "t/self/b.txt"]


def test_a_file_name_that_is_not_utf_8_comes_out_as_it_is(workspace: Workspace) -> None:
    with open(os.fsencode(workspace.folder) + b"/caf\xe9.txt", "wb") as file:
        file.write(b"teh\n")
    ran = workspace.run(".")
    assert ran.out == b"caf\xe9.txt:1:1: warning: 'teh' is 'the'. [demo/teh]\n"
    assert b'{"path":"caf\\udce9.txt",' in workspace.run("--format", "jsonl", ".").out


def test_several_processes_give_the_bytes_of_one(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    for i in range(processes.ENOUGH_FILES + 1):
        workspace.write(f"t/{i:03}.txt", f"On teh hill {i}, utilise it.\n" * (i % 3))
    workspace.write("t/050.txt", b"\0\1\2")
    workspace.write("t/051.txt", "The café and the señor saw teh hill.\n".encode("latin-1"))
    entries = "- {path: t/001.txt, rule: demo/teh, text: teh}\n- {path: t/002.txt, rule: demo/teh, text: x}\n"
    workspace.write("presscheck-known.yaml", entries)
    options = ("--select", "demo/teh", "t")
    one = workspace.run("--jobs", "1", *options)
    started: list[pathlib.Path] = []
    real = concurrent.futures.ProcessPoolExecutor
    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", lambda *a, **k: started.append(workspace.folder) or real(*a, **k))
    many = workspace.run("--jobs", "2", *options)
    assert started == [workspace.folder]
    assert (many.code, many.out, many.err) == (one.code, one.out, one.err)
    assert one.code == 2
    # Of the damaged text none, of the Latin-1 text one in place of none, of the known text none, and one stale entry.
    assert len(one.lines) == sum(i % 3 for i in range(processes.ENOUGH_FILES + 1)) - 2 + 1 - 1 + 1
    monkeypatch.setattr(processes, "ENOUGH_FILES", 1000)
    assert workspace.run("--jobs", "2", *options).out == one.out
    assert started == [workspace.folder]
