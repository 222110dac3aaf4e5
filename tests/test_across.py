"""`check --across`: one person in two spellings in different texts, whatever the order of the texts and the number of processes."""

from __future__ import annotations

import json

import pytest
from workspace import Workspace

from lint import processes

RIGHT = "The mayor heard Katharine Tarvenkova speak about the weather.\n"
WRONG = "It rained in the town.\n\nLater Katherine Tarvenkova spoke about the snow.\n"
LINE = "b.txt:3:7: warning: 'Katherine Tarvenkova' is written 'Katharine Tarvenkova' in a.txt:1 and 1 more. [names/across]"


def three(workspace: Workspace) -> None:
    workspace.write("a.txt", RIGHT)
    workspace.write("b.txt", WRONG)
    workspace.write("c.txt", "Nobody but Katharine Tarvenkova was there.\n")


def test_the_rarer_form_is_found_once_in_any_order(workspace: Workspace) -> None:
    three(workspace)
    ran = workspace.run("check", "--across", ".")
    assert (ran.lines, ran.code) == ([LINE], 0)
    assert ran.said[-1] == "1 warning in 1 of 3 texts"
    assert workspace.run("check", "--across", "c.txt", "b.txt", "a.txt").lines == [LINE]
    assert workspace.run("check", ".").lines == []


def test_two_processes_find_the_same(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    three(workspace)
    monkeypatch.setattr(processes, "ENOUGH_FILES", 1)
    assert workspace.run("check", "--across", "--jobs", "2", ".").lines == [LINE]


def test_the_other_texts_are_related(workspace: Workspace) -> None:
    three(workspace)
    workspace.write("d.txt", "So did Katherine Tarvenkova.\n")
    workspace.write("e.txt", "So did Katharine Tarvenkova.\n")
    (line,) = workspace.run("check", "--across", "--format", "jsonl", ".").lines
    found = json.loads(line)
    assert (found["path"], found["line"], found["column"], found["end_column"]) == ("b.txt", 3, 7, 27)
    assert (found["replacements"], found["fix"]) == (["Katharine Tarvenkova"], None)
    place = {"line": 1, "column": 8, "end_line": 1, "end_column": 28}
    assert found["related"] == [
        {"path": "a.txt", **place, "column": 17, "end_column": 37, "message": "the right form"},
        {"path": "c.txt", **place, "column": 12, "end_column": 32, "message": "the right form"},
        {"path": "e.txt", **place, "message": "the right form"},
        {"path": "d.txt", **place, "message": "spelled as here"},
    ]


def test_of_two_texts_nobody_can_tell(workspace: Workspace) -> None:
    workspace.write("a.txt", RIGHT)
    workspace.write("b.txt", WRONG)
    assert workspace.run("check", "--across", ".").lines == [
        "b.txt:3:7: warning: 'Katherine Tarvenkova' is written 'Katharine Tarvenkova' in a.txt:1; check which is right. [names/across]"
    ]


def test_a_token_that_no_list_has(workspace: Workspace) -> None:
    workspace.write("a.txt", "The lake of Orbestulia froze over.\n")
    workspace.write("b.txt", "In Orbestullia it did not.\n")
    assert workspace.run("check", "--across", ".").lines == []
    workspace.write("c.txt", "Not far from Orbestulia it rained.\n")
    assert workspace.run("check", "--across", ".").lines == [
        "b.txt:1:4: warning: 'Orbestullia' is written 'Orbestulia' in a.txt:1 and 1 more. [names/across]"
    ]

    workspace.write("d.txt", "In Orbestullia it did not.\n")
    assert workspace.run("check", "--across", ".").lines == []


def test_more_texts_outweigh_more_mentions_and_the_first_place_counts(workspace: Workspace) -> None:
    three(workspace)
    workspace.write("b.txt", f"{WRONG}{WRONG}{WRONG}")
    assert workspace.run("check", "--across", ".").lines == [LINE]


def test_a_name_and_its_surname_are_one_finding(workspace: Workspace) -> None:
    for name, text in {"a": "Tarvenkoski", "b": "Tarvenkovski", "c": "Tarvenkoski"}.items():
        workspace.write(f"{name}.txt", f"The mayor heard Milan {text} speak about the weather.\n")
    assert workspace.run("check", "--across", ".").lines == [
        "b.txt:1:17: warning: 'Milan Tarvenkovski' is written 'Milan Tarvenkoski' in a.txt:1 and 1 more. [names/across]"
    ]


def test_what_a_text_has_in_lower_case_is_no_name(workspace: Workspace) -> None:
    three(workspace)
    workspace.write("b.txt", f"{WRONG}\nThey call the fish tarvenkova.\n")
    assert workspace.run("check", "--across", ".").lines == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Michael Johnson", "Michael Johnston"),  # names that many bear
        ("Catherine Johnson", "Katherine Johnson"),
        ("Louis Tarvenkova", "Louise Tarvenkova"),  # a man and a woman
        ("Mikhail Tarvenkov", "Mikhail Tarvenkova"),  # husband and wife
        ("Milan Tarvenko", "Milan Tarvenkos"),  # a plural
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),  # both known
        ("Katharine Tarvenkova", "Katja Tarvenkova"),  # not near enough
        ("Olaf Scholz", "Angela Merkel"),
        ("KATHARINE TARVENKOVA", "Katherine Tarvenkova"),  # a headline
    ],
)
def test_two_people(workspace: Workspace, one: str, other: str) -> None:
    for name, text in {"a": one, "b": other, "c": other}.items():
        workspace.write(f"{name}.txt", f"The mayor heard {text} speak about the weather.\n")
    assert workspace.run("check", "--across", ".").lines == []


def test_a_known_name_is_right_however_few_have_it(workspace: Workspace) -> None:
    workspace.write("a.txt", "The mayor heard Zalmay Khalilzad speak.\n")
    for name in ("b", "c"):
        workspace.write(f"{name}.txt", "The mayor heard Zalmai Khalilzad speak.\n")
    assert workspace.run("check", "--across", ".").lines == [
        "b.txt:1:17: warning: 'Zalmai Khalilzad' is written 'Zalmay Khalilzad' in a.txt:1. [names/across]"
    ]


def test_a_text_that_has_both_forms_has_its_own_finding(workspace: Workspace) -> None:
    workspace.write("a.txt", RIGHT)
    workspace.write("b.txt", f"{WRONG}\n{RIGHT}")
    assert workspace.run("check", "--across", ".").lines == []


def test_it_is_silenced_like_any_other(workspace: Workspace) -> None:
    three(workspace)
    ran = workspace.run("check", "--across", "--ignore", "names/across", ".")
    assert (ran.lines, ran.code) == ([], 0)
    assert workspace.run("explain", "names/across").code == 0
    workspace.write("presscheck-known.yaml", "- {path: b.txt, rule: names/across, text: Katherine Tarvenkova}\n")
    ran = workspace.run("check", "--across", ".")
    assert (ran.lines, ran.said[-1]) == ([], "no findings in 3 texts, 1 known")
    assert workspace.run("check", ".").lines == []
    workspace.write("b.txt", "It rained.\n")
    assert workspace.run("check", "--across", ".").lines == [
        "presscheck-known.yaml:1:1: warning: names/across was not found any more for 'Katherine Tarvenkova'; take the entry out."
        " [presscheck/unused-ignore]"
    ]


def test_a_baseline_holds_what_is_found_across_the_texts(workspace: Workspace) -> None:
    three(workspace)
    assert workspace.run("known", "create", ".").said[-1] == "presscheck: presscheck-known.yaml: 0 findings in 0 texts are known now"
    assert workspace.run("check", "--across", ".").said[-1] == "1 warning in 1 of 3 texts"
    created = workspace.run("known", "create", "--across", "--force", ".")
    assert (created.code, created.said[-1]) == (0, "presscheck: presscheck-known.yaml: 1 findings in 1 texts are known now")
    entry = "b.txt: names/across: 'Katherine Tarvenkova' (1)"
    assert workspace.run("known", "show").lines == [entry]
    ran = workspace.run("check", "--across", ".")
    assert (ran.lines, ran.said[-1]) == ([], "no findings in 3 texts, 1 known")
    # An update that doesn't look across the texts can't know whether the entry is stale.
    assert workspace.run("known", "prune", ".").said[-1] == "presscheck: presscheck-known.yaml: 0 stale, 1 left"
    assert workspace.run("known", "prune", "--across", ".").said[-1] == "presscheck: presscheck-known.yaml: 0 stale, 1 left"
    workspace.write("b.txt", "It rained.\n")
    assert workspace.run("known", "prune", ".").said[-1] == "presscheck: presscheck-known.yaml: 0 stale, 1 left"
    assert workspace.run("known", "prune", "--across", ".").said[-1] == "presscheck: presscheck-known.yaml: 1 stale, 0 left"


def test_the_names_of_the_configuration_are_right(workspace: Workspace) -> None:
    three(workspace)
    config = workspace.folder / "presscheck.yaml"
    config.write_text(config.read_text(encoding="utf-8") + "names: [Katherine Tarvenkova]\n", encoding="utf-8")
    assert workspace.run("check", "--across", ".").lines == []


def test_it_fixes_nothing(workspace: Workspace) -> None:
    three(workspace)
    ran = workspace.run("check", "--across", "--fix", ".")
    assert (ran.code, ran.lines) == (2, [])
    assert ran.said[-1].endswith("--across reports only; run it without --fix and --diff.")
