"""The keys that a form of a name is found under: whole, with one token open, by its sound, by its words, by a single token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .fold import content, deletions, skeleton

LONGEST_SLOT = 9
"""Most tokens of a form that is looked up with one of them open or by its sound."""
PROMINENT = 2
"""Tiers up to this are found by their sound and by a single token, and stay in a full bucket."""
HEARD = 3
"""Tiers up to this are found by the sound of a person's surname alone."""
SINGLE = 5
"""Fewest letters of a single token that is looked up with an edit."""
CONTENT = 3
"""Fewest content words of an organisation that is looked up by them in any order."""
BEGINNING = 6
"""First letters of a single token that its keys are made of: fewer keys, and longer lists to look through."""
_LEAST_SOUND, _LEAST_SURNAME = 7, 5


def whole(parts: Sequence[str]) -> str:
    """The key of a form with exactly these tokens."""
    return "|".join(parts)


def opened(parts: Sequence[str], at: int) -> str:
    """The key of the forms that differ at most in one token."""
    return "|".join((*parts[:at], "*", *parts[at + 1 :]))


def sound(heard: Sequence[str]) -> str:
    """The key of the forms with these skeletons."""
    return "~" + "|".join(heard)


def surname_sound(heard: str) -> str:
    """The key of the persons of two tokens whose surname has this skeleton."""
    return "~*|" + heard


def words(parts: Sequence[str]) -> str:
    """The key of the organisations with the content words of these tokens."""
    return "#" + "|".join(sorted(content(parts)))


def edited(token: str) -> list[str]:
    """The keys of a single token: its first letters, whole and without one of them.

    Two tokens that one edit or transposition parts share one of these, wherever in the token it is.
    """
    return ["<" + cut for cut in sorted(deletions(token[:BEGINNING]))]


def identity(text: str) -> str:
    """The key of an entity's id."""
    return "@" + text


def placed(letter: str, stem: str) -> str:
    """The key of the places of one token that begin with a letter and have a word of context (see `context.words`)."""
    return f"%{stem}|{letter}"


def single(kind: str, tier: int, parts: Sequence[str]) -> str | None:
    """The token by which an entity may be known alone: the only one of a place or of somebody prominent, a prominent person's surname."""
    if kind == "office" or (tier > PROMINENT and kind != "place") or len(parts) > 3 or "of" in parts:
        return None
    if len(parts) > 1 and kind != "person":
        return None
    return parts[-1] if len(parts[-1]) >= SINGLE and parts[-1].isalpha() else None


def offices(words: Sequence[str]) -> list[str]:
    """The keys of an office, whatever its order: all its content words, and from four on all but one of them."""
    bags = [tuple(sorted(words))]
    if len(words) > 3:
        bags += [tuple(sorted((*words[:i], *words[i + 1 :]))) for i in range(len(words))]
    return ["&" + "|".join(bag) for bag in bags] if len(words) >= CONTENT else []


def open_keys(kind: str, parts: Sequence[str]) -> Iterator[str]:
    """The keys of a form with each of its tokens open by turns; an office has none, its words being words of the language."""
    if kind != "office" and 1 < len(parts) <= LONGEST_SLOT:
        for at in range(len(parts)):
            yield opened(parts, at)


def other_keys(kind: str, tier: int, parts: Sequence[str]) -> Iterator[str]:
    """The keys of a form but its own and those with an open token; few, and none for an entity that is not in the news."""
    if kind == "office":
        yield from offices(content(parts))
        return
    if tier <= HEARD and 1 < len(parts) <= LONGEST_SLOT:
        heard = [skeleton(part) for part in parts]
        if tier <= PROMINENT and sum(map(len, heard)) >= _LEAST_SOUND:
            yield sound(heard)
        if kind == "person" and len(parts) == 2 and len(heard[1]) >= _LEAST_SURNAME:
            yield surname_sound(heard[1])
    if kind in ("org", "agency") and len(parts) > 1 and len(content(parts)) >= CONTENT:
        yield words(parts)
    token = single(kind, tier, parts)
    if token:
        yield from edited(token)
