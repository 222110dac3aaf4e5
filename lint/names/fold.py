"""Names made comparable: folded tokens, transliteration skeletons, and the 64-bit hashes that the index is keyed by."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import xxhash

from ..lazyregex import regex

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "ı": "i", "œ": "oe", "Œ": "oe"}
    | {"ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ə": "a", "Ə": "a"}
    | dict.fromkeys("'’‘ʼʻʾʿ`´.", "")
)
TOKEN = regex(r"[^\W_]+(?:['’‘ʼʻ`´][^\W_]+)*\.?")
"""One token of a name: letters and digits with inner apostrophes; a hyphen separates tokens, a full stop may close one."""
_POSSESSIVE = regex(r"(?:['’ʼ][sS]|(?<=[sS])['’ʼ])$")
_SOUNDS = [
    (regex(expression), letters)
    for expression, letters in (
        (r"x", "ks"),
        (r"(?<=[eo])ff?$", "v"),
        (r"dzh|dj|zh|jh|g(?=[eiy])", "j"),
        (r"tsch|tch|sch|sh|ch", "x"),
        (r"tz|ts|cz|z|c(?=[eiy])", "s"),
        (r"gh", "g"),
        (r"kh|ck|qu(?=[aeio])|q|c", "k"),
        (r"ph", "f"),
        (r"(?<=[tdb])h", ""),
        (r"w", "v"),
        (r"(?<=[^aeiouy])e$", ""),
        (r"[iy]?j[iy]$|(?<=[aeiou])j$", "i"),
        (r"e[eiya]|a[iy]|i[ey]|y|e", "i"),
        (r"o[ou]|o", "u"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
    )
]


@lru_cache(maxsize=65_536)
def fold(token: str) -> str:
    """A token without marks, apostrophes, dots and letter case: "Guterres", "O’Neill." -> "oneill"; letters are NFKD's."""
    if token.isascii() and token.isalpha():
        return token.lower()
    text = token.translate(_LETTERS)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).translate(_LETTERS)
    return text.lower()


@lru_cache(maxsize=65_536)
def skeleton(token: str) -> str:
    """What is left of a folded token when the letters that transliterations and house spellings differ in are made equal."""
    for expression, letters in _SOUNDS:
        token = expression.sub(letters, token)
    return token


def without_possessive(token: str) -> str:
    """A token as written without a closing 's or the apostrophe after s."""
    return _POSSESSIVE.sub("", token)


@lru_cache(maxsize=65_536)
def tokens(name: str) -> tuple[str, ...]:
    """The folded tokens of a name: hyphens and spaces separate them, possessives are off."""
    return tuple(fold(without_possessive(t)) for t in TOKEN.findall(name))


_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe"}
)


def without_umlauts(name: str) -> tuple[str, ...]:
    """The folded tokens of a name with its umlauts written in two letters: "Göttingen" -> "goettingen"."""
    return tokens(name if name.isascii() else name.translate(_UMLAUTS))


def slug(name: str) -> str:
    """What an id calls a name: its folded tokens with hyphens between them."""
    return "-".join(tokens(name))


FUNCTION = frozenset(("a", "an", "de", "for", "in", "la", "of", "on", "the", "to"))
"""Words that join the words of a name and say nothing themselves."""


def content(parts: Sequence[str]) -> tuple[str, ...]:
    """The words of a folded name that carry it, in their order and without the endings of a plural."""
    words = (part for part in parts if part not in FUNCTION)
    return tuple(word[:-3] + "y" if word.endswith("ies") else word if word.endswith("ss") else word.rstrip("s") for word in words)


def key(text: str) -> int:
    """64-bit hash of folded text (XXH3), the same on every machine."""
    return xxhash.xxh3_64_intdigest(text.encode("utf-8", "surrogatepass"))


def deletions(token: str) -> set[str]:
    """The token and all that is left of it without one letter: two tokens share one of these when one edit or transposition parts them."""
    return {token, *(token[:i] + token[i + 1 :] for i in range(len(token)))}


_SIGNS = 28
TRIPLES = _SIGNS**3
"""How many numbers `triples` knows."""
_SIGN = {c: i for i, c in enumerate("|abcdefghijklmnopqrstuvwxyz")}


def triples(token: str) -> set[int]:
    """The three letters in a row of a folded token, its borders among them, each as a number; letters beyond a to z are one."""
    signs = [_SIGN.get(c, _SIGNS - 1) for c in f"|{token}|"]
    return {(a * _SIGNS + b) * _SIGNS + c for a, b, c in zip(signs, signs[1:], signs[2:], strict=False)}
