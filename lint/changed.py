"""What has changed against git: the files of a work tree that differ from a commit, and in them the lines."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .errors import ConfigError
from .model import Diagnostic

Lines = tuple[tuple[int, int], ...]
"""Ranges of lines (1-based, both ends included) as git counts them: only a line feed ends one."""
_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_BINARY = re.compile(rb"^(?:Binary files .* differ|GIT binary patch)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Changes:
    """Changed files by absolute path, each with its changed lines or None for all of them. `against` is how a message names the commit."""

    against: str
    files: Mapping[str, Lines | None] = field(default_factory=dict)

    def among(self, paths: Sequence[str]) -> list[str]:
        """Those of the paths that have changed, in their order."""
        return [path for path in paths if os.path.realpath(path) in self.files]

    def touches(self, diagnostic: Diagnostic, source: str) -> bool:
        """Whether a finding stands on a changed line. All of a text does that has bare carriage returns, no lines to git."""
        lines = self.files.get(os.path.realpath(diagnostic.path))
        if lines is None or re.search(r"\r(?!\n)", source):
            return True
        last = diagnostic.end_line - (diagnostic.end_column == 1 and diagnostic.end_line > diagnostic.line)
        return any(start <= last and diagnostic.line <= end for start, end in lines)


def changes(ref: str = "", *, lines: bool = False) -> Changes:
    """What differs in the work tree: staged, unstaged and untracked files against HEAD; with `ref`, against where HEAD left that commit.

    Deleted and ignored files are none. A renamed file counts with the lines that changed. Raises ConfigError without git, outside a
    repository or for a `ref` that is no commit.
    """
    root = os.path.realpath(os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\n")))
    base = _base(ref)
    diff = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules", "--find-renames")
    status = _git(*diff, "--name-status", "-z", "--diff-filter=d", base, root=root).split(b"\0")[:-1]
    files: dict[str, Lines | None] = {}
    sections: list[str] = []
    at = 0
    while at < len(status):
        kind = status[at][:1]
        at += 2 if kind in (b"R", b"C") else 1
        path = os.path.join(root, os.fsdecode(status[at]))
        at += 1
        files[path] = None
        if kind in (b"A", b"M", b"R", b"C"):
            sections.append(path)
    if lines:
        patch = _git(*diff, "--unified=0", "--diff-filter=AMRC", base, root=root)
        parts = re.split(rb"^diff --git ", patch, flags=re.MULTILINE)[1:]
        if len(parts) == len(sections):  # else a conflict is in the way, and whole files count
            files.update((path, _lines(part)) for path, part in zip(sections, parts, strict=True))
    for name in _git("ls-files", "--others", "--exclude-standard", "-z", root=root).split(b"\0")[:-1]:
        files[os.path.join(root, os.fsdecode(name))] = None
    return Changes(ref or "HEAD", files)


def _lines(section: bytes) -> Lines | None:
    """The lines that one file's part of a diff adds; None, all of them, where git sees no text."""
    if _BINARY.search(section):
        return None
    found = [(int(hunk[1]), int(hunk[2] or 1)) for hunk in _HUNK.finditer(section)]
    return tuple((start, start + count - 1) for start, count in found if count)


def _base(ref: str) -> str:
    """The commit to compare with: without `ref` HEAD, or the empty tree before the first commit."""
    if not ref:
        if _tried("rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
            return _git("hash-object", "-t", "tree", os.devnull).decode().strip()
        return "HEAD"
    if ref.startswith("-") or _tried("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}") is None:
        hint = f"write `--changed -- {ref}` for the path" if os.path.exists(ref) else "a clone for CI may hold too few: fetch it first"
        raise ConfigError(f"--changed: '{ref}' is no commit of this repository; {hint}")
    base = _tried("merge-base", ref, "HEAD")
    if base is None:
        raise ConfigError(f"--changed: '{ref}' and HEAD have no commit in common here; in CI fetch more history (fetch-depth: 0)")
    return base.decode().strip()


def _git(*arguments: str, root: str | None = None) -> bytes:
    done = _run(arguments, root)
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().splitlines()
        raise ConfigError(f"--changed: git says: {said[0] if said else f'exit code {done.returncode}'}")
    return done.stdout


def _tried(*arguments: str) -> bytes | None:
    done = _run(arguments, None)
    return None if done.returncode else done.stdout


def _run(arguments: Sequence[str], root: str | None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=root, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except OSError as error:
        raise ConfigError(f"--changed needs git, and git can't be run: {error.strerror}") from error
