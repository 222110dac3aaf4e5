"""Stale entries taken out of the text of a known file, whose comments and order stay; what text edits can't do is written anew."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from .errors import ConfigError
from .known import Entry, Known, Stale, parsed, rendered
from .lazyregex import regex

_COUNT = regex(r"(?P<key>(?:^\s+|^- |[{,]\s*)count:\s*)(?P<count>\d+)(?=\s*(?:$|[,}]))")
_CONTENT = regex(r"\s*[^#\s]")


def pruned(text: str, entries: Sequence[Entry], counts: Mapping[int, int]) -> str:
    """The text of a known file with `counts` for its entries by their place among `entries`; those with count 0 go.

    Entries as `known create` writes them are cut or changed in the text. Where that would not give just the entries wanted, as for two on
    one line, the file is written anew without its comments.
    """
    wanted = [replace(entry, count=counts.get(i, entry.count)) for i, entry in enumerate(entries) if counts.get(i, entry.count)]
    edited = "".join(_edited(text, entries, counts))
    if _same(edited, wanted):
        return edited if wanted else edited.rstrip() + "\n[]\n"
    return rendered(wanted)


def _edited(text: str, entries: Sequence[Entry], counts: Mapping[int, int]) -> Iterator[str]:
    lines = text.splitlines(keepends=True)
    starts = [entry.line - 1 for entry in entries]
    yield "".join(lines[: starts[0]] if starts else lines)
    for i, start in enumerate(starts):
        end = starts[i + 1] if i + 1 < len(starts) else len(lines)
        last = start
        for number in range(start, end):
            last = number if _CONTENT.match(lines[number]) else last
        own, rest = "".join(lines[start : last + 1]), "".join(lines[last + 1 : end])
        count = counts.get(i)
        if count is None:
            yield own
        elif count:
            yield "".join(_COUNT.sub(rf"\g<key>{count}", line, count=1) for line in own.splitlines(keepends=True))
        yield rest


def _same(text: str, wanted: Sequence[Entry]) -> bool:
    """Whether a text reads as just these entries, wherever they stand."""
    try:
        read = parsed(text, "")
    except ConfigError:
        return False
    return [replace(entry, line=1) for entry in read] == [replace(entry, line=1) for entry in wanted]


def take_out(known: Known, stale: Iterable[Stale], *, write: bool) -> bytes:
    """Take stale entries out of a known file, or only give the change as a diff. Raises ReadError when the file can't be written."""
    from .fix import replace_file, unified_diff

    with open(known.file, "rb") as file:
        before = file.read()
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    text = before[len(mark) :].decode("utf-8", "surrogateescape")
    entries = parsed(text, known.file)  # under the ids they are written with
    after = mark + pruned(text, entries, {item.index: item.seen for item in stale}).encode("utf-8", "surrogateescape")
    if not write:
        return unified_diff(known.file, before, after)
    replace_file(known.file, before, after)
    return b""
