"""How messages name what the source text has: quoted, shortened, with its line where that is another one."""

from __future__ import annotations

from collections.abc import Iterable

from ..document import Unit

_SHOWN = 50
_MOST = 3


def quoted(unit: Unit, found: Iterable[tuple[int, str]]) -> str:
    """Pieces of a unit's source, given as offset and text: `'12' (line 3), '14' (line 4)`; the fourth and later ones are "…"."""
    parts = []
    lines: list[int | None] = []
    for offset, text in found:
        parts.append(f"'{shortened(text)}'")
        lines.append(unit.line(offset))
    same = len(set(lines[:_MOST])) == 1
    out = []
    for part, line in zip(parts[:_MOST], lines[:_MOST], strict=True):
        out.append(part if same or line is None else f"{part} (line {line})")
    listed = ", ".join(out) + (" …" if len(parts) > _MOST else "")
    return f"{listed} (line {lines[0]})" if same and lines[0] is not None else listed


def shortened(text: str) -> str:
    """A passage fit for a message."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 2].rstrip()} …"
