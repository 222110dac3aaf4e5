"""What presscheck.yaml may hold: decodes one file and those it extends into plain values, naming file, line, key and remedy."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from .errors import ConfigError, nearest
from .globs import translate
from .packaged import PREFIX, located
from .yamlfile import Loaded, load

LEVELS = ("note", "warning", "error", "off")
ENGINES = ("auto", "languagetool", "harper", "off")
Place = tuple[str | int, ...]
Reader = Callable[[Loaded, Place, Any], Any]


def read(path: str) -> tuple[dict[str, Any], list[str]]:
    """The fields of Config as plain values, and the files they came from. Raises ConfigError."""
    files: list[str] = []
    values = _read(path, files, ())
    values["path"], values["folder"] = path, os.path.dirname(path)
    return values, files


def _read(path: str, files: list[str], above: tuple[str, ...]) -> dict[str, Any]:
    if path in above:
        raise ConfigError(f"{above[-1]}: extends: {path} extends this file in turn; take one of the two out")
    loaded = load(path, ConfigError)
    files.append(path)
    value = {} if loaded.value is None else loaded.value
    _mapping(loaded, (), value, KEYS)
    places: dict[str, str] = {}
    values: dict[str, Any] = {"places": places}
    for base in _texts(loaded, ("extends",), value.get("extends", [])):
        if base.startswith(PREFIX):
            file, stamps = located(loaded.where("extends"), base)
            files += stamps
        else:
            file = _beside(loaded, base)
        if not os.path.isfile(file):
            raise ConfigError(f"{loaded.where('extends')}: extends: there is no file {file}")
        _merge(values, _read(file, files, (*above, path)))
    own: dict[str, Any] = {"places": places}
    for key, item in value.items():
        if key == "extends":
            continue
        own.update(KEYS[key](loaded, (key,), item))
        places[key] = loaded.where(key)
        for i, part in enumerate(item if isinstance(item, (list, dict)) else [item]):
            at = loaded.where(key, i if isinstance(item, list) else part)
            if isinstance(part, str):
                places[f"{key}/{part}"] = at
    _merge(values, own)
    return values


def _merge(values: dict[str, Any], later: Mapping[str, Any]) -> None:
    """Put later values over earlier ones: lists of things to leave out or to know grow, `levels`, `budget` merge, others are replaced."""
    for key, value in later.items():
        if key in ("ignore", "exclude", "exclude_patterns", "overrides", "names", "words", "gazetteers", "rules"):
            values[key] = [*values.get(key, []), *value]
        elif key in ("levels", "budget", "places"):
            values[key] = {**values.get(key, {}), **value}
        else:
            values[key] = value


def _mapping(loaded: Loaded, place: Place, value: Any, known: Mapping[str, Any]) -> Mapping[str, Any]:
    name = _name(place)
    if not isinstance(value, dict):
        raise ConfigError(f"{loaded.where(*place)}: {name}expected a mapping with keys such as {', '.join(list(known)[:4])}")
    for key in value:
        if key not in known:
            raise ConfigError(f"{loaded.where(*place, key)}: {_name((*place, key))}no such key{nearest(key, known)}")
    return value


def _name(place: Place) -> str:
    return f"{'.'.join(map(str, place))}: " if place else ""


def _text(loaded: Loaded, place: Place, value: Any) -> str:
    if isinstance(value, bool) or value is None or not isinstance(value, str):
        raise ConfigError(f"{loaded.where(*place)}: {_name(place)}expected text, found {_shown(value)}; put it in quotes")
    if not value.strip():
        raise ConfigError(f"{loaded.where(*place)}: {_name(place)}expected text, found none")
    return value


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "a yes-or-no value"
    return {"NoneType": "nothing", "dict": "a mapping", "list": "a list"}.get(type(value).__name__, f"{value}")


def _texts(loaded: Loaded, place: Place, value: Any) -> list[str]:
    if isinstance(value, list):
        return [_text(loaded, (*place, i), item) for i, item in enumerate(value)]
    return [_text(loaded, place, value)]


def _choice(loaded: Loaded, place: Place, value: Any, choices: tuple[str, ...]) -> str:
    text = "off" if value is False and "off" in choices else _text(loaded, place, value)  # YAML reads a bare off as false
    if text not in choices:
        raise ConfigError(f"{loaded.where(*place)}: {_name(place)}expected {', '.join(choices)}; found '{text}'")
    return text


def _levels(loaded: Loaded, place: Place, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ConfigError(f"{loaded.where(*place)}: {_name(place)}expected a mapping of rules to levels, such as names/misspelled: note")
    return {rule: _choice(loaded, (*place, rule), level, LEVELS) for rule, level in value.items()}


def _flag(loaded: Loaded, place: Place, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ConfigError(f"{loaded.where(*place)}: {_name(place)}expected true or false; found {_shown(value)}")
    return value


def _count(loaded: Loaded, place: Place, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ConfigError(f"{loaded.where(*place)}: {_name(place)}expected a number from 0 up; found {_shown(value)}")
    return value


def _budget(loaded: Loaded, place: Place, value: Any) -> dict[str, int]:
    if not isinstance(value, dict):
        raise ConfigError(f"{loaded.where(*place)}: {_name(place)}expected a mapping of rules or families to numbers, such as grammar: 20")
    return {rule: _count(loaded, (*place, rule), most) for rule, most in value.items()}


def _globs(loaded: Loaded, place: Place, value: Any) -> list[list[object]]:
    texts = _texts(loaded, place, value)
    try:
        return [list(pair) for pair in translate(texts)]
    except ValueError as error:
        raise ConfigError(f"{loaded.where(*place)}: {_name(place)}'{error}' is not a file pattern; write it as in .gitignore") from None


def _exclude(loaded: Loaded, place: Place, value: Any) -> dict[str, Any]:
    return {"exclude": _globs(loaded, place, value), "exclude_patterns": _texts(loaded, place, value)}


def _language(loaded: Loaded, place: Place, value: Any) -> str:
    text = _text(loaded, place, value)
    if not (len(text) in (2, 3) and text.isascii() and text.islower()):
        raise ConfigError(f"{loaded.where(*place)}: {_name(place)}expected a two-letter code such as en; found '{text}'")
    return text


def _overrides(loaded: Loaded, place: Place, value: Any) -> dict[str, Any]:
    if not isinstance(value, list):
        raise ConfigError(f"{loaded.where(*place)}: {_name(place)}expected a list of mappings, each with `files`")
    out = []
    for i, item in enumerate(value):
        at = (*place, i)
        _mapping(loaded, at, item, OVERRIDE)
        if "files" not in item or len(item) < 2:
            raise ConfigError(f"{loaded.where(*at)}: {_name(at)}expected `files` and one of {', '.join(list(OVERRIDE)[1:])}")
        places = {"language": loaded.where(*at, "language")}
        for key in ("select", "ignore", "levels"):
            part = item.get(key, [])
            for j, rule in enumerate(part if isinstance(part, (list, dict)) else [part]):
                places[f"{key}/{rule}"] = loaded.where(*at, key, j if isinstance(part, list) else rule)
        read = {key: OVERRIDE[key](loaded, (*at, key), part) for key, part in item.items()}
        out.append({**read, "patterns": _texts(loaded, (*at, "files"), item["files"]), "places": places})
    return {"overrides": out}


def _grammar(loaded: Loaded, place: Place, value: Any) -> dict[str, Any]:
    _mapping(loaded, place, value, GRAMMAR)
    return {f"grammar_{key}": GRAMMAR[key](loaded, (*place, key), part) for key, part in value.items()}


def _lm(loaded: Loaded, place: Place, value: Any) -> dict[str, Any]:
    model = _text(loaded, (*place, "model"), _mapping(loaded, place, value, LM).get("model"))
    if model in ("ngram", "neural"):
        return {"lm_model": model}
    path = _beside(loaded, model)
    if not os.path.isfile(path):
        raise ConfigError(f"{loaded.where(*place, 'model')}: lm.model: expected ngram, neural or the path of a GGUF file; found '{model}'")
    return {"lm_model": path}


def _folders(loaded: Loaded, place: Place, value: Any) -> dict[str, Any]:
    folders = [_beside(loaded, text) for text in _texts(loaded, place, value)]
    for i, folder in enumerate(folders):
        if not os.path.isdir(folder):
            raise ConfigError(f"{loaded.where(*place, i)}: {_name(place)}there is no folder {folder}")
    return {"rules": folders}


def _gazetteers(loaded: Loaded, place: Place, value: Any) -> dict[str, Any]:
    files = [_beside(loaded, text) for text in _texts(loaded, place, value)]
    for i, file in enumerate(files):
        if not os.path.isfile(file):
            raise ConfigError(f"{loaded.where(*place, i)}: {_name(place)}there is no file {file}")
    return {"gazetteers": files}


def _beside(loaded: Loaded, path: str) -> str:
    return os.path.normpath(os.path.join(os.path.dirname(loaded.file), os.path.expanduser(path)))


def _one(name: str, reader: Reader) -> Reader:
    return lambda loaded, place, value: {name: reader(loaded, place, value)}


OVERRIDE: dict[str, Reader] = {"files": _globs, "select": _texts, "ignore": _texts, "levels": _levels, "language": _language}
GRAMMAR: dict[str, Reader] = {
    "engine": lambda loaded, place, value: _choice(loaded, place, value, ENGINES),
    "server": _text,
    "java": _text,
}
LM: dict[str, Reader] = {"model": _text}
KEYS: dict[str, Reader] = {
    "extends": _texts,
    "select": _one("select", _texts),
    "ignore": _one("ignore", _texts),
    "levels": _one("levels", _levels),
    "fail_level": _one("fail_level", lambda loaded, place, value: _choice(loaded, place, value, LEVELS[:3])),
    "max_warnings": _one("max_warnings", _count),
    "budget": _one("budget", _budget),
    "require_reason": _one("require_reason", _flag),
    "exclude": _exclude,
    "overrides": _overrides,
    "names": _one("names", _texts),
    "words": _one("words", _texts),
    "gazetteers": _gazetteers,
    "rules": _folders,
    "known": _one("known", lambda loaded, place, value: _beside(loaded, _text(loaded, place, value))),
    "grammar": _grammar,
    "lm": _lm,
    "language": _one("language", _language),
}
