"""The command line on texts: the form of a report, the options, standard input, which word is a command."""

from __future__ import annotations

import json
import re

import pytest
from workspace import Workspace

import lint.cli

FORM = re.compile(r"[^:]+:\d+:\d+: (?:note|warning|error): .+ \[[a-z-]+/[a-z-]+\]")


def test_a_report_names_the_place_and_the_rest_goes_to_standard_error(workspace: Workspace) -> None:
    workspace.write("a.txt", "We saw 😀 teh hill.\n\nLeave a Reply\n")
    workspace.write("b.txt", "Nothing here.\n")
    ran = workspace.run("check", "a.txt", "b.txt")
    assert ran.lines == [
        "a.txt:1:10: warning: 'teh' is 'the'. [demo/teh]",
        "a.txt:3:1: error: 'Leave a Reply' is left over. [demo/reply]",
    ]
    assert ran.said == ["1 error, 1 warning in 1 of 2 texts"]
    assert ran.code == 1


def test_every_line_of_output_has_the_form(workspace: Workspace) -> None:
    workspace.write("weird\x1b[31m\n name.txt", "utilise \x07 teh\x1b[0m\r\nLeave a\tReply\u2028teh")
    workspace.write("pipe|name.md", "# teh\n\n> utilise <!-- presscheck: ignore demo/reply -->\n")
    ran = workspace.run(".")
    assert [line for line in ran.lines if not FORM.fullmatch(line)] == []
    assert ran.lines[-1] == "weird\\x1b[31m\\x0a name.txt:2:15: warning: 'teh' is 'the'. [demo/teh]"
    assert len(ran.lines) == 6


def test_the_command_may_be_left_out_and_so_may_the_path(workspace: Workspace) -> None:
    workspace.write("texts/a.txt", "teh\n")
    workspace.write("rules/a.txt", "teh teh\n")
    line = "texts/a.txt:1:1: warning: 'teh' is 'the'. [demo/teh]"
    assert workspace.run("texts").lines == [line]
    assert workspace.run("--quiet", "texts").lines == [line]
    assert [line.partition(":")[0] for line in workspace.run().lines] == ["rules/a.txt", "rules/a.txt", "texts/a.txt"]
    assert [line.partition(":")[0] for line in workspace.run("./rules").lines] == ["./rules/a.txt", "./rules/a.txt"]
    listed = workspace.run("rules", "list")
    assert "demo/teh" in {line.split()[0] for line in listed.lines}


def test_json_lines_hold_all_fields(workspace: Workspace) -> None:
    workspace.write("a.txt", "É 😀 teh hill.\n\nLeave a Reply\nthe end\n")
    first, second = map(json.loads, workspace.run("--format", "jsonl", "a.txt").lines)
    fields = "path line column end_line end_column rule level message scope replacements fix related fingerprint"
    assert list(first) == fields.split()
    edit = {"line": 1, "column": 5, "end_line": 1, "end_column": 8, "text": "the"}
    assert first | {"fingerprint": ""} == {
        "path": "a.txt",
        **{key: edit[key] for key in ("line", "column", "end_line", "end_column")},
        "rule": "demo/teh",
        "level": "warning",
        "message": "'teh' is 'the'.",
        "scope": "text",
        "replacements": ["the"],
        "fix": {"safety": "safe", "edits": [edit]},
        "related": [],
        "fingerprint": "",
    }
    assert second["fix"] == {"safety": "safe", "edits": [{"line": 3, "column": 1, "end_line": 4, "end_column": 1, "text": ""}]}
    assert re.fullmatch("[0-9a-f]{16}", first["fingerprint"])
    assert first["fingerprint"] != second["fingerprint"]


def test_standard_input_has_a_name_and_a_format(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    source = workspace.write("source", "# Title\n\n`teh` and teh\n")
    with source.open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        ran = workspace.run("--stdin-filename", "page.md", "-")
    assert ran.lines == ["page.md:3:11: warning: 'teh' is 'the'. [demo/teh]"]
    with source.open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        ran = workspace.run("-")
    assert [line.partition(" ")[0] for line in ran.lines] == ["<stdin>:3:2:", "<stdin>:3:11:"]


def test_select_and_ignore_take_families_rules_and_former_ids(workspace: Workspace) -> None:
    workspace.write("a.txt", "teh utilise\n\nLeave a Reply\n")

    def rules(*options: str) -> list[str]:
        return [line.rpartition("/")[2].rstrip("]") for line in workspace.run(*options, "a.txt").lines]

    assert rules() == ["teh", "utilise", "reply"]
    assert rules("--select", "demo/teh,demo/reply") == ["teh", "reply"]
    assert rules("--select", "demo", "--ignore", "demo/teh") == ["utilise", "reply"]
    assert rules("--select", "demo/teh", "--ignore", "demo") == ["teh"]
    assert rules("--ignore", "demo") == []
    ran = workspace.run("--select", "demo/hte", "a.txt")
    assert ran.lines == ["a.txt:1:1: warning: 'teh' is 'the'. [demo/teh]"]
    assert ran.said[0] == "presscheck: --select: the rule demo/hte is now called demo/teh; the old id still works"
    ran = workspace.run("--select", "demo/the", "a.txt")
    assert (ran.code, ran.lines) == (2, [])
    assert ran.said == ["presscheck: error: --select: there is no rule or family 'demo/the'; did you mean 'demo/teh'?"]


def test_statistics_quiet_and_output(workspace: Workspace) -> None:
    workspace.write("a.txt", "teh teh\n\nLeave a Reply\n")
    ran = workspace.run("--statistics", "a.txt")
    assert ran.said == ["     2  warning  demo/teh", "     1  error    demo/reply", "1 error, 2 warnings in 1 of 1 text"]
    ran = workspace.run("--quiet", "--output", "report/out.txt", "a.txt")
    assert (ran.code, ran.out, ran.err) == (1, b"", b"")
    assert workspace.read("report/out.txt").decode().splitlines() == workspace.run("a.txt").lines
    ran = workspace.run("--output", "a.txt/out", "a.txt")
    assert (ran.code, ran.said[-1]) == (2, "presscheck: error: --output: a.txt/out can't be written: File exists")


def test_preview_rules_run_only_when_asked_for(workspace: Workspace) -> None:
    text = (workspace.folder / "demo-rules/demo/teh.yaml").read_text()
    workspace.write("demo-rules/demo/teh.yaml", text + "preview: true\n")
    workspace.write("a.txt", "teh\n")
    assert workspace.run("a.txt").lines == []
    assert workspace.run("--preview", "a.txt").lines == ["a.txt:1:1: warning: 'teh' is 'the'. [demo/teh]"]
    ran = workspace.run("--select", "demo/teh", "a.txt")
    assert (ran.code, ran.said) == (2, ["presscheck: error: --select: the rule 'demo/teh' is in preview; add --preview to run it"])


def test_options_that_do_nothing_are_mistakes(workspace: Workspace) -> None:
    workspace.write("a.txt", "teh\n")
    for options in (["--unsafe-fixes"], ["--stdin-filename", "x.md"], ["--select", ","], ["--known", "k.yaml", "--no-known"]):
        assert workspace.run(*options, "a.txt").code == 2, options
    assert workspace.run("--date", "31 May", "a.txt").said[-1].endswith("expected a date such as 2024-05-31, found '31 May'")


def test_explain_rules_and_config_speak(workspace: Workspace) -> None:
    ran = workspace.run("explain", "demo/hte")
    assert ran.lines[:3] == ["demo/teh (warning, kind pattern)", "", "A slip."]
    assert "  - On [[teh => the]] hill." in ran.lines
    assert workspace.run("explain", "presscheck/crash").lines[0] == "presscheck/crash (error)"
    assert workspace.run("explain", "demo").said == [
        "presscheck: error: 'demo' is a family; name one of its rules: demo/reply, demo/teh, demo/utilise"
    ]
    config = workspace.folder / "presscheck.yaml"
    lines = workspace.run("config").lines
    assert f"select: demo  # {config}:2" in lines
    assert f"grammar.engine: off  # {config}:3" in lines
    assert "fail_level: error  # default" in lines


def test_rules_test_runs_the_examples_and_new_begins_a_file(workspace: Workspace) -> None:
    ran = workspace.run("rules", "test", "demo-rules")
    assert (ran.code, ran.lines, ran.said) == (0, [], ["presscheck: 3 rules, 9 examples, 0 problems"])
    text = (workspace.folder / "demo-rules/demo/teh.yaml").read_text()
    workspace.write("demo-rules/demo/teh.yaml", text.replace("[[teh => the]]", "[[teh => that]]"))
    ran = workspace.run("rules", "test", "demo-rules")
    assert ran.code == 1
    assert ran.lines == ["demo-rules/demo/teh.yaml: bad0: replacement of 'teh': expected 'that', got 'the'"]
    assert workspace.run("rules", "new", "demo/could-of", "--kind", "phrases", "--folder", "mine").code == 0
    assert workspace.read("mine/demo/could-of.yaml").startswith(b"id: demo/could-of\nkind: phrases\n")
    assert workspace.run("rules", "new", "demo/could-of", "--kind", "phrases", "--folder", "mine").code == 2
    assert workspace.run("rules", "new", "Could Of", "--kind", "phrases").code == 2
    ran = workspace.run("rules", "new", "demo/x", "--kind", "phrase")
    assert ran.said == ["presscheck: error: --kind: there is no kind 'phrase'; did you mean 'phrases'?"]


def test_a_word_that_is_nearly_a_command_is_told_so(workspace: Workspace) -> None:
    assert workspace.run("explian", "demo/teh").said[0] == (
        "presscheck: error: explian: no such file or folder, nor a command; did you mean 'explain'?"
    )


def test_help_and_version_name_all_commands(workspace: Workspace) -> None:
    ran = workspace.run("--help")
    assert ran.code == 0
    shown = {line.split()[0] for line in ran.lines if line.startswith("  ") and line.split()}
    assert set(lint.cli.COMMANDS) <= shown
    assert workspace.run("--version").lines[0].startswith("presscheck, version ")
