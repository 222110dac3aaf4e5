"""Wikidata's JSON dump (CC0): `[`, an entity a line with a comma after it, `]`; or JSON lines. Compressed as it is distributed.

Read are humans and the classes of places, organisations and media in `items.py`; what is something else is counted. The English label is
the name, else the label for all languages (`mul`), else that of the first language in Latin letters. Labels and aliases in Latin letters
are accepted forms: English ones always, those of other languages when they have two words and the language doesn't respell foreign names
(Azerbaijani "Entoni Blinken").

A dump names positions, occupations and countries by number only. It is read once, so that they are resolved by a table: the common ones are
built in, and `wikidata-labels.tsv` beside the dump (number, tab, label) adds to it. Context is the positions (preferred ones first,
`former` before one with an end), else the occupations, else the English description. Deprecated statements don't count.

Tiers go by the number of Wikipedias with an article: 1 from 100, 2 from 40, 3 from 10; for places 150, 80 and 40, since programs have
written articles about villages in dozens of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from ..layout import GazetteerError
from ..skipped import Skipped
from ..source import Entity
from . import streams
from .clean import latin
from .countries import BY_ITEM
from .forms import entity
from .items import CLASSES, LABELS, ORDER

if TYPE_CHECKING:
    from .wikijson import Item, Statement, Term

LABEL_FILE = "wikidata-labels.tsv"
MOST = 3
"""Most positions or occupations in a context."""
_ENGLISH = ("en", "mul", "en-gb", "en-ca", "en-us")
_NEXT = ("de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "no", "pl", "ca", "fi", "tr", "id")
_RESPELLING = (
    "az lv lt ltg sgs uz tk la eo io vo ia ie sr-el sr-latn sh sh-latn bs-latn kk-latn kk-tr crh crh-latn tt-latn ku ku-latn kab gag pih"
    " jbo avk lfn nov sq aln diq tly ug-latn zgh-latn"
)
_RESPELL = frozenset(_RESPELLING.split())
"""Languages in Latin letters that write foreign names by their sound, or with endings of their own."""
_NO_WIKIPEDIA = frozenset(("commonswiki", "specieswiki", "metawiki", "wikidatawiki", "sourceswiki", "mediawikiwiki", "foundationwiki"))
_TIERS = {"place": (150, 80, 40)}
_USUAL_TIERS = (100, 40, 10)


def fits(name: str, head: str) -> bool:
    """The bracket that opens a dump, or an object with an id in its first line."""
    return head.strip() == "[" or (head.startswith(("{", "[{")) and '"id"' in head)


def read(path: str, skipped: Skipped) -> Iterator[Entity]:
    """The entities of a dump, one line in memory at a time. Raises GazetteerError."""
    from .wikijson import decode

    labels = _labels(path)
    for number, line in streams.lines(path):
        text = line.strip().removesuffix(",")
        if text in ("", "[", "]"):
            continue
        item = decode(text, f"{path}:{number}")
        if item.redirect or item.type != "item":
            skipped["redirects" if item.redirect else f"entries of type {item.type or '(none)'}"] += 1
            continue
        found = _entity(item, labels, skipped)
        if found:
            yield found


def _entity(item: Item, labels: Mapping[str, str], skipped: Skipped) -> Entity | None:
    stated = _values(item.claims.P31)
    classes = sorted((c for c in stated if c in CLASSES), key=ORDER.__getitem__)
    if not classes:
        skipped["items of other classes" if stated else "items without a class"] += 1
        return None
    kind, what = CLASSES[classes[0]]
    name = _name(item.labels)
    if name is None:
        skipped["items without a label in Latin letters"] += 1
        return None
    stated = _values(item.claims.P27 if kind == "person" else item.claims.P17)
    country = list(dict.fromkeys(filter(None, map(BY_ITEM.get, stated))))
    context = (_offices(item, labels) if kind == "person" else what) or _description(item)
    tier = next((i for i, least in enumerate(_TIERS.get(kind, _USUAL_TIERS), 1) if _wikipedias(item) >= least), 4)
    return entity(kind, name, _others(item, name, skipped), skipped, context=context, country="; ".join(country[:2]), tier=tier)


def _name(labels: Mapping[str, Term]) -> str | None:
    for language in (*_ENGLISH, *_NEXT, *sorted(labels.keys() - _RESPELL)):
        label = labels.get(language)
        if label and latin(label.value):
            return label.value
    return None


def _others(item: Item, name: str, skipped: Skipped) -> Iterator[tuple[str, bool]]:
    languages = sorted(item.labels.keys() | item.aliases.keys(), key=lambda language: (not _is_english(language), language))
    for language in languages:
        label = item.labels.get(language)
        texts = [*([label.value] if label else []), *(alias.value for alias in item.aliases.get(language, ()))]
        texts = [text for text in texts if text != name]
        if _respells(language):
            skipped["other forms in languages that respell names"] += len(texts)
        else:
            yield from ((text, _is_english(language)) for text in texts)


@lru_cache(maxsize=1_024)
def _is_english(language: str) -> bool:
    return language == "mul" or language.partition("-")[0] == "en"


@lru_cache(maxsize=1_024)
def _respells(language: str) -> bool:
    return language in _RESPELL


def _offices(item: Item, labels: Mapping[str, str]) -> str:
    best = sorted(_standing(item.claims.P39), key=lambda s: (s.rank != "preferred", s.ended))
    held = [("former " if s.ended else "") + labels[s.value] for s in best if s.value in labels]
    done = [labels[value] for value in _values(item.claims.P106) if value in labels]
    return "; ".join(list(dict.fromkeys(held or done))[:MOST])


def _description(item: Item) -> str:
    found = next((item.descriptions[language] for language in _ENGLISH if language in item.descriptions), None)
    return found.value if found else ""


def _standing(statements: list[Statement]) -> list[Statement]:
    return [s for s in statements if s.rank != "deprecated" and s.value]


def _values(statements: list[Statement]) -> list[str]:
    return [s.value for s in sorted(_standing(statements), key=lambda s: s.rank != "preferred")]


def _wikipedias(item: Item) -> int:
    return sum(site.endswith("wiki") and site not in _NO_WIKIPEDIA for site in item.sitelinks)


def _labels(path: str) -> dict[str, str]:
    beside = os.path.join(os.path.dirname(path), LABEL_FILE)
    out = dict(LABELS)
    for number, line in streams.lines(beside) if os.path.isfile(beside) else ():
        if line:
            item, tab, label = line.partition("\t")
            if not tab or item[:1] != "Q" or not item[1:].isdecimal() or not label.strip():
                raise GazetteerError(f"{beside}:{number}: expected a number such as Q82955, a tab and a label; found {line[:60]!r}")
            out[item] = label.strip()
    return out
