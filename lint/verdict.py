"""Whether a run passes: the fail level, the most warnings, and the budgets of rules and families."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from .model import Level


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the findings of a run stop it, and lines that say why, or what a budget let through."""

    failed: bool
    lines: tuple[str, ...] = ()


def verdict(
    found: Mapping[tuple[str, Level], int], fails_at: Level, most_warnings: int | None = None, budget: Mapping[str, int] | None = None
) -> Verdict:
    """Judge the findings counted by rule and level.

    What a budget covers, by rule id or else by family, fails the run only when there is more of it, whatever its level; the rest fails
    it from `fails_at` up. More than `most_warnings` warnings, those in a budget apart, fail it too.
    """
    budget = budget or {}
    spent: Counter[str] = Counter()
    grave: Counter[str] = Counter()
    warnings, failed = 0, False
    for (rule, level), count in found.items():
        name = rule if rule in budget else rule.partition("/")[0]
        if name in budget:
            spent[name] += count
            grave[name] += count * (level >= fails_at)
            continue
        failed |= bool(count) and level >= fails_at
        warnings += count * (level == Level.WARNING)
    lines = []
    for name, most in sorted(budget.items()):
        if spent[name] > most:
            failed = True
            lines.append(f"over budget: {spent[name]} findings of {name}, and `budget` allows {most}")
        elif grave[name]:
            lines.append(f"within budget: {spent[name]} of {most} findings of {name}")
    if most_warnings is not None and warnings > most_warnings:
        failed = True
        lines.append(f"too many warnings: {warnings}, and at most {most_warnings} are allowed")
    return Verdict(failed, tuple(lines))
