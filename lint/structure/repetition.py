"""Words that are said again: a run of words repeated on the spot, a sentence that stands in the text twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from ..document import WORD, Document
from ..lazyregex import regex
from ..model import Hit, Related, Rule, Span
from .quotes import VERBS, paragraphs

_LONGEST = 12
_MOST_REPEATED = 5
_RHETORIC = regex(r"[.!?;:\"“”\n—–…()\[\]]|\s-|--|'(?=\s)")
_NAMES = regex(r"(?:[A-Z][\w.’'-]*\s?)+")
_PIECE = regex(r"\S[^\n]*?(?:[.!?…][\"”’)]*(?=\s|$)|$)", re.MULTILINE)

_BROKEN_OFF = regex(r" (?P<word>that|the|of|to|an?|for|with|in), ")
_TAKEN_UP = regex(r"\b(?P<first>[A-Za-z]{3,} [A-Za-z]{3,}) and [A-Za-z]{3,} [A-Za-z]+ and (?P<found>(?P=first))\b")
_PLAIN_SENTENCE = regex(r"[A-Z][^.!?\d“”\"]{30,400}\.(?= |$)")

_ECHOES = tuple(
    regex(pattern)
    for pattern in (
        rf"(?<![”\"] )\b(?i:(?P<said>(?:he|she|they) (?:{VERBS}))) (?:that )?(?P<found>(?i:(?P=said)))\b",
        rf"\b(?P<name>[Tt]he(?: [A-Z][\w-]+){{2,4}}|[A-Z][\w-]+(?: [A-Z][\w-]+){{2,3}}) (?:{VERBS}) (?:that )?(?P<found>(?i:(?P=name)))\b",
        r"\bsaid (?P<who>[^,.;:“”\"]{3,40}), (?P<found>(?P=who) (?:said|added))\b",
        r"\b(?P<owned>(?:his|her|their|its) [a-z]{4,}) (?:with|by|at|about|over) (?P<found>(?P=owned))\b",
        r"\b(?P<noun>[a-z]{5,}) (?:was|were|is|are) (?:[a-z]+ed|made|built|held|hit) by (?P<found>an? (?P=noun))\b",
    )
)


@cache
def _may_echo() -> Callable[[bytes], object]:
    """What matches wherever one of the echoes does: without back references RE2 reads a text fifty times as fast."""
    import re2

    pronoun, name, owner = "(?i:he|she|they)", r"(?:\pL|\pN|[_-])+", "(?:his|her|their|its)"
    forms = (
        rf"{pronoun} (?i:{VERBS}) (?:that )?{pronoun} (?i:{VERBS})",
        rf"[A-Z]{name} [A-Z]{name} (?:{VERBS}) (?:that )?(?i:the )?{name} {name}",
        r"said [^,.;:“”\"]+, [^,.;:“”\"]+ (?:said|added)",
        rf"{owner} [a-z]+ (?:with|by|at|about|over) {owner} ",
        r"[a-z] (?:was|were|is|are) (?:[a-z]+ed|made|built|held|hit) by an? [a-z]",
    )
    options = re2.Options()
    options.log_errors = False
    echoing = re2.Set.SearchSet(options)  # its answer is a third as dear as a match
    for form in forms:
        echoing.Add(form)
    echoing.Compile()
    found: Callable[[bytes], object] = echoing.Match
    return found


def loops(document: Document, rule: Rule) -> Iterator[Hit]:
    """At least `least` words (default 3) repeated on the spot, or two words three times: where machine translation got caught in a loop.

    The windows before and after each word that came a short way back are compared; no expression with a back reference does that in
    linear time. A repetition across a sentence end, after a dash or inside a quotation is rhetoric and left alone, and so is one of fewer
    than five words after a comma.
    """
    for number, paragraph in enumerate(document.paragraphs):
        text = document.flat(paragraph)
        for first, start, end, thrice in _loops(text, rule.options.least or 3):
            if thrice or not _quoted(document, number, first):
                yield Hit(rule, Span(paragraph.start + start, paragraph.start + end))
        for match in _begun_again(text):
            if not _quoted(document, number, match[0]):
                yield Hit(rule, Span(paragraph.start + match[0], paragraph.start + match[1]))


def _begun_again(text: str) -> Iterator[tuple[int, int]]:
    """`Stating that, stating that …` and `was carried off and dragged off and carried off`."""
    for match in _BROKEN_OFF.finditer(text):
        words = text[: match.end("word")].split()[-4:]
        for size in range(len(words), 1, -1):
            again = " ".join(words[-size:])
            if text[match.end() : match.end() + len(again) + 1].casefold() in (again.casefold() + " ", again.casefold()):
                yield match.end(), match.end() + len(again)
                break
    if text.count(" and ") > 1:
        for match in _TAKEN_UP.finditer(text):
            yield match.span("found")


def _loops(text: str, least: int) -> Iterator[tuple[int, int, int, bool]]:
    """Start of what is said first, start and end of what is said again, whether a third time begins: for every loop in a text."""
    folded = text.casefold()
    # Where each letter folds to one, the words of the folded text are the folded words; only a combining iota becomes a letter.
    same = len(folded) == len(text) and "\u0345" not in text
    lower: list[str] = WORD.findall(folded) if same else [word.casefold() for word in WORD.findall(text)]
    if len(lower) - len(set(lower)) < min(least, 4):
        return  # what is said again has so many words at least
    last: dict[str, int] = {}
    skip = 0
    for i, word in enumerate(lower):
        before = last.get(word)
        last[word] = i
        if before is None or i - before > _LONGEST or i < skip:
            continue
        size = i - before
        first = i - 2 * size + 1
        if size >= least:
            if first < 0 or lower[first : before + 1] != lower[before + 1 : i + 1]:
                continue
        elif size == 2 and i >= 5 and lower[i - 5 : i - 3] == lower[i - 3 : i - 1] == lower[i - 1 : i + 1]:
            first = i - 5
        else:
            continue
        places = [m.span() for m in WORD.finditer(text)]
        start, end = places[first][0], places[i][1]
        if _is_accident(text[start:end], size):
            skip = i + size
            more = min(size - 1, 3)
            thrice = size >= least and lower[i + 1 : i + 1 + more] == lower[i + 1 - size : i + 1 - size + more]
            yield start, places[first + size][0], end, thrice


def sentences(document: Document, rule: Rule) -> Iterator[Hit]:
    """A sentence of at least `least` words (default 12) that stands in the text a second time, word for word.

    Of several that follow each other the first is reported. A text with more than five such places is a reference that repeats itself
    by its form, and is left alone.
    """
    least = rule.options.least or 12
    seen: dict[int, int] = {}  # by its hash, where a sentence stands: a long text has too many to keep their words
    inside = False
    hits: list[Hit] = []
    for match in _PIECE.finditer(document.prose):
        text = match.group()
        if text.count(" ") < least - 1:
            continue
        said = text.casefold().split()
        key = hash(tuple(said))
        first = seen.setdefault(key, match.start() << 32 | match.end())
        place = Span(first >> 32, first & 0xFFFFFFFF)
        again = place.start != match.start() and document.text(place).casefold().split() == said
        if again and not inside:
            hits.append(Hit(rule, Span(*match.span()), related=(Related(place, "the first time"),)))
        inside = again
    if len(hits) <= _MOST_REPEATED:
        yield from hits


def near(document: Document, rule: Rule) -> Iterator[Hit]:
    """Two sentences in a row, of at least `least` words (default 8), that differ in at most one word of eight: one was translated twice.

    Sentences with figures are left alone, since reports compare them that way, and so are quotations and parallels of rhetoric, which
    begin or end alike and have their difference in the middle more often than not: both ends must agree.
    """
    least = rule.options.least or 8
    for paragraph, text, quotes in paragraphs(document):
        if text.count(". ") == 0:
            continue
        before: list[str] = []
        for match in _PLAIN_SENTENCE.finditer(text):
            words = match.group().casefold().split()
            long = len(words) >= least and abs(len(words) - len(before)) <= 2
            if long and words[:2] == before[:2] and words[-1] == before[-1] and words != before:
                differing = len(set(words) ^ set(before))
                if differing <= max(2, len(words) // 8) and not any(q.start <= match.start() < q.end for q in quotes.quotations):
                    yield Hit(rule, Span(paragraph.start + match.start(), paragraph.start + match.end()))
            before = words


def echoes(document: Document, rule: Rule) -> Iterator[Hit]:
    """A speaker, an attribution or an owned thing again at once: `He said he said`, `The US President said that the US President`.

    Quotations are left out.
    """
    may_echo = _may_echo()
    for paragraph, text, quotes in paragraphs(document):
        if not may_echo(text.encode("utf-8", "surrogatepass")):
            continue
        for pattern in _ECHOES:
            for match in pattern.finditer(text):
                if not any(q.start < match.end() and match.start() < q.end for q in quotes.quotations):
                    yield Hit(rule, Span(paragraph.start + match.start("found"), paragraph.start + match.end("found")))


def _is_accident(text: str, size: int) -> bool:
    """Whether a run of words said again is an accident and not rhetoric, a list of names or two pieces of code."""
    if _RHETORIC.search(text) or (size < 5 and "," in text):
        return False
    return "\ufffc" not in text and any(len(word) > 3 and word.isalpha() for word in WORD.findall(text)) and not _NAMES.fullmatch(text)


def _quoted(document: Document, number: int, offset: int) -> bool:
    """Whether an offset in a paragraph's text stands inside a quotation."""
    return any(q.start <= offset < q.end for q in paragraphs(document)[number].quotes.quotations)
