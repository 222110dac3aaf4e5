"""Regular expressions compiled on first use: a start has no time for the hundred that most texts never need."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a compiled expression; each of its methods is looked up once."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made_of = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._made_of), name)
        setattr(self, name, value)
        return value


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What re.compile gives, for a constant of a module. A wrong expression raises re.error on first use, not here."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
