"""Edits that a rule proposes and a language model decides (`verify: lm`); without a model they are guesses, so the key is required.

`propose` names what is proposed:
`article` puts the, a or an before one of `nouns` (or one of `adjectives` before it) that follows one of `after` and has no determiner;
`number` puts the plural of one of `nouns` that follows one of `after`;
`doubled` takes out the second of two equal words, those in `leave` excepted;
`swap` puts what `pairs` gives for a wording;
`insert` puts `word` between one of `after` and one of `before`;
`agreement` puts the other form of a verb in `pairs` after a subject: one of `after` with one of `nouns`, at the start of a clause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from ..document import Document, Word
from ..lazyregex import regex
from ..model import Hit, Rule, Settings, Span
from . import Check, one_by_one

VOWEL = frozenset("aeiou")
_CLAUSE = frozenset(("that", "and", "but", "because", "while", "when", "as", "if", "said", "which", "where", "although"))


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `edits`."""

    propose: Literal["article", "number", "doubled", "swap", "insert", "agreement"]
    nouns: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    leave: list[str] = field(default_factory=list)
    pairs: dict[str, str] = field(default_factory=dict)
    word: str = ""


NEEDS = {
    "article": ("nouns", "after"),
    "number": ("nouns", "after"),
    "doubled": (),
    "swap": ("pairs",),
    "insert": ("after", "before", "word"),
    "agreement": ("nouns", "after", "pairs"),
}
"""The keys that each proposal can't do without."""


def problems(options: Options) -> Iterator[tuple[str, str]]:
    """What is wrong with the options, as key and message; run once when the rule file is read."""
    for key in NEEDS[options.propose]:
        if not getattr(options, key):
            yield "propose", f"'{options.propose}' needs the key `{key}`"


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all rules of the kind."""
    return one_by_one([(rule, _PROPOSERS[rule.options.propose](rule)) for rule in rules])


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and noun[-2:-1] not in VOWEL:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _adjacent(document: Document, left: Word, right: Word) -> bool:
    """Whether only one space or line end is between two words."""
    return right.start - left.end == 1 and document.prose[left.end] in " \n"


def _article(rule: Rule) -> Check:
    options: Options = rule.options
    nouns, adjectives, after = frozenset(options.nouns), frozenset(options.adjectives), frozenset(options.after)

    def check(document: Document) -> Iterator[Hit]:
        words = document.words
        for i in range(1, len(words)):
            word = words[i]
            head = word.text in nouns
            if not head and not (word.text in adjectives and i + 1 < len(words) and words[i + 1].text in nouns):
                continue
            left = words[i - 1]
            if left.text.lower() not in after or not _adjacent(document, left, word):
                continue
            if document.prose[word.end : word.end + 1] == "-" or (not head and not _adjacent(document, word, words[i + 1])):
                continue
            article = "an" if word.text[0] in VOWEL else "a"
            yield Hit(rule, Span(left.start, word.end), tuple(f"{left.text} {a} {word.text}" for a in ("the", article)))

    return check


def _number(rule: Rule) -> Check:
    options: Options = rule.options
    nouns, after = frozenset(options.nouns), frozenset(options.after)

    def check(document: Document) -> Iterator[Hit]:
        words = document.words
        for i in range(1, len(words)):
            word, left = words[i], words[i - 1]
            if word.text not in nouns or not (left.text.lower() in after or (left.text.isdigit() and left.text != "1" and "#" in after)):
                continue
            if _adjacent(document, left, word) and document.prose[word.end : word.end + 1] not in ("-", "/"):
                if document.prose[left.start - 1 : left.start] in ("-", ".", ",", "/") and left.text.isdigit():
                    continue
                yield Hit(rule, Span(left.start, word.end), (f"{left.text} {plural(word.text)}",))

    return check


def _doubled(rule: Rule) -> Check:
    leave = frozenset(rule.options.leave)

    def check(document: Document) -> Iterator[Hit]:
        words = document.words
        for left, right in pairwise(words):
            text = right.text
            if text == left.text.lower() and text.isalpha() and text not in leave and _adjacent(document, left, right):
                yield Hit(rule, Span(left.start, right.end), (left.text,))

    return check


def _swap(rule: Rule) -> Check:
    pairs: dict[str, str] = rule.options.pairs
    expression = regex(r"\b(?:" + "|".join(sorted(map(_escaped, pairs), key=len, reverse=True)) + r")\b")

    def check(document: Document) -> Iterator[Hit]:
        for paragraph in document.paragraphs:
            for match in expression.finditer(document.flat(paragraph)):
                at = paragraph.start + match.start()
                yield Hit(rule, Span(at, at + len(match.group())), (pairs[match.group()],))

    return check


def _escaped(text: str) -> str:
    import re

    return re.escape(text)


def _insert(rule: Rule) -> Check:
    options: Options = rule.options
    after, before = frozenset(options.after), frozenset(options.before)

    def check(document: Document) -> Iterator[Hit]:
        words = document.words
        for left, right in pairwise(words):
            if right.text in before and left.text in after and _adjacent(document, left, right):
                yield Hit(rule, Span(left.start, right.end), (f"{left.text} {options.word} {right.text}",))

    return check


def _agreement(rule: Rule) -> Check:
    options: Options = rule.options
    after, pairs = frozenset(options.after), options.pairs
    nouns = frozenset(options.nouns) | {plural(noun) for noun in options.nouns}

    def check(document: Document) -> Iterator[Hit]:
        words = document.words
        for i in range(2, len(words)):
            verb, noun, left = words[i], words[i - 1], words[i - 2]
            if verb.text not in pairs or noun.text not in nouns or left.text.lower() not in after:
                continue
            if not _adjacent(document, noun, verb) or not _adjacent(document, left, noun):
                continue
            before = document.prose[: left.start].rstrip()[-1:]
            if i > 2 and before.isalnum() and words[i - 3].text.lower() not in _CLAUSE:
                continue
            yield Hit(rule, Span(noun.start, verb.end), (f"{noun.text} {pairs[verb.text]}",))

    return check


_PROPOSERS: dict[str, Callable[[Rule], Check]] = {
    "article": _article,
    "number": _number,
    "doubled": _doubled,
    "swap": _swap,
    "insert": _insert,
    "agreement": _agreement,
}
