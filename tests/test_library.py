"""The library calls: exact findings, no printing, cheap to import, from several threads; and no sockets outside the grammar engines."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from workspace import Workspace

import lint
from lint.config import load
from lint.rulefile import load as load_rules


def test_check_gives_exact_findings_and_prints_nothing(workspace: Workspace) -> None:
    found = lint.check("😀 teh hill\n\nLeave a Reply\n", path="a/b.txt", config=workspace.folder / "presscheck.yaml")
    assert [(d.path, d.span, d.line, d.column, d.end_column, d.rule, d.level, d.replacements) for d in found] == [
        ("a/b.txt", (2, 5), 1, 3, 6, "demo/teh", lint.Level.WARNING, ("the",)),
        ("a/b.txt", (12, 25), 3, 1, 14, "demo/reply", lint.Level.ERROR, ("",)),
    ]
    config = load(str(workspace.folder / "presscheck.yaml"))
    html = "<p>x<!-- presscheck: ignore demo/teh --></p><p>teh</p><p>teh"
    assert [d.span for d in lint.check(html, format="html", config=config)] == [(57, 60)]
    assert workspace.printed() == (b"", b"")


def test_wrong_input_raises_what_can_be_caught(workspace: Workspace) -> None:
    with pytest.raises(lint.PresscheckError, match=r"^format: there is no format 'txt'; did you mean 'text'\?$"):
        lint.check("x", format="txt", config=workspace.folder / "presscheck.yaml")
    with pytest.raises(lint.PresscheckError, match=r"none\.yaml: can't be read"):
        lint.check("x", config=workspace.folder / "none.yaml")
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        _ = lint.chek


def test_an_engine_stands_alone_and_several_threads_may_use_it(workspace: Workspace) -> None:
    engine = lint.Engine(load_rules(str(workspace.folder / "demo-rules")))
    texts = [f"On teh hill {i}.\n" * i for i in range(1, 60)]

    def lines(text: str) -> list[int]:
        document = lint.Document("x", text, text, (lint.document.Segment(0, len(text), 0, len(text)),))
        return [d.line for d in engine.check(document)]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lines, texts)) == [list(range(1, i + 1)) for i in range(1, 60)]
        found = pool.map(lambda text: len(lint.check(text, config=workspace.folder / "presscheck.yaml")), texts)
        assert list(found) == list(range(1, 60))


ROOT = str(pathlib.Path(lint.__file__).parent.parent)


def python(code: str, folder: pathlib.Path) -> str:
    environment = {**os.environ, "PYTHONPATH": ROOT}
    return subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout


def test_importing_lint_imports_nothing_of_it(workspace: Workspace) -> None:
    code = "import lint, sys; print(sorted(m for m in sys.modules if m.startswith('lint.')))"
    assert python(code, workspace.folder) == "[]\n"


def test_a_warm_start_imports_none_of_the_slow_modules(workspace: Workspace) -> None:
    workspace.write("presscheck.yaml", workspace.read("presscheck.yaml") + b"exclude: [old/]\noverrides: [{files: x, ignore: demo/teh}]\n")
    workspace.write("presscheck-known.yaml", "- {path: a.txt, rule: demo/utilise, text: utilise}\n")
    workspace.write("a.txt", "teh utilise\n")
    slow = "yaml msgspec pathspec platformdirs rich importlib.metadata multiprocessing subprocess difflib socket"
    code = f"""
import sys
from lint.cli import run
code = run(["a.txt"])
print(code, [name for name in {slow!r}.split() if name in sys.modules])
"""
    python(code, workspace.folder)
    assert python(code, workspace.folder) == "a.txt:1:1: warning: 'teh' is 'the'. [demo/teh]\n0 []\n"


def test_nothing_but_grammar_opens_a_socket(workspace: Workspace) -> None:
    workspace.write("seed.txt", (pathlib.Path(ROOT) / "seeds/003_a08fb9a14dd4b1df.txt").read_bytes())
    code = """
import socket, sys
def refused(*arguments, **keywords):
    raise AssertionError("a socket was opened")
socket.socket = socket.create_connection = socket.getaddrinfo = socket.socketpair = refused
from lint.cli import run
code = run(["check", "--no-config", "--grammar", "off", "--diff", "--preview", "seed.txt"])
for words in (["rules", "list"], ["explain", "boilerplate/comment-form"], ["config"], ["known", "create", "seed.txt"]):
    code = max(code, run(words))
print("code", code)
"""
    assert python(code, workspace.folder).splitlines()[-1] == "code 1"
