"""The jar that names all others: language-tool-python and `java -cp` need one file, its manifest's Class-Path gives the rest."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Sequence

LAUNCHER = "languagetool-server.jar"
LIBRARIES = "libs"
_WIDEST = 70
"""Bytes of a manifest line; the format allows 72 with its line end."""


def write_launcher(folder: str, jars: Sequence[str]) -> None:
    """Write `languagetool-server.jar` into a folder; `jars` are the file names in its `libs`."""
    lines = ["Manifest-Version: 1.0", "Class-Path: " + " ".join(f"{LIBRARIES}/{jar}" for jar in jars)]
    manifest = "".join(_wrapped(line) for line in lines) + "\r\n"
    with zipfile.ZipFile(os.path.join(folder, LAUNCHER), "w") as jar_file:
        jar_file.writestr("META-INF/MANIFEST.MF", manifest)


def _wrapped(line: str) -> str:
    """A manifest line cut into continuation lines, each of which begins with a space."""
    pieces = [line[:_WIDEST]] + [" " + line[at : at + _WIDEST - 1] for at in range(_WIDEST, len(line), _WIDEST - 1)]
    return "\r\n".join(pieces) + "\r\n"
