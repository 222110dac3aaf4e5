"""Entries of a known file that follow their texts to new paths: by git's renames, else by the file's name and what stands in it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .known import Entry, Known

_HALF = 2
"""A text that keeps its name and moves to another folder must hold at least one in so many of the found texts of its entries."""


def followed(known: Known, paths: Sequence[str]) -> tuple[Known, list[str]]:
    """The known entries with the present paths of texts that moved, and a note for each; `paths` are the texts of the run.

    Only a text that has no entries of its own can be one that moved, and only one whose old path is gone. Nothing is guessed from equal
    findings alone: a new text with the findings of an old one is a new text.
    """
    folder = os.path.dirname(os.path.abspath(known.file))
    gone = [path for path in dict.fromkeys(e.path for e in known.entries) if not os.path.lexists(os.path.join(folder, path))]
    if not gone:
        return known, []
    own = {entry.path for entry in known.entries}
    fresh = {known.relative(path): path for path in paths if known.relative(path) not in own}
    if not fresh:
        return known, []
    renamed = _renames(known.file, folder)
    new = {old: renamed[old] for old in gone if renamed.get(old) in fresh}
    names = Counter(map(_name, fresh)), Counter(map(_name, gone))
    by_name = {_name(path): path for path in fresh}
    for old in gone:
        path = by_name.get(_name(old))
        alone = path is not None and names[0][_name(old)] == names[1][_name(old)] == 1 and path not in new.values()
        if path is not None and old not in new and alone and _holds(fresh[path], [e for e in known.entries if e.path == old]):
            new[old] = path
    if len(set(new.values())) < len(new):  # two old texts became one: its findings are counted together
        new = {old: path for old, path in new.items() if list(new.values()).count(path) == 1}
    entries = tuple(replace(entry, path=new.get(entry.path, entry.path)) for entry in known.entries)
    notes = [f"{path} is known as {old}; `presscheck known update` writes the new path" for old, path in new.items()]
    return replace(known, entries=entries), notes


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _holds(path: str, entries: Sequence[Entry]) -> bool:
    try:
        with open(path, "rb") as file:
            text = " ".join(file.read().decode("utf-8", "replace").split())
    except OSError:
        return False  # whoever reads the text says so
    return sum(entry.text in text for entry in entries) * _HALF >= len(entries)


def _renames(file: str, folder: str) -> Mapping[str, str]:
    """Old path -> new path, as git sees it since the known file was last committed; none outside a repository."""
    since = _git(folder, "log", "-1", "--format=%H", "--", os.path.abspath(file)).decode().strip()
    if not since:
        return {}
    told = _git(folder, "diff", "--name-status", "-z", "-M", "--diff-filter=R", "--relative", "--no-ext-diff", since)
    parts = [os.fsdecode(part) for part in told.split(b"\0")]
    return {parts[i + 1]: parts[i + 2] for i in range(0, len(parts) - 2, 3)}


def _git(folder: str, *arguments: str) -> bytes:
    import subprocess  # not at the top, as every run with known findings starts here

    try:
        return subprocess.run(["git", "-C", folder, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False).stdout
    except OSError:
        return b""  # without git the names of the files have to do
