"""Findings of a grammar engine, LanguageTool or Harper: `languagetool` and `harper` list the engine's rules that belong to this one.

A name may hold `*`; `category:NAME` means all of an engine's category; `but` takes names out again. A finding that several rules
name goes to the one that names it most exactly; one that no rule names is silent.
`quotations: skip` (the default) leaves alone what stands inside quotation marks; `capitals: skip` what holds a capitalised word
(`note`: says as a note what holds nothing else, as a name does).
`leave` lists found texts, in lower case, that are right whatever the engine says.
`words: lower-case` is for spellers: only words in lower case, without digits or hyphens, that the text has once and whose
suggestion differs by one or two letters, neither British nor foreign; what Harper's speller says is a note, as half of it is wrong.
What is doubled as it should be ("told you you were") is left alone.
The message may use `{explanation}`, what the engine says, and `{remedy}`, its first suggestion as a question or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document import Document
from ..grammar.options import CATEGORY, Options
from ..model import Hit, Rule, Settings
from . import Check


def problems(options: Options) -> Iterator[tuple[str, str]]:
    """What is wrong with the options, as key and message; run once when the rule file is read."""
    if not options.languagetool and not options.harper:
        yield "languagetool", "expected names of the engines' rules under `languagetool` or `harper`"
    for name in options.harper:
        if "*" in name or name.startswith(CATEGORY):
            yield "harper", f"expected the name of one rule of Harper; found '{name}'"


class Silence:
    """The check of a run without grammar."""

    notes = ("grammar: off",)

    def __call__(self, document: Document) -> Iterator[Hit]:
        """No hits."""
        return iter(())


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all grammar rules. Raises GrammarError when the engine that was asked for can't run."""
    if settings.grammar_engine == "off":
        return Silence()
    from ..grammar.check import GrammarCheck  # with the engines, which a run without grammar does not need

    return GrammarCheck(rules, settings)
