"""A pronoun of the other sex than the person it is tied to: languages with one word for he and she make the translation guess.

A given name, a title or a noun says who is meant; names that both sexes bear are not in the list. A pronoun is tied to the person where
grammar leaves nobody else: `Emine Kaya, who lost his husband`, `For her part, Ahmad Karim`, or, after `said that`, where nobody of
the pronoun's sex has been spoken of before.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache

from ..datafolder import data_folder
from ..document import Document
from ..lazyregex import regex
from ..model import Hit, Rule, Span

_VERBS = (
    "said|says|added|adds|stated|stressed|noted|explained|told (?:reporters|journalists|the media|[A-Z]\\w+)|recalled|recalls|complained"
)
_NAME = r"(?:(?P<title>Mr|Mrs|Ms|Miss|Sir|Lady|Dr|Haji|Mullah|Umm|Abu|Sheikh|Bibi)\.? )?(?P<name>[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,3}"
_ASIDE = r"(?:, [^,.;:“”\"]{2,80}){0,2}"
_BODY = r"(?:eyes|hands?|legs?|head|heart|back|stomach|throat|body|feet|whole life|own \w+|husband|wife)"
_OWN = "lost|left|sold|raised|buried|built|spent|lives with|lived with|came with|fled with|arrived with|works with|brought|supports|feeds"
_TIED = (
    regex(rf"\b{_NAME}{_ASIDE}, who (?:has |had |also |recently |once )?(?:{_OWN}) (?:\w+ of )?(?P<found>(?P<pronoun>his|her) \w+)"),
    regex(rf"\bFor (?P<found>(?P<pronoun>his|her) part, {_NAME})"),
    regex(rf"\b{_NAME}{_ASIDE},? (?:{_VERBS}) (?:that )?(?P<found>(?P<pronoun>his|her) {_BODY})\b"),
)
_SAID = regex(
    rf"\b{_NAME}{_ASIDE},? (?:{_VERBS}) (?:that )?(?P<found>(?P<pronoun>he|she)"
    r" (?:has|had|was|is|would|will|could|did|does|and|lost|wants|wanted))\b"
)
_PRONOUN = regex(rf"(?:{_VERBS}) (?:that )?(?:he|she|his|her) ")
"""What every attribution with a pronoun has in it, without what goes before: the name and the aside are slow to look for."""
_WOMAN = regex(
    r"\b(?:[Ss]he|[Hh]ers?|[Hh]erself|[Ww]om[ae]n|[Gg]irls?|Mrs|Ms|Miss|[Mm]other|[Dd]aughter|[Ss]ister|[Ww]ife|[Ww]idow|[Qq]ueen|[Ll]ady|[Ff]emale|[Aa]ctress"
    r"|[A-Z]?[a-z]*woman|[Aa]unt|[Gg]randmother|[Nn]un|[Bb]ride|[Gg]irlfriend|[Nn]iece|[Pp]rincess)\b"
)
_MAN = regex(
    r"\b(?:[Hh]e|[Hh]is|[Hh]im|[Hh]imself|[Mm][ae]n|[Bb]oys?|Mr|Sir|[Ff]ather|[Ss]on|[Bb]rother|[Hh]usband|[Kk]ing|[Gg]entleman|[Mm]ale|[Aa]ctor|[A-Z]?[a-z]*man"
    r"|[Uu]ncle|[Gg]randfather|[Pp]riest|[Bb]oyfriend|[Nn]ephew|[Pp]rince|[Pp]ope)\b"
)
_PLACES = frozenset(
    [
        "New",
        "North",
        "South",
        "East",
        "West",
        "White",
        "United",
        "World",
        "Human",
        "Middle",
        "Black",
        "Red",
        "Prime",
        "Supreme",
        "The",
        "In",
        "On",
        "At",
    ]
)
_FULL_NAME = regex(r"[A-Z][a-z’'-]+ [A-Z][a-z’'-]+")
_CAPITAL = regex(r"[A-Z][\w’'-]+")
_TITLES = {
    "Mr": "m",
    "Sir": "m",
    "Haji": "m",
    "Mullah": "m",
    "Abu": "m",
    "Sheikh": "m",
    "Mrs": "f",
    "Ms": "f",
    "Miss": "f",
    "Lady": "f",
    "Umm": "f",
}


@cache
def given_names() -> dict[str, str]:
    """`f` or `m` of each given name in the list."""
    found: dict[str, str] = {}
    with open(os.path.join(data_folder(), "_data", "translation", "given-names.txt"), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                sex, *names = line.split()
                found.update((name, sex) for name in names if not name.endswith("-x"))
    return found


def other_sex(document: Document, rule: Rule) -> Iterator[Hit]:
    """Pronouns that don't fit the person they are tied to."""
    for paragraph in document.paragraphs:
        text = document.flat(paragraph)
        if ", who " not in text and " part, " not in text and not _said(text):
            continue
        told = _PRONOUN.search(text) if " he " in text or " she " in text or " his " in text or " her " in text else None
        for pattern, may_match in zip(_TIED, (", who " in text, " part, " in text, told), strict=True):
            for match in pattern.finditer(text) if may_match else ():
                sex = _sex(match)
                if sex and sex != _of(match["pronoun"]):
                    yield _hit(rule, paragraph, match)
        for match in _SAID.finditer(text) if told else ():
            sex = _sex(match)
            if sex and sex != _of(match["pronoun"]) and _alone(document.prose[: paragraph.start + match.start()], match, sex):
                yield _hit(rule, paragraph, match)


def _said(text: str) -> bool:
    return " said " in text or " says " in text or " added " in text or " told " in text or " stated " in text


def _hit(rule: Rule, paragraph: Span, match: re.Match[str]) -> Hit:
    return Hit(rule, Span(paragraph.start + match.start("found"), paragraph.start + match.end("found")))


def _of(pronoun: str) -> str:
    return "m" if pronoun in ("he", "his", "him") else "f"


def _sex(match: re.Match[str]) -> str | None:
    """Of the person in a match: by the title, else by the given name; None when they are silent or contradict each other."""
    titled, named = _TITLES.get(match["title"] or ""), given_names().get(match["name"])
    return named if titled is None else None if named not in (None, titled) else titled


def _alone(before: str, match: re.Match[str], sex: str) -> bool:
    """Whether nobody of the other sex, nor anybody of unknown sex, was named before the match or inside it."""
    other = _WOMAN if sex == "m" else _MAN
    inside = match.string[match.start() : match.start("found")]
    if other.search(before) or other.search(inside):
        return False
    wanted = "f" if sex == "m" else "m"
    names = given_names()
    if any(names.get(name) == wanted for name in _CAPITAL.findall(before)):
        return False
    return all(pair.split()[0] in _PLACES or names.get(pair.split()[0]) == sex for pair in _FULL_NAME.findall(before))
