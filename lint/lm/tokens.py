"""Text as the words that the n-gram model counts: lower case, numbers by class, quotation marks left out."""

from __future__ import annotations

from collections.abc import Iterator

from ..lazyregex import regex

START, END, UNKNOWN, NAME = "<s>", "</s>", "<unk>", "<name>"
NUMBER, YEAR = "<num>", "<year>"
_TOKEN = regex(r"\d[\d.,:]*|[^\W\d_]+(?:['’][^\W\d_]+)*|[.,;:?!()—–]")
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
_MARKS = {";": ",", ":": ",", "(": ",", ")": ",", "—": ",", "–": ",", "?": ".", "!": "."}
_WHOLE = frozenset(("it's", "that's", "he's", "she's", "there's", "what's", "who's", "let's", "here's", "where's", "how's"))
"""Words with 's that stand for two words and are counted as one; elsewhere 's is a word of its own."""


def tokens(text: str, within: bool = False) -> list[tuple[str, bool]]:
    """The words of a sentence, each with whether it is a name's shape: capitalised and not the first word.

    `within` says that words stand before the text.
    """
    return list(_tokens(text, not within))


def _tokens(text: str, first: bool) -> Iterator[tuple[str, bool]]:
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token[0].isdigit():
            stripped = token.rstrip(".,:")
            yield (YEAR if _YEAR.fullmatch(stripped) else NUMBER), False
            if len(stripped) < len(token):
                yield _MARKS.get(token[-1], token[-1]), False
        elif token[0].isalpha():
            word = token.lower().replace("’", "'")
            capital = token[0].isupper() and not first
            if word.endswith("'s") and word not in _WHOLE:
                yield word[:-2], capital
                yield "'s", False
            else:
                yield word, capital
        else:
            yield _MARKS.get(token, token), False
        first = False
