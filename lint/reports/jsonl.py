"""One JSON object a line for each finding, for programs: UTF-8, columns in 1-based code points, ends exclusive.

A finding about the whole document may carry `score`, a number to filter a corpus by.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from ..model import Diagnostic, Related, Span
from . import Result

_SURROGATE = re.compile("[\ud800-\udfff]")


def write(results: Iterable[Result], colour: bool) -> Iterator[str]:
    """The objects, one a line; `colour` changes nothing."""
    for result in results:
        for diagnostic in result.diagnostics:
            yield dumped(plain(diagnostic, result)) + "\n"


def dumped(values: dict[str, object]) -> str:
    """One line of JSON without its line end; lone surrogates, which UTF-8 can't hold, are escaped."""
    line = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda m: f"\\u{ord(m.group()):04x}", line)


def plain(d: Diagnostic, result: Result) -> dict[str, object]:
    """A finding as plain values."""
    fix = None
    if d.fix is not None:
        fix = {"safety": d.fix.safety, "edits": [{**_range(edit.span, result), "text": edit.text} for edit in d.fix.edits]}
    return {
        "path": d.path,
        "line": d.line,
        "column": d.column,
        "end_line": d.end_line,
        "end_column": d.end_column,
        "rule": d.rule,
        "level": d.level.label,
        "message": d.message,
        "scope": d.scope,
        "replacements": list(d.replacements),
        "fix": fix,
        "related": [_related(related, result) for related in d.related],
        "fingerprint": d.fingerprint,
        **({} if d.score is None else {"score": d.score}),
    }


def _related(related: Related, result: Result) -> dict[str, object]:
    """A related place; only one in another text names its path."""
    if related.path is None or related.place is None:
        return {**_range(related.span, result), "message": related.message}
    return {"path": related.path, **related.place._asdict(), "message": related.message}


def _range(span: Span, result: Result) -> dict[str, object]:
    line, column = result.places[span.start]
    end_line, end_column = result.places[span.end]
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}
