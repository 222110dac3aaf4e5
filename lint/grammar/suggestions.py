"""Which of an engine's suggestions comes first: one that keeps the tense, a lost blank, of a doubled word the word itself."""

from __future__ import annotations

from collections.abc import Sequence

from .spelling import is_apart

_SAME_TENSE = {"was": "were", "were": "was", "wasn't": "weren't", "weren't": "wasn't", "wasn’t": "weren’t", "weren’t": "wasn’t"}


def ordered(found: str, replacements: Sequence[str]) -> tuple[str, ...]:
    """The suggestions with the best first; one in the tense of the found verb is put in front where the engine gives another alone."""
    if not replacements:
        return ()
    words = found.split()
    if len(words) == 2 and words[0].lower() == words[1].lower():
        best = words[0] if words[0] in replacements else replacements[0]
    elif len(words) == 1 and found in _SAME_TENSE and replacements[0].lower() in ("is", "are", "am", "isn't", "aren't", "isn’t", "aren’t"):
        best = _SAME_TENSE[found]
    else:
        best = next((r for r in replacements if is_apart(found, r)), replacements[0])
    return (best, *(r for r in replacements if r != best))
