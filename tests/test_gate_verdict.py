"""Whether a run passes: the fail level, the most warnings, budgets, and what is said about them."""

from __future__ import annotations

import pytest
from workspace import Workspace

from lint.model import Level
from lint.verdict import Verdict, verdict

E, W, N = Level.ERROR, Level.WARNING, Level.NOTE


def test_findings_fail_from_the_level_up() -> None:
    assert verdict({("a/b", W): 3}, E) == Verdict(False)
    assert verdict({("a/b", E): 0, ("a/c", E): 1}, E) == Verdict(True)
    assert verdict({("a/b", N): 1}, N) == Verdict(True)
    assert verdict({}, N) == Verdict(False)


def test_warnings_beyond_their_number_fail() -> None:
    found = {("a/b", W): 3, ("a/c", N): 9}
    assert verdict(found, E, 3) == Verdict(False)
    assert verdict(found, E, 2) == Verdict(True, ("too many warnings: 3, and at most 2 are allowed",))
    assert verdict(found, E, 0, {"a": 12}) == Verdict(False)


def test_a_budget_covers_its_rule_or_family_and_the_rule_outweighs_the_family() -> None:
    found = {("a/b", E): 2, ("a/b", W): 1, ("a/c", W): 4}
    assert verdict(found, E, None, {"a": 7}) == Verdict(False, ("within budget: 7 of 7 findings of a",))
    assert verdict(found, E, None, {"a": 6}) == Verdict(True, ("over budget: 7 findings of a, and `budget` allows 6",))
    assert verdict(found, E, None, {"a": 4, "a/b": 3}) == Verdict(False, ("within budget: 3 of 3 findings of a/b",))
    assert verdict(found, E, None, {"a/c": 0}) == Verdict(True, ("over budget: 4 findings of a/c, and `budget` allows 0",))


def test_budgets_and_warnings_of_the_configuration(workspace: Workspace) -> None:
    good = workspace.read("presscheck.yaml")
    workspace.write("a.txt", "Leave a Reply\n\nteh teh\n")
    assert workspace.run("--max-warnings", "2", "a.txt", "--ignore", "demo/reply").code == 0
    ran = workspace.run("--max-warnings", "1", "a.txt", "--ignore", "demo/reply", "--quiet")
    assert (ran.code, ran.said) == (1, ["presscheck: too many warnings: 2, and at most 1 are allowed"])
    workspace.write("presscheck.yaml", good + b"max_warnings: 1\nbudget: {demo/hte: 2, demo: 1}\n")
    ran = workspace.run("a.txt")
    assert (ran.code, len(ran.lines)) == (0, 3)
    assert ran.said[-2:] == ["1 error, 2 warnings in 1 of 1 text", "presscheck: within budget: 1 of 1 findings of demo"]
    workspace.write("presscheck.yaml", good + b"max_warnings: 1\nbudget: {demo: 2}\n")
    ran = workspace.run("a.txt")
    assert (ran.code, ran.said[-1]) == (1, "presscheck: over budget: 3 findings of demo, and `budget` allows 2")
    assert workspace.run("--exit-zero", "a.txt").code == 0
    workspace.write("presscheck.yaml", good + b"max_warnings: 1\n")
    assert workspace.run("--ignore", "demo/reply", "a.txt").code == 1
    assert workspace.run("--ignore", "demo/reply", "--max-warnings", "5", "a.txt").code == 0
    assert "max_warnings: 1  # " in workspace.run("config").out.decode()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("budget: [demo]\n", "4: budget: expected a mapping of rules or families to numbers, such as grammar: 20"),
        ("budget:\n  demo: -1\n", "5: budget.demo: expected a number from 0 up; found -1"),
        ("max_warnings: yes\n", "4: max_warnings: expected a number from 0 up; found a yes-or-no value"),
        ("budget: {dmo: 1}\n", "4: budget: there is no rule or family 'dmo'; did you mean 'demo'?"),
        ("budget: {presscheck/crash: 1}\n", "4: budget: presscheck/crash can't have one: it says that findings are missing"),
    ],
)
def test_a_wrong_budget_is_refused(workspace: Workspace, text: str, message: str) -> None:
    workspace.write("presscheck.yaml", workspace.read("presscheck.yaml") + text.encode())
    workspace.write("a.txt", "teh\n")
    ran = workspace.run("a.txt")
    assert (ran.code, ran.lines, ran.said) == (2, [], [f"presscheck: error: {workspace.folder}/presscheck.yaml:{message}"])
