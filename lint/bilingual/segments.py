"""Whole passages held against the source: empty ones, copies of the source, one source translated in two ways and the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document, Unit
from ..languages import guess
from ..lazyregex import regex
from ..model import Hit, Level, Related, Rule, Span
from .said import quoted, shortened

_WORD = regex(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)*")
_QUOTED = regex(r"[\"“„«「『][^\"“”„«»「」『』]*[\"”“»」』]|'[^']*'|`[^'`]*['`]|<[^<>]*>")
LEAST = 4
"""Fewest words of a passage that must not stay as it is; shorter ones may be names."""
RELATED = 8
"""The same for languages that share many words."""
_FAMILIES = ("es pt gl ca", "da no sv", "cs sk", "ru uk be bg", "hr sr sl mk", "id ms", "fa ur", "hi mr ne", "zh ja", "ar fa ur")
_FAMILY = [frozenset(family.split()) for family in _FAMILIES]


def missing(document: Document, rule: Rule) -> Iterator[Hit]:
    """Passages of the source without a translation, and, as notes, translations that are marked as drafts."""
    for unit in document.units:
        if unit.missing and _WORD.search(unit.source):
            yield Hit(rule, unit.span, args={"problem": f"Nothing translates the source's passage {quoted(unit, [(0, unit.source)])}"})
        elif unit.draft:
            yield Hit(rule, unit.span, level=Level.NOTE, args={"problem": f"This translation is marked as unfinished ({unit.draft})"})


def untranslated(document: Document, rule: Rule) -> Iterator[Hit]:
    """Passages that read as in the source: all of it, or four words in a row and more; or that are in the source's language."""
    for unit in judged(document):
        text = document.flat(unit.span)
        into = unit.into or document.language
        if _same(text, unit.source):
            words = _WORD.findall(text)
            # One word in lower case at least, or a script without cases: otherwise it may be a name.
            if len(words) >= LEAST and any(word[0] == word[0].lower() for word in words[1:]):
                yield Hit(rule, unit.span, args={"problem": "stands as in the source text"})
            continue
        if unit.language and unit.language == into:
            continue
        found = _copied(text, unit.source, RELATED if _related(unit.language or guess(unit.source), into or guess(text)) else LEAST)
        if found is not None:
            span = Span(unit.span.start + found.start, unit.span.start + found.end)
            yield Hit(rule, span, args={"problem": "stands as in the source text"})
        elif into and unit.language and not _related(unit.language, into) and guess(_QUOTED.sub(" ", text)) == unit.language:
            yield Hit(rule, unit.span, args={"problem": "is in the language of the source text"})


def inconsistent(document: Document, rule: Rule) -> Iterator[Hit]:
    """A passage of the source that was translated otherwise above; of two words at least, as one word has many translations."""
    first: dict[tuple[str, str | None, str], Span] = {}
    for unit in judged(document):
        key = " ".join(unit.source.split()), unit.into, unit.other
        if len(_WORD.findall(unit.source)) < 2:
            continue
        before = first.setdefault(key, unit.span)
        if not _same(document.text(before), document.text(unit.span)):
            line = document.position(document.to_source(before).start)[0]
            problem = (
                f"The source's '{shortened(unit.source)}' is translated otherwise in line {line}: '{shortened(document.text(before))}'"
            )
            yield Hit(rule, unit.span, args={"problem": problem}, related=(Related(before, "translated otherwise"),))


def doubled(document: Document, rule: Rule) -> Iterator[Hit]:
    """A translation of four words at least that stands for another passage of the source too, one that has other words."""
    first: dict[tuple[str, str | None], Unit] = {}
    for unit in judged(document):
        text = " ".join(document.text(unit.span).split())
        if len(_WORD.findall(text)) < LEAST:
            continue
        before = first.setdefault((text, unit.into), unit)
        if _bare(before.source) != _bare(unit.source) and before.source not in (unit.source, unit.other):
            line = document.position(document.to_source(before.span).start)[0]
            problem = f"The same translation stands in line {line} for '{shortened(before.source)}'"
            yield Hit(rule, unit.span, args={"problem": problem}, related=(Related(before.span, "the same translation"),))


def judged(document: Document) -> Iterator[Unit]:
    """The units that can be held against their source: translated, and no drafts."""
    return (unit for unit in document.units if not (unit.missing or unit.draft))


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _bare(text: str) -> str:
    return "".join(word.casefold() for word in _WORD.findall(text))


def _related(one: str | None, other: str | None) -> bool:
    return one == other or any(one in family and other in family for family in _FAMILY)


def _copied(text: str, source: str, least: int) -> Span | None:
    """The longest run of words that both texts have, `least` at least, half of them in lower case; quotations and tags stay as they are."""
    plain = _QUOTED.sub(lambda match: "\0" * len(match.group()), text)
    ours = list(_WORD.finditer(plain))
    theirs = _WORD.findall(source)
    if len(ours) < least:
        return None
    known = {tuple(theirs[i : i + least]) for i in range(len(theirs) - least + 1)}
    begun = [i for i in range(len(ours) - least + 1) if tuple(match.group() for match in ours[i : i + least]) in known]
    for i in begun:
        end = i + least
        while end - least + 1 in begun:
            end += 1
        run = ours[i:end]
        between = plain[run[0].start() : run[-1].end()]
        lower = sum(match.group().islower() for match in run)
        if lower * 2 > len(run) and not any(mark in between for mark in "\0\ufffc|=/_[]{}<>"):
            return Span(run[0].start(), run[-1].end())
    return None
