"""The file format of an index: a header, a directory of named sections with a checksum each, then the sections, plain arrays."""

from __future__ import annotations

import os
import struct
from array import array
from collections.abc import Mapping

import xxhash

from ..errors import PresscheckError

MAGIC = b"pressgaz"
VERSION = 2
"""Raised when the meaning of a section changes; a file of another version is refused."""
WHOLE = 8 << 20
"""Bytes up to which a file is checked whole at each opening (about half a millisecond); of a larger one its header and directory are."""
RECORDS = 16
"""Entities whose texts share one offset."""
WEAK = "\x02"
"""What stands before a form that is accepted and no more."""
_HEADER = struct.Struct("<8sIIQQI")
_ENTRY = struct.Struct("<12s4sQQQ")
_ORDER = 0x01020304
Section = bytes | bytearray | array  # type: ignore[type-arg]


class GazetteerError(PresscheckError):
    """A gazetteer file or its sources can't be used; the message names the file and the remedy."""


def pack(sections: Mapping[str, Section]) -> bytes:
    """The file with these sections, each at a multiple of 8 bytes; the same sections give the same bytes."""
    start = _HEADER.size + _ENTRY.size * len(sections)
    directory, at = b"", start
    body: list[bytes | memoryview] = []
    for name, content in sections.items():
        code = content.typecode if isinstance(content, array) else "B"
        data = memoryview(content).cast("B")
        padding = -at % 8
        at += padding
        body += [bytes(padding), data]
        directory += _ENTRY.pack(name.encode("ascii"), code.encode("ascii"), at, len(data), xxhash.xxh3_64_intdigest(data))
        at += len(data)
    checksum = _checksum(at, directory)
    # Arrays are in the machine's byte order; the mark in the header is too, so that another machine refuses the file.
    order = int.from_bytes(struct.pack("=I", _ORDER), "little")
    return b"".join((_HEADER.pack(MAGIC, VERSION, order, at, checksum, len(sections)), directory, *body))


def unpack(data: memoryview, path: str, *, whole: bool = False) -> dict[str, memoryview]:
    """The sections of a file's bytes, cast to their types.

    Raises GazetteerError for a file that is foreign, torn, damaged or of another version. Sections of files above `WHOLE` are held
    against their checksums only when `whole` is asked for, but for the one named `meta`.
    """
    build = f"presscheck gazetteer build SOURCE -o {os.path.basename(path) or path}"
    if len(data) < _HEADER.size or bytes(data[:8]) != MAGIC:
        raise GazetteerError(f"{path}: this is no gazetteer index; make one with `{build}`")
    _, version, order, size, checksum, count = _HEADER.unpack_from(data)
    again = f"build it again with `{build}`"
    if version != VERSION:
        raise GazetteerError(f"{path}: index format {version}; this presscheck reads format {VERSION}: {again}")
    if order != int.from_bytes(struct.pack("=I", _ORDER), "little"):
        raise GazetteerError(f"{path}: the index was built on a machine with another byte order: {again} here")
    if size != len(data):
        raise GazetteerError(f"{path}: the index is cut short or has grown ({len(data)} bytes, expected {size}): {again}")
    end = _HEADER.size + count * _ENTRY.size
    if end > len(data) or _checksum(size, data[_HEADER.size : end]) != checksum:
        raise GazetteerError(f"{path}: the index is damaged (the checksum of its directory is wrong): {again}")
    out = {}
    for i in range(count):
        raw, code, at, length, expected = _ENTRY.unpack_from(data, _HEADER.size + i * _ENTRY.size)
        name = raw.rstrip(b"\0").decode("ascii")
        section = data[at : at + length]
        if (whole or name == "meta" or size <= WHOLE) and xxhash.xxh3_64_intdigest(section) != expected:
            raise GazetteerError(f"{path}: the index is damaged (the checksum of its part '{name}' is wrong): {again}")
        out[name] = section.cast(code.rstrip(b"\0").decode("ascii"))
    return out


def damaged(path: str) -> GazetteerError:
    """What to raise when a part of a large file, which is not checked at each opening, turns out to make no sense."""
    return GazetteerError(f"{path}: the index is damaged; `presscheck gazetteer info --verify` says where; build it again")


def _checksum(size: int, directory: bytes | memoryview) -> int:
    return xxhash.xxh3_64_intdigest(struct.pack("<Q", size) + bytes(directory))
