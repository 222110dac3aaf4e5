"""presscheck boilerplate learn: the rule it writes, what it counts as one line, and what it refuses."""

from __future__ import annotations

import pathlib
import re

import pytest
from workspace import Workspace

from lint.formats import from_text
from lint.recurring import Recurring, rule_file, template

SENTENCE = "Number {i} of the board's motions was carried after hours of argument by all votes but {i}, said the clerk in {word}.\n\n"
WORDS = ("spring", "autumn", "winter", "summer")
RULE = """\
# These lines stand in many of 4 texts, and no rule knew them. Delete those that belong to articles,
# then list the folder under `rules` in presscheck.yaml and run `presscheck rules test` on it.
id: {id}
kind: phrases
level: warning
message: "'{{found}}' stands on many pages of this site."
why: What recurs on page after page is part of the site around the article.
languages: any
at: line
fix: suggest
phrases:
  "en":
  - "Gazette of the Quays"  # in 4 of 4: site/1.txt:1, site/2.txt:1, site/3.html:1
  - "Tides of {{date}}: {{n}} cm"  # in 4 of 4: site/1.txt:3, site/2.txt:3, site/3.html:2
examples:
  bad:
  - "The harbour reopened on Monday.\\n\\n[[Gazette of the Quays => ]]"
  good:
  - "On the wall somebody had written Gazette of the Quays in red chalk, and nobody knew who."
  - "The harbour reopened on Monday."
"""


def site(workspace: Workspace) -> None:
    for i, word in enumerate(WORDS, 1):
        head, tides = "Gazette of the Quays", f"Tides of {i} May 2019: 4{i} cm"
        if i == 3:
            workspace.write("site/3.html", f"<h1>{head}</h1>\n<p>{tides}</p><p>Everything about {word}.</p><p>Leave a Reply</p>")
        else:
            workspace.write(f"site/{i}.txt", f"{head}\n\n{tides}\n\nEverything about {word}.\n\nLeave a Reply\n")


def test_lines_that_recur_and_that_no_rule_knows_become_phrases(workspace: Workspace) -> None:
    site(workspace)
    ran = workspace.run("boilerplate", "learn", "site")
    assert (ran.code, ran.lines) == (0, RULE.format(id="house/recurring-line").splitlines())
    assert ran.said == ["presscheck: <stdout>: 2 lines recur in 3 or more of 4 texts"]


def test_the_rule_that_is_written_passes_its_test_and_finds_the_lines(workspace: Workspace) -> None:
    site(workspace)
    ran = workspace.run("boilerplate", "learn", "site", "-o", "rules/quays/site-line.yaml")
    assert (ran.code, ran.said) == (0, ["presscheck: rules/quays/site-line.yaml: 2 lines recur in 3 or more of 4 texts"])
    assert workspace.read("rules/quays/site-line.yaml").decode() == RULE.format(id="quays/site-line")
    tested = workspace.run("rules", "test", "rules")
    assert (tested.code, tested.said) == (0, ["presscheck: 1 rules, 3 examples, 0 problems"])
    workspace.write("presscheck.yaml", "rules: [rules]\n")
    workspace.write("new.txt", "Gazette of the Quays\nTides of 2019-08-01: 12 cm\n")
    found = workspace.run("new.txt", "--select", "quays").lines
    assert [line.partition(": ")[0] for line in found if line.startswith("new.txt")] == ["new.txt:1:1", "new.txt:2:1"]


def test_a_rule_that_is_there_is_not_lost(workspace: Workspace) -> None:
    site(workspace)
    workspace.write("rules/quays/site-line.yaml", "mine\n")
    ran = workspace.run("boilerplate", "learn", "site", "-o", "rules/quays/site-line.yaml")
    message = "rules/quays/site-line.yaml exists, perhaps with a person's work in it; name another file or use --force"
    assert (ran.code, ran.said) == (2, [f"presscheck: error: {message}"])
    assert workspace.read("rules/quays/site-line.yaml") == b"mine\n"
    assert workspace.run("boilerplate", "learn", "site", "-o", "rules/quays/site-line.yaml", "--force").code == 0


def test_a_file_that_is_no_rules_file_is_refused(workspace: Workspace) -> None:
    site(workspace)
    ran = workspace.run("boilerplate", "learn", "site", "-o", "lines.yaml")
    expected = "a rule's file is called FAMILY/NAME.yaml, in small letters, digits and hyphens, such as rules/house/recurring-line.yaml"
    assert (ran.code, ran.said) == (2, [f"presscheck: error: lines.yaml: {expected}"])


def test_what_cannot_be_read_is_named_and_the_rest_is_learned(workspace: Workspace) -> None:
    site(workspace)
    ran = workspace.run("boilerplate", "learn", "site", "none")
    assert (ran.code, len(ran.lines)) == (2, len(RULE.splitlines()))
    assert ran.said[0] == "presscheck: error: none: no such file or folder"


def test_nothing_that_recurs_is_no_rule(workspace: Workspace) -> None:
    workspace.write("site/1.txt", "The harbour reopened.\n")
    ran = workspace.run("boilerplate", "learn", "site", "-o", "rules/quays/site-line.yaml")
    assert (ran.code, ran.said) == (0, ["presscheck: rules/quays/site-line.yaml: not written: 0 lines recur in 3 or more of 1 text"])
    assert not pathlib.Path("rules/quays").exists()


def learner(most: int = 100) -> Recurring:
    return Recurring(lambda document: set(), most)


def test_another_version_of_an_article_counts_as_none() -> None:
    counts = learner()
    for name in ("a", "b", "c"):
        counts.add(from_text(SENTENCE.format(i=7, word="spring") + "Ward seven\n", name))
    assert (counts.texts, counts.copies, counts.found(2)) == (3, 2, [])


def test_a_line_counts_once_a_text() -> None:
    counts = learner()
    counts.add(from_text("Ward seven\nWard seven\nWARD SEVEN:\n", "a"))
    counts.add(from_text("Ward seven\n", "b"))
    assert [(row.text, row.texts, row.places) for row in counts.found(2)] == [("Ward seven", 2, ["a:1", "b:1"])]


def test_a_number_that_never_changes_stays() -> None:
    counts = learner()
    for number, name in enumerate("ab"):
        counts.add(from_text(f"Pier 7 News\nPage {number}\n", name))
    assert [line for line in rule_file(counts.found(2), 2, "a/b").splitlines() if "# in" in line] == [
        '  - "Page {n}"  # in 2 of 2: a:2, b:2',
        '  - "Pier 7 News"  # in 2 of 2: a:1, b:1',
    ]


def test_beyond_the_limit_what_was_seen_once_is_forgotten() -> None:
    counts = learner(most=2)
    counts.add(from_text("Ward seven\n", "a"))
    counts.add(from_text("Ward seven\nWard eight\nWard of nine gates\n", "b"))
    assert ([row.text for row in counts.found(1)], counts.forgotten) == (["Ward seven"], 2)


def test_a_line_with_braces_is_no_phrase() -> None:
    counts = learner()
    for name in ("a", "b"):
        counts.add(from_text("Ward {seven}\nWard of gates\n", name))
    assert ([row.text for row in counts.found(2)], counts.braces) == (["Ward of gates"], 1)


@pytest.mark.parametrize(
    ("line", "folded"),
    [
        ("Page 3 of 12", "Page {n} of {n}"),
        ("14 May 2019, 1,204 views", "{date}, {n} views"),
        ("Updated May 3rd, 2019 at 10:15", "Updated {date} at {n}:{n}"),
        ("12k likes on 2019-05-14", "{n} likes on {date}"),
        ("Channel4 News", "Channel{n} News"),
    ],
)
def test_numbers_and_dates_of_a_line_are_alike(line: str, folded: str) -> None:
    assert template(line) == folded


def test_what_the_manual_shows_is_what_happens(workspace: Workspace) -> None:
    page = (pathlib.Path(__file__).parent.parent / "docs" / "site-boilerplate.md").read_text(encoding="utf-8")
    for name, text in re.findall(r"<!-- file: (\S+) -->\n```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        workspace.write(name, text)
    shown, *others = re.findall(r"```console\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    command, _, printed = shown.partition("\n")
    assert workspace.run(*command.split()[2:]).lines == printed.splitlines()
    for command in "".join(others).splitlines():
        assert workspace.run(*command.split()[2:]).code == 0
