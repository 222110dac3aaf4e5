"""The configuration: presscheck.yaml of the nearest folder upwards, read strictly and kept as JSON for the next start."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .errors import ConfigError
from .globs import Pair
from .jsoncache import cached
from .model import Level, Settings

FILE = "presscheck.yaml"
NAMES = "names.tsv"
"""The table of a project's own names, beside presscheck.yaml."""


@dataclass(frozen=True)
class Override:
    """What differs for the files that match: `files` are its `patterns` compiled, the rest is as in Config; None leaves the outer value."""

    files: tuple[Pair, ...] = ()
    patterns: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    language: str | None = None
    places: tuple[tuple[str, str], ...] = ()

    def place(self, key: str) -> str:
        """`file:line` of a key such as `ignore/names`."""
        return dict(self.places).get(key, "")


@dataclass(frozen=True)
class Config:
    """One configuration with its defaults. `folder` is where its patterns start; `places` says where each value came from (file:line)."""

    path: str | None = None
    folder: str = ""
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    fail_level: str = "error"
    max_warnings: int | None = None
    budget: tuple[tuple[str, int], ...] = ()
    require_reason: bool = False
    exclude: tuple[Pair, ...] = ()
    exclude_patterns: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    gazetteers: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    known: str | None = None
    grammar_engine: str = "auto"
    grammar_server: str | None = None
    grammar_java: str | None = None
    lm_model: str = "ngram"
    language: str | None = None
    places: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def settings(self) -> Settings:
        """What the kinds are told."""
        engine: Any = self.grammar_engine
        return Settings(self.names, self.words, engine, self.grammar_server, self.grammar_java, self.all_gazetteers, self.lm_model)

    @property
    def names_table(self) -> str | None:
        """Path of the table of names beside the configuration file, if there is one."""
        path = os.path.join(self.folder, NAMES)
        return path if self.path and os.path.isfile(path) else None

    @property
    def all_gazetteers(self) -> tuple[str, ...]:
        """The gazetteers over the shipped one: those that the configuration lists, then the project's own table."""
        own = self.names_table
        return self.gazetteers if own is None or own in self.gazetteers else (*self.gazetteers, own)

    @property
    def fails_at(self) -> Level:
        """The lowest level that makes a run end with exit code 1."""
        return Level[self.fail_level.upper()]

    def place(self, key: str) -> str:
        """`file:line` of a key such as `ignore/names`, else the file, else `default`."""
        return self.places.get(key) or self.path or "default"


def find(start: str) -> str | None:
    """Path of the presscheck.yaml in `start` or the nearest folder above it that has one."""
    folder = os.path.abspath(start)
    while True:
        path = os.path.join(folder, FILE)
        if os.path.lexists(path):
            return path
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def load(path: str) -> Config:
    """The configuration of one file, with what it extends. Raises ConfigError for what is wrong or unknown in it."""
    path = os.path.abspath(path)

    def make() -> tuple[dict[str, Any], list[str]]:
        from .configfile import read

        return read(path)

    return _built(cached("config", path, make))


def _built(plain: Mapping[str, Any]) -> Config:
    values = {key: _frozen(value) for key, value in plain.items() if key not in ("places", "overrides")}
    overrides = tuple(Override(**{k: _frozen(v) for k, v in item.items()}) for item in plain.get("overrides", ()))
    return Config(**values, overrides=overrides, places=dict(plain["places"]))


def _frozen(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return tuple(_frozen(item) for item in value)
    return tuple(value.items()) if isinstance(value, dict) else value


def chosen(explicit: str | None, *, search: bool = True, start: str = ".") -> Config:
    """The configuration of a run: the file that was named, else the nearest one upwards from `start`, else the defaults."""
    if explicit is not None:
        if not os.path.isfile(explicit):
            raise ConfigError(f"{explicit}: there is no such configuration file")
        return load(explicit)
    path = find(start) if search else None
    return load(path) if path else Config(folder=os.path.abspath(start))
