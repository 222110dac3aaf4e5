"""The kinds of rules: a table of names and one module per entry.

A kind is a module with a docstring (its manual page), `Options` (a frozen dataclass: its YAML schema) and `compile(rules, settings)`,
which gets all rules of the kind at once and returns a check: a callable from a Document to the hits, spans in the prose.
A check may carry `notes` (a list of lines about the run, such as which engine ran) and `close()`.
A kind whose hits look at other rules' hits has `AFTER = True`; its check gets the document and the hits so far. With `AFTER = 2` it also
gets those of the kinds with `AFTER = True`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import ModuleType

from ..document import Document
from ..errors import PresscheckError, RuleError, nearest
from ..model import Hit, Rule, Settings

Check = Callable[[Document], Iterable[Hit]]
Compile = Callable[[Sequence[Rule], Settings], Check]

KINDS = {
    "phrases": ".phrases",
    "pattern": ".pattern",
    "lines": ".lines",
    "weighed": ".weighed",
    "names": ".names",
    "structure": ".structure",
    "expressions": ".expressions",
    "bilingual": ".bilingual",
    "grammar": ".grammar",
    "verdict": ".verdict",
    "edits": ".edits",
    "frames": ".frames",
}


class RuleCrash(Exception):
    """A rule raised on one text; `rule` is its id and `__cause__` what it raised."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def load(name: str, where: str) -> ModuleType:
    """The module of a kind; `where` (file:line) goes into the RuleError for an unknown one. Modules are imported on first use."""
    if name not in KINDS:
        raise RuleError(f"{where}: kind: there is no kind '{name}'{nearest(name, KINDS)}")
    return importlib.import_module(KINDS[name], __package__)


def one_by_one(checks: Sequence[tuple[Rule, Check]]) -> Check:
    """A check from one check per rule, for kinds whose rules share nothing; a rule that raises is named, the others still run."""

    def check(document: Document) -> Iterator[Hit]:
        crashed: RuleCrash | None = None
        for rule, one in checks:
            try:
                yield from list(one(document))
            except PresscheckError:
                raise
            except Exception as error:  # noqa: BLE001 the other rules still run; the first crash is raised after them
                if crashed is None:
                    crashed = RuleCrash(rule.id)
                    crashed.__cause__ = error
        if crashed is not None:
            raise crashed

    return check
