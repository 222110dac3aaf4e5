"""What a rule of kind `grammar` may say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

CATEGORY = "category:"
"""What an engine's category is named by."""


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `grammar`."""

    languagetool: list[str] = field(default_factory=list)
    harper: list[str] = field(default_factory=list)
    but: list[str] = field(default_factory=list)
    quotations: Literal["skip", "check"] = "skip"
    capitals: Literal["skip", "note", "check"] = "check"
    words: Literal["any", "lower-case"] = "any"
    leave: list[str] = field(default_factory=list)
