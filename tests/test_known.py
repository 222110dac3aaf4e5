"""What is known stays silent, what is new does not; stale entries are reported; the file is strict, sorted and keeps reasons."""

from __future__ import annotations

import pytest
from workspace import Workspace

NEW = "t/a.txt:{}: warning: 'teh' is 'the'. [demo/teh]"


def body(workspace: Workspace) -> str:
    text = workspace.read("presscheck-known.yaml").decode()
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))


def test_create_writes_all_that_is_found_and_then_all_is_silent(workspace: Workspace) -> None:
    workspace.write("t/b.txt", "Leave a\tReply\n\nteh: teh\n")
    workspace.write("t/a.txt", "'utilise: é'\n")
    ran = workspace.run("known", "create", "t")
    assert (ran.code, ran.said) == (0, ["presscheck: presscheck-known.yaml: 4 findings in 2 texts are known now"])
    assert body(workspace) == (
        "- path: t/a.txt\n  rule: demo/utilise\n  text: utilise\n  count: 1\n"
        "- path: t/b.txt\n  rule: demo/reply\n  text: Leave a Reply\n  count: 1\n"
        "- path: t/b.txt\n  rule: demo/teh\n  text: teh\n  count: 2\n"
    )
    ran = workspace.run("--fail-level", "note", "t")
    assert (ran.code, ran.lines, ran.said) == (0, [], ["no findings in 2 texts, 4 known"])
    assert len(workspace.run("--no-known", "t").lines) == 4
    ran = workspace.run("known", "create", "t")
    assert (ran.code, ran.said[0]) == (
        2,
        "presscheck: error: presscheck-known.yaml exists; use `presscheck known update`, which keeps reasons, or --force",
    )
    assert workspace.run("known", "show").lines[0] == "t/a.txt: demo/utilise: 'utilise' (1)"


def test_new_findings_are_reported_wherever_lines_moved(workspace: Workspace) -> None:
    workspace.write("t/a.txt", "On teh hill.\n")
    workspace.run("known", "create", "t")
    workspace.write("t/a.txt", "New.\n\nNew.\n\nOn teh hill.\n")
    assert workspace.run("t").lines == []
    workspace.write("t/a.txt", "On teh hill, teh end.\n")
    assert workspace.run("t").lines == [NEW.format("1:14")]
    workspace.write("t/b.txt", "On teh hill.\n")
    assert [line.partition(":")[0] for line in workspace.run("t").lines] == ["t/a.txt", "t/b.txt"]


def test_stale_entries_are_reported_where_they_stand(workspace: Workspace) -> None:
    known = (
        "- {path: t/a.txt, rule: demo/teh, text: teh, count: 3}\n"
        "- {path: t/a.txt, rule: demo/utilise, text: utilise, reason: the quoted law says so}\n"
        "- {path: t/gone.txt, rule: demo/teh, text: teh}\n"
        "- {path: t/other.txt, rule: demo/teh, text: teh}\n"
    )
    workspace.write("presscheck-known.yaml", known)
    workspace.write("t/a.txt", "teh\n")
    workspace.write("t/other.txt", "fine\n")
    stale = "presscheck-known.yaml:{}:1: warning: {} [presscheck/stale-known]"
    reduced = stale.format(1, "demo/teh for 'teh' is known 3 times but found 1; lower the count.")
    unfound = stale.format(2, "demo/utilise was not found any more for 'utilise'; take the entry out.")
    gone = stale.format(3, "'t/gone.txt' does not exist any more; `presscheck known update` takes its entries out.")
    assert workspace.run("t/a.txt").lines == [reduced, unfound, gone]
    assert workspace.run("--select", "demo/teh", "t/a.txt").lines == [reduced, gone]
    assert workspace.run("--ignore", "presscheck/stale-known", "t/a.txt").lines == []
    assert workspace.run("--fail-level", "warning", "t/a.txt").code == 1
    ran = workspace.run("known", "update", "t/a.txt")
    assert ran.said == ["presscheck: presscheck-known.yaml: 4 stale, 2 left"]


def test_update_keeps_reasons_and_adds_nothing(workspace: Workspace) -> None:
    workspace.write("presscheck-known.yaml", "- {path: a.txt, rule: demo/utilise, text: utilise, count: 2, reason: 'yes: law'}\n")
    workspace.write("a.txt", "teh utilise\n")
    assert workspace.run("known", "update", "a.txt").said == ["presscheck: presscheck-known.yaml: 1 stale, 1 left"]
    assert body(workspace) == "- path: a.txt\n  rule: demo/utilise\n  text: utilise\n  count: 1\n  reason: 'yes: law'\n"


def test_paths_start_at_the_known_file_and_old_ids_work(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("presscheck-known.yaml", "- {path: t/a.txt, rule: demo/hte, text: teh}\n")
    workspace.write("t/a.txt", "teh\n")
    monkeypatch.chdir(workspace.folder / "t")
    ran = workspace.run("a.txt")
    assert (ran.code, ran.lines) == (0, [])
    assert ran.said == [
        f"presscheck: {workspace.folder}/presscheck-known.yaml:1: rule: the rule demo/hte is now called demo/teh; the old id still works",
        "no findings in 1 text, 1 known",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("path: a", "1: expected a list of entries, each with path, rule and text"),
        ("- {path: a, rule: demo/teh}", "1: text: the key is missing"),
        ("- {path: a, rule: demo/teh, text: x}\n- {path: a, reson: y}", "2: reson: no such key; did you mean 'reason'?"),
        ("- {path: a, rule: demo/teh, text: x, count: 0}", "1: count: expected a number from 1 up; found 0"),
        ("- {path: a, rule: demo/teh, text: 3}", "1: text: expected text; put it in quotes"),
        ("- {path: a, rule: demo/the, text: x}", "1: rule: there is no rule or family 'demo/the'; did you mean 'demo/teh'?"),
        ("- {path: a, rule: presscheck/crash, text: x}", "1: rule: presscheck/crash can't be known: it says that findings are missing"),
        ("- {path: a, rule: demo, text: x}", "1: rule: expected the id of a rule, found the family 'demo'"),
    ],
)
def test_a_wrong_file_is_refused(workspace: Workspace, text: str, message: str) -> None:
    workspace.write("presscheck-known.yaml", text)
    workspace.write("a.txt", "teh\n")
    ran = workspace.run("a.txt")
    assert (ran.code, ran.lines, ran.said) == (2, [], [f"presscheck: error: presscheck-known.yaml:{message}"])


def test_a_known_file_that_was_named_must_exist(workspace: Workspace) -> None:
    workspace.write("a.txt", "teh\n")
    assert workspace.run("--known", "k.yaml", "a.txt").said == [
        "presscheck: error: --known: there is no file k.yaml; `presscheck known create` makes it"
    ]
    workspace.write("presscheck.yaml", workspace.read("presscheck.yaml") + b"known: k.yaml\n")
    assert workspace.run("a.txt").code == 2
    assert workspace.run("known", "create", "a.txt").code == 0
    assert workspace.run("a.txt").lines == []
