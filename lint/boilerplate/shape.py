"""What one line looks like by itself: length, ending, capitals, digits, function words, words of interfaces."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from ..languages import is_function_word
from ..lazyregex import regex

LONG_WORDS = 12
"""A line of so many words that ends like a sentence is prose."""
UNSPACED = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
SENTENCE_END = regex(r"[.!?…。！？؟۔।][\"'”’»)\]]*$")
_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_LETTER = regex(r"[^\W\d_]")
_DIGIT = regex(r"\d")
_BULLET = "•*·–—-‣▪►▸»>+#|"
_TIME = regex(
    r"\b(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{2,4}|\d\d?[:.h]\d\d\b|(?:19|20)\d\d\b)|\d ?[ap]\.?m\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d (?:sec|min|hour|day|week|month|year)s?\b",
)
_ADDRESS = regex(r"https?://|www\.|\w\.(?:com|org|net|co)\b|\w@\w")
_SEPARATOR = regex(r" [|•·/»›>] |\S[|•»›]\S")


class Shape(NamedTuple):
    """A line by itself.

    `words` counts two characters of a script without spaces as one word; shares are from 0 to 1; `coarse` is what neighbouring lines have
    in common when they are rows of one list. Of a line of prose nothing but its words and its ending is looked at.
    """

    words: int
    prose: bool
    ending: str
    opening: str
    capitals: str
    digits: str
    function: float
    interface: float
    address: bool
    separated: bool
    shouted: bool
    coarse: str


def shape(text: str, interface: Set[str]) -> Shape:
    """The shape of a line that is not blank; `interface` are the words that interfaces say more than articles do, in lower case."""
    text = text.strip()
    tokens = _WORD.findall(text)
    unspaced = len(UNSPACED.findall(text)) // 2 if not text.isascii() else 0
    words = max(len(tokens), unspaced)
    ending = _ending(text)
    if words >= LONG_WORDS and ending == "sentence":
        return Shape(words, True, ending, "", "", "", 0.0, 0.0, False, False, False, "prose")
    lowered = [token.lower() for token in tokens]
    function = sum(map(is_function_word, lowered)) / max(1, len(tokens))
    lettered = [token for token in tokens if _LETTER.match(token)]
    opening, digits = _opening(text), _digits(text, tokens, lettered)
    return Shape(
        words,
        False,
        ending,
        opening,
        _capitals(lettered),
        digits,
        function,
        sum(token in interface for token in lowered) / max(1, len(tokens)),
        _ADDRESS.search(text) is not None,
        _SEPARATOR.search(text) is not None,
        len(lettered) > 1 and text.isupper(),
        f"{min(words, 13) // 4} {ending} {opening} {digits}",
    )


def _ending(text: str) -> str:
    if text.endswith(("...", "…")):
        return "ellipsis"
    if SENTENCE_END.search(text[-4:]):
        return "sentence"
    return {":": "colon", "：": "colon", ",": "comma", ";": "comma"}.get(text[-1], "none")


def _opening(text: str) -> str:
    if text[0] in _BULLET:
        return "bullet"
    if text[0].isdigit():
        return "digit"
    return "lower" if text[0].islower() else "letter" if text[0].isalpha() else "mark"


def _capitals(words: list[str]) -> str:
    """Whether the words of three letters and more begin in upper case: all, most, few; `none` where there is no such word."""
    long = [word for word in words if len(word) > 2 and word[0].lower() != word[0].upper()]
    if not long:
        return "none"
    share = sum(word[0].isupper() for word in long) / len(long)
    return "all" if share == 1 else "most" if share >= 0.6 else "few"


def _digits(text: str, tokens: list[str], lettered: list[str]) -> str:
    if not tokens:
        return "signs"
    if not _DIGIT.search(text):
        return "none"
    if not lettered:
        return "only"
    return "time" if _TIME.search(text.lower()) else "some"
