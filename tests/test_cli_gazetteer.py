"""The gazetteer's commands and the gazetteers of a configuration, as a user meets them."""

from __future__ import annotations

import os

import pytest
from workspace import Workspace

from lint.names import layout
from lint.names.gazetteer import shipped
from lint.names.layout import pack

TABLE = "kind\tname\taliases\tforbidden\n"
HOUSE = TABLE + "person\tOlof Skolz\tO. Skolz\tOlof Skoltz\n"
TEXT = "Olof Skoltz and Olof Skolz met Skoltzer in Kyiv.\n"
FOUND = "a.txt:1:1: error: 'Olof Skoltz' is a wrong form of 'Olof Skolz'; line 1 has the right form. [names/forbidden-form]"
KYIV = "a.txt:1:44: error: 'Kyiv' is a wrong form of 'Kiev'. [names/forbidden-form]"


def config(workspace: Workspace, text: str = "") -> None:
    workspace.write("presscheck.yaml", f"select: names\ngrammar: {{engine: off}}\n{text}")
    workspace.write("a.txt", TEXT)


def test_tables_and_indexes_of_the_configuration_lie_over_the_shipped_one(workspace: Workspace) -> None:
    config(workspace)
    assert workspace.run("a.txt").lines == []
    workspace.write("lists/house.tsv", HOUSE)
    config(workspace, "gazetteers: lists/house.tsv\n")
    assert workspace.run("a.txt").lines == [FOUND]
    workspace.write("lists/places.csv", "kind,name,forbidden\nplace,Kiev,Kyiv\n")
    assert workspace.run("gazetteer", "build", "lists/places.csv", "--tier", "2", "-o", "places.pcg").code == 0
    config(workspace, "gazetteers:\n- lists/house.tsv\n- places.pcg\n")
    assert workspace.run("a.txt").lines == [FOUND, KYIV]
    assert workspace.run("a.txt", "--no-config", "--select", "names", "--grammar", "off").lines == []
    workspace.write("base/presscheck.yaml", "gazetteers: [../places.pcg]\n")
    config(workspace, "extends: base/presscheck.yaml\ngazetteers: [lists/house.tsv]\n")
    assert workspace.run("a.txt").lines == [FOUND, KYIV]


def test_names_tsv_beside_the_configuration_is_the_last(workspace: Workspace) -> None:
    workspace.write("house.tsv", HOUSE)
    workspace.write("names.tsv", TABLE + "person\tOlof Skoltz\t\tOlof Skolz\n")
    config(workspace, "gazetteers: [house.tsv]\n")
    other = "a.txt:1:17: error: 'Olof Skolz' is a wrong form of 'Olof Skoltz'; line 1 has the right form. [names/forbidden-form]"
    assert workspace.run("a.txt").lines == [other]
    workspace.write("sub/a.txt", TEXT)
    assert workspace.run("sub").lines == [f"sub/{other}"]
    lines = workspace.run("gazetteer", "info").lines
    assert lines[1:] == [
        f"{workspace.folder / 'house.tsv'}: 1 names in 2 forms, 1 forbidden  # {workspace.folder / 'presscheck.yaml'}:3",
        f"{workspace.folder / 'names.tsv'}: 1 names in 1 forms, 1 forbidden  # beside presscheck.yaml",
    ]
    assert lines[0].startswith(f"{shipped()}: ")
    assert lines[0].endswith("  # comes with presscheck")
    assert f"gazetteers: {workspace.folder / 'names.tsv'}  # {workspace.folder / 'presscheck.yaml'}:3" in workspace.run("config").lines
    workspace.write("names.tsv", TABLE)
    assert workspace.run("a.txt").lines == [FOUND]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("kind\tnome\n", "names.tsv:1: nome: no such column; did you mean 'name'?"),
        (TABLE + "person\tOlof Skolz\n", "names.tsv:2: 2 cells; the header has 4"),
        (TABLE + "king\tOlof\t\t\n", "names.tsv:2: kind: expected one of person, place, org, agency, office; found 'king'"),
        (TABLE + "person\tOlof\t\tOlaf|safe:\n", "names.tsv:2: forbidden: expected a form after 'safe:'; found ''"),
        ("", "names.tsv:1: the column kind is missing; a table of names has kind and name"),
    ],
)
def test_a_broken_table_is_a_mistake_with_its_line(workspace: Workspace, names: str, message: str) -> None:
    config(workspace)
    workspace.write("names.tsv", names)
    ran = workspace.run("a.txt")
    assert (ran.code, ran.lines, ran.said[0]) == (2, [], f"presscheck: error: {workspace.folder}/{message}")


def test_a_gazetteer_that_is_missing_or_none_is_a_mistake(workspace: Workspace) -> None:
    config(workspace, "gazetteers:\n- nowhere.pcg\n")
    ran = workspace.run("a.txt")
    expected = f"presscheck: error: {workspace.folder}/presscheck.yaml:4: gazetteers: there is no file {workspace.folder}/nowhere.pcg"
    assert (ran.code, ran.said) == (2, [expected])
    workspace.write("nowhere.pcg", "kind\tname\n" * 9)
    ran = workspace.run("a.txt")
    build = "presscheck gazetteer build SOURCE -o nowhere.pcg"
    assert ran.code == 2
    assert ran.said[0] == f"presscheck: error: {workspace.folder}/nowhere.pcg: this is no gazetteer index; make one with `{build}`"


def test_a_table_is_compiled_once_for_each_content(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from lint.names import opened, source

    monkeypatch.setenv("PRESSCHECK_CACHE", str(workspace.folder / "cache"))
    table = workspace.write("house.tsv", HOUSE)
    first = opened.compiled(str(table))
    stores = list((workspace.folder / "cache").glob("gazetteer-*.pcg"))
    assert len(stores) == 1
    assert (first.path, [len(record.forms) for record in first.records()]) == (str(table), [2])

    def unread(*_: object) -> None:
        raise AssertionError("the table is read again")

    with monkeypatch.context() as patched:
        patched.setattr(opened, "table", unread)
        patched.setattr(source, "table", unread)
        assert [record.known for record in opened.compiled(str(table)).records()] == [record.known for record in first.records()]
        damaged = bytearray(stores[0].read_bytes())
        damaged[-1] ^= 1
        stores[0].write_bytes(damaged)
        with pytest.raises(AssertionError):
            opened.compiled(str(table))
    assert len(opened.compiled(str(table))) == 1
    assert stores[0].read_bytes() != bytes(damaged)
    workspace.write("house.tsv", HOUSE + "place\tSkolzby\t\t\n")
    assert len(opened.compiled(str(table))) == 2
    monkeypatch.setenv("PRESSCHECK_CACHE", str(table))
    assert len(opened.compiled(str(table))) == 2


def test_a_row_may_say_that_the_fix_of_a_wrong_form_is_safe(workspace: Workspace) -> None:
    workspace.write("names.tsv", TABLE + "person\tOlof Skolz\t\tOlof Skoltz|safe:Olof  Skolzer\n")
    config(workspace)
    workspace.write("a.txt", "Olof Skoltz met OLOF SKOLZER. <b>Olof</b> Skolzer left.\n")
    workspace.write("a.md", "**Olof** Skolzer met [Olof Skolzer](https://example.org/olof-skolzer).\n")
    wrong = "error: 'Olof Skoltz' is a wrong form of 'Olof Skolz'; line 1 has the right form. [names/forbidden-form]"
    assert workspace.run("--fix", "a.txt").lines == [f"a.txt:1:1: {wrong}"]
    assert workspace.read("a.txt") == b"Olof Skoltz met OLOF SKOLZ. <b>Olof</b> Skolzer left.\n"
    assert workspace.run("--fix", "a.md").lines == [f"a.md:1:3: {wrong.replace('Skoltz', 'Skolzer', 1)}"]
    assert workspace.read("a.md") == b"**Olof** Skolzer met [Olof Skolz](https://example.org/olof-skolzer).\n"
    assert workspace.run("--fix", "--unsafe-fixes", "a.txt").code == 0
    assert workspace.read("a.txt") == b"Olof Skolz met OLOF SKOLZ. <b>Olof</b> Skolzer left.\n"
    line = "wrong form: Olof Skolzer for Olof Skolz (person, tier 2), fix: safe"
    assert workspace.run("gazetteer", "lookup", "--index", "names.tsv", "Olof Skolzer").lines[1:2] == [line]
    assert workspace.run("gazetteer", "build", "names.tsv", "-o", "names.pcg").code == 0
    index = ("gazetteer", "lookup", "--index", "names.pcg")
    assert workspace.run(*index, "Olof Skolzer").lines[1:2] == ["wrong form: Olof Skolzer for Olof Skolz (person, tier 4), fix: safe"]
    assert workspace.run(*index, "Olof Skoltz").lines[1:2] == ["wrong form: Olof Skoltz for Olof Skolz (person, tier 4)"]
    assert workspace.run("gazetteer", "add", "Ida Blomqvest", "--kind", "person", "--forbid", "safe:Ida Blomquist").code == 0
    workspace.write("a.txt", "Ida Blomquist left.\n")
    assert workspace.run("--fix", "a.txt").code == 0
    assert workspace.read("a.txt") == b"Ida Blomqvest left.\n"


def test_info_verifies_every_part(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("house.tsv", HOUSE)
    assert workspace.run("gazetteer", "build", "house.tsv", "-o", "house.pcg").said == ["presscheck: house.pcg: 1 names in 2 forms"]
    assert workspace.run("gazetteer", "info", "house.pcg", "--verify").lines[-1] == "checksums: right"
    monkeypatch.setattr(layout, "WHOLE", 0)
    path = workspace.folder / "house.pcg"
    whole = bytearray(path.read_bytes())
    whole[-1] ^= 1
    path.write_bytes(whole)
    assert workspace.run("gazetteer", "info", "house.pcg").code == 0
    ran = workspace.run("gazetteer", "info", "house.pcg", "--verify")
    again = "build it again with `presscheck gazetteer build SOURCE -o house.pcg`"
    expected = f"presscheck: error: house.pcg: the index is damaged (the checksum of its part 'triples' is wrong): {again}"
    assert (ran.code, ran.said) == (2, [expected])
    config(workspace, "gazetteers: house.pcg\n")
    assert workspace.run("gazetteer", "info").code == 0
    assert workspace.run("gazetteer", "info", "--verify").code == 2
    ran = workspace.run("gazetteer", "info", "house.tsv")
    assert ran.said == ["presscheck: error: house.tsv: this is a table; name an index that was built from it"]


def test_an_index_that_the_system_holds_open_is_a_mistake(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    workspace.write("house.tsv", HOUSE)
    path = workspace.folder / "house.pcg"
    path.write_bytes(pack({}))
    monkeypatch.setattr(os, "replace", refuse)
    ran = workspace.run("gazetteer", "build", "house.tsv", "-o", "house.pcg")
    expected = f"presscheck: error: {path}: can't be written: Permission denied; close what has it open, or write to another file"
    assert (ran.code, ran.said) == (2, [expected])
    assert path.read_bytes() == pack({})
    assert sorted(os.listdir(workspace.folder)) == sorted(set(os.listdir(workspace.folder)) - {f".house.pcg.{os.getpid()}"})


def test_lookup_says_what_a_check_makes_of_a_name_and_why(workspace: Workspace) -> None:
    table = "kind\tname\taliases\tcontext\ttier\tforbidden\tsource\n"
    table += "person\tMarja Holmqvesti\t\tharbour master\t1\tMarja Holmquist\town site\nplace\tTrondvika\t\t\t3\t\t\n"
    table += "person\tPaula Esterhazin\t\t\t3\t\t\n"
    workspace.write("names.tsv", table)
    config(workspace, "names: [Maria Holmqvesti]\n")

    def lookup(name: str, *options: str) -> tuple[int, list[str]]:
        ran = workspace.run("gazetteer", "lookup", name, *options)
        return ran.code, ran.lines

    about = "(person, harbour master, tier 1)"
    assert lookup("Marja Holmqvesti") == (
        0,
        ["check: silent: it is a right name", f"known: Marja Holmqvesti {about}", "source: own site"],
    )
    assert lookup("Marja Holmquist")[1] == [
        "check: error: 'Marja Holmqvesti' (a wrong form of the name, known as such)",
        f"wrong form: Marja Holmquist for Marja Holmqvesti {about}",
        f"all but 'holmquist': Marja Holmqvesti {about}",
    ]
    assert lookup("Marja Holmqvestis", "--index", "names.tsv")[1] == [
        "check: silent: near 'Marja Holmqvesti': a plural, a demonym or a derived name",
        f"all but 'holmqvestis': Marja Holmqvesti {about}",
    ]
    assert lookup("Maria Holmqvesti")[1][0] == "check: silent: the configuration has it among its right names and words"
    assert lookup("Paulo Esterhazin")[1][0] == "check: silent: near 'Paula Esterhazin': a man's and a woman's name"
    assert lookup("Nobody Atallx", "--index", "names.tsv") == (1, ["check: silent: no known name comes near it"])
    assert lookup("Marja Holmqvezti", "--context", "the harbour master")[1][0] == (
        "check: warning: 'Marja Holmqvesti' (near a known name that fits the context; it may be another transliteration)"
    )


def test_add_keeps_a_table_sorted_and_refuses_what_is_there(workspace: Workspace) -> None:
    config(workspace)

    def add(*arguments: str) -> tuple[int, list[str]]:
        ran = workspace.run("gazetteer", "add", *arguments)
        return ran.code, ran.said

    person = ("--kind", "person")
    options = (
        "--alias",
        "M. Holmqvest",
        "--forbid",
        "Marja Holmquist",
        "--context",
        "harbour master",
        "--country",
        "Norway",
        "--tier",
        "1",
    )
    assert add("Marja  Holmqvest", *person, *options) == (0, ["presscheck: names.tsv: added 'Marja Holmqvest'"])
    assert add("Åsne Veidt", *person) == (0, ["presscheck: names.tsv: added 'Åsne Veidt'"])
    assert add("Zell Foundation", "--kind", "org")[0] == 0
    head = "kind\tname\taliases\tcontext\tcountry\ttier\tforbidden\n"
    holmqvest = "person\tMarja Holmqvest\tM. Holmqvest\tharbour master\tNorway\t1\tMarja Holmquist\n"
    whole = head + "org\tZell Foundation\t\t\t\t\t\nperson\tÅsne Veidt\t\t\t\t\t\n" + holmqvest
    assert workspace.read("names.tsv").decode() == whole
    assert workspace.run("gazetteer", "lookup", "Asne Veidt").lines[0] == "check: silent: it is a right name"

    refused = "presscheck: error: names.tsv: "
    assert add("Asne Veidt", *person) == (2, [refused + "'Asne Veidt' is there already; change that row"])
    assert add("m holmqvest", *person) == (
        2,
        [refused + "'m holmqvest' is there already, as an alias of 'Marja Holmqvest'; change that row"],
    )
    one = "take it out of one of the two"
    assert add("Marja Holmquist", *person) == (
        2,
        [refused + f"the row of 'Marja Holmqvest' forbids 'Marja Holmquist', which is right for 'Marja Holmquist'; {one}"],
    )
    assert add("Asne Weidt", *person, "--forbid", "Åsne Veidt") == (
        2,
        [refused + f"the new row forbids 'Åsne Veidt', which is right for 'Åsne Veidt'; {one}"],
    )
    assert add("Asne Weidt", *person, "--forbid", "asne weidt") == (
        2,
        [f"presscheck: error: the new row: forbidden: 'asne weidt' is the name or an alias of the same row; {one}"],
    )
    assert add("Ida", *person, "--alias", "I|da") == (
        2,
        ["presscheck: error: 'I|da': forms hold no '|'; give the option once for each form"],
    )
    assert add("Ida", *person, "--context", "a\tb") == (2, ["presscheck: error: context: 'a\\tb': a cell has no tabs and no line ends"])
    assert add("Ida", *person, "--to", "names.csv") == (2, ["presscheck: error: names.csv: expected a table that ends in .tsv"])
    assert workspace.read("names.tsv").decode() == whole


def test_add_keeps_the_columns_of_a_table_and_says_when_it_is_not_in_use(workspace: Workspace) -> None:
    workspace.write("mine/own.tsv", "name\tkind\tsource\nBlom & Co\torg\town site\n")
    ran = workspace.run("gazetteer", "add", "Anna Blom", "--kind", "person", "--forbid", "Ann Blom", "--to", "mine/own.tsv")
    unused = "list it under `gazetteers` in presscheck.yaml, or call it names.tsv beside that file"
    assert ran.said == ["presscheck: mine/own.tsv: added 'Anna Blom'", f"presscheck: mine/own.tsv is not in use; {unused}"]
    assert workspace.read("mine/own.tsv").decode() == (
        "name\tkind\tsource\tforbidden\nBlom & Co\torg\town site\t\nAnna Blom\tperson\t\tAnn Blom\n"
    )
    workspace.write("mine/own.tsv", "name\tkind\nBlom & Co\tshop\n")
    ran = workspace.run("gazetteer", "add", "Anna Blom", "--kind", "person", "--to", "mine/own.tsv")
    assert ran.said == ["presscheck: error: mine/own.tsv:2: kind: expected one of person, place, org, agency, office; found 'shop'"]
