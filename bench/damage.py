"""Names damaged as hands, ears and transliterations damage them, by a given dice: the same dice give the same damage."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from lint.names.fold import fold, skeleton

LONG = 4
"""Fewest letters of a token that is damaged while the name has such a one."""
FIRST = 0.05
"""How often a slip hits the first letter: studies of misspellings found 1 to 7 percent (K. Kukich, ACM Computing Surveys 24, 1992)."""
GIVEN = 1e-5
"""Share from which a given name is common enough to be put in another's place."""
ALTERNATIONS = (
    ("kh", "h"), ("kh", "k"), ("q", "k"), ("q", "gh"), ("gh", "g"), ("ee", "i"), ("ei", "ai"), ("ay", "ai"), ("ou", "u"), ("oo", "u"),
    ("w", "v"), ("ov", "off"), ("ov", "ow"), ("ev", "yev"), ("sky", "ski"), ("skiy", "sky"), ("sky", "skii"), ("dj", "j"), ("tch", "ch"),
    ("zh", "j"), ("sh", "sch"), ("y", "i"), ("iy", "y"), ("iya", "ia"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("c", "k"),
    ("ks", "x"), ("dd", "d"), ("ss", "s"), ("ll", "l"), ("mm", "m"), ("nn", "n"), ("ff", "f"), ("tt", "t"), ("aa", "a"), ("ah", "a"),
    ("e", "i"), ("o", "u"),
)  # fmt: skip
"""Letters that two transliterations of one name differ in; each way."""
_WHOLE = {
    "al": ("el", "ul"), "el": ("al",), "ul": ("al",), "bin": ("ben",), "ben": ("bin",), "abdul": ("abdel", "abdal"), "abdel": ("abdul",),
    "mohammed": ("muhammad", "mohamad", "mohammad"), "mohamed": ("muhamed", "mohammed"), "muhammad": ("mohammed", "muhammed"),
    "yusuf": ("yousef", "youssef"), "ahmed": ("ahmad",), "ahmad": ("ahmed",), "hussein": ("husain", "hossein"),
    "sergei": ("sergey",), "sergey": ("sergei",), "alexei": ("aleksey",), "dmitry": ("dmitri",), "yuri": ("yury",),
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"[IVX]+")

Damage = Callable[[str, random.Random], str | None]


def _in_token(change: Callable[[str, random.Random], str | None], fewest: int = LONG) -> Damage:
    """A damage to one token of a name: one of at least `fewest` letters, the longest when there is none."""

    def damaged(name: str, dice: random.Random) -> str | None:
        words = [m for m in _WORD.finditer(name) if m.group()[0].isupper() and not _NUMERAL.fullmatch(m.group()) and len(m.group()) > 2]
        if not words:
            return None
        fitting = [m for m in words if len(m.group()) >= fewest] or [max(words, key=lambda m: len(m.group()))]
        m = dice.choice(fitting)
        new = change(m.group(), dice)
        return None if new is None or fold(new) == fold(m.group()) else name[: m.start()] + new + name[m.end() :]

    return damaged


def _like(new: str, old: str) -> str:
    return new.upper() if old.isupper() else new[0].upper() + new[1:]


def _place(places: Sequence[int], dice: random.Random) -> int:
    """One of the places in a token, its beginning seldom."""
    later = [at for at in places if at > 0]
    return dice.choice(later) if later and dice.random() >= FIRST else places[0]


def _edit(token: str, dice: random.Random) -> str:
    letter, kind = dice.choice(string.ascii_lowercase), dice.randrange(3)
    at = _place(range(len(token)), dice)
    if kind == 0:
        new = token[:at] + token[at + 1 :]
    elif kind == 1:
        new = token[:at] + letter + token[at + 1 :]
    else:
        new = token[: at + 1] + letter + token[at + 1 :] if at else letter + token
    return _like(new, token)


def _edits(count: int) -> Callable[[str, random.Random], str | None]:
    def change(token: str, dice: random.Random) -> str | None:
        for _ in range(20):
            new = token
            for _ in range(count):
                new = _edit(new, dice)
            if OSA.distance(fold(token), fold(new)) == count:
                return new
        return None

    return change


def _transposed(token: str, dice: random.Random) -> str | None:
    places = [i for i in range(len(token) - 1) if token[i].lower() != token[i + 1].lower()]
    if not places:
        return None
    at = _place(places, dice)
    return _like(token[:at].lower() + token[at + 1].lower() + token[at].lower() + token[at + 2 :], token)


def _transliterated(token: str, dice: random.Random) -> str | None:
    lower = fold(token)
    new = [_like(other, token) for other in _WHOLE.get(lower, ())]
    for one, other in ALTERNATIONS:
        for old, into in ((one, other), (other, one)):
            for m in re.finditer(old, lower):
                end = m.end() == len(lower)
                if ("ov" in (one, other) or "ev" in (one, other) or "sk" in one) and not end:
                    continue
                # Single letters are doubled, and i and e changed, inside a name only.
                if len(old) == 1 and len(into) == 2 and (end or m.start() == 0 or (lower[m.start() - 1] in "aeiou" and old in "aeiou")):
                    continue
                changed = lower[: m.start()] + into + lower[m.end() :]
                if not re.search(r"(.)\1\1", changed):
                    new.append(_like(changed, token))
    return dice.choice(sorted(set(new))) if new else None


def _dropped(name: str, dice: random.Random) -> str | None:
    parts = name.split(" ")
    if len(parts) < 3:
        return None
    at = dice.randrange(len(parts))
    left = parts[:at] + parts[at + 1 :]
    return " ".join(left) if left[0][0].isupper() and left[-1][0].isupper() else None


def wrong_given(given: Sequence[str]) -> Damage:
    """Another real given name, near in sound or look, for the first token of a person's name; `given` are folded given names."""

    def damaged(name: str, dice: random.Random) -> str | None:
        first, _, rest = name.partition(" ")
        token = fold(first)
        if not rest or len(token) < LONG:
            return None
        looks = [n for n, _, _ in process.extract(token, given, scorer=OSA.distance, score_cutoff=2, limit=None)]
        sounds = [n for n, _, _ in process.extract(token, given, scorer=JaroWinkler.similarity, score_cutoff=0.87, limit=None)]
        heard = skeleton(token)
        near = [n for n in {*looks, *sounds} if n != token and (n[0] == token[0] or skeleton(n) == heard) and len(n) >= LONG]
        return f"{_like(dice.choice(sorted(near)), first)} {rest}" if near else None

    return damaged


def damages(given: Sequence[str]) -> dict[str, Damage]:
    """The kinds of damage by name; None where a name can't be damaged so."""
    return {
        "edit 1": _in_token(_edits(1)),
        "edit 2": _in_token(_edits(2), 6),
        "transposition": _in_token(_transposed),
        "transliteration": _in_token(_transliterated),
        "wrong given name": wrong_given(given),
        "dropped token": _dropped,
    }
