"""The index file: what it finds, that it is refused when torn or foreign, that the shipped one is made from the shipped tables."""

from __future__ import annotations

import gzip
import os
import pathlib
import struct
import threading
import zlib

import pytest
from world import ENTITIES, GAZETTEER, SHARES, WORDS, data

from lint.errors import PresscheckError
from lint.formats import from_text
from lint.names import explain, layout, merging
from lint.names.background import AS_WORD, KNOWN, NOTHING, UNKNOWN, Facts
from lint.names.build import build, build_file
from lint.names.fold import key, tokens
from lint.names.gazetteer import Gazetteer, Known, shipped
from lint.names.layout import GazetteerError
from lint.names.lexicon import Lexicon
from lint.names.misses import misses
from lint.names.postings import Pairs, Postings, posted
from lint.names.source import Entity, Sources, read
from lint.names.survey import Survey


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
    names = {token for entity in ENTITIES for form in (entity.name, *entity.aliases) if len(parts := tokens(form)) > 1 for token in parts}
    peoples = {token for entity in ENTITIES for token in tokens(entity.country)}
    assert len(GAZETTEER.background) == len(names | peoples | SHARES.keys() | WORDS.keys())
    assert [GAZETTEER.has_token(token) for token in ("torvald", "b", "suu", "kirkeholm", "braken", "salmon", "unheardof")] == [
        *(True, True, True, True, False, False, False)
    ]


def test_the_same_sources_give_the_same_bytes_whatever_is_sorted_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = data()
    monkeypatch.setattr(merging, "CHUNK", 7)
    assert data() == whole
    assert build(Sources(iter(ENTITIES), dict(SHARES), dict(WORDS), ["invented"])) == whole


def test_entities_of_one_kind_and_folded_name_are_one() -> None:
    rows = [
        Entity("person", "Jose Alvim", ("J. Alvim",), "painter", "Brazil; Brazilian", 3, ("Hose Alvim",)),
        Entity("place", "José Alvim", source="map"),
        Entity("person", "José Alvim", ("Zé Alvim",), "mayor; painter", "", 1, ("Jose Alvin",), "person/ze", "wiki"),
        Entity("person", "José-Alvim", (), "", "", 1),
    ]
    united = Entity(
        *("person", "José Alvim", ("Zé Alvim", "José-Alvim", "Jose Alvim", "J. Alvim"), "mayor; painter", "Brazil; Brazilian", 1),
        *(("Jose Alvin", "Hose Alvim"), "person/ze", "wiki"),
    )
    assert list(merging.merged(rows)) == [united, rows[1]]
    with_it = Gazetteer(memoryview(build(Sources(rows))), "x")
    assert len(with_it) == 2
    (record,) = [r for r in with_it.records() if r.known.kind == "person"]
    assert (record.id, record.source, [form.text for form in record.forms]) == ("person/ze", "wiki", ["José Alvim", "J. Alvim", "Zé Alvim"])
    assert with_it.identified("person/ze") == record
    assert with_it.identified("person/jose-alvim") is None
    assert with_it.having(("ze", "alvim")) == [record]


def test_the_usual_id_and_the_source_are_kept() -> None:
    index = Gazetteer(memoryview(build(Sources([Entity("org", "Blom & Co", id="org/blom-co", source="own site; CC0")]))), "x")
    assert [(record.id, record.source) for record in index.records()] == [("org/blom-co", "own site; CC0")]
    assert index.identified("org/blom-co") is not None


def test_what_separates_in_the_index_is_a_blank_in_a_name() -> None:
    index = Gazetteer(memoryview(build(Sources([Entity("org", "Blom\t&\nCo", ("Blom\x1fCo",), "a\x1eb"), Entity("org", "***")]))), "x")
    (record,) = index.records()
    assert ([form.text for form in record.forms], record.known.context) == (["Blom & Co"], "a b")
    assert index.meta["left out"] == 1


def test_a_key_shared_by_many_keeps_one_that_stands_for_all() -> None:
    rows = [Entity("person", f"Ana {chr(97 + i // 26)}{chr(97 + i % 26)}lim", ("A. Lim",), tier=3 + (i != 40)) for i in range(80)]
    index = Gazetteer(memoryview(build(Sources(rows))), "x")
    bucket = index.exact(("a", "lim"))
    assert ([form.known.tier for form in bucket.forms], bucket.cut) == ([3], True)
    assert index.slot(("ana", ""), 1).cut is True


def test_postings_find_every_key_and_no_other() -> None:
    pairs = Pairs()
    for number in range(3000):
        for text in (f"a{number}", f"b{number % 1000}"):
            pairs.add(key(text), number)
    table = Postings({name: memoryview(section) for name, section in posted("t", pairs, everything).items()}, "t")
    assert [n for n in range(3000) if n not in table.get(key(f"a{n}"))] == []
    assert [n for n in range(1000) if not {n, n + 1000, n + 2000} <= set(table.get(key(f"b{n}")))] == []
    # Eight bits below a directory with three or four entries a place: of 10,000 other keys about 120 meet one of these.
    assert 60 < sum(bool(table.get(key(f"c{n}"))) for n in range(10_000)) < 240


def everything(key: int, numbers: list[int]) -> tuple[list[int], bool]:
    return numbers, False


def test_one_token_in_many_thousands_is_taken_for_a_known_one() -> None:
    with Gazetteer.open(shipped()) as index:
        tried = 200_000
        wrong = sum(index.background.look(f"{n}qx") != (NOTHING, False) for n in range(tried))
    assert wrong <= tried / 12_000


def test_the_shipped_index_is_made_from_the_shipped_tables() -> None:
    made = build(read([os.path.dirname(shipped())]))
    as_shipped = pathlib.Path(shipped()).read_bytes() == made
    assert as_shipped, "build it again: presscheck gazetteer build"
    assert len(made) <= 4_800_000
    assert len(zlib.compress(made, 9)) <= 1_990_000


def sections() -> dict[str, tuple[int, int]]:
    """Place and length of each section of the invented index."""
    return {
        raw.rstrip(b"\0").decode(): (at, length)
        for raw, _, at, length, _ in (layout._ENTRY.unpack_from(data(), layout._HEADER.size + i * layout._ENTRY.size) for i in range(COUNT))
    }


COUNT = 21
BUILD = "presscheck gazetteer build SOURCE -o names.pcg"


def broken(change: str) -> bytes:
    whole = data()
    header = bytearray(whole)
    if change == "torn":
        return whole[:-8]
    if change == "grown":
        return whole + b"\0" * 8
    if change == "directory":
        header[layout._HEADER.size + 20] ^= 1
    elif change == "count":
        header[32] ^= 0x80
    elif change == "other version":
        struct.pack_into("<I", header, 8, 1)
    elif change == "other byte order":
        struct.pack_into(">I", header, 12, 0x01020304)
    elif change == "foreign":
        header[:8] = b"SQLite f"
    elif change == "text":
        return b"kind\tname\nperson\tTorvald Eskildsen\n" * 9
    elif change == "short":
        return whole[:20]
    return bytes(header)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("torn", "the index is cut short or has grown ({less} bytes, expected {size}): build it again with {build}"),
        ("grown", "the index is cut short or has grown ({more} bytes, expected {size}): build it again with {build}"),
        ("directory", "the index is damaged (the checksum of its directory is wrong): build it again with {build}"),
        ("count", "the index is damaged (the checksum of its directory is wrong): build it again with {build}"),
        ("other version", "index format 1; this presscheck reads format 2: build it again with {build}"),
        ("other byte order", "the index was built on a machine with another byte order: build it again with {build} here"),
        ("foreign", "this is no gazetteer index; make one with {build}"),
        ("text", "this is no gazetteer index; make one with {build}"),
        ("short", "this is no gazetteer index; make one with {build}"),
        ("empty", "this is no gazetteer index: it is empty"),
        ("missing", "can't be read: No such file or directory"),
    ],
)
@pytest.mark.parametrize("limit", [layout.WHOLE, 0])
def test_a_file_that_is_no_whole_index_is_refused(
    tmp_path: pathlib.Path, change: str, message: str, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "WHOLE", limit)
    path = tmp_path / "names.pcg"
    if change != "missing":
        path.write_bytes(b"" if change == "empty" else broken(change))
    size = len(data())
    made = message.format(less=size - 8, more=size + 8, size=size, build=f"`{BUILD}`")
    with pytest.raises(GazetteerError) as error:
        Gazetteer.open(str(path))
    assert str(error.value) == f"{path}: {made}"
    assert isinstance(error.value, PresscheckError)


def test_every_section_has_its_checksum(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "names.pcg"
    assert len(sections()) == COUNT
    for name, (at, length) in sections().items():
        assert length, name
        for place in (at, at + length - 1):
            whole = bytearray(data())
            whole[place] ^= 0x10
            path.write_bytes(whole)
            monkeypatch.setattr(layout, "WHOLE", 1 << 20)
            expected = f"{path}: the index is damaged (the checksum of its part '{name}' is wrong): build it again with `{BUILD}`"
            with pytest.raises(GazetteerError) as error:
                Gazetteer.open(str(path))
            assert str(error.value) == expected
            monkeypatch.setattr(layout, "WHOLE", 0)
            with pytest.raises(GazetteerError) as error:
                Gazetteer.open(str(path), whole=True)
            assert str(error.value) == expected


def test_a_large_file_is_not_read_to_open_it(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at, _ = sections()["names"]
    whole = bytearray(data())
    whole[at] = 0xFF
    path = tmp_path / "names.pcg"
    path.write_bytes(whole)
    monkeypatch.setattr(layout, "WHOLE", 0)
    with Gazetteer.open(str(path)) as opened, pytest.raises(GazetteerError) as error:
        list(opened.records())
    message = "the index is damaged; `presscheck gazetteer info --verify` says where; build it again"
    assert str(error.value) == f"{path}: {message}"


TABLE = "kind\tname\taliases\tcontext\tcountry\ttier\tforbidden\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("kind\ttitle\n", "t.tsv:1: title: no such column"),
        ("name\nA B\n", "t.tsv:1: the column kind is missing; a table of names has kind and name"),
        (TABLE + "person\tAnna Blom\n", "t.tsv:2: 2 cells; the header has 7"),
        (TABLE + "dog\tRex\t\t\t\t\t\n", "t.tsv:2: kind: expected one of person, place, org, agency, office; found 'dog'"),
        (TABLE + "person\t\t\t\t\t\t\n", "t.tsv:2: name: it is empty"),
        (TABLE + "person\tAnna Blom\t\t\t\t9\t\n", "t.tsv:2: tier: expected 1 to 4; found '9'"),
        ("token\tg\ts\nanna\tmany\t\n", "t.tsv:2: expected a token and two shares between 0 and 1; found 'anna\\tmany\\t'"),
        ("kind\tname\tname\n", "t.tsv:1: name: the column is there twice"),
        (TABLE + "person\t—\t\t\t\t\t\n", "t.tsv:2: name: there is no letter or digit in '—'"),
        (
            TABLE + "\nperson\tAnna Blom\tA. Blom\t\t\t\tAnne Blom|a blom\n",
            "t.tsv:3: forbidden: 'a blom' is the name or an alias of the same row; take it out of one of the two",
        ),
        (TABLE, "no names in it; expected a table with the columns kind and name"),
    ],
)
def test_a_wrong_table_is_named_with_its_line(tmp_path: pathlib.Path, content: str, message: str) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError) as error:
        list(read([str(path)]).entities)
    assert message in str(error.value)
    assert str(error.value).startswith(str(tmp_path))


def test_tables_are_read_from_a_folder_plain_comma_separated_or_packed(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.tsv").write_text(TABLE + "person\tAnna Blom\tAnni Blom|A. Blom\t\t\t2\t\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text('kind,name,context\norg,"Blom, Sons & Co",shipping\n', encoding="utf-8")
    (tmp_path / "c.tsv.gz").write_bytes(gzip.compress(b"token\tg\ts\nanna\t1e-3\t\nblom\n"))
    (tmp_path / "words.txt").write_text("sons\nrose\tn\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("not a table", encoding="utf-8")
    sources = read([str(tmp_path)])
    assert list(sources.entities) == [
        Entity("person", "Anna Blom", ("Anni Blom", "A. Blom"), tier=2),
        Entity("org", "Blom, Sons & Co", (), "shipping", tier=4),
    ]
    assert [entity.tier for entity in read([str(tmp_path)], tier=2).entities] == [2, 2]
    assert (sources.shares, sources.words) == ({"anna": (1e-3, 0.0), "blom": (0.0, 0.0)}, {"sons": False, "rose": True})
    meta = build_file([str(tmp_path)], str(tmp_path / "out.gaz"))
    path = str(tmp_path / "out.gaz")
    assert explain.describe(path) == {"file": path, "size": os.stat(path).st_size, **meta}
    counted = {"entities": 2, "forms": 4, "forbidden": 0, "left out": 0, "background": 4, "kinds": ["org", "person"], "office words": []}
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
        assert texts(lexicon.slot(("anna", "?"), 1)) == ["Anna Brandvoll", "Anna Brandwall"]
        prominent = lexicon.exact(("anna", "brandvoll"))
        assert prominent is not None
        assert prominent.known == Known("person", "Anna Brandvoll", "harbour minister; painter", "Norway; Norwegian", 2)
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


def test_a_weak_form_silences_its_place_and_nothing_is_held_against_it() -> None:
    row = Entity("person", "Qasrim Walakhani", (), "", "", 4, weak=("Qasrim Valakhoni", "Olovander Prestunik"))
    index = Gazetteer(memoryview(build(Sources([row]))), "x")
    (record,) = index.records()
    assert [(form.text, form.weak) for form in record.forms] == [
        ("Qasrim Walakhani", False),
        ("Olovander Prestunik", True),
        ("Qasrim Valakhoni", True),
    ]
    assert [form.text for form in index.exact(("qasrim", "valakhoni")).forms] == ["Qasrim Valakhoni"]
    assert index.slot(("olovander", ""), 1).forms == ()
    assert [form.text for form in index.slot(("qasrim", ""), 1).forms] == ["Qasrim Walakhani"]
    assert index.meta["forms"] == 3
    lexicon = Lexicon((index,))

    def found(text: str) -> list[str]:
        return [finding.right for finding in misses(Survey(from_text(text, "t", language="en"), lexicon))]

    assert found("It was Qasrim Valakhoni who said so.") == []
    assert found("It was Olovander Prestunic who said so. Olovander Prestunik left.") == []
    assert found("It was Qasrim Walakhoni who said so.") == ["Qasrim Walakhani"]
