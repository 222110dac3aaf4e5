"""Fixes applied to a text, round after round until nothing is left to fix; what is written keeps encoding, line ends and permissions."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .errors import ReadError
from .model import Diagnostic, Edit

ROUNDS = 10
"""Most rounds of finding and fixing; a text that still changes then is left as it is after the last one, with a note."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its fixes: how many were applied, what is still found, and whether the last round had nothing left to apply."""

    text: str
    applied: int
    diagnostics: tuple[Diagnostic, ...]
    settled: bool


def fixed(
    source: str,
    check: Callable[[str], Sequence[Diagnostic]],
    *,
    unsafe: bool = False,
    writable: Callable[[str], bool] = lambda text: True,
) -> Fixed:
    """Apply safe fixes (with `unsafe` the suggested ones too) until `check` finds none; `writable` refuses text its encoding can't hold."""
    applied = 0
    diagnostics = tuple(check(source))
    for _ in range(ROUNDS):
        edits, count = chosen_edits(source, diagnostics, unsafe=unsafe, writable=writable)
        if not count:
            return Fixed(source, applied, diagnostics, True)
        source = with_edits(source, edits)
        applied += count
        diagnostics = tuple(check(source))
    edits, count = chosen_edits(source, diagnostics, unsafe=unsafe, writable=writable)
    return Fixed(source, applied, diagnostics, not count)


def chosen_edits(
    source: str, diagnostics: Iterable[Diagnostic], *, unsafe: bool, writable: Callable[[str], bool]
) -> tuple[list[Edit], int]:
    """The edits of one round and the number of fixes they make up.

    Of fixes that touch the same text the one that starts first goes in, then the one of higher level, then the shorter, then the smaller
    rule id; a fix goes in whole or not at all. The others get their turn in the next round.
    """
    line_end = "\r\n" if "\r\n" in source else "\n"
    ranked = []
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or not (unsafe or fix.safety == "safe"):
            continue
        edits = tuple(Edit(e.span, e.text.replace("\r\n", "\n").replace("\n", line_end)) for e in fix.edits)
        if all(writable(e.text) for e in edits) and any(source[e.span.start : e.span.end] != e.text for e in edits):
            size = sum(e.span.end - e.span.start for e in edits)
            ranked.append((min(e.span for e in edits).start, -diagnostic.level, size, diagnostic.rule, edits))
    ranked.sort(key=lambda item: item[:4])
    taken: set[Edit] = set()
    end, inserted, count = -1, False, 0
    for *_, edits in ranked:
        first = min(e.span for e in edits)
        # An insertion right at the end of another edit would leave their order open.
        free = first.start > end or (first.start == end and first.end > end and not inserted)
        if taken.issuperset(edits) or free:
            taken.update(edits)
            last = max((e.span.end, e.span.start == e.span.end) for e in edits)
            end, inserted = max((end, inserted), last)
            count += 1
    return sorted(taken, key=lambda e: e.span), count


def with_edits(source: str, edits: Iterable[Edit]) -> str:
    """The source after edits that don't overlap."""
    out, at = [], 0
    for edit in sorted(edits, key=lambda e: e.span):
        out += [source[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*out, source[at:]])


def replace_file(path: str, before: bytes, after: bytes) -> None:
    """Put new content in a file's place in one step, with the old one's permissions; a link stays a link. Raises ReadError."""
    target = os.path.realpath(path)
    beside = os.path.join(os.path.dirname(target), f".{os.path.basename(target)}.{os.getpid()}.presscheck")
    try:
        if not os.path.isfile(target):
            raise ReadError(f"{path}: can't be fixed: it is not a file on disk")
        with open(target, "rb") as file:
            if file.read() != before:
                raise ReadError(f"{path}: changed while it was being checked; nothing was fixed. Run presscheck again")
        if not os.access(target, os.W_OK):
            raise ReadError(f"{path}: can't be fixed: the file is write-protected")
        status = os.stat(target)
        with open(beside, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())  # else a machine that loses power may keep the new name and lose the content
        os.chmod(beside, status.st_mode & 0o7777)
        os.replace(beside, target)
    except OSError as error:
        raise ReadError(f"{path}: can't be fixed: {error.strerror}") from error
    finally:
        if os.path.exists(beside):
            os.unlink(beside)


def unified_diff(path: str, before: bytes, after: bytes) -> bytes:
    """The change as `git apply` and `patch -p1` take it, in the file's own encoding; the path is relative to the working directory."""
    import difflib

    name = os.path.relpath(path).replace(os.sep, "/") if not os.path.isabs(path) or _inside(path) else path.replace(os.sep, "/").lstrip("/")
    old, new = (os.fsencode(_quoted(f"{side}/{name}")) for side in ("a", "b"))
    lines = difflib.diff_bytes(difflib.unified_diff, _lines(before), _lines(after), old, new)
    return b"".join(line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n" for line in lines)


def _lines(data: bytes) -> list[bytes]:
    """Lines as git counts them: only a line feed ends one."""
    lines = data.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _inside(path: str) -> bool:
    return os.path.abspath(path).startswith(os.path.join(os.getcwd(), ""))


def _quoted(name: str) -> str:
    """A file name as git writes it in a diff: a tab ends one with spaces, quotes and escapes hold one with control characters."""
    if any(c in '"\\' or ord(c) < 32 or ord(c) == 127 for c in name):
        escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
        return '"' + "".join(escapes.get(c) or (f"\\{ord(c):03o}" if ord(c) < 32 or ord(c) == 127 else c) for c in name) + '"'
    return name + "\t" if " " in name else name
