"""The part of Wikidata's entity JSON that names are made of, decoded strictly. Source of the format: Wikibase, docs/topics/json.md."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import msgspec

from ..layout import GazetteerError

_Empty = list[None]
"""An empty map is written as an empty list."""
_T = TypeVar("_T")


class Term(msgspec.Struct):
    """A label, an alias or a description."""

    value: str


class _Value(msgspec.Struct):
    id: str = ""
    number: int = msgspec.field(default=0, name="numeric-id")


class _Data(msgspec.Struct):
    value: _Value | str | int | float | None = None


class _Snak(msgspec.Struct):
    datavalue: _Data | None = None


class Statement(msgspec.Struct):
    """One statement: the item that it names, its rank, and whether it has an end (P582)."""

    mainsnak: _Snak
    rank: str = "normal"
    qualifiers: dict[str, msgspec.Raw] | _Empty = msgspec.field(default_factory=list)

    @property
    def value(self) -> str:
        """Number of the item, empty for one that is unknown or none. Old dumps give the digits alone."""
        data = self.mainsnak.datavalue
        value = data.value if data else None
        return value.id or (f"Q{value.number}" if value.number else "") if isinstance(value, _Value) else ""

    @property
    def ended(self) -> bool:
        """Whether it says until when it held."""
        return "P582" in self.qualifiers


class Claims(msgspec.Struct):
    """The statements that are looked at: class, position, occupation, citizenship, country."""

    P31: list[Statement] = msgspec.field(default_factory=list)
    P39: list[Statement] = msgspec.field(default_factory=list)
    P106: list[Statement] = msgspec.field(default_factory=list)
    P27: list[Statement] = msgspec.field(default_factory=list)
    P17: list[Statement] = msgspec.field(default_factory=list)


class _Raw(msgspec.Struct):
    type: str = ""
    redirect: str = ""
    labels: dict[str, Term] | _Empty = msgspec.field(default_factory=list)
    descriptions: dict[str, Term] | _Empty = msgspec.field(default_factory=list)
    aliases: dict[str, list[Term]] | _Empty = msgspec.field(default_factory=list)
    claims: Claims | _Empty = msgspec.field(default_factory=list)
    sitelinks: dict[str, msgspec.Raw] | _Empty = msgspec.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a dump; `redirect` is the number of the item that took its place, `sitelinks` the sites with an article."""

    type: str
    redirect: str
    labels: Mapping[str, Term]
    descriptions: Mapping[str, Term]
    aliases: Mapping[str, list[Term]]
    claims: Claims
    sitelinks: Collection[str]


def decode(line: str, where: str) -> Item:
    """The entity of one line. Raises GazetteerError for what is no JSON or has another shape."""
    try:
        raw = _decoder().decode(line)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        message = f"{where}: not the JSON of an entity ({error}); expected one entity a line, as in Wikidata's dumps"
        raise GazetteerError(message) from error
    claims = raw.claims if isinstance(raw.claims, Claims) else Claims()
    maps = (_map(raw.labels), _map(raw.descriptions), _map(raw.aliases))
    return Item(raw.type, raw.redirect, *maps, claims, _map(raw.sitelinks).keys())


def _map(value: dict[str, _T] | _Empty) -> dict[str, _T]:
    return value if isinstance(value, dict) else {}


@lru_cache(maxsize=1)
def _decoder() -> msgspec.json.Decoder[_Raw]:
    return msgspec.json.Decoder(_Raw)
