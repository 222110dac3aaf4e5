"""What is known stays silent, what is new does not; stale entries are reported; the file is strict, sorted and keeps reasons."""

from __future__ import annotations

import pytest
import yaml
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
    stale = "presscheck-known.yaml:{}:1: warning: {} [presscheck/unused-ignore]"
    reduced = stale.format(1, "demo/teh for 'teh' is known 3 times but found 1; lower the count.")
    unfound = stale.format(2, "demo/utilise was not found any more for 'utilise'; take the entry out.")
    gone = stale.format(3, "'t/gone.txt' does not exist any more; `presscheck known prune` takes its entries out.")
    assert workspace.run("t/a.txt").lines == [reduced, unfound, gone]
    assert workspace.run("--select", "demo/teh", "t/a.txt").lines == [reduced, gone]
    assert workspace.run("--ignore", "presscheck/stale-known", "t/a.txt").lines == []
    assert workspace.run("--fail-level", "warning", "t/a.txt").code == 1
    ran = workspace.run("known", "prune", "t/a.txt")
    assert ran.said == ["presscheck: presscheck-known.yaml: 4 stale, 2 left"]


LAW = "- path: a.txt\n  rule: demo/utilise\n  text: utilise\n  count: {}\n  reason: 'yes: law'\n"


def test_prune_keeps_reasons_and_comments_and_adds_nothing(workspace: Workspace) -> None:
    gone = "- path: a.txt\n  rule: demo/reply\n  text: 'count: 3'\n"
    workspace.write("presscheck-known.yaml", f"# Ours.\n{gone}# The law.\n\n{LAW.format(2)}\n# End.\n")
    workspace.write("a.txt", "teh utilise\n")
    assert workspace.run("known", "prune", "a.txt").said == ["presscheck: presscheck-known.yaml: 2 stale, 1 left"]
    assert workspace.read("presscheck-known.yaml").decode() == f"# Ours.\n# The law.\n\n{LAW.format(1)}\n# End.\n"
    workspace.write("a.txt", "Fine.\n")
    assert workspace.run("known", "prune").said[-1] == "presscheck: presscheck-known.yaml: 1 stale, 0 left"
    assert workspace.read("presscheck-known.yaml").decode() == "# Ours.\n# The law.\n\n\n# End.\n[]\n"
    before = (workspace.folder / "presscheck-known.yaml").stat()
    assert workspace.run("known", "prune").code == 0
    assert (workspace.folder / "presscheck-known.yaml").stat() == before


def test_fix_takes_stale_entries_out_and_diff_shows_it(workspace: Workspace) -> None:
    teh = "- {path: a.txt, rule: demo/hte, text: teh, count: 2}\n"
    workspace.write("presscheck-known.yaml", f"# Ours.\n{teh}- {{path: gone.txt, rule: demo/teh, text: teh}} # why\n")
    workspace.write("a.txt", "teh\n")
    ran = workspace.run("--diff", "a.txt")
    assert [line for line in ran.lines if line[:1] in "+-"] == [
        "--- a/presscheck-known.yaml",
        "+++ b/presscheck-known.yaml",
        f"-{teh[:-1]}",
        "-- {path: gone.txt, rule: demo/teh, text: teh} # why",
        f"+{teh[:-1].replace('2', '1')}",
    ]
    ran = workspace.run("--fix", "a.txt")
    assert (ran.lines, ran.said[-1]) == ([], "no findings in 1 text, 1 known; 2 fixes applied")
    assert workspace.read("presscheck-known.yaml").decode() == f"# Ours.\n{teh.replace('2', '1')}"
    assert workspace.run("--fix", "a.txt").said[-1] == "no findings in 1 text, 1 known; 0 fixes applied"
    # Two on a line can't be cut from the text: the file is written anew.
    item = "{path: a.txt, rule: demo/%s, text: %s}"
    workspace.write("presscheck-known.yaml", f"[{item % ('teh', 'teh')}, {item % ('utilise', 'use')}]\n")
    workspace.run("--fix", "a.txt")
    assert body(workspace) == "- path: a.txt\n  rule: demo/teh\n  text: teh\n  count: 1\n"


def test_what_did_not_run_for_certain_is_not_stale(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    known = "- {path: a.txt, rule: grammar/agreement, text: teh}\n- {path: a.txt, rule: demo/teh, text: gone}\n"
    workspace.write("presscheck-known.yaml", known)
    workspace.write("presscheck.yaml", "rules: demo-rules\nselect: [demo, grammar]\n")
    workspace.write("a.txt", "Fine.\n")
    stale = "presscheck-known.yaml:2:1: warning: demo/teh was not found any more for 'gone'; take the entry out. [presscheck/unused-ignore]"
    for engine in ("off", "auto"):
        assert workspace.run("--grammar", engine, "a.txt").lines == [stale]
    assert len(workspace.run("--grammar", "harper", "a.txt").lines) == 2
    monkeypatch.setattr("lint.kinds.pattern.compile", lambda rules, settings: lambda document: 1 / 0)
    ran = workspace.run("--grammar", "off", "--fix", "a.txt")
    assert [line.rpartition(" ")[2] for line in ran.lines] == ["[presscheck/crash]"]
    assert workspace.run("known", "prune", "a.txt").code == 3
    assert workspace.run("known", "update", "a.txt").code == 3
    assert [entry["text"] for entry in yaml.safe_load(workspace.read("presscheck-known.yaml"))] == ["gone", "teh"]


def test_update_adds_what_is_new_keeps_reasons_and_sorts(workspace: Workspace) -> None:
    workspace.write("presscheck-known.yaml", LAW.format(2) + "- {path: a.txt, rule: demo/teh, text: teh}\n")
    workspace.write("a.txt", "teh utilise teh\n\nutilise utilise\n")
    assert workspace.run("known", "update", "a.txt").said == ["presscheck: presscheck-known.yaml: 2 new, 0 stale, 5 known now"]
    teh = "- path: a.txt\n  rule: demo/teh\n  text: teh\n  count: 2\n"
    utilise = "- path: a.txt\n  rule: demo/utilise\n  text: utilise\n  count: 1\n"
    assert body(workspace) == teh + utilise + LAW.format(2)
    assert workspace.run("--fail-level", "note", "a.txt").lines == []
    again = workspace.read("presscheck-known.yaml")
    assert workspace.run("known", "update", "a.txt").code == 0
    assert workspace.read("presscheck-known.yaml") == again
    workspace.write("a.txt", "utilise\n")
    assert workspace.run("known", "update", "a.txt").said == ["presscheck: presscheck-known.yaml: 0 new, 4 stale, 1 known now"]


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
