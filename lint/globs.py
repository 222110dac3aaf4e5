"""File patterns as .gitignore writes them, kept as plain regular expressions so that matching needs no import."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Pair = tuple[str, bool]
"""A regular expression on the path and whether it takes a path in (True) or, from a pattern that begins with !, out again (False)."""


def translate(patterns: Iterable[str]) -> tuple[Pair, ...]:
    """Patterns in .gitignore syntax as pairs for `decide`; comments and blank lines go. Raises ValueError naming a pattern that is none."""
    from pathspec import GitIgnoreSpec

    out: list[Pair] = []
    for text in patterns:
        for pattern in GitIgnoreSpec.from_lines([text]).patterns:
            if pattern.include is None or pattern.regex is None:
                if text.strip() and not text.lstrip().startswith("#"):
                    raise ValueError(text)
                continue
            # Two groups of one name can't be joined, and presscheck needs none.
            out.append((pattern.regex.pattern.replace("(?P<ps_d>", "(?:"), bool(pattern.include)))
    return tuple(out)


def decide(pairs: Sequence[Pair], path: str) -> bool | None:
    """What the last pattern that matches says about a path (slashes forward, a folder with one at its end); None when none matches."""
    for expression, include in reversed(pairs):
        if re.match(expression, path):
            return include
    return None
