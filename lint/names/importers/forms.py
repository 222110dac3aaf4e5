"""One entity put together from what a source says of it: the name, and the accepted forms that differ from it."""

from __future__ import annotations

from collections.abc import Iterable

from ..fold import tokens
from ..skipped import Skipped
from ..source import Entity
from . import clean


def entity(
    kind: str,
    name: str,
    others: Iterable[tuple[str, bool]],
    skipped: Skipped,
    *,
    context: str = "",
    country: str = "",
    tier: int = 4,
    inverted: bool = False,
) -> Entity | None:
    """The entity of a name, None when the name is none. `others` are accepted forms and whether one word is enough for each.

    A form that folds to the name or to an earlier one is no other form and is not counted; what is no name is.
    """
    right, reason = clean.name(name, kind, inverted)
    if not right:
        skipped[reason] += 1
        return None
    seen = {tokens(right)}
    aliases = []
    for text, one_word in others:
        form, reason = clean.name(text, kind, inverted)
        parts = tokens(form)
        if parts in seen:
            continue
        if form and not one_word and len(parts) < 2:
            reason = "names of one word"
        if reason:
            skipped[reason.replace("names", "other forms", 1)] += 1
            continue
        seen.add(parts)
        aliases.append(form)
    return Entity(kind, right, tuple(aliases), clean.spaced(context), country, tier)
