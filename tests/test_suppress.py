"""Comments that silence findings: over what they reach, what may be named, and that a useless one is reported."""

from __future__ import annotations

import pytest
from workspace import Workspace

from lint.findings import in_document
from lint.formats import from_text
from lint.model import Level, Span
from lint.selection import Names
from lint.suppress import silenced


def found(workspace: Workspace, name: str, text: str, *options: str) -> list[str]:
    workspace.write(name, text)
    return [line.removeprefix(f"{name}:") for line in workspace.run(*options, name).lines]


TEH = "warning: 'teh' is 'the'. [demo/teh]"
NOTE = "note: 'utilise' may be 'use'. [demo/utilise]"


def unused(place: str, message: str) -> str:
    return f"{place}: warning: {message} [presscheck/unused-ignore]"


def test_ignore_reaches_over_the_next_block(workspace: Workspace) -> None:
    text = "teh\n\n<!-- presscheck: ignore demo/teh -- a reason -->\n\nteh utilise\nteh\n\nteh\n"
    assert found(workspace, "a.md", text) == [f"1:1: {TEH}", f"5:5: {NOTE}", f"8:1: {TEH}"]
    text = "<p>teh</p>\n<!-- presscheck: ignore demo/teh, demo/utilise -->\n<p>teh <b>utilise</b></p><p>teh</p>\n"
    assert found(workspace, "a.html", text) == [f"1:4: {TEH}", f"3:29: {TEH}"]
    text = "teh <!-- presscheck: ignore demo --> teh utilise\n\nteh"
    assert found(workspace, "b.md", text) == [f"1:1: {TEH}", f"3:1: {TEH}"]


def test_ignore_file_reaches_over_the_whole_text(workspace: Workspace) -> None:
    text = "teh\n\n<!-- presscheck: ignore-file demo/teh -- we quote -->\n\nteh utilise\n"
    assert found(workspace, "a.md", text) == [f"5:5: {NOTE}"]


def test_ignore_start_reaches_to_its_end(workspace: Workspace) -> None:
    text = (
        "teh\n\n<!-- presscheck: ignore-start demo/teh, demo/utilise -->\n\nteh\n\n<!-- presscheck: ignore-end demo/teh -->\n\n"
        "teh utilise\n\n<!-- presscheck: ignore-end -->\n\nutilise\n"
    )
    assert found(workspace, "a.md", text) == [f"1:1: {TEH}", f"9:1: {TEH}", f"13:1: {NOTE}"]
    text = "<!-- presscheck: ignore-start demo/teh -->\n\nteh\n"
    assert found(workspace, "a.md", text) == [unused("1:31", "'ignore-start demo/teh' is never ended; write an 'ignore-end' comment.")]
    text = "<!-- presscheck: ignore-end -->\n"
    assert found(workspace, "a.md", text) == [unused("1:1", "nothing was begun that this comment could end.")]


def test_what_silences_nothing_is_reported_in_its_place(workspace: Workspace) -> None:
    text = "<!-- presscheck: ignore demo/teh, demo/utilise -->\n\nteh\n"
    assert found(workspace, "a.md", text) == [unused("1:35", "'demo/utilise' finds nothing here; take it out.")]
    assert found(workspace, "a.md", text, "--select", "demo/teh") == []
    assert found(workspace, "a.md", text, "--ignore", "presscheck/unused-ignore") == []
    assert workspace.run("--fail-level", "warning", "a.md").code == 1


@pytest.mark.parametrize(
    ("comment", "column", "message"),
    [
        ("ignore demo/the", 25, "there is no rule or family 'demo/the'; did you mean 'demo/teh'?"),
        ("ignore", 1, "the comment names no rule; write 'presscheck: ignore FAMILY/RULE -- reason'."),
        ("ignore -- because", 1, "the comment names no rule; write 'presscheck: ignore FAMILY/RULE -- reason'."),
        ("ingore demo/teh", 1, "'ingore' is not known; write one of ignore, ignore-file, ignore-start, ignore-end."),
    ],
)
def test_a_comment_that_cannot_be_understood_is_reported(workspace: Workspace, comment: str, column: int, message: str) -> None:
    assert found(workspace, "a.md", f"<!-- presscheck: {comment} -->\n\nfine\n") == [unused(f"1:{column}", message)]


def test_former_ids_work_and_a_comment_in_code_or_plain_text_is_none(workspace: Workspace) -> None:
    assert found(workspace, "a.md", "<!-- presscheck: ignore demo/hte -->\n\nteh\n") == []
    assert found(workspace, "a.md", "```\n<!-- presscheck: ignore demo -->\n```\n\nteh\n") == [f"5:1: {TEH}"]
    assert found(workspace, "a.html", "<script><!-- presscheck: ignore demo --></script><p>teh") == [f"1:53: {TEH}"]
    assert found(workspace, "a.txt", "<!-- presscheck: ignore-file demo -->\nteh\n") == [f"2:1: {TEH}"]


@pytest.mark.parametrize(
    "value", ["{ignore: [demo/teh, demo/reply]}", "\n  ignore:\n    - demo/teh\n    - demo/reply", "{ignore: demo/teh}"]
)
def test_front_matter_silences_rules_in_the_whole_text(workspace: Workspace, value: str) -> None:
    text = f"---\ntitle: é\npresscheck: {value}\nlayout: news\n---\n\nteh utilise\n\nteh\n"
    line = text[: text.index("utilise")].count("\n") + 1
    expected = [f"{line}:5: {NOTE}"]
    if "reply" in value:
        place = "3:33" if value.startswith("{") else "6:7"
        expected.insert(0, unused(place, "'demo/reply' finds nothing here; take it out."))
    assert found(workspace, "a.md", text) == expected


def test_front_matter_that_is_not_understood_is_reported(workspace: Workspace) -> None:
    message = "the front matter's `presscheck` is not understood; write presscheck: {ignore: [FAMILY/RULE]}."
    for value in ("[demo/teh]", "{ignored: [demo/teh]}", "{ignore: [1]}", "{ignore: [demo/teh"):
        assert found(workspace, "a.md", f"---\npresscheck: {value}\n---\n\nteh\n") == [unused("2:1", message), f"5:1: {TEH}"]
    assert found(workspace, "a.txt", "---\npresscheck: {ignore: [demo/teh]}\n---\n\nteh\n") == [f"2:28: {TEH}", f"5:1: {TEH}"]


def test_a_crash_cannot_be_silenced() -> None:
    document = from_text("<!-- presscheck: ignore-file presscheck, presscheck/crash -->\n\nx\n", "a.md", "markdown")
    crash = in_document(document, Span(0, 0), "presscheck/crash", Level.ERROR, "m", "document")
    language = in_document(document, Span(0, 0), "presscheck/language", Level.NOTE, "m", "document")
    assert silenced(document, [crash, language], Names([]), set(), Level.WARNING) == [crash]


def test_places_count_code_points(workspace: Workspace) -> None:
    text = "é 😀\n\nü <!-- presscheck: ignore demo/teh -->\n\n😀 teh\r\n\r\n😀 teh\n"
    assert found(workspace, "a.md", text) == [f"7:3: {TEH}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A.\n\n<!-- presscheck: ignore demo/reply -- so -->\n\nteh\n", "A.\n\nteh\n"),
        ("A.\r\n\r\n<!-- presscheck: ignore-file demo/reply -->\r\n\r\nB.\r\n", "A.\r\n\r\nB.\r\n"),
        ("A <!-- presscheck: ignore demo/reply --> b teh.\n", "A b teh.\n"),
        (
            "<!-- presscheck: ignore demo/reply, demo/teh, demo/utilise -- so -->\n\nteh\n",
            "<!-- presscheck: ignore demo/teh -- so -->\n\nteh\n",
        ),
        ("<!-- presscheck: ignore demo/reply demo/utilise -->\n\nB.\n", "B.\n"),
        (
            "<!-- presscheck: ignore-start demo/reply -->\n\nA.\n\n<!-- presscheck: ignore-end -->\n\nB.\n",
            "A.\n\nB.\n",
        ),
        (
            "<!-- presscheck: ignore-start demo/reply -->\n\n<!-- presscheck: ignore-end demo/reply -->\n",
            "",
        ),
        (
            "<!-- presscheck: ignore-start demo/reply, demo/teh -->\n\nteh\n\n<!-- presscheck: ignore-end demo/teh, demo/reply -->\n\nB.\n",
            "<!-- presscheck: ignore-start demo/teh -->\n\nteh\n\n<!-- presscheck: ignore-end demo/teh -->\n\nB.\n",
        ),
        (
            "<!-- presscheck: ignore-start demo/reply, demo/teh -->\n\nteh\n\n<!-- presscheck: ignore-end -->\n\nB.\n",
            "<!-- presscheck: ignore-start demo/teh -->\n\nteh\n\n<!-- presscheck: ignore-end -->\n\nB.\n",
        ),
        ("---\ntitle: T\npresscheck: {ignore: [demo/reply]}\nday: x\n---\n\nB.\n", "---\ntitle: T\nday: x\n---\n\nB.\n"),
        (
            "---\npresscheck: {ignore: [demo/reply, 'demo/teh', \"demo/utilise\"]}\n---\n\nteh\n",
            "---\npresscheck: {ignore: ['demo/teh']}\n---\n\nteh\n",
        ),
        (
            "---\npresscheck:\n  ignore:\n    - demo/reply\n    - demo/teh\n    - demo/utilise\n  reason: so\n---\n\nteh\n",
            "---\npresscheck:\n  ignore:\n    - demo/teh\n  reason: so\n---\n\nteh\n",
        ),
    ],
)  # fmt: skip
def test_fix_takes_out_what_silences_nothing(workspace: Workspace, before: str, after: str) -> None:
    workspace.write("a.md", before)
    silent = "teh" not in before or "demo/teh" in before
    ran = workspace.run("--fix", "--ignore", "presscheck/missing-reason", *([] if silent else ["--select", "demo/reply"]), "a.md")
    assert workspace.read("a.md").decode() == after
    assert ran.lines == []
    assert workspace.run("--fix", *([] if silent else ["--select", "demo/reply"]), "a.md").said[-1].endswith("; 0 fixes applied")


def test_a_comment_is_not_judged_where_its_rule_did_not_run(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("presscheck.yaml", "rules: demo-rules\nselect: [demo, grammar]\n")
    # A family is judged when all of it ran, a rule when it ran.
    family = "<!-- presscheck: ignore demo -->\n\nFine.\n"
    assert found(workspace, "a.md", family, "--grammar", "off", "--select", "demo/teh") == []
    assert found(workspace, "a.md", family, "--grammar", "off") == [unused("1:25", "'demo' finds nothing here; take it out.")]
    text = "<!-- presscheck: ignore grammar, demo/teh -->\n\nFine.\n"
    for engine in ("off", "auto"):
        assert found(workspace, "a.md", text, "--grammar", engine) == [unused("1:34", "'demo/teh' finds nothing here; take it out.")]
    monkeypatch.setattr("lint.kinds.pattern.compile", lambda rules, settings: lambda document: 1 / 0)
    assert [line.rpartition(" ")[2] for line in found(workspace, "a.md", text, "--fix", "--grammar", "off")] == ["[presscheck/crash]"]
    assert workspace.read("a.md").decode() == text


def test_a_reason_may_be_required(workspace: Workspace) -> None:
    missing = "error: the reason is missing; write it behind the rules, as in 'ignore FAMILY/RULE -- reason'. [presscheck/missing-reason]"
    text = "teh\n\n<!-- presscheck: ignore demo/teh -->\n\nteh\n\n<!-- presscheck: ignore demo/teh -- so -->\n\nteh\n"
    assert found(workspace, "a.md", text) == [f"1:1: {TEH}"]
    assert found(workspace, "a.md", text, "--require-reason") == [f"1:1: {TEH}", f"3:1: {missing}"]
    assert workspace.run("--require-reason", "a.md").code == 1
    text = "---\npresscheck: {ignore: demo/teh}\n---\n\nteh\n"
    assert found(workspace, "a.md", text, "--require-reason") == [f"2:1: {missing}"]
    assert found(workspace, "a.md", text.replace("teh}", "teh, reason: so}"), "--require-reason") == []
    assert found(workspace, "a.md", "<!-- presscheck: ignore demo/teh -- -->\n\nteh\n", "--require-reason") == [f"1:1: {missing}"]
    workspace.write("presscheck.yaml", workspace.read("presscheck.yaml") + b"require_reason: true\n")
    assert found(workspace, "a.md", text) == [f"2:1: {missing}"]
