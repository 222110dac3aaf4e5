"""One line a finding: `PATH:LINE:COLUMN: note|warning|error: MESSAGE [family/rule]`, as compilers and editors have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import Level
from . import Result

# Control characters, line and paragraph separators and marks of writing direction, which a terminal would act on; lone surrogates in
# the low range stand for the bytes of a file name and are left to whoever encodes the line.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udc7f\udd00-\udfff]")
_COLOURS = {Level.NOTE: "36", Level.WARNING: "33", Level.ERROR: "31"}


def write(results: Iterable[Result], colour: bool) -> Iterator[str]:
    """The lines of a report, each with its line end; with `colour` for a terminal."""
    for result in results:
        for d in result.diagnostics:
            path, message = escaped(d.path), escaped(d.message)
            if colour:
                level = f"\x1b[1;{_COLOURS[d.level]}m{d.level.label}:\x1b[0m"
                yield f"\x1b[1m{path}:{d.line}:{d.column}:\x1b[0m {level} {message} \x1b[2m[{d.rule}]\x1b[0m\n"
            else:
                yield f"{path}:{d.line}:{d.column}: {d.level.label}: {message} [{d.rule}]\n"


def escaped(text: str) -> str:
    """Text with what a terminal would act on written as \\xNN or \\uNNNN."""
    return _UNSAFE.sub(lambda m: f"\\x{ord(m.group()):02x}" if ord(m.group()) < 256 else f"\\u{ord(m.group()):04x}", text)
