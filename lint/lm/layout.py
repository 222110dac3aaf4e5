"""The file format of an n-gram model: a header with version, byte order, size and checksum, then named sections."""

from __future__ import annotations

import struct
from collections.abc import Mapping

import xxhash

from ..errors import PresscheckError

MAGIC = b"presslm\0"
VERSION = 1
"""Raised when the meaning of a section changes; a file of another version is refused."""
PROBABILITY_STEP = 1 / 14
"""Nats between two quantised log probabilities; 255 steps reach 18 nats."""
BACKOFF_STEP = 1 / 20
"""Nats between two quantised back-off weights."""
_HEADER = struct.Struct("<8sIIQQI")
_ENTRY = struct.Struct("<12sQQ")
_ORDER = 0x01020304


class ModelError(PresscheckError):
    """A language model can't be used; the message names the file or package and the remedy."""


def hashed(gram: str) -> int:
    """The 64-bit key of an n-gram, its words joined by spaces."""
    return xxhash.xxh3_64_intdigest(gram.encode())


def pack(sections: Mapping[str, bytes]) -> bytes:
    """The file with these sections, each at a multiple of 8 bytes; the same sections give the same bytes."""
    table, body, at = b"", [], _HEADER.size + _ENTRY.size * len(sections)
    for name, content in sections.items():
        padding = -at % 8
        body.append(b"\0" * padding + content)
        at += padding + len(content)
        table += _ENTRY.pack(name.encode("ascii"), at - len(content), len(content))
    rest = table + b"".join(body)
    return _HEADER.pack(MAGIC, VERSION, _ORDER, at, xxhash.xxh3_64_intdigest(rest), len(sections)) + rest


def unpack(data: memoryview, path: str) -> dict[str, memoryview]:
    """The sections of a file's bytes. Raises ModelError for a file that is foreign, torn, damaged or of another version."""
    again = f"train it again with `python bench/train_lm.py TEXT… -o {path}` or install presscheck again"
    if len(data) < _HEADER.size or bytes(data[:8]) != MAGIC:
        raise ModelError(f"{path}: this is no language model of presscheck; {again}")
    _, version, order, size, checksum, count = _HEADER.unpack_from(data)
    if version != VERSION:
        raise ModelError(f"{path}: language model format {version}; this presscheck reads format {VERSION}: {again}")
    if struct.pack("=I", order) != struct.pack("<I", _ORDER):
        raise ModelError(f"{path}: the language model is written little-endian and this machine is not: it can't be used here")
    if size != len(data) or xxhash.xxh3_64_intdigest(data[_HEADER.size :]) != checksum:
        raise ModelError(f"{path}: the language model is damaged (wrong size or checksum): {again}")
    out = {}
    for i in range(count):
        name, at, length = _ENTRY.unpack_from(data, _HEADER.size + i * _ENTRY.size)
        out[name.rstrip(b"\0").decode("ascii")] = data[at : at + length]
    return out
