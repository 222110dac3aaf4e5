"""Many RE2 expressions as one: a Set says which of them match a text, then only those are run for their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import re2

from ..model import Span
from .sieve import loosened

MEMORY = 256 << 20
"""Bytes that RE2 may use for a Set's automaton: with its default of 8 MB a Set of some thousand expressions doesn't compile."""
_NAMED = re.compile(r"(?<!\\)((?:\\\\)*)\(\?P<\w+>")
"""Named groups, which make a Set forty times slower (measured: 2,500 expressions, 0.3 against 14 MB a second); it needs no places."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where expression number `index` matched; `groups` are the named groups that took part, as text."""

    index: int
    span: Span
    found: Span
    groups: dict[str, str]


class PatternSet:
    """A compiled set of expressions. Raises re2.error for an expression that RE2 refuses. Offsets are code points in the searched text."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._compiled: list[Any] = [None] * len(patterns)
        self._set = None
        if patterns:
            self._set = re2.Set.SearchSet(_options())
            for pattern in patterns:
                self._set.Add(loosened(_NAMED.sub(r"\1(?:", pattern)))
            self._set.Compile()

    def search(self, text: str) -> Iterator[Match]:
        """All matches of all expressions, expression by expression, each from left to right without overlap."""
        if self._set is None:
            return
        data = text.encode("utf-8", "surrogatepass")
        found = self._set.Match(data)
        if not found:
            return
        offsets = None if len(data) == len(text) else _Offsets(data)
        for index in sorted(found):
            compiled = self._compiled[index]
            if compiled is None:
                compiled = self._compiled[index] = compile_one(self._patterns[index])
            names = compiled.groupindex
            for m in compiled.finditer(data):
                span = _span(m.span(), offsets)
                place = _span(m.span(names["found"]), offsets) if "found" in names and m.span(names["found"])[0] >= 0 else span
                groups = {k: m.group(v).decode("utf-8", "surrogatepass") for k, v in names.items() if m.group(v) is not None}
                yield Match(index, span, place, groups)


class _Offsets:
    """Byte offsets to code points, by counting on from the last one asked when it lies before."""

    def __init__(self, data: bytes) -> None:
        self._data, self._byte, self._point = data, 0, 0

    def __call__(self, byte: int) -> int:
        if byte < self._byte:
            self._byte = self._point = 0
        self._point += len(self._data[self._byte : byte].decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._point


def compile_one(pattern: str) -> Any:
    """One RE2 expression, quiet about errors on standard error; raises re2.error."""
    return re2.compile(pattern, _options())


def _options() -> Any:
    options = re2.Options()
    options.max_mem = MEMORY
    options.log_errors = False
    return options


def _span(span: tuple[int, int], offsets: _Offsets | None) -> Span:
    return Span(*span) if offsets is None else Span(offsets(span[0]), offsets(span[1]))
