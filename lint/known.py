"""What is known and stays silent: the entries of presscheck-known.yaml, counted for each file by rule and found text."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .cachefolder import write_atomically
from .errors import ConfigError, nearest
from .findings import at_line, shortened
from .jsoncache import cached
from .lazyregex import regex
from .model import Diagnostic, Level
from .selection import UNUSED

if TYPE_CHECKING:
    from .yamlfile import Loaded

HEAD = """# Findings that are known and stay silent (path, rule, text, count). With a reason an entry is a decision, without one a debt.
# Written by `presscheck known create` and `presscheck known update`, which keeps reasons; `presscheck known prune` takes stale entries out.
"""
_SPACES = regex(r"\s+")
Key = tuple[str, str, str]
"""Path (relative to the known file's folder, slashes forward), rule id, found text with spaces collapsed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the known file: `count` findings of `rule` on `text` in `path`; `line` is where it stands (1-based)."""

    path: str
    rule: str
    text: str
    count: int = 1
    reason: str | None = None
    line: int = 1

    @property
    def key(self) -> Key:
        """What findings are matched by."""
        return self.path, self.rule, self.text


@dataclass(frozen=True, slots=True)
class Known:
    """The entries of one known file. `file` is the path as it is shown in reports."""

    file: str
    entries: tuple[Entry, ...] = ()

    def relative(self, path: str) -> str:
        """The path of a text as entries name it."""
        return os.path.relpath(os.path.abspath(path), os.path.dirname(os.path.abspath(self.file))).replace(os.sep, "/")

    def of(self, path: str) -> list[Entry]:
        """The entries of one text, named by its path in entries."""
        return [entry for entry in self.entries if entry.path == path]


def found_text(diagnostic: Diagnostic) -> str:
    """The found text as entries write it: runs of white space as one space; nothing for a finding about the whole text."""
    if diagnostic.scope == "document":
        return ""
    return _SPACES.sub(" ", diagnostic.found).strip()


def split(diagnostics: Iterable[Diagnostic], path: str, entries: Iterable[Entry]) -> tuple[list[Diagnostic], Counter[Key]]:
    """The findings that aren't known, and how many of each key were silenced; of equal findings the first in the text are the known."""
    left = Counter({entry.key: 0 for entry in entries})
    for entry in entries:
        left[entry.key] += entry.count
    new, used = [], Counter[Key]()
    for diagnostic in diagnostics:
        key = (path, diagnostic.rule, found_text(diagnostic))
        if left[key] > 0:
            left[key] -= 1
            used[key] += 1
        else:
            new.append(diagnostic)
    return new, used


@dataclass(frozen=True, slots=True)
class Stale:
    """An entry, by its place in the file, that silences only `seen` findings; `gone` says that its text does not exist any more."""

    index: int
    entry: Entry
    seen: int
    gone: bool = False


def unneeded(known: Known, used: Mapping[Key, int], ran: Mapping[str, Collection[str]]) -> Iterator[Stale]:
    """Each entry that silences less than it says.

    `ran` maps each text that was checked (its path as entries write it) to the rules that ran on it; entries of other texts and rules
    aren't judged, unless their text is gone.
    """
    folder = os.path.dirname(os.path.abspath(known.file))
    left = dict(used)
    for index, entry in enumerate(known.entries):
        gone = entry.path not in ran and not os.path.lexists(os.path.join(folder, entry.path))
        if not gone and entry.rule not in ran.get(entry.path, ()):
            continue
        seen = min(entry.count, left.get(entry.key, 0))
        left[entry.key] = left.get(entry.key, 0) - seen
        if seen < entry.count:
            yield Stale(index, entry, seen, gone)


def stale(known: Known, entries: Iterable[Stale], level: Level) -> Iterator[Diagnostic]:
    """One finding in the known file for each entry that is not needed as it stands."""
    for item in entries:
        entry = item.entry
        if item.gone:
            message = f"'{shortened(entry.path)}' does not exist any more; `presscheck known prune` takes its entries out."
        elif item.seen:
            times = f"known {entry.count} times but found {item.seen}"
            message = f"{entry.rule} for '{shortened(entry.text)}' is {times}; lower the count."
        else:
            message = f"{entry.rule} was not found any more for '{shortened(entry.text)}'; take the entry out."
        yield at_line(known.file, entry.line, UNUSED, level, message, found="\0".join(entry.key))


def merged(kept: Iterable[Entry], new: Mapping[Key, int]) -> list[Entry]:
    """The entries with new findings added, sorted. New ones count toward an entry without a reason; a decision is not made wider."""
    entries, left = [], Counter(new)
    for entry in kept:
        more = 0 if entry.reason is not None else left.pop(entry.key, 0)
        entries.append(replace(entry, count=entry.count + more))
    entries += [Entry(*key, count=count) for key, count in left.items() if count]
    return sorted(entries, key=lambda entry: (entry.key, entry.reason or ""))


def write(file: str, entries: Sequence[Entry]) -> None:
    """Write a known file in one step. Raises OSError."""
    write_atomically(os.path.abspath(file), rendered(entries).encode("utf-8", "surrogateescape"))


def rendered(entries: Sequence[Entry]) -> str:
    """The text of a known file."""
    import yaml

    plain = []
    for entry in entries:
        item: dict[str, object] = {"path": entry.path, "rule": entry.rule, "text": entry.text, "count": entry.count}
        plain.append({**item, "reason": entry.reason} if entry.reason is not None else item)
    return HEAD + (yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=10_000) if plain else "[]\n")


def read(file: str) -> Known:
    """The entries of a known file, from the cache while it is unchanged. Raises ConfigError naming line and key of what is wrong."""
    plain = cached("known", os.path.abspath(file), lambda: (decoded(file), [os.path.abspath(file)]))
    return Known(file, tuple(_entry(item) for item in plain))


def decoded(file: str) -> list[list[object]]:
    """The entries of a known file as plain values, the fields of Entry in order. Raises ConfigError."""
    from .yamlfile import load

    return _items(load(file, ConfigError))


def parsed(text: str, file: str) -> list[Entry]:
    """The entries in the text of a known file. Raises ConfigError."""
    from .yamlfile import parse

    return [_entry(item) for item in _items(parse(text, file, ConfigError))]


def _entry(plain: Any) -> Entry:
    return Entry(*plain)


def _items(loaded: Loaded) -> list[list[object]]:
    file = loaded.file
    items = [] if loaded.value is None else loaded.value
    if not isinstance(items, list):
        raise ConfigError(f"{file}:1: expected a list of entries, each with path, rule and text")
    entries: list[list[object]] = []
    for i, item in enumerate(items):
        where = loaded.where(i)
        if not isinstance(item, dict):
            raise ConfigError(f"{where}: expected an entry with path, rule and text")
        for key, value in item.items():
            _check(key, value, loaded.where(i, key))
        for key in ("path", "rule", "text"):
            if key not in item:
                raise ConfigError(f"{where}: {key}: the key is missing")
        text = _SPACES.sub(" ", item["text"]).strip()
        entries.append([item["path"], item["rule"], text, item.get("count", 1), item.get("reason"), loaded.lines.get((i,), 1)])
    return entries


def _check(key: str, value: object, where: str) -> None:
    keys = ("path", "rule", "text", "count", "reason")
    if key not in keys:
        raise ConfigError(f"{where}: {key}: no such key{nearest(key, keys)}")
    if key == "count":
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise ConfigError(f"{where}: count: expected a number from 1 up; found {value}")
    elif not isinstance(value, str) or (key in ("path", "rule") and not value):
        raise ConfigError(f"{where}: {key}: expected text; put it in quotes")
