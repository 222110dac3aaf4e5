"""All frames as one: a Set for long texts; for a short one only the frames whose every word can be in it, as a Set takes 0.2 s to build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from ..frames.expression import Item, expression, needs
from ..model import Span
from .patternset import Match, PatternSet, compile_one

SHORT = 3_000
"""Characters of prose below which a text is short."""
FEW = 8
"""So many short texts are read frame by frame; who reads more of them has use for the Set."""


class FrameSet:
    """A set of frames over rows of codes; `words` gives the character of each word that a frame names."""

    def __init__(self, frames: Sequence[Sequence[Item]], words: Mapping[str, str]) -> None:
        self._frames, self._words = frames, words
        self._single: dict[int, Any] = {}
        self._read = 0

    @cached_property
    def _whole(self) -> PatternSet:
        both = [expression(items, self._words) for items in self._frames]
        return PatternSet([exact for exact, _ in both], [loose for _, loose in both])

    @cached_property
    def _needs(self) -> list[list[frozenset[str]]]:
        """For each frame, of which characters it needs one, item by item; those of optional items and of marks are left out."""
        return [needs(items, self._words) for items in self._frames]

    def narrowed(self, rows: Sequence[str], size: int) -> list[int] | None:
        """Numbers of the frames that may match in the rows of a text of this size; None for all, by the Set."""
        if size >= SHORT or self._read >= FEW:
            return None
        self._read += 1
        there = frozenset("".join(rows))
        return [i for i, wanted in enumerate(self._needs) if not any(one.isdisjoint(there) for one in wanted)]

    def search(self, row: str, among: Sequence[int] | None = None) -> Iterator[Match]:
        """Matches in a row, frame by frame; spans are in characters of the row."""
        if among is None:
            yield from self._whole.search(row)
            return
        data = row.encode()
        for index in among:
            compiled = self._single.get(index)
            if compiled is None:
                compiled = self._single[index] = compile_one(expression(self._frames[index], self._words)[0])
            for match in compiled.finditer(data):
                yield Match(index, _span(data, match.span()), _span(data, match.span(compiled.groupindex["found"])), {})


def _span(data: bytes, span: tuple[int, int]) -> Span:
    start = len(data[: span[0]].decode())
    return Span(start, start + len(data[span[0] : span[1]].decode()))
