"""presscheck: a linter for text about to be published or put into a corpus.

`check(text)` finds, `Engine(rules).check(document)` is what it stands on; the rest are the types they speak in. Nothing here prints,
exits or imports more than it must: the names are looked up when they are first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .config import Config as Config
    from .document import Document as Document
    from .engine import Engine as Engine
    from .errors import PresscheckError as PresscheckError
    from .library import check as check
    from .model import Diagnostic as Diagnostic
    from .model import Level as Level
    from .model import Rule as Rule
    from .model import Settings as Settings

_HOMES = {
    "Config": ".config",
    "Diagnostic": ".model",
    "Document": ".document",
    "Engine": ".engine",
    "Level": ".model",
    "PresscheckError": ".errors",
    "Rule": ".model",
    "Settings": ".model",
    "check": ".library",
}
__all__ = ["Config", "Diagnostic", "Document", "Engine", "Level", "PresscheckError", "Rule", "Settings", "check"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'lint' has no attribute '{name}'")
    value: object = getattr(importlib.import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value
