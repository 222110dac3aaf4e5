"""Which grammar engine runs: the one that the settings name, else LanguageTool where it is installed, else Harper."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass

from ..cachefolder import cache_folder
from ..errors import GrammarError
from ..model import Settings
from . import install, java
from .cache import FILE, ResultCache
from .harper import Harper
from .languagetool import LanguageTool
from .results import Checker, Results

_HOW = "run `presscheck languagetool install` for the better engine"


@dataclass(frozen=True, slots=True)
class Choice:
    """The engine of a run, None when grammar is off, and one line that says which."""

    results: Results | None
    note: str


def choose(settings: Settings, harper_rules: Collection[str]) -> Choice:
    """The engine for these settings; nothing is started yet. Raises GrammarError when one that was asked for can't run."""
    wanted = settings.grammar_engine
    if wanted == "off":
        return Choice(None, "grammar: off")
    if wanted != "harper":
        if settings.grammar_server is not None:
            url = _checked(settings.grammar_server)
            return _with(LanguageTool(None, None, url), f"grammar: LanguageTool at {url}")
        there, command = install.installed(), java.find(settings.grammar_java)
        if there is not None and command is not None:
            return _with(LanguageTool(command, there), f"grammar: LanguageTool {there.version}")
        missing = _missing(there is None, command is None)
        if wanted == "languagetool":
            raise GrammarError(f"grammar.engine is languagetool, but {missing}")
        return _with(_harper(harper_rules), f"grammar: Harper ({missing})")
    return _with(_harper(harper_rules), "grammar: Harper")


def _missing(no_jars: bool, no_java: bool) -> str:
    if no_java:
        return f"there is no Java {java.OLDEST} or newer: pip install 'presscheck[languagetool]', then {_HOW}"
    return f"LanguageTool is not installed: {_HOW}" if no_jars else ""


def _harper(rules: Collection[str]) -> Harper:
    from importlib.util import find_spec

    if find_spec("harper") is None:
        raise GrammarError("the package harper-py is not installed; run pip install harper-py, or set grammar.engine to off")
    return Harper(rules)


def _with(checker: Checker, note: str) -> Choice:
    return Choice(Results(checker, ResultCache(os.path.join(cache_folder(), FILE))), note)


def _checked(server: str) -> str:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(server)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        good = False
    if not good:
        raise GrammarError(f"grammar.server: '{server}' is no URL of a server; expected one such as http://127.0.0.1:8081")
    return server.rstrip("/")
