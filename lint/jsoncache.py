"""What was read from YAML kept as JSON, so that a start with unchanged files needs no YAML reader."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from .cachefolder import cache_folder, write_atomically

FORMAT = 1
"""Version of what is stored; raised when a reader's result changes shape."""


def cached(name: str, key: str, make: Callable[[], tuple[Any, list[str]]]) -> Any:
    """The JSON-like value that `make` gives for `key`, from the cache while the files it came from (its second result) are unchanged."""
    import json

    import xxhash

    digest = xxhash.xxh3_64_hexdigest(key.encode("utf-8", "surrogateescape"))
    store = os.path.join(cache_folder(), f"{name}-{digest}.json")
    try:
        with open(store, encoding="utf-8") as file:
            stored = json.load(file)
        if stored["format"] == FORMAT and stored["key"] == key and all(_stamp(item[0]) == item for item in stored["files"]):
            return stored["value"]
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        pass  # no cache yet, or one that is damaged: it is made anew
    value, files = make()
    text = json.dumps({"format": FORMAT, "key": key, "files": [_stamp(file) for file in files], "value": value})
    try:
        write_atomically(store, text.encode())
    except OSError:
        return value  # a cache folder that can't be written costs time, nothing else
    return value


def _stamp(file: str) -> list[Any]:
    """Path, time of change in nanoseconds, size and inode: a file that was replaced within one tick of the clock still differs."""
    status = os.stat(file)
    return [file, status.st_mtime_ns, status.st_size, status.st_ino]
