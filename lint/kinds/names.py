"""Names against the gazetteer. Unknown names are never found; only what comes near a known one without being it.

`check: misspelled` finds near misses at the level that the decision table of `lint.names.decide` gives them; `forbidden` the wrong forms
that the gazetteer lists; `repeated` a token said twice where a known name has two, or once too often; `doubled` a surname said twice of
somebody unknown who speaks or has a title; `inconsistent` one name in two spellings within a text; `offices` garbled titles of offices;
`title-words` misspelled words of official titles and names of bodies.
Messages may use `{who}` (position of the entity in brackets), `{where}` (the line that has the right form), `{line}` (that line's
number), `{other}` (the other spelling in the text) and `{which}` (a request to check, where nobody can tell which is right). The
configuration's `names` and `words` are right, whatever a gazetteer says; its `gazetteers` override the shipped one. A row may say that
the fix of its forbidden form is safe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from ..document import Document
from ..model import Hit, Level, Related, Rule, Settings
from ..names.doubled import doubled, nameless
from ..names.dropped import dropped
from ..names.finding import Finding, surest
from ..names.fold import tokens
from ..names.forbidden import forbidden
from ..names.gazetteer import shipped
from ..names.glued import glued
from ..names.lexicon import Lexicon
from ..names.misses import misses
from ..names.offices import offices
from ..names.opened import opened
from ..names.phrases import phrases
from ..names.singles import singles
from ..names.sounds import sounds
from ..names.spellings import spellings
from ..names.survey import Survey
from ..names.titlewords import title_words
from . import Check, one_by_one

LONGEST_MESSAGE = 139
"""Most code points of a filled message; the entity's position is left out where it would be longer."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `names`."""

    check: Literal["misspelled", "forbidden", "repeated", "doubled", "inconsistent", "offices", "title-words"]


def _misspelled(survey: Survey) -> list[Finding]:
    return surest([*misses(survey), *singles(survey), *sounds(survey), *phrases(survey), *dropped(survey), *glued(survey)])


def _inconsistent(survey: Survey) -> list[Finding]:
    """The odd spellings, but pairs of which one is a slip in a name that a gazetteer knows: it says whose name that is."""
    found = list(spellings(survey))
    known = [other.span for other in _misspelled(survey) if other.decision.level > Level.NOTE] if found else []
    return [f for f in found if not any(one.overlap(slip) for one in (f.span, *f.places, *f.again) for slip in known)]


def _title_words(survey: Survey) -> list[Finding]:
    """The words of titles, but where a gazetteer knows the whole name."""
    found = list(title_words(survey))
    known = [other.span for other in (*_misspelled(survey), *offices(survey)) if other.decision.level > Level.NOTE] if found else []
    return [f for f in found if not any(f.span.overlap(slip) for slip in known)]


CHECKS: dict[str, Callable[[Survey], Iterable[Finding]]] = {
    "misspelled": _misspelled,
    "forbidden": forbidden,
    "repeated": doubled,
    "doubled": nameless,
    "inconsistent": _inconsistent,
    "offices": offices,
    "title-words": _title_words,
}


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all name rules: a text is surveyed once. Raises GazetteerError when a gazetteer can't be used."""
    names = lexicon(settings)

    def check(document: Document) -> Iterator[Hit]:
        survey = Survey(document, names)
        yield from one_by_one([(rule, partial(_hits, survey, rule)) for rule in rules])(document)

    return check


def lexicon(settings: Settings) -> Lexicon:
    """The gazetteers with what the configuration vouches for. Raises GazetteerError."""
    right = frozenset(tokens(name) for name in (*settings.names, *settings.words))
    return Lexicon(opened((shipped(), *settings.gazetteers)), right)


def _hits(survey: Survey, rule: Rule, document: Document) -> Iterator[Hit]:
    for finding in CHECKS[rule.options.check](survey):
        lines = [document.position(document.to_source(place).start)[0] for place in finding.places]
        where = f"; line {lines[0]} has the right form" if lines else ""
        args = {"who": "", "where": where, "line": lines[0] if lines else 0}
        who = finding.known.context.partition(";")[0].strip() if finding.known and finding.known.kind != "place" else ""
        if who:
            found = document.text(finding.span)[:_SHOWN]
            filled = rule.message.format(**{**args, "who": f" ({who})"}, found=found, replacement=finding.right)
            args["who"] = f" ({who})" if len(filled) <= LONGEST_MESSAGE else ""
        args |= {"other": finding.other, "which": "" if finding.right else "; check which is right"}
        related = tuple(Related(place, "the right form" if finding.right else "the other spelling") for place in finding.places)
        related += tuple(Related(place, "spelled as here again") for place in finding.again)
        replacements = (finding.right,) if finding.right else ()
        yield Hit(rule, finding.span, replacements, finding.decision.level, args, related, safe=finding.safe)
