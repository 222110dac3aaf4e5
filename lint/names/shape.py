"""A right name in the shape of the wrong form that it replaces: a surname for a surname, not the full name."""

from __future__ import annotations

from .fold import TOKEN, fold
from .gazetteer import Form

LEAST = 0.4
"""Similarity (1 - edits / longer length) from which a part of a name stands for the wrong form; below, the whole name does."""


def in_shape(form: Form) -> str:
    """What should stand in place of a forbidden form: for a person's, as many tokens of the name as it has, those most like it."""
    name = form.known.name
    places = [(match.start(), match.end()) for match in TOKEN.finditer(name)]
    size = len(form.parts)
    if form.known.kind != "person" or size >= len(places):
        return name
    from rapidfuzz.distance import OSA

    wanted = " ".join(form.parts)
    windows = [name[places[i][0] : places[i + size - 1][1]] for i in range(len(places) - size + 1)]
    ranked = [(OSA.normalized_similarity(_folded(window), wanted), i, window) for i, window in enumerate(windows)]
    similarity, _, window = max(ranked)
    return window if similarity >= LEAST else name


def replaced(name: str, part: str, other: str) -> str:
    """A name with one of its parts replaced where it stands last."""
    before, _, after = name.rpartition(part)
    return f"{before}{other}{after}"


def _folded(text: str) -> str:
    return " ".join(fold(match.group()) for match in TOKEN.finditer(text))
