"""The gazetteers of a run, opened: indexes as they are, tables compiled into the cache folder once for each content."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache

from ..cachefolder import cache_folder, write_atomically
from ..jsoncache import cached
from .gazetteer import Gazetteer
from .layout import VERSION, GazetteerError
from .source import CURATED_TIER, Sources, is_table, table

COMPILED = 3
"""Raised when the same table gives another index."""


def opened(paths: Iterable[str]) -> tuple[Gazetteer, ...]:
    """The gazetteers at these paths, each mapped once for all engines of the process as long as it doesn't change.

    A file that ends in .tsv or .csv, perhaps packed (.gz), is a table kept by hand, anything else an index. Raises GazetteerError.
    """
    return tuple(_opened(path, *_stamp(path)) for path in paths)


def _stamp(path: str) -> tuple[int, int, int]:
    try:
        status = os.stat(path)
    except OSError as error:
        raise GazetteerError(f"{path}: can't be read: {error.strerror}") from error
    return status.st_mtime_ns, status.st_size, status.st_ino


@lru_cache(maxsize=16)
def _opened(path: str, *stamp: int) -> Gazetteer:
    return compiled(path) if is_table(path) else Gazetteer.open(path)


def compiled(path: str) -> Gazetteer:
    """The index of a table, from the cache folder when its content was met before. Raises GazetteerError naming file, line and column."""
    store = os.path.join(cache_folder(), f"gazetteer-{cached('gazetteer', os.path.abspath(path), lambda: _digest(path))}.pcg")
    if os.path.exists(store):
        try:
            return _named(Gazetteer.open(store, whole=True), path)
        except GazetteerError:
            pass  # damaged or of another version: it is made anew
    from .build import build

    data = build(Sources(table(path, CURATED_TIER), files=[os.path.basename(path)]))
    try:
        write_atomically(store, data)
        return _named(Gazetteer.open(store), path)
    except (OSError, GazetteerError):  # a cache folder that can't be written costs time, nothing else
        return Gazetteer(memoryview(data), path)


def _named(gazetteer: Gazetteer, path: str) -> Gazetteer:
    gazetteer.path = path
    return gazetteer


def _digest(path: str) -> tuple[str, list[str]]:
    import xxhash

    digest = xxhash.xxh3_128(f"{VERSION} {COMPILED} {CURATED_TIER} {os.path.basename(path)}\n".encode("utf-8", "surrogateescape"))
    try:
        with open(path, "rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
    except OSError as error:
        raise GazetteerError(f"{path}: can't be read: {error.strerror}") from error
    return digest.hexdigest(), [os.path.abspath(path)]
