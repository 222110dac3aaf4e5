"""The reports on findings as they are: the exact line, escapes, colour; the exact JSON."""

from __future__ import annotations

import json

from lint.model import Diagnostic, Edit, Fix, Level, Related, Span
from lint.reports import REPORTS, Result, load

FOUND = Diagnostic(
    "a b.txt",
    Span(3, 6),
    1,
    4,
    2,
    1,
    "demo/teh",
    Level.ERROR,
    "'teh' is “the”.",
    scope="document",
    found="teh",
    replacements=("the", ""),
    fix=Fix((Edit(Span(3, 6), "the"), Edit(Span(8, 9), "")), "suggest"),
    related=(Related(Span(0, 3), "also: demo/other"),),
    fingerprint="0123456789abcdef",
)
PLACES = {0: (1, 1), 3: (1, 4), 6: (2, 1), 8: (2, 3), 9: (2, 4)}


def test_the_table_names_every_report() -> None:
    assert list(REPORTS) == ["text", "jsonl", "json", "gitlab"]


def test_text_is_one_line_a_finding() -> None:
    results = [Result("a b.txt", (FOUND, FOUND), PLACES), Result("c.txt")]
    assert list(load("text")(results, False)) == ["a b.txt:1:4: error: 'teh' is “the”. [demo/teh]\n"] * 2


def test_text_escapes_what_a_terminal_acts_on() -> None:
    message = "\x9b\u202e\u2028\ud800 caf\udce9 \u200d é"
    evil = Diagnostic("a\x1b\n.txt", Span(0, 0), 1, 1, 1, 1, "demo/x", Level.NOTE, message)
    assert list(load("text")([Result("x", (evil,))], False)) == [
        "a\\x1b\\x0a.txt:1:1: note: \\x9b\\u202e\\u2028\\ud800 caf\udce9 \u200d é [demo/x]\n"
    ]


def test_colour_changes_nothing_but_colour() -> None:
    import re

    (plain,), (coloured,) = (list(load("text")([Result("a", (FOUND,), PLACES)], colour)) for colour in (False, True))
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain
    assert coloured == ("\x1b[1ma b.txt:1:4:\x1b[0m \x1b[1;31merror:\x1b[0m 'teh' is “the”. \x1b[2m[demo/teh]\x1b[0m\n")
    assert list(load("jsonl")([Result("a", (FOUND,), PLACES)], True)) == list(load("jsonl")([Result("a", (FOUND,), PLACES)], False))


def test_json_lines_give_every_field_and_place() -> None:
    (line,) = load("jsonl")([Result("a b.txt", (FOUND,), PLACES)], False)
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert json.loads(line) == {
        "path": "a b.txt",
        "line": 1,
        "column": 4,
        "end_line": 2,
        "end_column": 1,
        "rule": "demo/teh",
        "level": "error",
        "message": "'teh' is “the”.",
        "scope": "document",
        "replacements": ["the", ""],
        "fix": {
            "safety": "suggest",
            "edits": [
                {"line": 1, "column": 4, "end_line": 2, "end_column": 1, "text": "the"},
                {"line": 2, "column": 3, "end_line": 2, "end_column": 4, "text": ""},
            ],
        },
        "related": [{"line": 1, "column": 1, "end_line": 1, "end_column": 4, "message": "also: demo/other"}],
        "fingerprint": "0123456789abcdef",
    }


def test_json_is_whole_for_a_path_that_is_no_text() -> None:
    found = Diagnostic("caf\udce9.txt", Span(0, 0), 1, 1, 1, 1, "demo/x", Level.NOTE, "m")
    (line,) = load("jsonl")([Result("x", (found,))], False)
    assert '"path":"caf\\udce9.txt"' in line
    assert json.loads(line.encode())["fix"] is None


def test_a_score_is_given_where_there_is_one() -> None:
    found = Diagnostic("a.txt", Span(0, 0), 1, 1, 1, 1, "demo/x", Level.NOTE, "m", scope="document", score=2.5)
    (line,) = load("jsonl")([Result("a.txt", (found,), {0: (1, 1)})], False)
    assert json.loads(line)["score"] == 2.5


def test_json_is_one_array_of_the_same_objects() -> None:
    results = [Result("a b.txt", (FOUND, FOUND), PLACES), Result("c.txt"), Result("a b.txt", (FOUND,), PLACES)]
    objects = [json.loads(line) for line in load("jsonl")(results, False)]
    text = "".join(load("json")(results, False))
    assert json.loads(text) == objects
    assert text.count("\n") == len(objects) + 2
    assert "".join(load("json")([Result("c.txt")], False)) == "[]\n"
    assert "".join(load("json")([], False)) == "[]\n"


def test_gitlab_gives_each_finding_a_line_a_severity_and_a_fingerprint_of_its_own() -> None:
    note = Diagnostic("./é.txt", Span(0, 0), 7, 2, 7, 2, "demo/x", Level.NOTE, "“😀”")
    text = "".join(load("gitlab")([Result("a b.txt", (FOUND, FOUND), PLACES), Result("./é.txt", (note,))], False))
    found = json.loads(text)
    marks = [item.pop("fingerprint") for item in found]
    assert len(set(marks)) == 3
    again = json.loads("".join(load("gitlab")([Result("./é.txt", (note,)), Result("a b.txt", (FOUND,), PLACES)], False)))
    assert [item["fingerprint"] for item in again] == [marks[2], marks[0]]
    teh = {"description": "'teh' is “the”.", "check_name": "demo/teh", "severity": "major"}
    assert found == [
        {**teh, "location": {"path": "a b.txt", "lines": {"begin": 1}}},
        {**teh, "location": {"path": "a b.txt", "lines": {"begin": 1}}},
        {"description": "“😀”", "check_name": "demo/x", "severity": "info", "location": {"path": "é.txt", "lines": {"begin": 7}}},
    ]
    assert "".join(load("gitlab")([Result("c.txt")], False)) == "[]\n"
