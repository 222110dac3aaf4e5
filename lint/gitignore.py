"""What .gitignore files leave out: those of the folder, of the folders above it up to the repository's root, and of each folder below."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from .globs import Pair, decide, translate


@dataclass(frozen=True, slots=True)
class Level:
    """The patterns of one folder."""

    folder: str
    pairs: tuple[Pair, ...]


def above(folder: str) -> tuple[Level, ...]:
    """The levels of the folders above `folder`, from the root of the git repository it lies in; none outside a repository."""
    folders = []
    here = os.path.abspath(folder)
    while not os.path.lexists(os.path.join(here, ".git")):
        up = os.path.dirname(here)
        if up == here:
            return ()
        here = up
        folders.append(here)
    levels: tuple[Level, ...] = ()
    for parent in reversed(folders):
        levels = entering(parent, levels)
    return levels


def entering(folder: str, levels: tuple[Level, ...]) -> tuple[Level, ...]:
    """The levels with those of one more folder, read from its .gitignore and, at a repository's root, .git/info/exclude."""
    lines: list[str] = []
    for name in (os.path.join(".git", "info", "exclude"), ".gitignore"):
        try:
            with open(os.path.join(folder, name), encoding="utf-8", errors="surrogateescape") as file:
                lines += file.read().splitlines()
        except OSError:
            continue  # there is none, which is the rule
    pairs: tuple[Pair, ...] = ()
    for line in lines:
        try:
            pairs += translate([line]) if line.strip() and not line.startswith("#") else ()
        except ValueError:
            continue  # git passes over a line that is no pattern
    return (*levels, Level(os.path.abspath(folder), pairs)) if pairs else levels


def left_out(path: str, levels: Sequence[Level], *, folder: bool) -> bool:
    """Whether the innermost level with a matching pattern leaves the path out."""
    whole = os.path.abspath(path)
    for level in reversed(levels):
        below = os.path.relpath(whole, level.folder).replace(os.sep, "/")
        verdict = decide(level.pairs, below + "/" if folder else below)
        if verdict is not None:
            return verdict
    return False
