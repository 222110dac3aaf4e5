"""XLIFF, PO and TMX: passages and their places, with entities, inline tags, escapes and wrapped strings; broken files are refused."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import rulefile
from lint.document import Document
from lint.engine import Engine
from lint.errors import ReadError
from lint.formats import from_text, written
from lint.model import Span

RULES = [rule for rule in rulefile.load(rulefile.shipped()) if rule.kind == "bilingual"]
ENGINE = Engine(RULES)

XLIFF = """<?xml version="1.0" encoding="UTF-16"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="de-AT" target-language="en" datatype="plaintext" original="a.txt"><header><note>99</note></header><body>
<trans-unit id="1"><source>😀 Er kaufte <g id="1">12</g> Brote &amp; 3 Semmeln.</source>
  <target>😀 He bought <g id="1">15</g> loaves &amp; 3 rolls.</target>
  <alt-trans><source>77</source><target>78</target></alt-trans></trans-unit>
<trans-unit id="2"><source>Ohne Ziel</source></trans-unit>
<trans-unit id="3"><source>Mit leerem Ziel</source><target/></trans-unit>
<trans-unit id="4" translate="no"><source>5 m</source><target>6 m</target></trans-unit>
<trans-unit id="5"><source>Sie hat 40 Brote</source><target>She has
    &#52;&#49; loaves</target></trans-unit>
</body></file></xliff>
"""
TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="ar"><seg>اشترى <![CDATA[١٥]]> رغيفا 😀</seg></tuv>
  <tuv xml:lang="en"><seg>He bought <bpt i="1">&lt;b&gt;</bpt>12<ept i="1">&lt;/b&gt;</ept> loaves</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Two mills</seg></tuv><tuv xml:lang="ar"><seg/></tuv></tu>
</body></tmx>
"""
PO = r"""# A catalogue.
msgid ""
msgstr ""
"Language: fr\n"

#: a.c:1
msgid "The mill cost "
"12 euros.\n"
msgstr ""
"Le \"moulin\" 😀 a coûté 1"
"3 euros.\n"

#, c-format
msgid "One loaf"
msgid_plural "%d loaves"
msgstr[0] "%d pain"
msgstr[1] "pains"

msgctxt "menu"
msgid "Open the door"
msgstr ""

#, fuzzy
msgid "He has 14 mills"
msgstr "Il a 15 moulins"

#~ msgid "12"
#~ msgstr "13"
"""


def found(source: str, format: str) -> list[tuple[str, int, int, str]]:
    diagnostics = ENGINE.check(from_text(source, f"a.{format}", format))
    return [(d.rule.partition("/")[2], d.line, d.column, d.found) for d in diagnostics if d.level > 1]


def shown(source: str, format: str) -> list[tuple[str, str]]:
    document = from_text(source, f"a.{format}", format)
    return [(unit.source, document.text(unit.span)) for unit in document.units]


def test_xliff_keeps_places_through_tags_entities_and_line_ends() -> None:
    expected = [
        ("source-number", 5, 33, "15"),
        ("missing-segment", 7, 28, "Ohne Ziel"),
        ("missing-segment", 8, 52, "<target/>"),
        ("source-number", 11, 5, "&#52;&#49;"),
    ]
    assert found(XLIFF, "xliff") == expected
    assert found(XLIFF.replace("\n", "\r\n"), "xliff") == expected
    assert shown(XLIFF, "xliff")[0] == ("😀 Er kaufte 12 Brote & 3 Semmeln.", "😀 He bought 15 loaves & 3 rolls.")
    assert shown(XLIFF, "xliff")[-1] == ("Sie hat 40 Brote", "She has 41 loaves")
    document = from_text(XLIFF, "a.xlf", "xliff")
    assert (document.language, document.units[0].language, document.units[0].line(3)) == ("en", "de", 4)


def test_tmx_takes_the_source_from_the_header_in_any_order() -> None:
    assert found(TMX, "tmx") == [
        ("source-number", 3, 44, "١٥"),
        ("source-placeholder", 3, 57, ""),
        ("missing-segment", 5, 69, "<seg/>"),
    ]
    assert shown(TMX, "tmx")[0] == ("He bought 12 loaves", "اشترى ١٥ رغيفا 😀")


def test_po_keeps_places_through_escapes_and_wrapped_strings() -> None:
    expected = [
        ("source-number", 10, 26, '1"\n"3'),
        ("source-placeholder", 17, 17, ""),
        ("missing-segment", 21, 1, 'msgstr ""'),
    ]
    assert found(PO, "po") == expected
    carriage = found(PO.replace("\n", "\r\n"), "po")
    assert [f[:3] for f in carriage] == [f[:3] for f in expected]
    assert shown(PO, "po")[0] == ("The mill cost 12 euros.", 'Le "moulin" 😀 a coûté 13 euros.')
    assert [unit.draft for unit in from_text(PO, "a.po", "po").units] == ["", "", "", "", "fuzzy"]


BROKEN = [
    (
        "xliff",
        '<xliff version="1.2"><file>\n',
        "a:2: column 1: ends before its last element is closed; mend it there or export the file anew",
    ),
    ("tmx", "<tmx>\n<a></b></tmx>", "a:2: column 6: is not well-formed XML (mismatched tag); mend it there or export the file anew"),
    (
        "xliff",
        '<!DOCTYPE x [\n<!ENTITY a SYSTEM "file:///etc/hostname">]><xliff>&a;</xliff>',
        "a:2: declares the entity 'a', which presscheck refuses; write what it stands for, and take the declaration out",
    ),
    (
        "tmx",
        '<!DOCTYPE x [<!ENTITY a "ha">\n<!ENTITY b "&a;&a;">]><tmx>&b;</tmx>',
        "a:1: declares the entity 'a', which presscheck refuses; write what it stands for, and take the declaration out",
    ),
    (
        "tmx",
        '<!DOCTYPE tmx SYSTEM "t.dtd"><tmx>&nbsp;</tmx>',
        "a:1: &nbsp;: XML has no such entity; write the character itself or its number (&#160;)",
    ),
    ("xliff", '<xliff version="2.0"/>', "a:1: expected XLIFF 1.2, found version 2.0; export the file as XLIFF 1.2"),
    ("xliff", "<tmx/>", "a:1: expected <xliff>, found <tmx>; name the file after its format"),
    (
        "xliff",
        "<xliff>\n<trans-unit><target>b</target></trans-unit></xliff>",
        "a:2: expected a <source> in this <trans-unit>; add it or take the unit out",
    ),
    (
        "tmx",
        "<tmx><body>\n<tu><tuv xml:lang='en'><seg>a</seg></tuv></tu></body></tmx>",
        "a:2: expected a source and its translation in this <tu>, found 1 <tuv>; add the other or take the unit out",
    ),
    ("tmx", "<tmx><tu><tuv/></tu></tmx>", 'a:1: expected a language in this <tuv>; add it, such as xml:lang="fr"'),
    ("po", 'msgid "a\nmsgstr ""', 'a:1: expected a string in double quotes to the end of the line; write \\" for a quote inside it'),
    ("po", '\nmsgstr "a"', "a:2: expected msgid before msgstr"),
    ("po", "<html>", "a:1: expected msgid, msgstr, a comment or a string in double quotes, found '<html>'"),
    ("po", 'msgid "a"\n\nmsgid "b"\nmsgstr ""', "a:3: a second msgid in one entry; each has one, and then a msgstr"),
    ("po", '\nmsgid "a"\n', "a:2: expected a msgstr in this entry; add it, empty where there is no translation"),
]


@pytest.mark.parametrize(("format", "source", "message"), BROKEN)
def test_a_broken_file_is_refused_with_its_line_and_a_remedy(format: str, source: str, message: str) -> None:
    with pytest.raises(ReadError) as error:
        from_text(source, "a", format)
    assert str(error.value) == message


def follows_its_source(document: Document) -> None:
    """Segments tile the prose and come in the order of the source."""
    at = origin = 0
    for segment in document.segments:
        assert segment.at == at
        assert origin <= segment.origin <= segment.origin + segment.length <= len(document.source)
        at, origin = segment.at + segment.size, segment.origin + segment.length
    assert at == len(document.prose)
    for unit in document.units:
        span = document.to_source(unit.span)
        assert 0 <= unit.span.start < unit.span.end <= len(document.prose)
        assert span.start < span.end


WORDS = st.lists(
    st.sampled_from(
        ["a", " ", "\n", "\r\n", "&amp;", "&#233;", "é😀", "<g id='1'>", "</g>", "<x/>", "<ph>q</ph>", "<![CDATA[<c>]]>", "<!--k-->"]
    ),
    max_size=8,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(units=st.lists(st.tuples(WORDS, WORDS, st.booleans()), max_size=4))
def test_any_xliff_maps_into_its_source_or_is_refused(units: list[tuple[str, str, bool]]) -> None:
    pairs = [(f"<source>{a}</source>", f"<target>{b}</target>") for a, b, _ in units]
    body = "".join(f"<trans-unit>{a + b if keep else b + a}</trans-unit>" for (a, b), (_, _, keep) in zip(pairs, units, strict=True))
    with contextlib.suppress(ReadError):
        follows_its_source(from_text(f"<xliff>{body}</xliff>", "a", "xliff"))


def test_a_fix_is_written_as_the_format_writes_text() -> None:
    assert written('R&D "x" \\ <b>', "xliff") == 'R&amp;D "x" \\ &lt;b&gt;'
    assert written('R&D "x" \\', "po") == 'R&D \\"x\\" \\\\'
    assert written("R&D", "tsv") == "R&D"


def test_the_span_of_a_missing_translation_is_never_read_as_text() -> None:
    document = from_text("<xliff><trans-unit><source>a</source></trans-unit></xliff>", "a", "xliff")
    assert [document.to_source(unit.span) for unit in document.units] == [Span(27, 29)]
