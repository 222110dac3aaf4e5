"""Bytes become text or are refused, never passed over; what was guessed is said, and the text can be written back."""

from __future__ import annotations

import pytest

from lint.errors import ReadError
from lint.formats import read
from lint.formats.decode import Decoded, decode, encode
from lint.model import Span

RUSSIAN = "Президент заявил, что встреча прошла успешно, но на ней не было того, кто её просил."
CZECH = "Podle něj však není jasné, že bude přijat, protože při jednání také chyběl."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Decoded("", "utf-8")),
        ("é 😀".encode(), Decoded("é 😀", "utf-8")),
        (b"\xef\xbb\xbfab", Decoded("ab", "utf-8", b"\xef\xbb\xbf")),
        (b"\xff\xfea\0\xe9\0", Decoded("aé", "utf-16-le", b"\xff\xfe")),
        (b"\xfe\xff\0a\xd8\x3d\xde\0", Decoded("a😀", "utf-16-be", b"\xfe\xff")),
        (b"\xff\xfe\0\0a\0\0\0", Decoded("a", "utf-32-le", b"\xff\xfe\0\0")),
    ],
)
def test_certain_encodings_carry_no_note(data: bytes, expected: Decoded) -> None:
    assert decode("a.txt", data) == expected
    assert encode(expected.text, expected) == data


@pytest.mark.parametrize(
    ("text", "encoding", "note"),
    [
        ("A short café.", "cp1252", "read as windows-1252: byte 0xe9 in line 1 is not UTF-8"),
        ("One\nHe said “yes” – £5.", "cp1252", "read as windows-1252: byte 0x93 in line 2 is not UTF-8"),
        (CZECH, "cp1250", "read as windows-1250: byte 0xec in line 1 is not UTF-8"),
        (RUSSIAN, "cp1251", "read as windows-1251: byte 0xcf in line 1 is not UTF-8"),
        (RUSSIAN, "utf-16-le", "read as UTF-16-LE, which its NUL bytes point to"),
        (RUSSIAN, "koi8_r", "read as koi8-r: byte 0xf0 in line 1 is not UTF-8"),
        ("日本語のテキストです。これは文章です。", "cp932", "read as cp932: byte 0x93 in line 1 is not UTF-8"),
        ("A text.\nOf lines é.", "utf-16-le", "read as UTF-16-LE, which its NUL bytes point to"),
        ("A text.\nOf lines é.", "utf-16-be", "read as UTF-16-BE, which its NUL bytes point to"),
    ],
)
def test_a_guessed_encoding_is_said(text: str, encoding: str, note: str) -> None:
    decoded = decode("a.txt", text.encode(encoding))
    assert decoded == Decoded(text, encoding, notes=(f"a.txt: {note}; save it as UTF-8 if that is wrong",))
    assert encode(text, decoded) == text.encode(encoding)


@pytest.mark.parametrize(
    ("data", "text", "where"),
    [
        ("Ünë\nçaf".encode() + b"\xe9 z", "Ünë\nçaf\ufffd z", "byte 0xe9 in line 2 (offset 10)"),
        ("Ünë ça".encode() + b"\xf0\x9f\x98", "Ünë ça\ufffd", "byte 0xf0 in line 1 (offset 9)"),
        (b"\xef\xbb\xbfab\xff", "ab\ufffd", "byte 0xff in line 1 (offset 5)"),
    ],
)
def test_bad_bytes_in_utf_8_are_named_and_not_written_back(data: bytes, text: str, where: str) -> None:
    decoded = decode("a.txt", data)
    assert (decoded.text, decoded.encoding, decoded.exact) == (text, "utf-8", False)
    assert decoded.notes == (f"a.txt: {where} is not valid UTF-8: read as U+FFFD, and no fix is written",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"text\0more text", "a.txt: is not text (a NUL byte at offset 4); exclude it, or save it as UTF-8"),
        (bytes(range(256)) * 9, "a.txt: is not text (a NUL byte at offset 0); exclude it, or save it as UTF-8"),
        (b"\xff\xfea\0b", "a.txt: has the byte-order mark of utf-16-le but is not valid at byte 4; save it as UTF-8"),
        (b"\xef\xbb\xbfa\0b", "a.txt: is not text (a NUL byte at offset 4); exclude it, or save it as UTF-8"),
        (b"%PDF-1.7\n%\xe2\xe3", "a.txt: is a PDF file, not text; give presscheck the text extracted from it"),
        (
            b"PK\x03\x04\x14\0",
            "a.txt: is a ZIP archive (as .docx, .odt and .epub are), not text; give presscheck the text extracted from it",
        ),
        (b"{\\rtf1\\ansi x}", "a.txt: is an RTF file, not text; give presscheck the text extracted from it"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode("a.txt", data)
    assert str(caught.value) == message


def test_a_character_that_the_encoding_lacks_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        encode("ł", Decoded("", "cp1252"))
    assert str(caught.value) == "cp1252 has no character 'ł'; save the file as UTF-8 first"


def test_a_large_file_of_an_old_encoding_is_judged_by_a_sample() -> None:
    data = b"plain words and no more\n" * 200_000 + "très été à même où ça\n".encode("cp1252") * 50_000
    decoded = decode("a.txt", data)
    assert (decoded.encoding, decoded.exact, len(decoded.text)) == ("cp1252", True, len(data))


def test_columns_do_not_count_the_mark() -> None:
    document, notes = read("a.txt", b"\xef\xbb\xbfab\r\n\xf0\x9f\x98\x80e\xcc\x81 x")
    assert (document.source, document.prose, notes) == ("ab\r\n😀e\u0301 x", "ab\n😀e\u0301 x", [])
    assert document.position(document.to_source(document.lines[0]).start) == (1, 1)
    x = document.words[-1]
    assert (x.text, document.position(document.to_source(Span(x.start, x.end)).start)) == ("x", (2, 5))


def test_notes_come_with_the_document() -> None:
    document, notes = read("caf.md", b"# caf\xe9")
    assert (document.prose, document.format) == ("café", "markdown")
    assert notes == ["caf.md: read as windows-1252: byte 0xe9 in line 1 is not UTF-8; save it as UTF-8 if that is wrong"]
