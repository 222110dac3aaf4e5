"""Quotation marks that don't add up: opened twice, never closed, never opened, or with the space on the wrong side."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..lazyregex import regex
from ..model import Hit, Rule, Span
from .quotes import Mark, paragraphs

_SENTENCE_END = regex(r"[.!?…]\s*$")
_LAST_WORD = regex(r"\S+\s*$")
_CODE = regex(r"[{}]|\":")
"""Braces and keys of a program: its marks are not quotation marks."""
_FIRST_WORD = regex(r"\s*[^\s\"“”]+")
_OPENING = regex(r"[\s*>•–—-]*[\"“„«'‘]")
_ATTRIBUTED = regex(
    r"[,!?]\s+(?:(?:he|she|they|[A-Z][\w'’-]+) (?:said|says|told|added|wrote|asked)\b"
    r"|(?:said|says|told|added|wrote|asked|declared) (?:he|she|they|the|an?|[A-Z][\w'’-]+)\b)"
)


def reopened(document: Document, rule: Rule) -> Iterator[Hit]:
    """A mark that opens a quotation inside one that is still open, at the start of a sentence: the closing mark before it is missing.

    Two or more in a paragraph are speech of several paragraphs run together, in which each paragraph opens again, and so may one be
    in a paragraph that several were joined to.
    """
    for whole in paragraphs(document):
        paragraph, text, quotes = whole
        again = [m for m in quotes.marks if m.opens and m.depth]
        if len(again) == 1 and not whole.joined and _SENTENCE_END.search(text, max(0, again[0].at - 4), again[0].at):
            yield Hit(rule, _around(text, again[0], paragraph))


def unclosed(document: Document, rule: Rule) -> Iterator[Hit]:
    """A quotation that begins inside a paragraph and is still open at its end, where the next one doesn't go on with it."""
    everything = paragraphs(document)
    for number, whole in enumerate(everything):
        paragraph, text, quotes = whole
        if not quotes.quotations or quotes.quotations[-1].closed or whole.joined:
            continue
        last = quotes.quotations[-1]
        following = everything[number + 1].text if number + 1 < len(everything) else ""
        swallowed = _ATTRIBUTED.search(text, last.start)
        if any(m.opens and m.depth for m in quotes.marks) or _OPENING.match(following) or not (text[: last.start].strip() or swallowed):
            continue
        mark = next(m for m in quotes.marks if m.at == last.start)
        if mark.char in "\"'" and text[mark.at + 1 : mark.at + 2] in tuple("\"'#()[]{}<>=%,;"):
            continue  # a mark of a program
        word = _FIRST_WORD.match(text, mark.at + 1)
        yield Hit(rule, Span(paragraph.start + mark.at, paragraph.start + (word.end() if word else mark.at + 1)))


def unopened(document: Document, rule: Rule) -> Iterator[Hit]:
    """A mark that closes a quotation where none is open."""
    for whole in paragraphs(document):
        paragraph, text, quotes = whole
        for mark in quotes.marks if quotes.marks and not whole.joined else ():
            if not mark.opens and not mark.depth and not any(m.opens and m.depth for m in quotes.marks):
                start = _LAST_WORD.search(text, max(0, mark.at - 40), mark.at)
                yield Hit(rule, Span(paragraph.start + (start.start() if start else mark.at), paragraph.start + mark.at + 1))


def spacing(document: Document, rule: Rule) -> Iterator[Hit]:
    """A mark that touches the word on its outer side: `take, ”he said`, `take,”he said`, `said,“We`. The replacement moves the space."""
    for paragraph, text, quotes in paragraphs(document):
        if not quotes.marks or _CODE.search(text):
            continue
        for mark in quotes.marks:
            before, after = text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 2]
            if mark.opens:
                wrong = before in tuple(",:;") or (before.isalpha() and mark.char == "“" and after.isalpha())
                space_before, space_after = True, False
            else:
                outside = before.isspace() or before in tuple(",.!?…")
                wrong = outside and after.isalpha() and bool(before) and bool(mark.depth)
                space_before, space_after = False, True
            if not wrong:
                continue
            span = _around(text, mark, paragraph)
            left = text[span.start - paragraph.start : mark.at].rstrip() + " " * space_before
            right = " " * space_after + text[mark.at + 1 : span.end - paragraph.start].lstrip()
            yield Hit(rule, span, (left + text[mark.at] + right,))


def _around(text: str, mark: Mark, paragraph: Span) -> Span:
    """The mark with the word before and the word after it."""
    left = _LAST_WORD.search(text, max(0, mark.at - 40), mark.at)
    right = _FIRST_WORD.match(text, mark.at + 1)
    start = left.start() if left else mark.at
    return Span(paragraph.start + start, paragraph.start + (right.end() if right else mark.at + 1))
