"""Names as sources write them, made into names as a text writes them: no disambiguation, no titles, no capitals throughout."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...lazyregex import regex
from ..runs import PARTICLES

MOST_TOKENS = {"person": 7, "place": 8, "org": 12, "agency": 8}
"""More tokens than this are a description, no name."""
_SPACE = regex(r"[\s\u200b\u200e\u200f\ufeff]+")
_ASIDE = regex(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_NICKNAME = regex(r"\s*[\"“”„«][^\"“”„»«]+[\"“”»]")
_HONORIFICS = (
    r"(?:the )?(?:right |rt )?hon(?:ou?rable|\.)?|his excellency|her excellency|h\.?e\.?(?= [A-Z])|mrs?|ms|miss|mx|messrs|dr|doctor"
    r"|prof(?:essor)?|sir|dame|reverend|general|(?:rev|gen|col|lt|sgt|capt|maj|brig|adm|eng|ing|dipl)(?=\.)"
)
_HONORIFIC = regex(rf"(?:(?:{_HONORIFICS})(?:\.\s*|\s+))+", re.IGNORECASE)
_LETTERS_AFTER = regex(r"(?:,?\s+(?:OBE|CBE|MBE|KBE|DBE|KCMG|CMG|KCB|QC|KC|MP|MEP|PhD|Ph\.D\.?|M\.?D\.?|MSc|Esq\.?))+$")
_JUNIOR = regex(r"(?:Jr|Sr|Junior|Senior|I{1,3}|IV|VI{0,3})\.?", re.IGNORECASE)
_ROMAN = regex(r"(?:I{2,3}|IV|VI{0,3}|IX|X{1,2}I{0,3}|XI?V)")
_VOWEL = regex(r"[AEIOUY]")
_LEGAL = {
    "gmbh": "GmbH",
    "nato": "NATO",
    "unesco": "UNESCO",
    "pjsc": "PJSC",
    "ojsc": "OJSC",
    "fifa": "FIFA",
    "uefa": "UEFA",
    "opec": "OPEC",
}
_SMALL = PARTICLES | {"in", "on", "at", "to", "an", "a", "des", "et", "und", "by"}
_MARKS = frozenset("'’ʻʼ‘`´-‐‑–.,&/+!*:")


@lru_cache(maxsize=4_096)
def _is_latin(character: str) -> bool:
    return not character.isalpha() or unicodedata.name(character, "").startswith(("LATIN", "MODIFIER LETTER", "FEMININE", "MASCULINE"))


def latin(text: str) -> bool:
    """Whether all letters of a text are Latin ones, and there is one."""
    if text.isascii():
        return any(map(str.isalpha, text))
    return all(map(_is_latin, text)) and any(map(str.isalpha, text))


def spaced(text: str) -> str:
    """A text with single blanks, without marks of direction and other characters that don't print."""
    text = _SPACE.sub(" ", text).strip()
    return text if text.isprintable() else "".join(c for c in text if c.isprintable()).strip()


def name(text: str, kind: str, inverted: bool = False) -> tuple[str, str]:
    """A clean name and "", or "" and the reason why the text is none: a phrase that follows a number.

    Off go what stands in brackets, nicknames in quotation marks and, for a person, titles before the name and letters after it. `inverted`
    turns "Smith, John" round. Names all in capitals get small letters, particles keep theirs.
    """
    text = spaced(text)
    if not latin(text):
        return "", "names in another script" if any(map(str.isalpha, text)) else "names without a letter"
    text = _ASIDE.sub("", text).strip(" ,;")
    if kind == "person":
        text = _person(text, inverted)
    elif kind == "org" or kind == "agency":
        text = _organisation(text)
    elif text.isupper() and len(text) > 4:
        text = " ".join(_capital(word, bool(i)) for i, word in enumerate(text.split(" ")))
    reason = _reason(text, kind)
    return ("", reason) if reason else (text, "")


def _reason(text: str, kind: str) -> str:
    if sum(map(str.isalpha, text)) < 2:
        return "names of less than two letters"
    if len(text.split(" ")) > MOST_TOKENS[kind]:
        return "names too long to be one"
    if kind == "person" and not all(c.isalpha() or c == " " or c in _MARKS or unicodedata.combining(c) for c in text):
        return "names with digits or signs"
    if kind == "person" and all(len(part.strip(".")) < 2 for part in text.split(" ")):
        return "names of initials alone"
    return ""


def _person(text: str, inverted: bool) -> str:
    text = _NICKNAME.sub("", text)
    text = _LETTERS_AFTER.sub("", text).strip(" ,;")
    text = _in_order([part.strip() for part in text.split(",") if part.strip()], inverted)
    title = _HONORIFIC.match(text)
    # A title before one word is what the person is called: "Dr Dre", "Miss Sloane".
    if title and " " in text[title.end() :].strip():
        text = text[title.end() :].strip()
    words = text.split(" ")
    everything = text.isupper()
    if everything or any(len(word) > 2 and word.isupper() and "." not in word for word in words):
        words = [_recased(word, i, len(words), everything) for i, word in enumerate(words)]
    return " ".join(words)


def _in_order(parts: list[str], inverted: bool) -> str:
    """The parts of a name between its commas as they are spoken."""
    junior = parts.pop() if len(parts) > 1 and _JUNIOR.fullmatch(parts[-1]) else ""
    if len(parts) == 2 and inverted:
        parts.reverse()
    elif len(parts) == 2 and " " in parts[0]:  # "Albert II, Prince of Monaco": what follows is a title
        parts.pop()
    return " ".join(filter(None, (*parts, junior)))


def _recased(word: str, at: int, count: int, everything: bool) -> str:
    letters = word.strip(".,")
    if not letters.isupper() or "." in letters or (at and _ROMAN.fullmatch(letters)):
        return word
    if at and len(letters) > 1 and letters.lower() in PARTICLES:
        return word.lower()
    if len(letters) < 3 and not (everything and len(letters) == 2 and _VOWEL.search(letters)):
        return word
    return _capital(word, 0 < at < count - 1)


def _organisation(text: str) -> str:
    words = text.split(" ")
    if len(words) < 2 or not text.isupper():
        return text
    out = []
    for i, word in enumerate(words):
        small = word.lower()
        if small in _LEGAL:
            out.append(_LEGAL[small])
        elif small in _SMALL:
            out.append(small if i else small.capitalize())
        elif len(word) <= 3 or not _VOWEL.search(word):
            out.append(word)
        else:
            out.append(_capital(word, False))
    return " ".join(out)


def _capital(word: str, may_be_small: bool) -> str:
    """A word in capitals with one capital, or none for a particle; McDonald, O'Brien, al-Assad and double-barrelled names are heeded."""
    if "-" in word:
        first, *rest = word.split("-")
        article = first.lower() in ("al", "el", "ul", "ur", "as", "ad", "ar", "ash", "at", "az") and bool(rest)
        return "-".join((first.lower() if article else _capital(first, may_be_small), *(_capital(part, True) for part in rest)))
    small = word.lower()
    if may_be_small and small in PARTICLES:
        return small
    for mark in ("'", "’"):
        if mark in small[1:3]:
            before, after = small.split(mark, 1)
            return before.capitalize() + mark + after[:1].upper() + after[1:]
    if small.startswith("mc") and len(small) > 4:
        return "Mc" + small[2:].capitalize()
    return small[:1].upper() + small[1:]
