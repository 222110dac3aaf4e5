"""Rule files: YAML -> Rule, strictly; decoded rules are kept as JSON in the cache folder so that a warm start reads no YAML."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from . import kinds
from .cachefolder import cache_folder, write_atomically
from .datafolder import data_folder
from .errors import RuleError
from .model import Example, Level, Rule

FORMAT = 1
"""Version of the JSON cache; raised when its content changes shape."""


def shipped() -> str:
    """The folder of the rules that come with presscheck: inside the wheel, else beside the package in its checkout."""
    return data_folder()


def load(folder: str, *, cache: bool = True) -> list[Rule]:
    """All rules of a folder (FAMILY/NAME.yaml; names that begin with _ are left out), sorted by id.

    Raises RuleError for the first file that is wrong.
    """
    files = rule_files(folder)
    stamp = _stamp(folder, files) if cache else None
    store = os.path.join(cache_folder(), f"rules-{_digest(os.path.abspath(folder))}.json")
    if stamp is not None:
        rules = _from_cache(store, stamp)
        if rules is not None:
            return rules
    from .ruleschema import decode

    decoded = [decode(folder, file) for file in files]
    rules = [_build(item) for item in decoded]
    _refuse_doubles(rules)
    if stamp is not None:
        import json

        try:
            write_atomically(store, json.dumps({"stamp": stamp, "rules": decoded}, ensure_ascii=False).encode())
        except OSError:
            return rules  # a cache folder that can't be written costs time, nothing else
    return rules


def rule_files(folder: str) -> list[str]:
    """Paths of the rule files below a folder, sorted. Raises RuleError when the folder is missing or holds none."""
    if not os.path.isdir(folder):
        raise RuleError(f"{folder}: there is no such folder of rules")
    files = []
    for family in sorted(os.listdir(folder)):
        below = os.path.join(folder, family)
        if family.startswith(("_", ".")) or not os.path.isdir(below):
            continue
        for name in sorted(os.listdir(below)):
            if name.endswith(".yml"):
                raise RuleError(f"{os.path.join(below, name)}: a rule file ends in .yaml; rename it")
            if name.endswith(".yaml") and not name.startswith(("_", ".")):
                files.append(os.path.join(below, name))
    if not files:
        raise RuleError(f"{folder}: no rule files; expected FAMILY/NAME.yaml below it")
    return files


def _refuse_doubles(rules: Iterable[Rule]) -> None:
    seen: dict[str, str] = {}
    for rule in rules:
        for name in (rule.id, *rule.was):
            if name in seen:
                raise RuleError(f"{rule.path}: id: '{name}' is taken by {seen[name]}; ids and former ids are given once")
            seen[name] = rule.path


def _build(item: dict[str, Any]) -> Rule:
    options = kinds.load(item["kind"], item["path"]).Options(**item["options"])
    built = ("options", "level", "bad", "good")
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in item.items() if k not in built}
    bad = tuple(Example(**example) for example in item["bad"])
    good = tuple(Example(**example) for example in item["good"])
    return Rule(**fields, options=options, level=Level[item["level"].upper()], bad=bad, good=good)


def _from_cache(store: str, stamp: list[Any]) -> list[Rule] | None:
    import json

    try:
        with open(store, encoding="utf-8") as file:
            stored = json.load(file)
        if stored["stamp"] == stamp:
            return [_build(item) for item in stored["rules"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return None


def _stamp(folder: str, files: Iterable[str]) -> list[Any]:
    """What the cached rules depend on: every rule and data file, and the modules that decode them.

    The time of the last change of the file's entry is among it, as packages unpack their files with one fixed date.
    """
    here = os.path.dirname(__file__)
    code = [os.path.join(here, "ruleschema.py"), os.path.join(here, "replacements.py")]
    for part in ("kinds", "frames"):
        code += [os.path.join(here, part, name) for name in sorted(os.listdir(os.path.join(here, part))) if name.endswith(".py")]
    data = []
    for root, folders, names in os.walk(os.path.join(folder, "_data")):
        folders.sort()
        data += [os.path.join(root, name) for name in sorted(names) if name.endswith((".yaml", ".tsv", ".txt"))]
    out: list[Any] = [FORMAT, os.path.abspath(folder)]
    for file in (*files, *data, *code):
        if os.path.exists(file):
            status = os.stat(file)
            out.append([os.path.relpath(file, folder), status.st_mtime_ns, status.st_ctime_ns, status.st_size])
    return out


def _digest(text: str) -> str:
    import xxhash

    return xxhash.xxh3_64_hexdigest(text.encode())
