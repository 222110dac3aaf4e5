"""Where names come from: a table of formats and one module per entry.

An importer is a module with a docstring (its manual), `fits(name, head)`, which says whether a file's name and first line look like its
format, and `read(path, skipped)`, which yields entities one at a time. Modules are imported on first use.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Protocol, cast

from ...errors import nearest
from ..layout import GazetteerError
from ..skipped import Skipped
from ..source import Entity
from .streams import bare_name, head

IMPORTERS = {
    "table": ".table",
    "ftm": ".ftm",
    "wikidata": ".wikidata",
    "geonames": ".geonames",
    "jrc": ".jrc",
}


class Importer(Protocol):
    """What a module of the table has."""

    def fits(self, name: str, head: str) -> bool:
        """Whether a file's name (small letters, without .gz and the like) and first line look like the format."""

    def read(self, path: str, skipped: Skipped) -> Iterator[Entity]:
        """The entities of a file in its order; what is left out is counted. Raises GazetteerError naming file and line."""


def read(path: str, format: str | None = None, skipped: Skipped | None = None) -> Iterator[Entity]:
    """The entities of a file, one at a time; without `format` its name and first line tell which it is.

    Raises GazetteerError for a format that can't be told, an unknown one, and whatever is wrong with the file.
    """
    return load(format or detect(path)).read(path, Skipped() if skipped is None else skipped)


def detect(path: str) -> str:
    """The format of a file by its name and first line. Raises GazetteerError with the known formats when it can't be told."""
    name, first = bare_name(path), head(path)
    for format in IMPORTERS:
        if load(format).fits(name, first):
            return format
    known = ", ".join(sorted(IMPORTERS))
    raise GazetteerError(f"{path}: can't tell which format this is from its name and first line; name one of {known}")


def load(format: str) -> Importer:
    """The importer of a format. Raises GazetteerError for one that there isn't."""
    if format not in IMPORTERS:
        raise GazetteerError(f"there is no format '{format}' of names{nearest(format, IMPORTERS)}")
    return cast(Importer, importlib.import_module(IMPORTERS[format], __package__))
