"""What is known and stays silent: the entries of presscheck-known.yaml, counted for each file by rule and found text."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .cachefolder import write_atomically
from .errors import ConfigError, nearest
from .findings import at_line, shortened
from .jsoncache import cached
from .lazyregex import regex
from .model import Diagnostic, Level
from .selection import STALE

HEAD = """# Findings that are known and stay silent (path, rule, text, count). With a reason an entry is a decision, without one a debt.
# Written by `presscheck known create` and `presscheck known update`; reasons are kept.
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
    """The found text as entries write it: runs of white space as one space."""
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


def stale(known: Known, used: Mapping[Key, int], ran: Mapping[str, Collection[str]], level: Level) -> Iterator[Diagnostic]:
    """One finding in the known file for each entry that silences less than it says.

    `ran` maps each text that was checked (its path as entries write it) to the rules that ran on it; entries of other texts and rules
    aren't judged, unless their text is gone.
    """
    folder = os.path.dirname(os.path.abspath(known.file))
    left = dict(used)
    for entry in known.entries:
        gone = entry.path not in ran and not os.path.lexists(os.path.join(folder, entry.path))
        if not gone and entry.rule not in ran.get(entry.path, ()):
            continue
        seen = min(entry.count, left.get(entry.key, 0))
        left[entry.key] = left.get(entry.key, 0) - seen
        if seen == entry.count:
            continue
        if gone:
            message = f"'{shortened(entry.path)}' does not exist any more; `presscheck known update` takes its entries out."
        elif seen:
            times = f"known {entry.count} times but found {seen}"
            message = f"{entry.rule} for '{shortened(entry.text)}' is {times}; lower the count."
        else:
            message = f"{entry.rule} was not found any more for '{shortened(entry.text)}'; take the entry out."
        yield at_line(known.file, entry.line, STALE, level, message, found="\0".join(entry.key))


def baseline(found: Iterable[tuple[str, Diagnostic]], kept: Sequence[Entry] = ()) -> list[Entry]:
    """Entries for findings (with their path as entries write it), sorted; reasons come from the entries that stood there before."""
    counts = Counter((path, d.rule, found_text(d)) for path, d in found)
    reasons = {entry.key: entry.reason for entry in kept}
    return [Entry(*key, count=count, reason=reasons.get(key)) for key, count in sorted(counts.items())]


def write(file: str, entries: Sequence[Entry]) -> None:
    """Write a known file in one step. Raises OSError."""
    import yaml

    plain = []
    for entry in entries:
        item: dict[str, object] = {"path": entry.path, "rule": entry.rule, "text": entry.text, "count": entry.count}
        plain.append({**item, "reason": entry.reason} if entry.reason is not None else item)
    text = yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=10_000) if plain else "[]\n"
    write_atomically(os.path.abspath(file), (HEAD + text).encode("utf-8", "surrogateescape"))


def read(file: str) -> Known:
    """The entries of a known file, from the cache while it is unchanged. Raises ConfigError naming line and key of what is wrong."""
    plain = cached("known", os.path.abspath(file), lambda: (_decoded(file), [os.path.abspath(file)]))
    return Known(file, tuple(Entry(*item) for item in plain))


def _decoded(file: str) -> list[list[object]]:
    from .yamlfile import load

    loaded = load(file, ConfigError)
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
