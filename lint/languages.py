"""The language of each paragraph: by script, then by the function words of its first lines, else the document's."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from .datafolder import data_folder
from .lazyregex import regex

if TYPE_CHECKING:
    from .document import Document

#: A paragraph of fewer words has the document's language, unless its script says otherwise.
SHORT = 8
_READ = 480
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PUNCTUATION = "।،؛؟۔!\"'()*,-./:;<>?[]_{}«»“”„‘’‚–—…"
_TAG = regex(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
# Tags that name a language otherwise than by the code used here.
_SAME = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "bs": "hr",
    "fil": "tl",
    "eng": "en",
    "fra": "fr",
    "deu": "de",
    "spa": "es",
    "por": "pt",
}


def paragraph_languages(document: Document) -> list[str]:
    """Two-letter codes, parallel to `document.paragraphs`.

    A paragraph whose words don't decide has the document's language: the declared one, else that of most words that did decide, else `en`.
    """
    prose = document.prose
    guesses = [guess(prose[p.start : min(p.end, p.start + _READ)]) for p in document.paragraphs]
    default = document.language or _prevailing(document, guesses)
    return [code or default for code in guesses]


def language_name(code: str) -> str:
    """The English name of a two-letter code, for messages; the code itself when it is not known."""
    return _names().get(code, code)


def primary_language(tag: str) -> str | None:
    """The two-letter code of a language tag ("pt-BR" -> "pt"), None when it is no tag. Norwegian is `no` in both its forms."""
    match = _TAG.fullmatch(tag.strip())
    if match is None:
        return None
    code = match.group(1).lower()
    return _SAME.get(code, code)


def guess(text: str) -> str | None:
    """The language of a passage, None when it is too short or its words don't decide.

    Foreign is said only on strong evidence: two different function words that English doesn't have (three beside any word that only
    English has), in lower case as names never are, and more of them than of English.
    """
    tokens = text.split()
    own = len(_only_english().intersection(tokens))
    # Most English paragraphs end here: Dutch, which shares most words with English, stays well below a fifth.
    plain = own and len(tokens) >= SHORT and len(tokens) * 12 >= len(text)
    if plain and ((own >= 3 and own * 8 >= len(tokens)) or len(_english().intersection(tokens)) * 5 >= len(tokens)):
        return "en"
    if not text.isascii():
        # Its table takes a millisecond to compile.
        from .scripts import language_of_script

        text = normalize("NFC", text)
        code = language_of_script(text, _function_words)
        if code is not None:
            return code
    if len(tokens) < SHORT:
        return None
    words = _WORD.findall(text.replace("’", "'"))
    running = [word for word in words if word[0].islower()]
    english = sum("en" in _index().get(word, ()) for word in running)
    own = sum(word in _only_english() for word in running)
    code, hits, distinct = _likeliest_foreign(running)
    # In a list of names the particles ("von der", "de la") are all that is in lower case.
    prose = len(running) * 2 >= len(words)
    if prose and distinct >= (3 if own else 2) and hits * 12 >= len(running) and hits > (2 * english if own else english):
        return code
    return "en" if own >= 2 and own * 12 >= len(running) else None


def is_function_word(word: str) -> bool:
    """Whether a word in lower case is a function word of any of the languages."""
    return word in _index()


def legible_words(text: str) -> float:
    """The share of function words of one language among the words with a letter beyond ASCII, 0 below two: evidence for an encoding."""
    index = _index()
    words = [word for word in (word.strip(_PUNCTUATION) for word in text.lower().split()) if len(word) > 1 and not word.isascii()]
    counts = Counter(code for word in words for code in index.get(word, ()))
    hits = max(counts.values(), default=0)
    return hits / len(words) if hits >= 2 else 0.0


def _likeliest_foreign(words: list[str]) -> tuple[str, int, int]:
    """The language but English of most function words (each worth less the more languages have it), how many they are, and how many
    different ones that English doesn't have."""
    index = _index()
    weights: dict[str, float] = {}
    hits: Counter[str] = Counter()
    distinct: Counter[str] = Counter()
    for word, times in Counter(words).items():
        codes = index.get(word, ())
        for code in codes:
            weights[code] = weights.get(code, 0.0) + times / len(codes)
            hits[code] += times
            distinct[code] += "en" not in codes
    weights.pop("en", None)
    # max keeps the first of equals: the order of the data file.
    best = max((code for code in _words() if code in weights), key=weights.__getitem__, default="")
    return best, hits[best], distinct[best]


def _function_words(text: str) -> list[list[str]]:
    """For each function word of a passage the codes of its languages."""
    words = (word.strip(_PUNCTUATION) for word in text.lower().split())
    return [codes for word in words if (codes := _index().get(word))]


def _prevailing(document: Document, guesses: list[str | None]) -> str:
    words: Counter[str] = Counter()
    for span, code in zip(document.paragraphs, guesses, strict=True):
        if code is not None:
            words[code] += document.prose.count(" ", span.start, span.end) + 1
    return max(words, key=lambda code: (words[code], code)) if words else "en"


@cache
def _words() -> dict[str, list[str]]:
    """Code -> function words, in the order of the data file."""
    return {code.rstrip(":"): words for code, *words in _rows("function-words.txt")}


@cache
def _index() -> dict[str, list[str]]:
    """Function word -> codes of the languages that have it."""
    index: dict[str, list[str]] = {}
    for code, words in _words().items():
        for word in words:
            index.setdefault(word, []).append(code)
    return index


@cache
def _english() -> frozenset[str]:
    return frozenset(_words()["en"])


@cache
def _only_english() -> frozenset[str]:
    """English function words that no other language of the list has."""
    return frozenset(word for word, codes in _index().items() if codes == ["en"])


@cache
def _names() -> dict[str, str]:
    return {row[0]: " ".join(row[1:]) for row in _rows("names.txt")}


def _rows(name: str) -> Iterator[list[str]]:
    with open(os.path.join(data_folder(), "_data", "languages", name), encoding="utf-8") as file:
        yield from (line.split() for line in file if not line.startswith("#"))
