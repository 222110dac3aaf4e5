"""Lines of a dump that may be compressed, one at a time, with every way in which a file can be broken turned into a GazetteerError."""

from __future__ import annotations

import bz2
import csv
import gzip
import lzma
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NoReturn, cast

from ..layout import GazetteerError

LONGEST = 64 << 20
"""Bytes of the longest line that is read; the largest Wikidata entities have about 10 MB."""
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)
_OPENERS: dict[bytes, Callable[[BinaryIO], object]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
_ZIP = b"PK\x03\x04"
_ASIDE = ("readme", "iso-languagecodes")


def bare_name(path: str) -> str:
    """The name of a file in small letters, without its folder and the ending of a compressed one."""
    name = os.path.basename(path).lower()
    for ending in (".gz", ".bz2", ".xz", ".zip"):
        name = name.removesuffix(ending)
    return name


def lines(path: str, encoding_error: str = "strict") -> Iterator[tuple[int, str]]:
    """The lines of a UTF-8 file with their numbers from 1, without line ends; .gz, .bz2, .xz and .zip are known by their first bytes.

    Only `\\n` ends a line, a carriage return before it is dropped. Raises GazetteerError naming file and line.
    """
    number = 0
    try:
        with open(path, "rb") as raw:
            stream = _plain(path, raw)
            while line := stream.readline(LONGEST + 1):
                number += 1
                if len(line) > LONGEST:
                    raise GazetteerError(f"{path}:{number}: a line of more than {LONGEST >> 20} MB; expected one entry a line")
                yield number, line.decode("utf-8-sig" if number == 1 else "utf-8", encoding_error).rstrip("\r\n")
    except UnicodeDecodeError as error:
        at = f"byte {error.start + 1} of the line is 0x{error.object[error.start]:02x}"
        raise GazetteerError(f"{path}:{number}: not UTF-8: {at}; convert the file to UTF-8") from error
    except _BROKEN as error:
        _fail(path, number, error)


def rows(path: str, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV file with the number of the line that each ends on; a cell may hold line ends. Raises GazetteerError."""
    reader = csv.reader((line + "\n" for _, line in lines(path)), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if cells:
                yield reader.line_num, cells
    except csv.Error as error:
        raise GazetteerError(f"{path}:{reader.line_num}: a broken row ({error}); expected CSV with double quotes around cells") from error


def head(path: str) -> str:
    """The first line that is neither blank nor a comment, cut to 4,096 characters; empty when there is none. Raises GazetteerError."""
    return next((text[:4096] for _, text in lines(path, "replace") if text.strip() and not text.startswith("# ")), "")


def _plain(path: str, raw: BinaryIO) -> BinaryIO:
    start = raw.read(6)
    raw.seek(0)
    if start.startswith(_ZIP):
        return _only_member(path, zipfile.ZipFile(raw))
    for magic, opener in _OPENERS.items():
        if start.startswith(magic):
            return cast(BinaryIO, opener(raw))
    return raw


def _only_member(path: str, archive: zipfile.ZipFile) -> BinaryIO:
    inside = [info for info in archive.infolist() if not info.is_dir() and not info.filename.lower().startswith(_ASIDE)]
    if len(inside) != 1:
        names = ", ".join(info.filename for info in inside[:5]) or "nothing"
        raise GazetteerError(f"{path}: expected one table in this archive, found {names}; unpack the one that is meant")
    return cast(BinaryIO, archive.open(inside[0]))


def _fail(path: str, number: int, error: Exception) -> NoReturn:
    if number == 0 and isinstance(error, OSError) and error.strerror:
        raise GazetteerError(f"{path}: can't be read: {error.strerror}") from error
    where = f"after line {number}" if number else "at its start"
    raise GazetteerError(f"{path}: the file is cut short or damaged {where}; fetch it again") from error
