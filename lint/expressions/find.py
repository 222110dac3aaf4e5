"""Finds fixed expressions in which words were exchanged, and proposes the right ones in the case and number of what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..document import WORD, Document, Word
from ..model import Span
from .fold import fold, plural
from .index import GRADES, Index, Substitution
from .scan import nominated
from .search import SMALL, Match, matches

_JOINTS = frozenset((" ", "-", "\n", "\u00a0", "‑"))
_NAMES = GRADES.index("names")


class Finding(NamedTuple):
    """An expression that was exchanged: where, what it should be, whether it is a name, and how sure (0 is surest)."""

    span: Span
    right: str
    name: bool
    grade: int


def find(document: Document, index: Index) -> list[Finding]:
    """The findings of a document in order; of two that overlap the one with more words stays."""
    found: dict[Span, Finding] = {}
    for piece in nominated(document, index):
        for finding in _in_piece(document.prose, piece, index):
            known = found.get(finding.span)
            if known is None or (finding.grade, finding.right) < (known.grade, known.right):
                found[finding.span] = finding
    out: list[Finding] = []
    for finding in sorted(found.values(), key=lambda f: (f.span.start - f.span.end, f.grade, f.span)):
        if not any(finding.span.overlap(other.span) for other in out):
            out.append(finding)
    return sorted(out)


def _in_piece(prose: str, piece: Span, index: Index) -> Iterator[Finding]:
    """All findings of a piece of the prose, also those that overlap."""
    words = [Word(m.start(), m.end(), m.group()) for m in WORD.finditer(prose, piece.start, piece.end)]

    def joined(i: int) -> bool:
        return i + 1 < len(words) and prose[words[i].end : words[i + 1].start] in _JOINTS

    lower = [_bare(word.text) for word in words]
    for match in matches(lower, index, joined):
        yield from _finding(prose, words[match.start : match.end], match, index)


def _bare(word: str) -> str:
    """A word in lower case, without possessive `'s`."""
    return word.lower().replace("’", "'").removesuffix("'s")


def _finding(prose: str, words: Sequence[Word], match: Match, index: Index) -> Iterator[Finding]:
    titled = all(word.text[0].isupper() or word.text in SMALL for word in words)
    name = titled and index.is_name(match.key)
    if titled and not name and not all(word.text.isupper() for word in words):
        return  # the name of something that the index doesn't know
    grade = min(slot.substitution.grade for slot in match.slots)
    if grade == _NAMES and not name:
        return  # honest English as often as not
    yield Finding(Span(words[0].start, words[-1].end), _proposed(prose, words, match), name, grade)


def _proposed(prose: str, words: Sequence[Word], match: Match) -> str:
    """The found text with its slots filled rightly, in its case and number."""
    out, at = "", words[0].start
    for slot in match.slots:
        first, last = words[slot.start - match.start], words[slot.end - 1 - match.start]
        out += prose[at : first.start] + _filled(slot.substitution, first.text, last.text)
        at = last.end
    return " ".join((out + prose[at : words[-1].end]).split())


def _filled(substitution: Substitution, first: str, last: str) -> str:
    right = list(substitution.right)
    if fold(last) != _bare(last) and fold(right[-1]) == right[-1]:
        right[-1] = plural(right[-1])
    if first.isupper() and len(first) > 1:
        return " ".join(right).upper()
    if first[0].isupper():
        capital = last[0].isupper()
        right = [word[0].upper() + word[1:] if i == 0 or (capital and word not in SMALL) else word for i, word in enumerate(right)]
    return " ".join(right)
