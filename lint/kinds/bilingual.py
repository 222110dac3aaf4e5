"""Checks of a translation against its source text, where that is at hand: `--source FILE`, or a file that holds both.

`check` names the check. On a text without its source these rules find nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ..document import Document
from ..errors import nearest
from ..model import Hit, Rule, Settings
from . import Check, one_by_one

if TYPE_CHECKING:
    from ..names.lexicon import Lexicon

CHECKS = {
    "number": "lint.bilingual.numbers:check",
    "name": "lint.bilingual.names:copied",
    "name-sound": "lint.bilingual.names:transliterated",
    "date": "lint.bilingual.dates:check",
    "quotation": "lint.bilingual.quotations:check",
    "number-lost": "lint.bilingual.numbers:lost",
    "missing": "lint.bilingual.segments:missing",
    "untranslated": "lint.bilingual.segments:untranslated",
    "inconsistent": "lint.bilingual.segments:inconsistent",
    "doubled": "lint.bilingual.segments:doubled",
    "placeholder": "lint.bilingual.placeholders:check",
}
"""Name of a check -> `module:function`; a function takes a document and a rule and returns hits. Modules are imported on first use."""
NAMES = frozenset(("name", "name-sound"))
"""Checks that look names up: their functions get a third argument, a callable that opens the gazetteers."""


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `bilingual`."""

    check: str


def problems(options: Options) -> Iterator[tuple[str, str]]:
    """What is wrong with the options, as key and message; run once when the rule file is read."""
    if options.check not in CHECKS:
        yield "check", f"there is no check '{options.check}'{nearest(options.check, CHECKS)}"


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all bilingual rules."""

    @cache
    def lexicon() -> Lexicon:
        from .names import lexicon as opened

        return opened(settings)

    return one_by_one([(rule, _bound(rule, lexicon)) for rule in rules])


def _bound(rule: Rule, lexicon: Callable[[], Lexicon]) -> Check:
    module, _, name = CHECKS[rule.options.check].partition(":")

    def check(document: Document) -> Iterable[Hit]:
        if not document.units:
            return ()
        function: Callable[..., Iterable[Hit]] = getattr(importlib.import_module(module), name)
        return function(document, rule, *((lexicon,) if rule.options.check in NAMES else ()))

    return check
