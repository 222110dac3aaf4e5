"""The commands around the gazetteer and LanguageTool."""

from __future__ import annotations

from workspace import Workspace

TABLE = (
    "kind\tname\taliases\tcontext\tcountry\ttier\tforbidden\n"
    "person\tMaren Okonjo\tM. Okonjo|Dr Maren Okonjo\tharbour master\tNorway\t2\t\n"
    "place\tTrondvik\t\t\tNorway\t1\tTrondwick\n"
)
OKONJO = "(person, harbour master, Norway, tier 2)"


def test_a_gazetteer_is_built_described_and_asked(workspace: Workspace) -> None:
    workspace.write("names.tsv", TABLE)
    ran = workspace.run("gazetteer", "build", "--output", "mine.gaz", "names.tsv")
    assert (ran.code, ran.out) == (0, b"")
    assert ran.said == ["presscheck: mine.gaz: 2 names in 4 forms"]
    lines = workspace.run("gazetteer", "info", "mine.gaz").lines
    assert lines[:2] == ["file: mine.gaz", f"size: {len(workspace.read('mine.gaz'))}"]
    assert "entities: 2" in lines
    assert "from: names.tsv" in lines

    def lookup(name: str) -> tuple[int, list[str]]:
        ran = workspace.run("gazetteer", "lookup", "--index", "mine.gaz", name)
        return ran.code, ran.lines

    right = "check: silent: it is a right name"
    assert lookup("maren okonjo") == (0, [right, f"known: Maren Okonjo {OKONJO}"])
    assert lookup("M. Okonjo") == (0, [right, f"known: M. Okonjo for Maren Okonjo {OKONJO}"])
    assert f"all but 'karen': Maren Okonjo {OKONJO}" in lookup("Karen Okonjo")[1]
    assert lookup("Trondwick")[1] == [
        "check: error: 'Trondvik' (a wrong form of the name, known as such)",
        "wrong form: Trondwick for Trondvik (place, Norway, tier 1)",
    ]
    code, (verdict, near) = lookup("Trondvikk")
    assert (code, near) == (0, "near: Trondvik (place, Norway, tier 1)")
    assert verdict.startswith(("check: warning: 'Trondvik' (", "check: error: 'Trondvik' ("))
    assert lookup("Nobody Here") == (1, ["check: silent: no known name comes near it"])


def test_a_gazetteer_that_is_none_is_a_mistake(workspace: Workspace) -> None:
    ran = workspace.run("gazetteer", "info", "none.gaz")
    assert (ran.code, ran.said) == (2, ["presscheck: error: none.gaz: can't be read: No such file or directory"])
    workspace.write("names.tsv", "kind\tname\nperson\n")
    ran = workspace.run("gazetteer", "build", "--output", "mine.gaz", "names.tsv")
    assert (ran.code, len(ran.said)) == (2, 1)
    assert ran.said[0].startswith("presscheck: error: names.tsv:2: ")


def test_languagetool_status_says_what_is_missing(workspace: Workspace) -> None:
    ran = workspace.run("languagetool", "status")
    assert ran.code == 1
    assert ran.lines[0] == "LanguageTool: not installed; run `presscheck languagetool install`"
    assert ran.lines[1].startswith("Java: ")
    assert ran.lines[2] == "Server: not running"
    ran = workspace.run("languagetool", "stop")
    assert (ran.code, ran.said) == (0, ["presscheck: LanguageTool's server is not running"])
