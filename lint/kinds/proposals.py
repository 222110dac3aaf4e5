"""What the rules of kind `edits` propose in the words of one paragraph; a table of words says where to look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import compress, islice
from operator import eq
from typing import TYPE_CHECKING, NamedTuple

from ..lazyregex import regex
from .closedclasses import CLAUSE, DETERMINERS, FUNCTION, OPENERS, SORTS

if TYPE_CHECKING:
    from .edits import Options

VOWEL = frozenset("aeiou")
ANY = "*"
"""Before a noun: any word in lower case but a determiner or an adjective. Among nouns: any word in lower case that may be one."""
_YEAR = regex(r"1[5-9]\d\d|20\d\d")
_NEXT = regex(r" ?([^\W_][^\s.,;:!?]*)")
_WITHIN_BEFORE = regex(r"[^\W_](?:['’ʼ])?\Z")
_WITHIN_AFTER = regex(r"['’ʼ]?[^\W_]")


class Proposal(NamedTuple):
    """A wording of a paragraph, its words joined by single spaces, and what may stand there instead.

    None of the characters of `not_before` may follow, none of `not_after` stand before. `clause` says that it must start a clause, `closed`
    that a mark or a function word must follow.
    """

    rule: int
    old: str
    news: tuple[str, ...]
    not_before: str = ""
    not_after: str = ""
    clause: bool = False
    closed: bool = False


Propose = Callable[[Sequence[str], int], Iterator[Proposal]]
"""From the words of a paragraph and the place of the one that starts a proposal."""


def occurrences(text: str, proposal: Proposal) -> Iterator[int]:
    """Where a proposal's wording stands in a paragraph, as whole words."""
    old = proposal.old
    at = text.find(old)
    while at >= 0:
        end = at + len(old)
        if not (
            _WITHIN_BEFORE.search(text[max(0, at - 2) : at])
            or _WITHIN_AFTER.match(text, end)
            or (at and text[at - 1] in proposal.not_after)
            or (end < len(text) and text[end] in proposal.not_before)
            or (proposal.closed and (word := _NEXT.match(text, end)) and word.group(1) not in FUNCTION)
            or (proposal.clause and not _starts_clause(text[max(0, at - 20) : at]))
        ):
            yield at
        at = text.find(old, at + 1)


def _starts_clause(before: str) -> bool:
    before = before.rstrip()
    return not before[-1:].isalnum() or before.split()[-1].lower() in CLAUSE


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and noun[-2:-1] not in VOWEL:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


class Table:
    """The words that may start a proposal of a rule, with what makes it."""

    def __init__(self, rules: Sequence[Options], wide: bool = False) -> None:
        """Rules are known by their number. Where `wide`, a rule with `firm` nouns tries every word instead: the model can tell."""
        self._starts: dict[str, list[tuple[int, frozenset[str] | None, Propose]]] = {}
        self._anywhere: list[tuple[int, frozenset[str] | None, Propose]] = []
        self._doubled: list[tuple[int, frozenset[str]]] = []
        for number, options in enumerate(rules):
            if wide and options.firm:
                options = replace(options, nouns=[ANY], firm=[], bare=[], after=[*options.after, *(options.bare or [ANY])])
            words, left, propose = _PROPOSERS[options.propose](number, options)
            if ANY in words:
                self._anywhere.append((number, left, propose))
                continue
            for word in words:
                self._starts.setdefault(word, []).append((number, left, propose))
            if options.propose == "doubled":
                self._doubled.append((number, frozenset(options.leave)))

    def proposals(self, words: Sequence[str], crashed: dict[int, Exception]) -> Iterator[Proposal]:
        """All proposals in a paragraph's words. A rule that raises is put into `crashed` by its number and not asked again."""
        starts, anywhere = self._starts, self._anywhere
        for i in range(len(words)) if anywhere else compress(range(len(words)), map(starts.__contains__, words)):
            for number, left, propose in (*starts.get(words[i], ()), *anywhere) if anywhere else starts[words[i]]:
                if (left is not None and (not i or words[i - 1] not in left)) or number in crashed:
                    continue
                try:
                    yield from propose(words, i)
                except Exception as error:  # noqa: BLE001 the other rules still run; the kind raises it after them
                    crashed[number] = error
        if self._doubled:
            for i in compress(range(1, len(words)), map(eq, words, islice(words, 1, None))):
                for number, leave in self._doubled:
                    yield from _once(number, words[i - 1], words[i], leave)


def _once(number: int, left: str, word: str, leave: frozenset[str]) -> Iterator[Proposal]:
    if word.isalpha() and word.islower() and word not in leave:
        yield Proposal(number, f"{left} {word}", (left,), "-", "-")


def _both(words: Iterable[str]) -> frozenset[str]:
    """The words as they are and as they start a sentence."""
    words = list(words)
    return frozenset(words) | {word[:1].upper() + word[1:] for word in words}


Starts = tuple[set[str], "frozenset[str] | None", Propose]
"""The words that may start a proposal, what must be one of the words before, and what makes it."""


def _doubled(number: int, options: Options) -> Starts:
    """Only for the first word of a sentence: the others are equal as they stand."""
    leave = frozenset(options.leave)

    def propose(words: Sequence[str], i: int) -> Iterator[Proposal]:
        if words[i + 1 : i + 2] == [words[i].lower()]:
            yield from _once(number, words[i], words[i + 1], leave)

    return {word.capitalize() for word in OPENERS}, None, propose


def _article(number: int, options: Options) -> Starts:
    nouns, adjectives = frozenset(options.firm or options.nouns), frozenset(options.adjectives)
    anywhere = ANY in options.after
    closed = DETERMINERS | adjectives if anywhere else frozenset()

    def propose(words: Sequence[str], i: int) -> Iterator[Proposal]:
        phrase = words[i]
        if ANY in nouns and not _may_be_noun(phrase):
            return
        if anywhere and (not i or not words[i - 1].islower() or words[i - 1] in closed):
            return
        if phrase not in nouns and ANY not in nouns:
            if i + 1 == len(words) or words[i + 1] not in nouns:
                return
            phrase = f"{phrase} {words[i + 1]}"
        left, article = words[i - 1], "an" if phrase[0] in VOWEL else "a"
        news = tuple(f"{left} {a} {phrase}" for a in ("the", article))
        yield Proposal(number, f"{left} {phrase}", news, "-", closed=bool(options.firm))

    return set(nouns | adjectives), None if anywhere else _both(options.after), propose


def _number(number: int, options: Options) -> Starts:
    nouns, firm, bare = frozenset(options.nouns).difference(options.leave), frozenset(options.firm), _both(options.bare)
    after, digits, every = _both(options.after), "#" in options.after, ANY in options.nouns

    def propose(words: Sequence[str], i: int) -> Iterator[Proposal]:
        if not i or (every and not _may_be_noun(words[i])):
            return
        left, word = words[i - 1], words[i]
        before = words[i - 2] if i > 1 else ""
        if (left in after and (every or word in nouns)) or (left in bare and word in firm and before not in SORTS):
            yield Proposal(number, f"{left} {word}", (f"{left} {plural(word)}",), "-/(", closed=not every)
        elif digits and left.isdigit() and left != "1" and (every or word in nouns) and not _YEAR.fullmatch(left) and _counts(before):
            yield Proposal(number, f"{left} {word}", (f"{left} {plural(word)}",), "-/", "-.,/", closed=True)

    return set(nouns | firm), None, propose


def _may_be_noun(word: str) -> bool:
    return (
        len(word) > 2 and word.islower() and word.isalpha() and word not in FUNCTION and word not in DETERMINERS and not word.endswith("ly")
    )


def _counts(before: str) -> bool:
    """Whether a number after this word is one of things, not part of a name or of an adjective."""
    return before.islower() and before not in DETERMINERS and before != "to"


def _swap(number: int, options: Options) -> Starts:
    by_first: dict[str, list[tuple[list[str], str]]] = {}
    for wrong in sorted(options.pairs, key=len, reverse=True):
        by_first.setdefault(wrong.split()[0], []).append((wrong.split(), options.pairs[wrong]))

    def propose(words: Sequence[str], i: int) -> Iterator[Proposal]:
        for wrong, right in by_first[words[i]]:
            if words[i : i + len(wrong)] == wrong:
                yield Proposal(number, " ".join(wrong), (right,))
                return

    return set(by_first), None, propose


def _insert(number: int, options: Options) -> Starts:
    def propose(words: Sequence[str], i: int) -> Iterator[Proposal]:
        left, right = words[i - 1], words[i]
        yield Proposal(number, f"{left} {right}", (f"{left} {options.word} {right}",), "-")

    return set(options.before), _both(options.after), propose


def _agreement(number: int, options: Options) -> Starts:
    after, nouns = _both(options.after), frozenset(options.nouns) | {plural(noun) for noun in options.nouns}

    def propose(words: Sequence[str], i: int) -> Iterator[Proposal]:
        if i > 1 and words[i - 2] in after:
            subject = f"{words[i - 2]} {words[i - 1]}"
            yield Proposal(number, f"{subject} {words[i]}", (f"{subject} {options.pairs[words[i]]}",), clause=True)

    return set(options.pairs), nouns, propose


_PROPOSERS: dict[str, Callable[[int, Options], Starts]] = {
    "doubled": _doubled,
    "article": _article,
    "number": _number,
    "swap": _swap,
    "insert": _insert,
    "agreement": _agreement,
}
