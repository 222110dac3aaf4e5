"""The words of a passage as names are looked for among them: folded, capitalised or not, at the beginning of a sentence or inside it."""

from __future__ import annotations

from typing import NamedTuple

from ..lazyregex import regex
from ..names.fold import fold

_WORD = regex(r"[^\W\d_]+(?:[\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u05f3\u200c][^\W\d_]*)*")
_OPENING = regex(r"(?:^|[.!?:;…。！？\n•·|\u2014\u2013]|[\"“”«»„'‘’(\[])[\s\"“”«»„'‘’(\[¿¡*\u200e\u200f-]*$")
_LEFT_OUT = regex(r"(?:https?://|www\.)\S+|\S+@\S+|\{[^{}]*\}|%\(?\w+\)?[sdif]|<[^<>]*>|\$\w+|&\w+;|\S*[/\\_=]\S*|--?[a-z]\S*|`[^`']*['`]")
_LATIN = regex("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
SHORTEST = 4
"""Fewest letters of a name that is looked for: shorter ones have too many neighbours."""


class Token(NamedTuple):
    """text[start:end]; `name` says that it may be a name: it has a capital inside a sentence, and small letters."""

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    opens: bool
    place: int

    @property
    def is_candidate(self) -> bool:
        """Whether it is long enough and written as a name is."""
        return self.capital and len(self.folded) >= SHORTEST and not self.text.isupper() and self.text[1:].islower()


def tokens(text: str) -> list[Token]:
    """The words of a passage; addresses, placeholders, tags, paths and options are left out."""
    plain = _LEFT_OUT.sub(lambda match: "\0" * len(match.group()), text)
    out = []
    for place, match in enumerate(_WORD.finditer(plain)):
        word = match.group()
        opens = _OPENING.search(plain, max(0, match.start() - 12), match.start()) is not None if word[0].isupper() else False
        out.append(Token(match.start(), match.end(), word, fold(word), word[0].isupper(), opens or match.start() == 0, place))
    return out


def is_list(text: str) -> bool:
    """Whether a passage is a bare list of words, such as names to choose from."""
    return text.count(",") > 8 and text.count(",") * 3 > text.count(" ") + 8


def is_latin(text: str) -> bool:
    """Whether most letters of a passage are Latin ones."""
    letters = sum(map(str.isalpha, text))
    return letters > 0 and 2 * len(_LATIN.findall(text)) > letters
