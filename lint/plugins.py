"""Kinds and rule folders that other distributions bring, through the entry-point groups `presscheck.kinds` and `presscheck.rules`.

A kind's entry point names a module (docstring, Options, compile); a rules entry point names a package whose folder holds FAMILY/NAME.yaml.
"""

from __future__ import annotations

import os
import sys

from . import kinds
from .errors import RuleError

GROUPS = ("presscheck.kinds", "presscheck.rules")


def activate() -> list[str]:
    """Add installed kinds to the table and return the folders of installed rules, sorted. Raises RuleError when a name is taken twice."""
    if not _any_installed():
        return []
    import importlib.metadata
    import importlib.util

    for point in sorted(importlib.metadata.entry_points(group=GROUPS[0]), key=lambda p: (p.name, p.value)):
        taken = kinds.KINDS.get(point.name, point.value)
        if taken != point.value:
            raise RuleError(f"{point.value}: the kind '{point.name}' is already given by {taken}; uninstall one of the two packages")
        kinds.KINDS[point.name] = point.value
    folders = []
    for point in importlib.metadata.entry_points(group=GROUPS[1]):
        spec = importlib.util.find_spec(point.value)
        if spec is None or not spec.submodule_search_locations:
            raise RuleError(f"{point.value}: the rules entry point '{point.name}' names no package with a folder")
        folders.append(os.path.abspath(next(iter(spec.submodule_search_locations))))
    return sorted(folders)


def _any_installed() -> bool:
    """Whether a distribution on sys.path declares one of the groups; read from the files, as importlib.metadata costs too much here."""
    marks = tuple(f"[{group}]".encode() for group in GROUPS)
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            if not name.endswith((".dist-info", ".egg-info")):
                continue
            try:
                with open(os.path.join(folder, name, "entry_points.txt"), "rb") as file:
                    content = file.read()
            except OSError:
                continue
            if any(mark in content for mark in marks):
                return True
    return False
