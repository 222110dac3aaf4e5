"""Bytes to text and back: UTF-8, UTF-16 and UTF-32, older encodings by evidence; what isn't text is refused, what is guessed is said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import ReadError

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_KNOWN_FILES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (as .docx, .odt and .epub are)"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
)
# The encodings that function words can tell apart, windows-1252 first: it wins a tie.
_EIGHT_BIT = ("cp1252", "cp1250", "cp1251", "koi8_r", "cp1254", "cp1256")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")
# What no text holds: a byte without a character, control characters.
_NO_LETTER = re.compile("[\ufffd\x00-\x08\x0e-\x1a\x7f-\x9f]")
_SAMPLE = 65_536
_REMEDY = "save it as UTF-8 if that is wrong"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte-order mark. `exact` says that `encode` gives the very bytes back: without it no fix may be written."""

    text: str
    encoding: str
    bom: bytes = b""
    notes: tuple[str, ...] = ()
    exact: bool = True


def decode(path: str, data: bytes) -> Decoded:
    """The text of a file's bytes; `path` is for messages alone.

    A byte-order mark is taken off, because editors don't count it as a column; `bom` keeps it for `encode`. Whatever was read otherwise
    than as valid UTF-8 or by its mark carries a note. Raises ReadError for what isn't text.
    """
    for mark, name in _KNOWN_FILES:
        if data.startswith(mark):
            raise ReadError(f"{path}: is {name}, not text; give presscheck the text extracted from it")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _marked(path, data, bom, encoding)
    if b"\0" in data:
        return _with_nuls(path, data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error.start)


def encode(text: str, like: Decoded) -> bytes:
    """The bytes of a text in the encoding and with the mark of the file it came from. Raises ReadError for a character it lacks."""
    try:
        return like.bom + text.encode(like.encoding)
    except UnicodeEncodeError as error:
        raise ReadError(f"{like.encoding} has no character {error.object[error.start]!r}; save the file as UTF-8 first") from None


def _marked(path: str, data: bytes, bom: bytes, encoding: str) -> Decoded:
    body = data[len(bom) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _patched(path, body, error.start, bom)
        where = len(bom) + error.start
        raise ReadError(f"{path}: has the byte-order mark of {encoding} but is not valid at byte {where}; save it as UTF-8") from None
    if "\0" in text:
        raise _binary(path, data)
    return Decoded(text, encoding, bom)


def _with_nuls(path: str, data: bytes) -> Decoded:
    """UTF-16 without a mark has a NUL in every other byte of its ASCII characters; any other NUL means binary data."""
    sample = data[:_SAMPLE]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if second > 3 * first else "utf-16-be" if first > 3 * second else ""
    try:
        # Two in five for ASCII; in a longer text one in ten, as in Cyrillic, where only spaces and marks are ASCII.
        enough = max(first, second) * 5 >= len(sample) or (len(sample) >= 64 and max(first, second) * 20 >= len(sample))
        text = data.decode(encoding) if encoding and enough else "\0"
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise _binary(path, data)
    return Decoded(text, encoding, notes=(f"{path}: read as {encoding.upper()}, which its NUL bytes point to; {_REMEDY}",))


def _not_utf8(path: str, data: bytes, at: int) -> Decoded:
    start = max(0, at - _SAMPLE // 4)
    sample = data[start : start + _SAMPLE]
    valid = len(_MULTIBYTE.findall(sample))
    stray = sum(len(run) for run in _HIGH.findall(_MULTIBYTE.sub(b"", sample)))
    if valid and valid >= stray:
        return _patched(path, data, at, b"")
    encoding = _likeliest(sample)
    if encoding is None:
        raise _binary(path, data)
    text = data.decode(encoding, "replace")
    name = encoding.replace("cp125", "windows-125").replace("_", "-")
    note = f"{path}: read as {name}: byte 0x{data[at]:02x} in line {_line(data, at)} is not UTF-8; {_REMEDY}"
    lost = text.count("\ufffd")
    if lost:
        note += f"; {lost} characters can't be read, and no fix is written"
    return Decoded(text, encoding, notes=(note,), exact=not lost and text.encode(encoding, "replace") == data)


def _likeliest(sample: bytes) -> str | None:
    """The encoding of bytes that aren't UTF-8: the one that makes words legible, else windows-1252 when most is ASCII, else a guess.

    charset-normalizer comes last because it takes short Western texts for Central European or Japanese ones.
    """
    from ..languages import legible_words

    ranked = []
    for rank, encoding in enumerate(_EIGHT_BIT):
        text = sample.decode(encoding, "replace")
        if _NO_LETTER.search(text) is None:
            ranked.append((-legible_words(text), rank, encoding))
    if ranked and min(ranked)[0] <= -0.1:
        return min(ranked)[2]
    high = sum(len(run) for run in _HIGH.findall(sample))
    if ranked and ranked[0][1] == 0 and high * 4 <= len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    guess = from_bytes(sample).best()
    return guess.encoding if guess else None


def _patched(path: str, data: bytes, at: int, bom: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    where = f"byte 0x{data[at]:02x} in line {_line(data, at)} (offset {at + len(bom)})"
    note = f"{path}: {where} is not valid UTF-8: read as U+FFFD, and no fix is written"
    return Decoded(text, "utf-8", bom, (note,), exact=False)


def _binary(path: str, data: bytes) -> ReadError:
    at = data.find(b"\0")
    found = f"a NUL byte at offset {at}" if at >= 0 else "bytes that fit no encoding of text"
    return ReadError(f"{path}: is not text ({found}); exclude it, or save it as UTF-8")


def _line(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1
