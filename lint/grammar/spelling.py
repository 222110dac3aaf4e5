"""Which words of an engine's speller are worth a finding: slips in common words, never a name and never a word of the text's own."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Sequence
from itertools import islice

from ..datafolder import data_folder
from ..document import Document
from ..lazyregex import regex

SHORTEST = 6
"""Letters of the shortest word that is judged: shorter unknown words are abbreviations, units and dialect."""
SHORTEST_PAIR = 5
"""Letters of the shortest two words that ran together: "ofthe"."""
FARTHEST = 2
"""Most letters left out, put in or swapped with a neighbour between a word and its first suggestion; 1 in words of under 9 letters."""
_LISTED = (
    "of the to in and for that with on at by from is was are were be been has have had will would as a an it its his her their not who"
    " which but this these or if than they he she we you i"
)
_FUNCTION_WORDS = frozenset(_LISTED.split())
"""One of them is on one side of a lost blank: two nouns or adjectives in one are a compound that the dictionary lacks."""
_DIALECT = (
    (regex(r"our"), "or"),
    (regex(r"([iy])s(?=[aei])"), r"\1z"),
    (regex(r"([^aeiou])re(?=s?$|d$)"), r"\1er"),
    (regex(r"[ao]e"), "e"),
    (regex(r"ll"), "l"),
    (regex(r"l"), "ll"),
    (regex(r"l(?=s?$)"), "ll"),
    (regex(r"y$"), "ey"),
    (regex(r"c(?=e|ing)"), "s"),
    (regex(r"ogue"), "og"),
    (regex(r"mme"), "m"),
    (regex(r"ough"), "ow"),
    (regex(r"e(?=able|ing|ment)"), ""),
    (regex(r"ium"), "um"),
    (regex(r"orey"), "ory"),
    (regex(r"pp"), "p"),
    (regex(r"ss"), "s"),
    (regex(r"tt"), "t"),
)
"""British spellings and what American dictionaries have for them; doubled consonants before a suffix are a matter of house style."""
_FOREIGN = r"(?i:el|la|los|las|le|les|l['’]|des|du|de|del|della|di|il|gli|dos|da|das|der|und|den|von|et|y|e|zu|zum|zur|van|het|een)"
_FOREIGN_BEFORE = regex(rf"\b{_FOREIGN}(?<=\w)\s+$|\b[ld]['’]$", re.IGNORECASE)
_FOREIGN_AFTER = regex(rf"\s+{_FOREIGN}(?<=\w)(?=\s)")
_OPENED, _CLOSED = re.compile(r"[“\"‘'«_*(](?:\w+ )?$"), re.compile(r"(?: \w+)?[.,]?[”\"’'»_*)]")
"""A word or two between marks: quoted or stressed because they are another language's or somebody's own."""


def is_slip(word: str, replacements: Sequence[str], document: Document) -> bool:
    """Whether a word is a slip of the keyboard in a common word.

    It is long enough, of plain letters in lower case, stands once in the text (in any case), and a letter was left out, put in or
    swapped with its neighbour inside it, or it lost a blank beside a function word. Another letter in place of one is left alone: so
    differ rare words from common ones.
    """
    if not (word.isalpha() and word.isascii() and word.islower()) or not replacements:
        return False
    suggestion = replacements[0]
    if is_apart(word, suggestion):
        return word not in _dictionary() and not _again(word, document)
    if len(word) < SHORTEST or not (suggestion.isalpha() and suggestion.islower()):
        return False
    if not _slipped(word, suggestion) or _is_dialect(word, suggestion):
        return False
    return word not in _dictionary() and not _again(word, document)


def is_foreign(text: str, start: int, end: int) -> bool:
    """Whether the word text[start:end] stands beside an article or a conjunction of another language, or alone in quotation or emphasis."""
    if _FOREIGN_BEFORE.search(text[:start]) or _FOREIGN_AFTER.match(text[end:]):
        return True
    return _OPENED.search(text[:start]) is not None and _CLOSED.match(text[end:]) is not None


@functools.cache
def _dictionary() -> frozenset[str]:
    """The lower-case words of the shipped list, American and British; read when a speller has found a slip."""
    import gzip

    with gzip.open(os.path.join(data_folder(), "_data", "names", "words.txt.gz"), "rt", encoding="utf-8") as file:
        return frozenset(word for line in file if (word := line.rstrip("\n").partition("\t")[0]).islower())


def _again(word: str, document: Document) -> bool:
    """Whether the text has the word a second time, in any letter case: then it is the text's own."""
    return sum(1 for _ in islice(re.finditer(rf"(?<!\w){word}(?!\w)", document.prose, re.IGNORECASE), 2)) > 1


def is_apart(word: str, suggestion: str) -> bool:
    """Whether a suggestion is the word with a lost blank: two words of the list, one of them a function word."""
    first, blank, second = suggestion.partition(" ")
    if not blank or first + second != word or len(word) < SHORTEST_PAIR:
        return False
    return any(
        one in _FUNCTION_WORDS and (other in _FUNCTION_WORDS or other in _dictionary()) for one, other in ((first, second), (second, first))
    )


def _slipped(word: str, suggestion: str) -> bool:
    """Whether the two have their first two letters and the last one in common and differ by letters left out, put in or swapped."""
    from rapidfuzz.distance import OSA, Indel

    if word[:2] != suggestion[:2] or word[-1] != suggestion[-1]:
        return False
    edits = OSA.distance(word, suggestion)
    if edits > (FARTHEST if len(word) >= 9 else 1):
        return False
    swapped = len(word) == len(suggestion) and sorted(word) == sorted(suggestion)
    return swapped or Indel.distance(word, suggestion) == edits


def _is_dialect(word: str, suggestion: str) -> bool:
    return any(suggestion in (pattern.sub(form, word), pattern.sub(form, word, count=1)) for pattern, form in _DIALECT)
