"""What docs/importing-names.md shows is what happens."""

from __future__ import annotations

import contextlib
import io
import pathlib
import re

import pytest
from test_docs import FENCE, ROOT, run

from lint.names.importers import IMPORTERS

TEXT = (ROOT / "docs" / "importing-names.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """The files of the page."""
    for block in FENCE.finditer(TEXT):
        if block["file"]:
            path = tmp_path / block["file"]
            path.parent.mkdir(exist_ok=True)
            path.write_text(block["body"], encoding="utf-8")
    return tmp_path


def blocks(kind: str) -> list[str]:
    return [block["body"] for block in FENCE.finditer(TEXT) if block["kind"] == kind]


def test_the_commands_print_what_the_page_shows(folder: pathlib.Path) -> None:
    shown = [block.removeprefix("$ ").rstrip("\n").split("\n") for block in blocks("console")]
    assert [run(command, folder) for command, *_ in shown] == [printed for _, *printed in shown]


def test_the_python_prints_what_its_comments_say(folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (code,) = blocks("python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, {})
    assert printed.getvalue().splitlines() == re.findall(r"  # (.+)", code)


def test_every_format_is_in_the_table() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE)) == set(IMPORTERS)
