"""JRC-Names (European Commission, Joint Research Centre): the file `entities`, names as news in many languages writes them.

Tab separated, no header: number of the entity, type (P person, O organisation, T toponym; others are counted), language code (`u`: any
language), name with `+` for blanks. An entity has a line for each of its spellings, the lines of one stand together, the commonest
spelling first. The first form of any language or of English that has two words is the name, else the first of these, else the first in
Latin letters; the others are accepted forms, in other languages than English only with two words. Number 0 stands for no entity. There is
neither context nor country, and nothing to tell a prominent name by: each has tier 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..layout import GazetteerError
from ..skipped import Skipped
from ..source import Entity
from . import streams
from .clean import latin
from .forms import entity

TYPES = {"P": "person", "p": "person", "O": "org", "T": "place"}
"""Type of an entity -> kind."""
_ANY, _ENGLISH = "u", "en"


def fits(name: str, head: str) -> bool:
    """Four cells, a number and a letter first, the name with + for blanks or without any."""
    cells = head.split("\t")
    return len(cells) == 4 and cells[0].isdecimal() and len(cells[1]) == 1 and cells[1].isalpha() and " " not in cells[3].strip()


def read(path: str, skipped: Skipped) -> Iterator[Entity]:
    """The entities of a file. Raises GazetteerError, also when the lines of an entity do not stand together."""
    done = bytearray()  # one bit an entity, by its number
    for number, group in groupby(_lines(path), lambda line: line[1]):
        forms = list(group)
        if number == 0:
            skipped["lines of entity 0"] += len(forms)
            continue
        if len(done) <= number >> 3:
            done.extend(bytes((number >> 3) + 1 - len(done)))
        if done[number >> 3] >> (number & 7) & 1:
            raise GazetteerError(f"{path}:{forms[0][0]}: entity {number} has lines further up as well; sort the file by its first column")
        done[number >> 3] |= 1 << (number & 7)
        found = _entity(forms, skipped)
        if found:
            yield found


def _entity(forms: list[tuple[int, int, str, str, str]], skipped: Skipped) -> Entity | None:
    kind = TYPES.get(forms[0][2])
    if kind is None:
        skipped[f"entities of type {forms[0][2] or '(none)'}"] += 1
        return None
    written = [(language, text) for _, _, _, language, text in forms]
    usable = [pair for pair in written if latin(pair[1])]
    if not usable:
        skipped["entities without a name in Latin letters"] += 1
        return None
    if len(usable) < len(written):
        skipped["other forms in another script"] += len(written) - len(usable)
    ours = [pair for wanted in (_ANY, _ENGLISH) for pair in usable if pair[0] == wanted]
    name = next((pair for pair in ours if " " in pair[1]), (ours or usable)[0])
    others = [(text, language in (_ANY, _ENGLISH)) for language, text in usable if (language, text) != name]
    return entity(kind, name[1], others, skipped, inverted=kind == "person")


def _lines(path: str) -> Iterator[tuple[int, int, str, str, str]]:
    for at, line in streams.lines(path):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != 4:
            raise GazetteerError(f"{path}:{at}: {len(cells)} cells; expected 4: number, type, language and name")
        if not (cells[0].isdecimal() and len(cells[0]) <= 9):
            raise GazetteerError(f"{path}:{at}: expected the number of an entity, found {cells[0][:40]!r}")
        yield at, int(cells[0]), cells[1].strip(), cells[2].strip().lower(), cells[3].replace("+", " ").strip()
