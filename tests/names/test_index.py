"""The index file: what it finds, that it is refused when torn or foreign, that the shipped one is made from the shipped tables."""

from __future__ import annotations

import gzip
import os
import pathlib
import struct
import threading

import pytest
from world import GAZETTEER, data

from lint.errors import PresscheckError
from lint.names import explain, layout
from lint.names.background import AS_WORD, KNOWN, UNKNOWN, Facts
from lint.names.build import build, build_file
from lint.names.gazetteer import Gazetteer, Known, shipped
from lint.names.layout import GazetteerError
from lint.names.lexicon import Lexicon
from lint.names.source import read


def texts(bucket: object) -> list[str]:
    return sorted(form.text for form in bucket.forms)  # type: ignore[attr-defined]


def test_forms_are_found_whole_and_with_any_token_open() -> None:
    assert texts(GAZETTEER.exact(("torvald", "eskildsen"))) == ["Torvald Eskildsen"]
    assert texts(GAZETTEER.exact(("torvald", "eskildson"))) == []
    assert texts(GAZETTEER.slot(("?", "munawari"), 0)) == ["Rasheed Munawari", "Rashid Munawari"]
    assert texts(GAZETTEER.slot(("torvald", "b", "?"), 2)) == ["Torvald B. Eskildsen"]
    (form,) = GAZETTEER.exact(("torvald", "b", "eskildsen")).forms
    assert form.known == Known("person", "Torvald Eskildsen", "Prime Minister; head of the Harbour Party", "Norway; Norwegian", 1)


def test_a_full_bucket_keeps_only_the_prominent() -> None:
    bucket = GAZETTEER.slot(("paul", "?"), 1)
    assert (texts(bucket), bucket.cut) == (["Paul Zandermeer"], True)
    assert GAZETTEER.slot(("anna", "?"), 1).cut is False


def test_forms_are_found_by_sound_by_one_token_and_as_forbidden() -> None:
    assert texts(GAZETTEER.alike(("kashid", "munavary"))) == []
    assert texts(GAZETTEER.alike(("rasheed", "munavary"))) == ["Rasheed Munawari", "Rashid Munawari"]
    assert texts(GAZETTEER.by_surname_sound("saleemi")) == ["Salim Salimi", "Selim Salimi"]
    assert [form.text for form in GAZETTEER.single("kirkehlom")] == ["Kirkeholm"]
    assert [form.text for form in GAZETTEER.single("eskildse")] == ["Torvald Eskildsen", "Torvald B. Eskildsen"]
    assert GAZETTEER.single("velkenpel") == ()
    assert [form.text for form in GAZETTEER.forbidden()] == ["Agency North Press", "Smithers Institute"]


def test_the_background_knows_shares_words_and_peoples() -> None:
    facts = GAZETTEER.background.facts
    assert facts("unheardof") == Facts(0.0, 0.0, False, False)
    assert facts("unheardof").share == UNKNOWN
    assert facts("hakmatiyar") == Facts(0.0, 0.0, False, True)
    assert facts("hakmatiyar").share == KNOWN
    assert facts("salmon").share == AS_WORD
    assert facts("salmon").only_word
    assert facts("norwegian").only_word
    assert facts("anna").given == pytest.approx(3e-3, rel=0.06)
    assert len(GAZETTEER.background) == 39


def test_the_same_sources_give_the_same_bytes() -> None:
    assert data() == data()


def test_the_shipped_index_is_made_from_the_shipped_tables() -> None:
    made = build(read([os.path.dirname(shipped())]))
    as_shipped = pathlib.Path(shipped()).read_bytes() == made
    assert as_shipped, "build it again: presscheck gazetteer build"
    assert len(made) <= 5_600_000


def broken(change: str) -> bytes:
    whole = data()
    header = bytearray(whole)
    if change == "torn":
        return whole[:-8]
    if change == "grown":
        return whole + b"\0" * 8
    if change == "damaged":
        header[-3] ^= 1
    elif change == "other version":
        struct.pack_into("<I", header, 8, layout.VERSION + 1)
    elif change == "foreign":
        header[:8] = b"SQLite f"
    elif change == "short":
        return whole[:20]
    return bytes(header)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("torn", "the index is cut short or has grown ({less} bytes, expected {size}): build it again with {build}"),
        ("grown", "the index is cut short or has grown ({more} bytes, expected {size}): build it again with {build}"),
        ("damaged", "the index is damaged (its checksum is wrong): build it again with {build}"),
        ("other version", "index format 3; this presscheck reads format 2: build it again with {build}"),
        ("foreign", "this is no gazetteer index; make one with {build}"),
        ("short", "this is no gazetteer index; make one with {build}"),
        ("empty", "this is no gazetteer index: it is empty"),
        ("missing", "can't be read: No such file or directory"),
    ],
)
def test_a_file_that_is_no_whole_index_is_refused(tmp_path: pathlib.Path, change: str, message: str) -> None:
    path = tmp_path / "names.gaz"
    if change != "missing":
        path.write_bytes(b"" if change == "empty" else broken(change))
    size = len(data())
    made = message.format(less=size - 8, more=size + 8, size=size, build="`presscheck gazetteer build SOURCE -o names.gaz`")
    with pytest.raises(GazetteerError) as error:
        Gazetteer.open(str(path))
    assert str(error.value) == f"{path}: {made}"
    assert isinstance(error.value, PresscheckError)


def test_an_index_of_the_other_byte_order_is_refused() -> None:
    whole = bytearray(data())
    struct.pack_into(">I", whole, 12, 0x01020304)
    with pytest.raises(GazetteerError, match="the index is written little-endian and this machine is not"):
        Gazetteer(memoryview(bytes(whole)), "x")


TABLE = "kind\tname\taliases\tcontext\tcountry\ttier\tforbidden\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("kind\ttitle\n", "t.tsv:1: title: no such column"),
        ("name\nA B\n", "t.tsv:1: the column kind is missing; a table of names has kind and name"),
        (TABLE + "person\tAnna Blom\n", "t.tsv:2: 2 cells; the header has 7"),
        (TABLE + "dog\tRex\t\t\t\t\t\n", "t.tsv:2: kind: expected one of person, place, org, agency; found 'dog'"),
        (TABLE + "person\t\t\t\t\t\t\n", "t.tsv:2: name: it is empty"),
        (TABLE + "person\tAnna Blom\t\t\t\t9\t\n", "t.tsv:2: tier: expected 1 to 4; found '9'"),
        ("token\tg\ts\nanna\tmany\t\n", "t.tsv:2: expected a token and two shares between 0 and 1; found 'anna\\tmany\\t'"),
        (TABLE, "no names in it; expected a table with the columns kind and name"),
    ],
)
def test_a_wrong_table_is_named_with_its_line(tmp_path: pathlib.Path, content: str, message: str) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError) as error:
        read([str(path)])
    assert message in str(error.value)
    assert str(error.value).startswith(str(tmp_path))


def test_tables_are_read_from_a_folder_plain_comma_separated_or_packed(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.tsv").write_text(TABLE + "person\tAnna Blom\tAnni Blom|A. Blom\t\t\t2\t\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text('kind,name,context\norg,"Blom, Sons & Co",shipping\n', encoding="utf-8")
    (tmp_path / "c.tsv.gz").write_bytes(gzip.compress(b"token\tg\ts\nanna\t1e-3\t\nblom\n"))
    (tmp_path / "words.txt").write_text("sons\nrose\tn\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("not a table", encoding="utf-8")
    sources = read([str(tmp_path)])
    assert [(e.name, e.aliases, e.tier) for e in sources.entities] == [
        ("Anna Blom", ("Anni Blom", "A. Blom"), 2),
        ("Blom, Sons & Co", (), 4),
    ]
    assert (sources.shares, sources.words) == ({"anna": (1e-3, 0.0), "blom": (0.0, 0.0)}, {"sons": False, "rose": True})
    meta = build_file([str(tmp_path)], str(tmp_path / "out.gaz"))
    path = str(tmp_path / "out.gaz")
    assert explain.describe(path) == {"file": path, "size": os.stat(path).st_size, **meta}
    counted = {"entities": 2, "forms": 4, "forbidden": 0, "texts": 4, "background": 4}
    assert meta == {**counted, "from": ["a.tsv", "b.csv", "c.tsv.gz", "words.txt"]}


def test_an_index_that_cant_be_written_says_so(tmp_path: pathlib.Path) -> None:
    (tmp_path / "t.tsv").write_text(TABLE + "person\tAnna Blom\t\t\t\t\t\n", encoding="utf-8")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"out\.gaz: can't be written: "):
        build_file([str(tmp_path / "t.tsv")], str(tmp_path / "file" / "out.gaz"))


def test_several_gazetteers_answer_together(tmp_path: pathlib.Path) -> None:
    (tmp_path / "t.tsv").write_text(
        TABLE + "person\tAnna Brandwall\t\tour editor\t\t1\t\nperson\tAnna Brandvoll\t\tpainter\t\t3\t\n", encoding="utf-8"
    )
    build_file([str(tmp_path / "t.tsv")], str(tmp_path / "ours.gaz"))
    with Gazetteer.open(str(tmp_path / "ours.gaz")) as ours:
        lexicon = Lexicon((GAZETTEER, ours))
        assert texts(lexicon.slot(("anna", "?"), 1)) == ["Anna Brandvoll", "Anna Brandvoll", "Anna Brandwall"]
        prominent = lexicon.exact(("anna", "brandvoll"))
        assert prominent is not None
        assert prominent.known.context == "harbour minister"
        form = lexicon.exact(("anna", "brandwall"))
        assert form is not None
        assert form.known.context == "our editor"
        assert lexicon.facts("brandwall") == (Facts(0.0, 0.0, False, False), True)


def test_threads_share_one_index() -> None:
    names = [("torvald", "eskildsen"), ("rashid", "munawari"), ("anna", "brandvoll"), ("nobody", "atall")]
    with Gazetteer.open(shipped()) as big:
        lexicon = Lexicon((GAZETTEER, big))
        expected = [texts(lexicon.slot(name, 0)) for name in names] * 50
        answers: list[list[list[str]]] = []
        threads = [threading.Thread(target=lambda: answers.append([texts(lexicon.slot(n, 0)) for n in names * 50])) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == [expected] * 6
