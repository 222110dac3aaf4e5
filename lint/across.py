"""What a run finds when it holds the names of its texts against each other: one person, two spellings, in different texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from .findings import fingerprint, shortened
from .model import Diagnostic, Level, Related
from .names.across import Clash, Name, clashes
from .reports import Result
from .run import Run
from .selection import ACROSS

if TYPE_CHECKING:
    from .known import Key

_SHOWN = 30
"""Most code points of a name or path in a message."""


def results(run: Run, names: Mapping[str, tuple[Name, ...]], used: Counter[Key]) -> Iterator[Result]:
    """One result for each text that has a name as others don't, by path. What the known file has is left out and added to `used`."""
    for path, group in groupby(clashes(names), key=lambda clash: clash.path):
        level = run.engine(path)[1].own[ACROSS]
        assert level is not None, "a text without this check has no names"
        found = [_diagnostic(clash, level) for clash in group]
        if run.known is not None:
            from .known import split

            shown = run.known.relative(path)
            found, silenced = split(found, shown, run.known.of(shown))
            used.update(silenced)
        if found:
            yield Result(path, tuple(found))


def _diagnostic(clash: Clash, level: Level) -> Diagnostic:
    name = clash.name
    path, first = clash.places[0]
    where = f"{_end_of(path)}:{first.place.line}"
    if len(clash.places) > 1:
        where += f" and {len(clash.places) - 1} more"
    which = "; check which is right" if clash.undecided else ""
    message = f"'{shortened(name.written, _SHOWN)}' is written '{shortened(clash.other, _SHOWN)}' in {where}{which}."
    right = "the other spelling" if clash.undecided else "the right form"
    related = [Related(n.span, right, p, n.place) for p, n in clash.places]
    related += [Related(n.span, "spelled as here", p, n.place) for p, n in clash.again]
    return Diagnostic(
        clash.path,
        name.span,
        *name.place,
        ACROSS,
        level,
        message,
        found=name.written,
        replacements=() if clash.undecided else (clash.other,),
        related=tuple(related),
        fingerprint=fingerprint(ACROSS, name.written),
    )


def _end_of(path: str) -> str:
    """The end of a path, which tells texts apart better than its beginning."""
    return path if len(path) <= _SHOWN else f"… {path[-_SHOWN + 2 :].lstrip()}"
