"""Floors of figures: `floors.json` holds, section by section, what no later change may make worse."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping

FLOORS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "floors.json")
HIGHER_IS_BETTER = ("found", "recall", "precision", "right")
"""A figure whose name has one of these words may not fall; any other may not rise."""


def held(section: str, figures: Mapping[str, float], update: bool) -> bool:
    """Whether no figure is worse than its floor; with `update` better ones become the floors, worse ones are refused."""
    with open(FLOORS, encoding="utf-8") as file:
        floors = json.load(file)
    own = floors.setdefault(section, {})
    good = True
    for name, value in figures.items():
        side = "least" if any(word in name for word in HIGHER_IS_BETTER) else "most"
        floor = own.get(name, {}).get(side)
        worse = floor is not None and (value < floor if side == "least" else value > floor)
        if worse:
            print(f"{name}: {value} is worse than its floor, at {side} {floor}")
            good = False
        elif update:
            own[name] = {side: value}
    if update:
        with open(FLOORS, "w", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(floors, indent=2, sort_keys=True) + "\n")
    return good
