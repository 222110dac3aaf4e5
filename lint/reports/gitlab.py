"""GitLab's code quality report: one JSON array; it knows lines only, and drops findings with equal fingerprints, so none are."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator

from ..model import Diagnostic, Level
from . import Result
from .jsonl import dumped

_SEVERITY = {Level.NOTE: "info", Level.WARNING: "minor", Level.ERROR: "major"}


def write(results: Iterable[Result], colour: bool) -> Iterator[str]:
    """The array, one finding a line; `[]` when nothing was found. `colour` changes nothing."""
    seen: Counter[tuple[str, str, str]] = Counter()
    before = "[\n"
    for result in results:
        for diagnostic in result.diagnostics:
            yield before + dumped(_plain(diagnostic, seen))
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _plain(d: Diagnostic, seen: Counter[tuple[str, str, str]]) -> dict[str, object]:
    """A finding as plain values; `seen` counts those that are otherwise alike, so that each fingerprint is one finding's alone."""
    path = d.path.replace(os.sep, "/").removeprefix("./")
    key = (path, d.rule, d.fingerprint)
    number = seen[key]
    seen[key] += 1
    mark = hashlib.sha256("\0".join([*key, str(number)]).encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "description": d.message,
        "check_name": d.rule,
        "fingerprint": mark,
        "severity": _SEVERITY[d.level],
        "location": {"path": path, "lines": {"begin": d.line}},
    }
