"""Titles of offices gone wrong: the words of a known office turned round, or one of them replaced by another that means the same.

Machine translation puts "Commissioner High for Refugees" and "Envoy for the reunification of Afghanistan". An office of another country or
organisation, a deputy and a shortened title are other things and no findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..document import WORD
from ..lazyregex import regex
from ..model import Level, Span
from . import keys
from .decide import Decision
from .finding import Finding, surest
from .fold import content, fold, without_possessive
from .gazetteer import Form
from .near import near
from .runs import OPENERS, TITLES, is_quotable
from .survey import Survey

LONGEST = 12
"""Most words of a phrase that is held against offices."""
FEWEST = 3
"""Fewest content words that point to one office."""
ENOUGH = 4
"""Up to so many content words one of them must be a country's or an organisation's for another to be held for replaced."""
TYPED = 6
"""Fewest letters of a word that is near the right one by its letters alone."""
_ENDS = regex(r"[^\w\s'’-]")
_FUNCTION = frozenset(("of", "for", "to", "on", "in", "and"))
_RANKS = "deputy assistant former acting vice regional executive under senior joint first second chief principal interim associate shadow"
_MODIFIERS = frozenset(_RANKS.split())
"""Words that make another office of one."""
_ALIKE = (
    "reconciliation reunification reunion conciliation pacification rapprochement",
    "security safety",
    "affair matter business case",
    "defence defense protection",
    "foreign external overseas alien",
    "humanitarian humane human",
    "rapporteur reporter speaker lecturer",
    "special particular extraordinary",
    "commissioner commissary commissar",
    "high higher upper tall",
    "agency bureau organisation organization",
    "council board advice",
    "refugee fugitive escapee",
    "development growth evolution",
    "health sanity",
    "interior inner internal inside",
    "finance money",
    "justice fairness",
    "trade commerce",
    "atomic nuclear",
    "energy power",
    "general common overall universal",
    "secretary clerk",
    "director manager",
    "envoy messenger",
    "representative deputy agent",
)
"""Words that a translator may take for each other in the title of an office."""
_MEANING = {word: number for number, line in enumerate(_ALIKE) for word in line.split()}


_BODIES = "un eu nato us uk united nation european union african arab"
_ORGANISATIONS = frozenset(_BODIES.split())


class _Word(NamedTuple):
    text: str
    span: Span
    capital: bool


def offices(survey: Survey) -> Iterator[Finding]:
    """The garbled titles of a text, the surest finding of each place."""
    known = survey.lexicon.office_words
    if not known:
        return
    found = []
    languages = survey.document.languages
    begin = {text: not known.isdisjoint(content((text,))) for text in survey.said}
    for number, texts in enumerate(survey.runs.texts):
        for i, text in enumerate(texts):
            if begin[text] and (i == 0 or texts[i - 1] in TITLES or texts[i - 1] in OPENERS):
                paragraph = survey.runs.paragraph(number)
                if languages[paragraph] == "en":
                    found += list(_from(survey, paragraph, survey.runs.span(number, i).start))
    yield from surest(found)


def _from(survey: Survey, paragraph: int, start: int) -> Iterator[Finding]:
    """The findings in the phrase that begins at an offset of the prose."""
    known = survey.lexicon.office_words
    phrase: list[_Word] = []
    bag: tuple[str, ...] = ()
    for word in _words(survey, paragraph, start):
        phrase.append(word)
        bag += content((word.text,))
        if len(bag) > 1 and sum(said not in known for said in bag) > 1:
            return  # with two words that no office has it is none, however it goes on
        if len(bag) < FEWEST or not (word.capital or word.text in _MEANING):
            continue
        if survey.lexicon.exact(tuple([word.text for word in phrase])):
            return
        finding = _held(survey, phrase, bag)
        if finding:
            yield finding


def _words(survey: Survey, paragraph: int, start: int) -> Iterator[_Word]:
    """The words from an offset up to a mark or the end of the paragraph."""
    end = survey.document.paragraphs[paragraph].end
    prose = survey.document.prose
    mark = _ENDS.search(prose, start, end)
    for number, match in enumerate(WORD.finditer(prose, start, mark.start() if mark else end)):
        if number == LONGEST:
            return
        word = without_possessive(match.group())
        yield _Word(fold(word), Span(match.start(), match.start() + len(word)), word[:1].isupper())


def _held(survey: Survey, phrase: Sequence[_Word], bag: tuple[str, ...]) -> Finding | None:
    span = Span(phrase[0].span.start, phrase[-1].span.end)
    forms = dict.fromkeys(form for bag_key in keys.offices(bag) for form in survey.lexicon.offices(bag_key))
    for form in sorted(forms, key=lambda form: (abs(len(content(form.parts)) - len(bag)), form.known.tier, form.text)):
        decision = _decide(survey, phrase, bag, form)
        if decision and is_quotable(survey.document, span):
            return Finding(span, survey.written(span, form.text), form.known, decision)
    return None


def _decide(survey: Survey, phrase: Sequence[_Word], bag: tuple[str, ...], form: Form) -> Decision | None:
    right = content(form.parts)
    more, less = list((Counter(bag) - Counter(right)).elements()), list((Counter(right) - Counter(bag)).elements())
    if len(more) > 1 or len(less) > 1 or _MODIFIERS.intersection((*more, *less)):
        return None
    if not more:
        rest = tuple(word for word in right if word not in less)
        turned = _swapped(bag, rest) and _function(word.text for word in phrase) == _function(form.parts)
        return Decision(Level.WARNING, "p", "two words of an office's title are turned round") if turned else None
    if not less or len(bag) != len(right):
        return None
    wrong, meant = more[0], less[0]
    nearness = near(wrong, meant)
    typed = nearness is not None and nearness.tight and len(wrong) >= TYPED and wrong[0] == meant[0]
    if _is_telling(survey, meant) or (_is_telling(survey, wrong) and not typed):
        return None
    if len(right) <= ENOUGH and not any(_is_telling(survey, word) for word in right):
        return None
    if typed or (wrong in _MEANING and _MEANING[wrong] == _MEANING.get(meant)):
        return Decision(Level.WARNING, "p", "a word of an office's title is replaced by one that means or sounds much the same")
    return None


def _is_telling(survey: Survey, word: str) -> bool:
    """Whether a word says of which country or organisation an office is: another one makes another office."""
    return not survey.lexicon.facts(word)[0].is_word or survey.lexicon.exact((word,)) is not None or word in _ORGANISATIONS


def _swapped(words: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two neighbours, and nothing else, have changed places."""
    differ = [i for i, (x, y) in enumerate(zip(words, right, strict=False)) if x != y]
    if len(words) != len(right) or len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    first, second = differ
    return words[first] == right[second] and words[second] == right[first]


def _function(parts: Iterable[str]) -> list[str]:
    return [part for part in parts if part in _FUNCTION]
