"""Which files a run reads: those named, and of folders the text files below them, in a fixed order; what is left out is counted."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .config import Config
from .errors import ReadError
from .formats import NAMED, format_of
from .globs import decide

if TYPE_CHECKING:
    from .gitignore import Level

STDIN = "-"
_OWN_OF_VCS = (".git", ".hg", ".svn", ".gitignore")


@dataclass(slots=True)
class Found:
    """Paths to read, as given or below what was given; `left_out` counts the rest by reason; `missing` are messages about wrong paths.

    `notes` are lines about what was left out for another reason than the path.
    """

    files: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def note(self) -> str | None:
        """One line about what was left out, None when nothing was."""
        parts = []
        for reason, count in sorted(self.left_out.items()):
            if count:
                parts.append(f"{count} {reason}{'s' if count > 1 and reason.endswith(('folder', 'file')) else ''}")
        return f"left out: {', '.join(parts)}" if parts else None


def find(paths: Iterable[str], config: Config) -> Found:
    """The files of a run. Folders are walked without hidden ones, linked ones and what .gitignore or `exclude` leaves out.

    A file that was named is read whatever its type, unless `exclude` leaves it out.
    """
    found = Found()
    seen: set[str] = set()
    for path in paths:
        if path != STDIN and not os.path.exists(path):
            what = "a link to nothing" if os.path.islink(path) else "no such file or folder"
            if any(c in path for c in "*?["):
                what += "; no file matches this pattern"
            found.missing.append(f"{path}: {what}")
        elif path == STDIN or not os.path.isdir(path):
            if path != STDIN and excluded(config, path):
                found.left_out["excluded"] += 1
            else:
                _add(found, seen, path)
        else:
            _folder(path, config, found, seen)
    return found


def contents(path: str) -> bytes:
    """The bytes of a file. Raises ReadError when it can't be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise ReadError(f"{path}: can't be read: {error.strerror}") from error


def _folder(path: str, config: Config, found: Found, seen: set[str]) -> None:
    from .gitignore import above

    below = Found()
    if excluded(config, path, folder=True):
        below.left_out["excluded"] += 1
    else:
        _walk(path, "" if path in (".", "./") else path, above(path), config, below)
    for file in below.files:
        _add(found, seen, file)
    found.left_out.update(below.left_out)
    found.missing += below.missing
    if not (below.files or below.missing):
        found.missing.append(f"{path}: nothing to check in this folder{f' ({below.note})' if below.note else ''}")


def excluded(config: Config, path: str, *, folder: bool = False) -> bool:
    """Whether the configuration's `exclude` leaves a path out."""
    if not config.exclude:
        return False
    below = relative(config, path)
    return bool(decide(config.exclude, below + "/" if folder else below))


def relative(config: Config, path: str) -> str:
    """A path as the configuration's patterns see it: from its folder, slashes forward."""
    return os.path.relpath(os.path.abspath(path), config.folder).replace(os.sep, "/")


def _add(found: Found, seen: set[str], path: str) -> None:
    key = os.path.abspath(path) if path != STDIN else path
    if key not in seen:
        seen.add(key)
        found.files.append(path)


def _walk(folder: str, shown: str, levels: tuple[Level, ...], config: Config, found: Found) -> None:
    from .gitignore import entering

    levels = entering(folder, levels)
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as error:
        found.missing.append(f"{folder}: can't be read: {error.strerror}")
        return
    for entry in entries:
        path = os.path.join(shown, entry.name)
        below = entry.is_dir(follow_symlinks=False)
        reason = _reason(entry, path, below, levels, config)
        if reason:
            found.left_out[reason] += entry.name not in _OWN_OF_VCS
        elif below:
            _walk(entry.path, path, levels, config, found)
        else:
            found.files.append(path)


def _reason(entry: os.DirEntry[str], path: str, below: bool, levels: tuple[Level, ...], config: Config) -> str:
    """Why an entry of a folder is left out; empty when it isn't."""
    from .gitignore import left_out

    if entry.name.startswith("."):
        return "hidden"
    if not below and os.path.isdir(entry.path):
        return "linked folder"
    if left_out(entry.path, levels, folder=below):
        return "ignored by git"
    if excluded(config, path, folder=below):
        return "excluded"
    if below:
        return ""
    # A name without an extension may be anything, a program too; it is read when it is named.
    if format_of(path) is None or format_of(path) in NAMED or "." not in entry.name:
        return "of other types"
    if os.path.exists(entry.path) and not os.path.isfile(entry.path):
        return "special file"
    return ""
