"""Nominates the pieces of a text in which words of an expression may have been exchanged.

A piece is a paragraph, or so many characters of a long one. Its words are looked at as plain ASCII in lower case, without regard to what
stands between them: where a trigger is beside a word that its right word may have beside it, the few words around are searched. What is
nominated is then read exactly, so that a text costs little where nothing was exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document import Document
from ..model import Span
from .fold import fold
from .index import Index, Substitution
from .search import LONGEST, LONGEST_WRONG, LOOSE, matches, slots_at

PIECE = 4000
"""Code points of a piece, at most."""
SHARED = 300
"""Code points that two pieces of a paragraph share: longer than any expression."""
_REACH = LONGEST + LONGEST_WRONG
_WORDS = bytes(ord(c.lower()) if c.isalnum() or c == "'" else 32 for c in map(chr, range(128))).ljust(256)
"""ASCII letters in lower case, digits and apostrophes; all else is a space."""


def nominated(document: Document, index: Index) -> Iterator[Span]:
    """The pieces of a document that must be read exactly, in order."""
    for paragraph in document.paragraphs:
        start = paragraph.start
        while start < paragraph.end:
            end = min(start + PIECE, paragraph.end)
            if _is_likely(document.prose[start:end], index):
                yield Span(start, end)
            start = end if end == paragraph.end else end - SHARED


def _is_likely(text: str, index: Index) -> bool:
    words = text.replace("’s ", " ").replace("'s ", " ").encode("ascii", "replace").translate(_WORDS).decode("ascii").split()
    triggers = index.triggers
    for i, word in enumerate(words):
        if word in triggers and _has_company(words, i, index):
            start = max(0, i - _REACH)
            if any(matches(words[start : i + _REACH], index, _always, i - start)):
                return True
    return False


def _always(i: int) -> bool:
    return True


def _has_company(words: Sequence[str], i: int, index: Index) -> bool:
    """Whether a substitution at word i that may stand alone has a word beside it that its right word may have, as it is or exchanged."""
    for _, end, one in slots_at(words, i, index):
        if one.grade == LOOSE:
            continue
        if len(one.right) > 1:
            return True
        if i and index.beside(one.before, fold(words[i - 1])):
            return True
        if end < len(words) and index.beside(one.after, fold(words[end])):
            return True
        if i and any(index.beside(one.before, fold(other.right[-1])) for other in _before(words, i, index)):
            return True
        if end < len(words) and any(index.beside(one.after, fold(slot.substitution.right[0])) for slot in slots_at(words, end, index)):
            return True
    return False


def _before(words: Sequence[str], i: int, index: Index) -> Iterator[Substitution]:
    """The substitutions that end before word i."""
    yield from index.substitutions(words[i - 1])
    for start in range(max(0, i - LONGEST_WRONG), i - 1):
        if words[start + 1] in index.longer.get(words[start], ()):
            yield from index.substitutions(" ".join(words[start:i]))
