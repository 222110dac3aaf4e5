"""A known file of the seeds against twenty kinds of edits: what is known stays silent, what is new is reported, what is gone is named."""

from __future__ import annotations

import pathlib
import re
import shutil
import subprocess
import textwrap
from collections.abc import Callable

import pytest
from workspace import Workspace

SEEDS = pathlib.Path(__file__).parent.parent / "seeds"
GHANI, TALIBAN, BLINKEN, PHOTOS = "000_59f4646ab8653f54", "001_a2108e1dc212e276", "002_867e437eca5cd76e", "003_a08fb9a14dd4b1df"
FORM = "\n\nLeave a Reply\n"
REPLY = f"\n\nShare this article{FORM}"
Edit = Callable[[pathlib.Path], object]


def changed(name: str, edit: Callable[[str], str]) -> Edit:
    """An edit of the text of one seed."""

    def run(folder: pathlib.Path) -> None:
        path = folder / f"{name}.txt"
        before = path.read_bytes().decode()
        after = edit(before)
        assert after != before
        path.write_bytes(after.encode())

    return run


def replaced(name: str, old: str, new: str) -> Edit:
    return changed(name, lambda text: text.replace(old, new, 1))


def reflowed(text: str) -> str:
    paragraphs = text.split("\n\n")
    wrap = textwrap.TextWrapper(width=72, break_long_words=False, break_on_hyphens=False, drop_whitespace=True)
    return "\n\n".join(wrap.fill(p) if len(p) > 300 else p for p in paragraphs)


def moved(old: str, new: str) -> Edit:
    def run(folder: pathlib.Path) -> None:
        (folder / new).parent.mkdir(exist_ok=True)
        (folder / old).rename(folder / new)

    return run


def renamed_in_git(folder: pathlib.Path) -> None:
    subprocess.run(["git", "mv", f"{TALIBAN}.txt", "khalilzad.txt"], cwd=folder, check=True)
    subprocess.run(["git", "commit", "-qm", "Rename"], cwd=folder, check=True)


def joined(*edits: Edit) -> Edit:
    def run(folder: pathlib.Path) -> None:
        for edit in edits:
            edit(folder)

    return run


def new(name: str, rule: str) -> tuple[str, str]:
    return f"{name}.txt", rule


EDITS: dict[str, tuple[Edit, list[tuple[str, str]], int]] = {
    "lines above": (changed(PHOTOS, lambda text: "The talks were held on Monday.\n\n" * 3 + text), [], 0),
    "lines between": (changed(BLINKEN, lambda text: text.replace("\n\n", "\n\nThe talks were held on Monday.\n\n")), [], 0),
    "lines below": (changed(GHANI, lambda text: text.rstrip() + "\n\nThe talks were held on Monday.\n"), [], 0),
    "words beside": (replaced(TALIBAN, "Jalam Khalilzad", "yesterday Jalam Khalilzad"), [], 0),
    "paragraphs wrapped": (changed(BLINKEN, reflowed), [], 0),
    "paragraphs of another text wrapped": (changed(GHANI, reflowed), [], 0),
    "line ends of Windows": (changed(TALIBAN, lambda text: text.replace("\n", "\r\n")), [], 0),
    "a byte-order mark": (changed(PHOTOS, lambda text: "\ufeff" + text), [], 0),
    "blank lines doubled": (changed(PHOTOS, lambda text: text.replace("\n\n", "\n\n\n\n")), [], 0),
    "paragraphs in another order": (changed(TALIBAN, lambda text: _swapped(text, 9, 11)), [], 0),
    "a new text without findings": (lambda folder: (folder / "new.txt").write_text("The harbour reopened.\n"), [], 0),
    "a new text with a known finding of another": (
        lambda folder: (folder / "new.txt").write_text(f"The harbour reopened on Monday.{REPLY}"),
        [new("new", "boilerplate/share"), new("new", "boilerplate/comment-form")],
        0,
    ),
    "a new finding of a new kind": (replaced(BLINKEN, "in Doha\n", f"in Doha{FORM}"), [new(BLINKEN, "boilerplate/comment-form")], 0),
    "one more of a known finding": (
        replaced(BLINKEN, "\n\nDeadlocked", "\n\nThe talks went on in the urban cities of the north.\n\nDeadlocked"),
        [new(BLINKEN, "translation/redundancy")],
        0,
    ),
    "a known finding fixed": (replaced(TALIBAN, "Jalam Khalilzad", "Zalmay Khalilzad"), [], 1),
    "a known finding fixed and a new one made": (
        joined(replaced(TALIBAN, "\n\nBack to top button", ""), replaced(BLINKEN, "Antony Blinken had", "Antonio Blinken had")),
        [new(BLINKEN, "names/misspelled")],
        1,
    ),
    "a known line taken out": (replaced(TALIBAN, "\n\nLeave a Reply", ""), [], 1),
    "a text moved to a folder": (moved(f"{TALIBAN}.txt", f"2021/{TALIBAN}.txt"), [], 0),
    "a text renamed in git": (renamed_in_git, [], 0),
    "a text taken out": (lambda folder: (folder / f"{BLINKEN}.txt").unlink(), [], 6),
    "a text moved and a new finding in it": (
        joined(
            moved(f"{BLINKEN}.txt", f"2021/{BLINKEN}.txt"),
            replaced(f"2021/{BLINKEN}", "in Doha\n", f"in Doha{FORM}"),
        ),
        [new(f"2021/{BLINKEN}", "boilerplate/comment-form")],
        0,
    ),
    "a text copied": (
        lambda folder: shutil.copy(folder / f"{BLINKEN}.txt", folder / "copy.txt"),
        [new("copy", rule) for rule in (
            "boilerplate/glued-date", "boilerplate/tweet", "translation/machine-translated", "translation/redundancy",
            "translation/that-on-need", "translation/unhyphenated-participle")],
        0,
    ),
}  # fmt: skip


def _swapped(text: str, i: int, j: int) -> str:
    lines = text.split("\n")
    lines[i - 1], lines[j - 1] = lines[j - 1], lines[i - 1]
    return "\n".join(lines)


@pytest.fixture
def seeds(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The seeds in a repository, with all that is found in them known and committed."""
    for path in SEEDS.glob("*.txt"):
        shutil.copy(path, workspace.folder)
    shutil.rmtree(workspace.folder / "demo-rules")
    # boilerplate/page-lines weighs the shape of lines, so that to it a text that is wrapped anew is another page.
    workspace.write("presscheck.yaml", "grammar: {engine: 'off'}\nignore: [boilerplate/page-lines]\n")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "test")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "test@example.org")
    assert workspace.run("known", "create").code == 0
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Known"]):
        subprocess.run(["git", *command], cwd=workspace.folder, check=True)
    return workspace


@pytest.mark.parametrize("kind", EDITS)
def test_after_an_edit_only_what_is_new_is_reported(seeds: Workspace, kind: str) -> None:
    edit, expected, stale = EDITS[kind]
    edit(seeds.folder)
    ran = seeds.run("--fail-level", "note")
    found = [re.fullmatch(r"([^:]+):\d+:\d+: \w+: .* \[([^]]+)\]", line) for line in ran.lines]
    assert all(found), ran.lines
    pairs = sorted(match.group(1, 2) for match in found if match and match[2] != "presscheck/unused-ignore")
    assert pairs == sorted(expected), "\n".join(ran.lines)
    assert sum(match is not None and match[2] == "presscheck/unused-ignore" for match in found) == stale
    assert ran.code == bool(expected or stale)
    assert seeds.run("known", "update").code == 0
    assert seeds.run("--fail-level", "note").lines == []


def test_there_are_twenty_kinds() -> None:
    assert len(EDITS) >= 20
