"""Edits that a rule proposes and a language model decides (`verify: lm`); without a model they are guesses, so the key is required.

`propose` names what is proposed:
`article` puts the, a or an before one of `nouns` (or one of `adjectives` before it) that follows one of `after` and has no determiner;
with `firm`, only before these nouns, and only where a mark or a function word comes next;
`number` puts the plural of one of `nouns` that follows one of `after` (`"#"`: any number), or of one of `firm` that follows one of `bare`,
where a mark or a function word comes next; not of those in `leave`;
`doubled` takes out the second of two equal words, those in `leave` excepted;
`swap` puts what `pairs` gives for a wording;
`insert` puts `word` between one of `after` and one of `before`;
`agreement` puts the other form of a verb in `pairs` after a subject: one of `after` with one of `nouns`, at the start of a clause.
Under a neural model a rule with `firm` tries any word that may be a noun: that model can tell, the n-gram model can't.

The words of a paragraph are read once for all rules. Where a word may start a proposal, the n-gram model first looks at the changed words
alone, and what can't reach the rule's margin goes no further: places and sentences are only made for the few that are left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ..document import Document
from ..model import Hit, Rule, Settings, Span
from . import Check, RuleCrash

if TYPE_CHECKING:
    from ..lm.screen import Screen
    from .proposals import Proposal, Table


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `edits`."""

    propose: Literal["article", "number", "doubled", "swap", "insert", "agreement"]
    nouns: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    firm: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
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
    """One check for the rules of the kind that have a margin for the model in use; the others are silent."""
    model = "ngram" if settings.lm_model == "ngram" else "neural"
    return _Edits([rule for rule in rules if not rule.verify or model in rule.margins], model).check


_SEPARATORS = '.,;:!?()[]"“”„«»…—–-*/|_'
_MARKS = str.maketrans(dict.fromkeys(_SEPARATORS, " "))


class _Edits:
    """All rules of the kind over one reading of the words of a paragraph; nothing is kept of a text."""

    def __init__(self, rules: Sequence[Rule], model: str) -> None:
        self._rules, self._model = rules, model

    @cached_property
    def _table(self) -> Table:
        from .proposals import Table  # a start without a text has no need of it

        return Table([rule.options for rule in self._rules], wide=self._model != "ngram")

    @cached_property
    def _screens(self) -> list[Screen | None]:
        from ..lm.screen import Screen

        return [Screen(rule.margins, self._model) if rule.verify else None for rule in self._rules]

    def check(self, document: Document) -> Iterator[Hit]:
        """The hits of all rules, paragraph by paragraph; a rule that raises is named when the others are through."""
        from .proposals import occurrences

        crashed: dict[int, Exception] = {}
        for paragraph in document.paragraphs:
            text = document.flat(paragraph)
            words = (text.translate(_MARKS) if text.isascii() else _bare(text)).split()
            likely = filter(self._likely, self._table.proposals(words, crashed))
            for proposal in dict.fromkeys(likely):
                for at in occurrences(text, proposal):
                    start = paragraph.start + at
                    yield Hit(self._rules[proposal.rule], Span(start, start + len(proposal.old)), proposal.news)
        if crashed:
            number, cause = min(crashed.items())
            raise RuleCrash(self._rules[number].id) from cause

    def _likely(self, proposal: Proposal) -> bool:
        screen = self._screens[proposal.rule]
        return screen is None or screen.likely(proposal.old, proposal.news)


def _bare(text: str) -> str:
    for mark in _SEPARATORS:
        text = text.replace(mark, " ")
    return text
