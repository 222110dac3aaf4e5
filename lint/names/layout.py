"""The file format of an index: a header with version, byte order, size and checksum, then named sections of plain arrays."""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping

import xxhash

from ..errors import PresscheckError

MAGIC = b"pressgaz"
VERSION = 2
"""Raised when the meaning of a section changes; a file of another version is refused."""
_HEADER = struct.Struct("<8sIIQQI")
_ENTRY = struct.Struct("<12sQQ")
_ORDER = 0x01020304


class GazetteerError(PresscheckError):
    """A gazetteer file or its sources can't be used; the message names the file and the remedy."""


def pack(sections: Mapping[str, bytes]) -> bytes:
    """The file with these sections, each at a multiple of 8 bytes; the same sections give the same bytes."""
    start = _HEADER.size + _ENTRY.size * len(sections)
    table, body, at = b"", [], start
    for name, content in sections.items():
        padding = -at % 8
        body.append(b"\0" * padding + content)
        at += padding + len(content)
        table += _ENTRY.pack(name.encode("ascii"), at - len(content), len(content))
    rest = table + b"".join(body)
    order = int.from_bytes(_ORDER.to_bytes(4, "little"), "little")
    return _HEADER.pack(MAGIC, VERSION, order, at, xxhash.xxh3_64_intdigest(rest), len(sections)) + rest


def unpack(data: memoryview, path: str) -> dict[str, memoryview]:
    """The sections of a file's bytes. Raises GazetteerError for a file that is foreign, torn, damaged or of another version."""
    if len(data) < _HEADER.size or bytes(data[:8]) != MAGIC:
        raise GazetteerError(f"{path}: this is no gazetteer index; make one with `presscheck gazetteer build SOURCE -o {_name(path)}`")
    _, version, order, size, checksum, count = _HEADER.unpack_from(data)
    again = f"build it again with `presscheck gazetteer build SOURCE -o {_name(path)}`"
    if version != VERSION:
        raise GazetteerError(f"{path}: index format {version}; this presscheck reads format {VERSION}: {again}")
    if memoryview(struct.pack("=I", order)).tobytes() != struct.pack("<I", _ORDER):
        raise GazetteerError(f"{path}: the index is written little-endian and this machine is not: it can't be used here")
    if size != len(data):
        raise GazetteerError(f"{path}: the index is cut short or has grown ({len(data)} bytes, expected {size}): {again}")
    if xxhash.xxh3_64_intdigest(data[_HEADER.size :]) != checksum:
        raise GazetteerError(f"{path}: the index is damaged (its checksum is wrong): {again}")
    out = {}
    for i in range(count):
        name, at, length = _ENTRY.unpack_from(data, _HEADER.size + i * _ENTRY.size)
        out[name.rstrip(b"\0").decode("ascii")] = data[at : at + length]
    return out


def _name(path: str) -> str:
    return os.path.basename(path) or path
