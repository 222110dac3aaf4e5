"""Many RE2 expressions as one: a Set says which of them match a text, then only those are run for their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import re2

from ..lazyregex import regex
from ..model import Span
from .sieve import loosened

MEMORY = 256 << 20
"""Bytes that RE2 may use for a Set's automaton: with its default of 8 MB a Set of some thousand expressions doesn't compile."""
_NAMED = regex(r"(?<!\\)((?:\\\\)*)\(\?P<\w+>")
"""Named groups, which make a Set forty times slower (measured: 2,500 expressions, 0.3 against 14 MB a second); it needs no places."""
_LOOP = regex(r"(?:\[\^(?:\\.|[^\]])*\]|(?<!\\)[.)]|\\[SDW]|\[\\x\{0\}[^\]]*\])[+*]")
MOST_SETS = 12
"""Sets of expressions with a loop over anything that every text is matched against at most."""
TAME_BYTES, TAME_SETS, TAME_MOST = 12_000, 6, 120_000
"""About how much of the other expressions makes a Set, how many Sets of them there are at most, and from which size on they make only one:
thousands of expressions are mostly plain words, whose common automaton is small (measured: 5,000, 8.7 against 2.3 MB a second)."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where expression number `index` matched; `groups` are the named groups that took part, as text."""

    index: int
    span: Span
    found: Span
    groups: dict[str, str]


class PatternSet:
    """A set of expressions, compiled on first use. Offsets are code points in the searched text."""

    def __init__(self, patterns: Sequence[str], loose: Sequence[str] | None = None) -> None:
        """`loose` are the `loose_form`s of the expressions where they were made before."""
        self._patterns = patterns
        self._loose = loose
        self._compiled: list[Any] = [None] * len(patterns)

    @cached_property
    def _sets(self) -> list[tuple[list[int], Any]]:
        loose = self._loose or [loose_form(pattern) for pattern in self._patterns]
        return [(group, _compiled(forms)) for group, forms in _grouped(loose)]

    def search(self, text: str) -> Iterator[Match]:
        """All matches of all expressions, expression by expression, each from left to right without overlap.

        Raises re2.error for an expression that RE2 refuses.
        """
        if not self._patterns:
            return
        data = text.encode("utf-8", "surrogatepass")
        found = [group[i] for group, matcher in self._sets for i in matcher.Match(data) or ()]
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


def loose_form(expression: str) -> str:
    """What stands for an expression in a Set: it matches at least where the expression does."""
    return loosened(_NAMED.sub(r"\1(?:", expression))


def _grouped(expressions: Sequence[str]) -> Iterator[tuple[list[int], list[str]]]:
    """Expressions by number, in groups that make a Set each: those with a loop over anything a few at a time, the others in larger groups.

    A loop over anything goes on while others begin, so that the states of a common automaton multiply (measured: 142 such expressions in
    one Set take 3 s to come to know 1 MB of news, in sets of 16 a fifth of that). The others in six Sets instead of one take 0.5 s for
    each of the first 3 MB of news instead of 0.84, and 70 MB less.
    """
    tame = [i for i, expression in enumerate(expressions) if not _LOOP.search(expression)]
    wild = [i for i, expression in enumerate(expressions) if _LOOP.search(expression)]
    size = max(16, -(-len(wild) // MOST_SETS))
    size_of_all = sum(len(expressions[i]) for i in tame)
    sets = 1 if size_of_all > TAME_MOST else min(TAME_SETS, max(1, size_of_all // TAME_BYTES))
    tame_size = max(1, -(-len(tame) // sets))
    groups = [tame[at : at + tame_size] for at in range(0, len(tame), tame_size)]
    for group in [*groups, *(wild[at : at + size] for at in range(0, len(wild), size))]:
        if group:
            yield group, [expressions[i] for i in group]


def _compiled(expressions: Sequence[str]) -> Any:
    """A Set of expressions. Raises re2.error."""
    matcher = re2.Set.SearchSet(_options())
    for expression in expressions:
        matcher.Add(expression)
    matcher.Compile()
    return matcher


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


def refusal(pattern: str) -> str | None:
    """Why RE2 refuses an expression, None when it takes it. A Set only reads it; compiling each takes twenty times as long."""
    try:
        re2.Set.SearchSet(_options()).Add(pattern)
    except re2.error:
        try:
            compile_one(pattern)  # only this says why
        except re2.error as error:
            return error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
    return None


def matches_empty(pattern: str) -> bool:
    """Whether an expression that RE2 takes matches the empty text: so does its loose form then, which compiles faster."""
    return compile_one(loose_form(pattern)).search(b"") is not None


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
