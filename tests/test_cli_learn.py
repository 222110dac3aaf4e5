"""presscheck gazetteer learn: the table, what it says, and what it refuses."""

from __future__ import annotations

from workspace import Workspace

HEADER = "keep\tkind\tname\taliases\tcontext\tcountry\ttier\tforbidden\tdoubtful\tcount\tfiles\texample"
ROW = "\tperson\tQvarn Ulmbekker\t\tspokesman\t\t\t\t\t{count}\t{count}\tarchive/1.txt:1: It was said by spokesman Qvarn Ulmbekker."


def archive(workspace: Workspace) -> None:
    workspace.write("archive/1.txt", "It was said by spokesman Qvarn Ulmbekker.\n")
    workspace.write("archive/2.md", "# Some Heading Here Today\n\nThere **Qvarn Ulmbekker** was seen again.\n")
    workspace.write("archive/3.html", "<p>It was Qvarn Ulmbekker who left.</p>")


def test_an_archive_is_read_in_every_format(workspace: Workspace) -> None:
    archive(workspace)
    ran = workspace.run("gazetteer", "learn", "archive")
    assert (ran.code, ran.lines) == (0, [HEADER, ROW.format(count=3)])
    assert ran.said == ["presscheck: <stdout>: 1 name that stands in 3 or more of 3 texts"]


def test_a_table_is_written_and_not_lost(workspace: Workspace) -> None:
    archive(workspace)
    assert workspace.run("gazetteer", "learn", "archive", "-o", "names.tsv").code == 0
    assert workspace.read("names.tsv").decode() == f"{HEADER}\n{ROW.format(count=3)}\n"
    ran = workspace.run("gazetteer", "learn", "archive", "-o", "names.tsv")
    message = "presscheck: error: names.tsv exists, perhaps with a person's work in it; name another file or use --force"
    assert (ran.code, ran.said) == (2, [message])
    assert workspace.run("gazetteer", "learn", "archive", "-o", "names.tsv", "--force").code == 0


def test_a_table_that_nobody_went_through_is_no_gazetteer(workspace: Workspace) -> None:
    archive(workspace)
    workspace.run("gazetteer", "learn", "archive", "-o", "names.tsv")
    assert workspace.run("gazetteer", "build", "names.tsv", "--output", "mine.gaz").code == 2


def test_what_the_configuration_vouches_for_is_not_learned(workspace: Workspace) -> None:
    archive(workspace)
    workspace.write("presscheck.yaml", "names: [Qvarn Ulmbekker]\n")
    assert workspace.run("gazetteer", "learn", "archive").lines == [HEADER]


def test_a_text_that_cannot_be_read_is_named_and_the_others_are_learned(workspace: Workspace) -> None:
    archive(workspace)
    workspace.write("archive/0.txt", b"\x00\x01\x02\x00\xff\xfe\x00" * 50)
    ran = workspace.run("gazetteer", "learn", "archive", "none")
    assert (ran.code, ran.lines) == (2, [HEADER, ROW.format(count=3)])
    assert [line for line in ran.said if line.startswith("presscheck: error: none")] == ["presscheck: error: none: no such file or folder"]
    assert len([line for line in ran.said if "archive/0.txt" in line.replace("\\", "/")]) == 1
