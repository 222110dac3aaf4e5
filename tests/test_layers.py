"""Imports point one way: model <- document <- formats; model <- kinds <- rulefile <- engine <- shells; reports sees only model."""

from __future__ import annotations

import ast
import pathlib

import pytest

LINT = pathlib.Path(__file__).parent.parent / "lint"
LAYERS = [
    {"model", "lazyregex", "errors", "cachefolder", "jsoncache", "datafolder"},
    {"languages", "scripts", "dates", "yamlfile", "document", "removal"},
    {"formats", "boilerplate", "frames", "names", "structure", "bilingual", "expressions", "lines", "grammar", "lm"},
    {"kinds"},
    {"ruleschema", "rulefile", "replacements", "overlaps"},
    {"engine", "plugins"},
]
SHELL = len(LAYERS)
"""Rank of every module not named above: the shells and what they are made of."""
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def imports(path: pathlib.Path) -> set[str]:
    parts = path.relative_to(LINT).with_suffix("").parts
    out = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = list(parts[: len(parts) - node.level]) + (node.module or "").split(".")
            out |= {base[0]} if base[0] else {alias.name for alias in node.names}
    return out - {""}


@pytest.mark.parametrize("path", sorted(LINT.rglob("*.py")), ids=lambda p: str(p.relative_to(LINT)))
def test_imports_point_one_way(path: pathlib.Path) -> None:
    own = path.relative_to(LINT).with_suffix("").parts[0]
    if own == "__init__":
        return
    wrong = {name for name in imports(path) if name != own and RANK.get(name, SHELL) > RANK.get(own, SHELL)}
    if own == "reports":
        wrong = imports(path) - {"reports", "model"}
    assert wrong == set()


@pytest.mark.parametrize("path", sorted(LINT.rglob("*.py")), ids=lambda p: str(p.relative_to(LINT)))
def test_a_module_is_short_and_opens_with_a_sentence(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert not text.strip() or ast.get_docstring(ast.parse(text))
