"""The table of formats, what a document is told from outside, and what holds of every format for any input."""

from __future__ import annotations

import contextlib
import importlib
import time
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lint.document import Document
from lint.errors import ConfigError, ReadError
from lint.formats import EXTENSIONS, FORMATS, format_of, from_text, read
from lint.model import Span

BILINGUAL = {"tsv", "xliff", "po", "tmx"}
"""Formats that refuse what isn't of their form."""
ROOTS = {"xliff": '<xliff version="1.2">{}</xliff>', "tmx": "<tmx>{}</tmx>"}
UNIT = "<trans-unit><source>ein é</source><target>a &amp; <g id='1'>b</g><x id='2'/></target></trans-unit>\r\n"
VARIANTS = "<tu><tuv xml:lang='de'><seg>ein é</seg></tuv><tuv xml:lang='en'><seg>a <ph>x</ph>b</seg></tuv></tu>\n"
PIECES = [
    *"<>&;#*_`[]()!|\\-=\"'/ \t\n\r\0é😀\u0301\xad\xa0م",
    "word", "Kabul", "\r\n", "\n\n", "\n> ", "    ", "```", "---\n", "lang: fr\n", "&amp;", "&#8217;", "&#0;", "&nbsp;",
    "&copy", "\\*", "~~", "[^1]", "[^1]: ", "| a | b |\n|---|---|\n", "<p>", "</p>", "<b>", "</b>", "<br>", "<pre>", "</pre>",
    "<code>", "</code>", "<script>", "</script>", "<!--", "-->", "<![", "]]>", "<?", "<!x", "<a href='", "<div hidden>",
    "</div>", "<svg/>", "<html lang=en>", "<li>", "<title>", "</", "<textarea>",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60).filter(lambda t: t.isprintable())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_a_module_with_a_manual_page(name: str) -> None:
    module = importlib.import_module(FORMATS[name], "lint.formats")
    assert module.__doc__
    assert module.parse("").prose == ""


def test_extensions() -> None:
    assert set(EXTENSIONS.values()) == set(FORMATS)
    paths = ("a.txt", "a.MD", "b.markdown", "c.htm", "d.XHTML", "README", "x/y.z/plain", ".hidden", "a.tex")
    assert [format_of(path) for path in paths] == ["text", "markdown", "markdown", "html", "html", "text", "text", "text", None]
    assert read("a.tex", b"*x*")[0].format == "text"
    assert read("a.txt", b"*x*", format="markdown")[0].prose == "x"


def test_the_users_mistakes() -> None:
    with pytest.raises(ConfigError) as unknown:
        from_text("x", format="markdwon")
    assert str(unknown.value) == "format: there is no format 'markdwon'; did you mean 'markdown'?"
    with pytest.raises(ConfigError) as wrong:
        from_text("x", language="english, please")
    assert str(wrong.value) == "language: expected a code such as 'en' or 'pt-BR', found 'english, please'"
    with pytest.raises(ReadError) as half:
        from_text("ab\ud83d", "a.txt")
    assert str(half.value) == "a.txt: holds half of a surrogate pair at offset 2; decode the text anew from its bytes"


def test_what_is_given_wins() -> None:
    source = "---\nlang: fr\ndate: 2021-11-02\n---\n2020-01-01 Text"
    given_ = from_text(source, format="markdown", language="de-AT", date=date(2019, 9, 9))
    assert (given_.language, given_.date) == ("de", date(2019, 9, 9))
    own = from_text(source, format="markdown")
    assert (own.language, own.date) == ("fr", date(2021, 11, 2))
    opening = from_text("---\nlang: fr\n---\n2020-01-01 Text", format="markdown")
    assert (opening.language, opening.date) == ("fr", date(2020, 1, 1))


def whole(document: Document) -> None:
    """What holds of every document: segments tile the prose, follow the source, and read there as they read here."""
    at = origin = 0
    for segment in document.segments:
        assert segment.at == at
        assert segment.size > 0
        assert origin <= segment.origin <= segment.origin + segment.length <= len(document.source)
        at, origin = segment.at + segment.size, segment.origin + segment.length
        if segment.size == segment.length:
            there = document.source[segment.origin : origin]
            here = document.prose[segment.at : at]
            assert all(a == b or (a in " \n" and b in " \t\r\n\f>") for a, b in zip(here, there, strict=True))
    assert at == len(document.prose)
    assert "\r" not in document.prose or document.format == "html"
    for word in document.words:
        source = document.to_source(Span(word.start, word.end))
        assert 0 <= source.start < source.end <= len(document.source)
        if document.is_verbatim(Span(word.start, word.end)):
            assert document.source[source.start : source.end] == word.text
    for paragraph in document.paragraphs:
        document.position(document.to_source(paragraph).end)
    assert len(document.languages) == len(document.paragraphs)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=300, deadline=None)
@given(source=TEXTS)
@example("&amp;")
@example("\\*")
@example("<p>a\n<p>b&")
@example("a\r\n> \\>b")
def test_any_input_maps_into_its_source(format: str, source: str) -> None:
    refused = contextlib.suppress(ReadError) if format in BILINGUAL else contextlib.nullcontext()
    with refused:
        whole(from_text(source, format=format))


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=80) | TEXTS.map(str.encode) | TEXTS.map(lambda t: t.encode("utf-16")))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document, notes = read("a.html", data)
    except ReadError as error:
        message = str(error)
    else:
        whole(document)
        message = "".join(notes) or "a.html: read"
    assert message.startswith("a.html: ")


@pytest.mark.parametrize(
    ("format", "piece"),
    [
        ("text", "Kabul said é\r\n"),
        ("markdown", "# Köln\n\nThe *talks* `went` on &amp;\n> so [it](u) \\* said.\n\n- one\n\n"),
        ("html", "<div><p>The <b>talks</b> in K&ouml;ln é <code>x</code>\n went</p><ul><li>on</ul><br></div>\r\n"),
        ("html", "word "),
        ("html", "<!--"),
        ("html", "<a b='"),
        ("html", "<p"),
        ("html", "</"),
        ("html", "<title>"),
        ("markdown", "é"),
        ("tsv", "ein Brot 😀\ta loaf\r\n"),
        ("po", '# a\nmsgid "ein "\n"Brot"\nmsgstr "a \\"loaf\\""\n\n'),
        ("xliff", UNIT),
        ("tmx", VARIANTS),
    ],
)
def test_time_is_linear(format: str, piece: str) -> None:
    def seconds(size: int) -> float:
        source = ROOTS.get(format, "{}").format(piece * (size // len(piece)))
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            from_text(source, format=format)
            best = min(best, time.process_time() - start)
        return max(best, 0.001)

    assert seconds(200_000) < 10 * seconds(50_000)
