"""What the lexicon says of a word: two characters for each token, one for its class and one for the word itself where rules name it.

The class is the set of parts of speech that a form can have (`NN/VB`), with `CAP` for a capital, or what the token is: `NUM`, `POSS`,
`HYPH`, `UNK` (a word that the lexicon doesn't have), `FW` (a word of grammar) or a mark. Tags: NN NNS (NC: can be uncounted) VB VBZ VBD
VBN VBG JJ JJR JJS RB RBR RBS.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache

from ..datafolder import data_folder
from ..lazyregex import regex

TOKEN = regex(r"[^\W_]+(?:[-’'.][^\W_]+)*(?:['’](?=\s))?|[“”\"«»„]|--|\S")
FIRST_CLASS, FIRST_WORD = 0x100, 0x800
REMEMBERED = 60_000
"""Most tokens whose characters are kept; later ones are rare."""
OTHER = chr(FIRST_WORD)
"""Stands for every word that no rule names."""
MARKS = {
    **dict.fromkeys(".!…", "STOP"),
    "?": "ASK",
    **dict.fromkeys('“”"«»„', "QUOTE"),
    ",": "COMMA",
    ";": "SEMI",
    ":": "COLON",
    "(": "PAREN",
    ")": "PAREN",
}
_NUMBER = regex(r"\d[\d.,]*")


@cache
def forms() -> dict[str, str]:
    """Class of each lower-case form: its tags, sorted, joined by `/`."""
    found: dict[str, str] = {}
    for row in _rows("forms.txt"):
        tags, *words = row.split()
        for word in words:
            found[word] = tags
    for row in _rows("function.txt"):
        for word in row.split():
            found[word] = "FW"
    return found


@cache
def verbs() -> dict[str, list[str]]:
    """All forms of each verb, by its base form."""
    return {row.split(" ", 1)[0]: row.split() for row in _rows("verbs.txt")}


def _rows(name: str) -> list[str]:
    with open(os.path.join(data_folder(), "_data", "lexicon", name), encoding="utf-8") as file:
        return [row for row in file.read().split("\n") if row and not row.startswith("#")]


class Codes(dict[str, str]):
    """Two characters for each token, worked out once each: `codes[token]`."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words` are the forms that rules name."""
        super().__init__()
        self.words = {word: chr(FIRST_WORD + 1 + i) for i, word in enumerate(dict.fromkeys(words))}
        self.classes = class_codes()
        self._same: dict[str, str] = {}

    def __missing__(self, token: str) -> str:
        plain = token.lower().replace("’", "'")
        code = self.classes[kind_of(token, plain)] + self.words.get(plain, OTHER)
        code = self._same.setdefault(code, code)
        if len(self) < REMEMBERED:
            self[token] = code
        return code


@cache
def class_codes() -> dict[str, str]:
    """The character of each class; classes with the same tags lie together, so that expressions over them stay short."""
    tags = sorted(set(forms().values()))
    special = ["NUM", "POSS", "HYPH", "UNK", "CAP/UNK", "OTHERMARK", *sorted(set(MARKS.values()))]
    names = [*tags, *(f"CAP/{t}" for t in tags), *special]
    return {name: chr(FIRST_CLASS + i) for i, name in enumerate(names)}


def kind_of(token: str, plain: str) -> str:
    """The class of a token; `plain` is its lower-case form with straight apostrophes."""
    if not token[0].isalnum():
        return MARKS.get(token, "OTHERMARK")
    if token[0].isdigit():
        return "NUM" if _NUMBER.fullmatch(token) else "HYPH"
    known = forms().get(plain)
    if known is None:
        if plain.endswith(("'s", "s'")):
            return "POSS"
        if "-" in plain and not token[0].isupper():
            return "HYPH"
        known = "UNK"
    return f"CAP/{known}" if token[0].isupper() else known
