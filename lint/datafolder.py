"""Where the shipped knowledge lies: the rule files and their data, found from the package and never from the working directory."""

from __future__ import annotations

import os


def data_folder() -> str:
    """Path of the shipped rules folder: `lint/_rules` in an installed wheel, else `rules` beside the package in a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, "_rules")
    if os.path.isdir(inside):
        return inside
    return os.path.join(os.path.dirname(package), "rules")
