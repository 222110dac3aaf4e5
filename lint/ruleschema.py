"""What a rule file must look like: decodes one file into plain values, naming file, line, key and remedy for all that is wrong."""

from __future__ import annotations

import os
import string
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

import msgspec

from . import kinds
from .errors import RuleError, nearest
from .replacements import read_replacements
from .yamlfile import Loaded, load

MODELS = ("ngram", "neural")
"""The models a rule may give margins for; without one for the model that runs, the rule is silent."""


@dataclass(frozen=True)
class Case:
    """An example given as a mapping."""

    text: str
    format: Literal["text", "markdown", "html", "tsv", "xliff", "po", "tmx"] = "text"
    date: str | None = None
    language: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Examples:
    """The examples of a rule."""

    bad: list[str | Case]
    good: list[str | Case]


@dataclass(frozen=True)
class Common:
    """The keys of every rule file, whatever its kind."""

    id: str
    kind: str
    level: Literal["note", "warning", "error"]
    message: str
    why: str
    examples: Examples
    languages: str | list[str] = field(default_factory=lambda: ["en"])
    fix: Literal["none", "suggest", "safe"] = "none"
    scope: Literal["text", "document"] = "text"
    sign: float = 0.0
    preview: bool = False
    verify: Literal["", "lm"] = ""
    margin: float | dict[str, float] | None = None
    references: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    was: list[str] = field(default_factory=list)


def decode(folder: str, file: str) -> dict[str, Any]:
    """One rule file as plain values, fit for JSON: the fields of Rule, with `options` a mapping. Raises RuleError."""
    loaded = load(file, RuleError)
    value = loaded.value
    if not isinstance(value, dict):
        raise RuleError(f"{file}:1: expected a mapping with the keys id, kind, level, message, why and examples")
    expected = os.path.splitext(os.path.relpath(file, folder))[0].replace(os.sep, "/")
    if value.get("id", expected) != expected:
        raise RuleError(f"{loaded.where('id')}: id: expected '{expected}', as the file is named; found '{value['id']}'")
    known = {f.name for f in fields(Common)}
    for key in ("id", "kind"):
        if key not in value:
            raise RuleError(f"{file}:1: {key}: the key is missing")
    module = kinds.load(str(value["kind"]), loaded.where("kind"))
    own = {f.name for f in fields(module.Options) if not f.name.startswith("_")}
    data = os.path.join(folder, "_data", expected.partition("/")[0])
    rest = _resolved({k: v for k, v in value.items() if k not in known}, own, loaded, data)
    for key in rest:
        if key not in own:
            raise RuleError(f"{loaded.where(key)}: {key}: no such key in a rule of kind {value['kind']}{nearest(key, known | own)}")
    _refuse_unknown(value.get("examples"), {"bad", "good"}, loaded, "examples")
    common: Common = _convert({k: v for k, v in value.items() if k in known}, Common, loaded)
    options = _convert(rest, module.Options, loaded)
    for key, message in getattr(module, "problems", lambda _: ())(options):
        raise RuleError(f"{loaded.where(key)}: {key}: {message}")
    _check_common(common, loaded)
    item: dict[str, Any] = msgspec.to_builtins(common)
    examples = item.pop("examples")
    for part in ("bad", "good"):
        item[part] = [{"text": e} if isinstance(e, str) else e for e in examples[part]]
    item.pop("margin", None)
    item["margins"] = _margins(common.margin)
    languages = item["languages"]
    item["languages"] = [languages] if isinstance(languages, str) else languages
    prepared = getattr(module, "prepare", lambda same: same)(options)
    return {**item, "options": msgspec.to_builtins(prepared), "path": file}


def _margins(margin: float | dict[str, float] | None) -> dict[str, float]:
    """Margins by model; one number holds for every model."""
    return {} if margin is None else margin if isinstance(margin, dict) else dict.fromkeys(MODELS, float(margin))


def _resolved(rest: dict[str, Any], own: set[str], loaded: Loaded, data: str) -> dict[str, Any]:
    """Options with each `KEY_from: NAME` replaced by the value of the data file it names, or of several files by language."""
    out = {}
    for key, value in rest.items():
        target = key.removesuffix("_from")
        if key in own or target == key or target not in own:
            out[key] = value
            continue
        if target in rest:
            raise RuleError(f"{loaded.where(key)}: {key}: give `{target}` or `{key}`, not both")
        table = os.path.join(data, f"{value}.tsv")
        if isinstance(value, list):
            merged: dict[str, list[str]] = {}
            for name in value:
                for language, listed in _data(data, name, key, loaded).items():
                    merged.setdefault(language, []).extend(listed)
            out[target] = merged
        elif target == "replace" and os.path.isfile(table):
            out[target] = read_replacements(table)
        else:
            out[target] = _data(data, value, key, loaded)
    return out


def _data(folder: str, name: object, key: str, loaded: Loaded) -> Any:
    """The value of one data file. Raises RuleError when there is none of that name."""
    file = os.path.join(folder, f"{name}.yaml")
    if not os.path.isfile(file):
        listed = [n.removesuffix(".yaml") for n in os.listdir(folder)] if os.path.isdir(folder) else []
        raise RuleError(f"{loaded.where(key)}: {key}: there is no data file {file}{nearest(str(name), listed)}")
    return load(file, RuleError).value


def _refuse_unknown(value: object, known: set[str], loaded: Loaded, *path: str) -> None:
    if isinstance(value, Mapping):
        for key in value:
            if key not in known:
                raise RuleError(f"{loaded.where(*path, key)}: {'.'.join((*path, key))}: no such key{nearest(key, known)}")


def _convert(value: object, type_: Any, loaded: Loaded) -> Any:
    try:
        return msgspec.convert(value, type_)
    except msgspec.ValidationError as error:
        text, _, place = str(error).partition(" - at `$")
        path: list[str | int] = []
        for part in place.rstrip("`").replace("[...]", "").replace("[", ".[").split("."):
            if part:
                path.append(int(part[1:-1]) if part.startswith("[") and part[1:-1].isdigit() else part)
        key = ".".join(map(str, path)) or "the file"
        message = text.replace("Object missing required field", "the key is missing:").replace("`", "'")
        raise RuleError(f"{loaded.where(*path)}: {key}: {message[:1].lower()}{message[1:]}") from None


def _check_common(common: Common, loaded: Loaded) -> None:
    if not common.message.strip() or "\n" in common.message:
        raise RuleError(f"{loaded.where('message')}: message: expected one line of text")
    try:
        list(string.Formatter().parse(common.message))
    except ValueError as error:
        raise RuleError(f"{loaded.where('message')}: message: {error}; write {{{{ and }}}} for braces") from None
    for language in [common.languages] if isinstance(common.languages, str) else common.languages:
        if language != "any" and not (len(language) in (2, 3) and language.islower()):
            raise RuleError(f"{loaded.where('languages')}: languages: expected two-letter codes or 'any'; found '{language}'")
    if (common.margin is None) != (not common.verify):
        raise RuleError(f"{loaded.where('verify')}: verify: `verify: lm` and `margin:` belong together; give both or neither")
    for model, margin in _margins(common.margin).items():
        if model not in MODELS:
            raise RuleError(f"{loaded.where('margin', model)}: margin.{model}: no such model{nearest(model, MODELS)}")
        if margin < 0:
            raise RuleError(f"{loaded.where('margin')}: margin: expected nats of at least 0; found {margin}")
    if len(common.examples.bad) < 1 or len(common.examples.good) < 2:
        raise RuleError(f"{loaded.where('examples')}: examples: expected at least one bad and two good examples")
