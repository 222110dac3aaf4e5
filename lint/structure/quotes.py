"""One tokenizer of double quotation marks for all checks: which mark opens, which closes, and what each quotation covers.

Straight, curly and low marks and guillemets may be mixed. Measures (5'10", 19") are no marks. Single quotes are not read: an apostrophe
looks the same. A quotation ends with its paragraph; speech over several paragraphs opens again in each without having been closed.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from ..document import Document
from ..lazyregex import regex
from ..model import Span

_MARK = regex('["“”„‟«»]')
_ANY = regex("[\"“”„‟«»]|''|’’|``|‘‘")
_PAIRS = regex("''|’’|``|‘‘")
_PAIRED = {"'": '"\u2060', "’": "”\u2060", "`": "\u2060“", "‘": "\u2060“"}
_BEFORE_OPENER = "([{—–-/'‘’…\u2060"
_MEASURE = regex(r"\d\s?(?:['’′]\s?\d{1,2})?$")
_TOUCHING = regex(r"[a-z]{3}[.!?][\"”]?[A-Z][a-z]+ |[a-z]{2,}(?:[\"”][\"“]|\")[A-Z][a-z]+ ")
LONGEST = 1200
"""Code points; a paragraph of edited news hardly ever has more."""
_ENDED = regex(r"[,.!?…]\s*$")
VERBS = (
    "said|says|told|tells|added|adds|asked|asks|replied|replies|explained|explains|stated|states|noted|notes|stressed|stresses|continued"
    "|continues|warned|warns|insisted|insists|argued|argues|wrote|writes|claimed|claims|declared|declares|announced|announces|concluded"
    "|concludes|recalled|recalls|remarked|commented|comments|observed|emphasi[sz]ed|emphasi[sz]es|affirmed|affirms|confirmed|confirms"
)
"""Verbs that introduce speech, as alternatives of an expression."""
_SPEAKER = r"(?:[Hh]e|[Ss]he|[Tt]hey|the(?: [a-z]+){1,3}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})"
_SAYS = regex(rf"(?:{_SPEAKER} (?:{VERBS})|(?:{VERBS}) [A-Z])\b")


class Mark(NamedTuple):
    """A quotation mark: its offset in the paragraph, the character, whether its place says that it opens (else it closes), and how many
    quotations are open before it (0 or 1)."""

    at: int
    char: str
    opens: bool
    depth: int


class Quotation(NamedTuple):
    """Text between two marks, [start, end) with the marks; `closed` is False when the paragraph ended first."""

    start: int
    end: int
    closed: bool


class Quotes(NamedTuple):
    """What the tokenizer found in a paragraph."""

    marks: tuple[Mark, ...]
    quotations: tuple[Quotation, ...]

    @property
    def balanced(self) -> bool:
        """Whether marks open and close by turns and nothing stays open: then what lies outside the quotations is known."""
        return all(m.opens == (m.depth == 0) for m in self.marks) and all(q.closed for q in self.quotations)

    def gaps(self, length: int) -> list[tuple[int, int]]:
        """The ranges between the quotations of a paragraph of this length, the one before the first and the one after the last too."""
        edges = [0, *(x for q in self.quotations for x in (q.start, q.end)), length]
        return list(zip(edges[::2], edges[1::2], strict=True))


class Paragraph(NamedTuple):
    """A paragraph's span in the prose, its text on one line, and its quotation marks (offsets in the text)."""

    span: Span
    text: str
    quotes: Quotes

    @property
    def joined(self) -> bool:
        """Whether several paragraphs lie in this one: it is longer than any newspaper's, or sentences touch where a break was lost.

        Speech of several paragraphs opens again in each of them, so that its marks prove nothing once the breaks are gone.
        """
        return len(self.text) > LONGEST or _TOUCHING.search(self.text) is not None


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs of a document with their quotation marks; the last documents asked for are remembered, as every check asks."""
    return _paragraphs(document.prose, tuple(document.paragraphs))


def forget() -> None:
    """Let go of the documents that are remembered."""
    _paragraphs.cache_clear()


@functools.lru_cache(maxsize=2)
def _paragraphs(prose: str, spans: tuple[Span, ...]) -> tuple[Paragraph, ...]:
    texts = (prose[span.start : span.end].replace("\n", " ") for span in spans)
    return tuple(Paragraph(span, text, read(text)) for span, text in zip(spans, texts, strict=True))


def read(text: str) -> Quotes:
    """The quotation marks and quotations of one paragraph."""
    if not _ANY.search(text):
        return Quotes((), ())
    text = _PAIRS.sub(lambda m: _PAIRED[m.group()[0]], text)
    marks: list[Mark] = []
    quotations: list[Quotation] = []
    start: int | None = None
    guillemets = "«" in text and "»" in text  # one kind alone points along a path of links
    for match in _MARK.finditer(text):
        at, char = match.start(), match.group()
        if char in "«»" and not guillemets:
            continue
        if start is None and _is_measure(text, at, char):
            continue
        opens = _opens(text, at, char, start is not None)
        marks.append(Mark(at, char, opens, int(start is not None)))
        if start is None:
            start = at if opens else None
        elif opens:
            quotations.append(Quotation(start, at, False))
            start = at
        else:
            quotations.append(Quotation(start, at + 1, True))
            start = None
    if start is not None:
        quotations.append(Quotation(start, len(text), False))
    return Quotes(tuple(marks), tuple(quotations))


def _is_measure(text: str, at: int, char: str) -> bool:
    return char in '"”' and not text[at + 1 : at + 2].isalpha() and _MEASURE.search(text[max(0, at - 6) : at]) is not None


def _opens(text: str, at: int, char: str, is_open: bool) -> bool:
    """Whether the mark opens, from its character and its neighbours; a curly mark that is turned the wrong way goes by its neighbours."""
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if char in "„‟":
        return True
    free = before.isspace() or before in _BEFORE_OPENER
    faces_right = free and not after.isspace() and after not in ",.;:!?)]"
    faces_left = not before.isspace() and not after.isalnum()
    if is_open and faces_right and not faces_left and _SAYS.match(text, at + 1) and _ENDED.search(text, max(0, at - 3), at):
        return False  # `we will take, "he said`: the space is on the wrong side
    if char == "”":
        return faces_right and not faces_left and not is_open
    if char == "“":
        return not (is_open and (faces_left or after.isspace()))
    return faces_right if faces_right != faces_left else not is_open
