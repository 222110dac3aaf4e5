"""Only what has changed against git: files as a user sees them, lines as git counts them, and a commit to compare with."""

from __future__ import annotations

import os
import subprocess

import pytest
from workspace import Workspace


def git(*arguments: str) -> str:
    people = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(["git", *arguments], env={**os.environ, **people, **quiet}, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def repository(workspace: Workspace) -> Workspace:
    """A repository with two committed texts, each with a finding, and a branch `before` that holds the first."""
    git("init", "-q", "-b", "main")
    workspace.write(".gitignore", "ignored/\n")
    workspace.write("old.txt", "teh\n\none\ntwo\nthree\n")
    git("add", "-A")
    git("commit", "-qm", "One")
    git("branch", "before")
    workspace.write("news.txt", "teh\n")
    git("add", "-A")
    git("commit", "-qm", "Two")
    return workspace


def places(workspace: Workspace, *arguments: str) -> list[str]:
    ran = workspace.run(*arguments)
    assert ran.code == 0, ran.said
    return [":".join(line.split(":")[:3]) for line in ran.lines]


def test_staged_unstaged_and_untracked_files_have_changed(repository: Workspace) -> None:
    ran = repository.run("--changed")
    assert (ran.code, ran.lines) == (0, [])
    assert ran.said[-2:] == ["presscheck: 0 of 2 texts changed since HEAD", "no findings in 0 texts"]
    repository.write("old.txt", "teh\n\none\ntwo\nteh\n")
    repository.write("new.txt", "teh\n")
    repository.write("a folder/größer\t1.txt", "teh\n")
    repository.write("staged.txt", "teh\n")
    git("add", "staged.txt")
    repository.write("ignored/x.txt", "teh\n")
    every = ["a folder/größer\\x091.txt:1:1", "new.txt:1:1", "old.txt:1:1", "old.txt:5:1", "staged.txt:1:1"]
    assert places(repository, "--changed") == every
    assert places(repository, "--changed", "--", "old.txt", "news.txt") == ["old.txt:1:1", "old.txt:5:1"]
    assert places(repository, "--changed-lines") == [place for place in every if place != "old.txt:1:1"]
    os.remove("old.txt")
    git("mv", "news.txt", "moved.txt")
    assert places(repository, "--changed") == [*every[:1], "moved.txt:1:1", "new.txt:1:1", "staged.txt:1:1"]
    assert places(repository, "--changed-lines") == [*every[:1], "new.txt:1:1", "staged.txt:1:1"]


def test_paths_count_from_where_it_is_called(repository: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("sub/a.txt", "teh\n")
    monkeypatch.chdir(repository.folder / "sub")
    assert places(repository, "--changed") == ["a.txt:1:1"]
    assert places(repository, "--changed", "--", "..") == ["../sub/a.txt:1:1"]


def test_a_commit_to_compare_with(repository: Workspace) -> None:
    git("checkout", "-q", "before")
    repository.write("old.txt", "teh\n\none\ntwo\n")
    git("commit", "-qam", "Three")
    git("checkout", "-q", "main")
    assert places(repository, "--changed", "before") == ["news.txt:1:1"]
    assert places(repository, "--changed=before", "--changed-lines", "news.txt") == ["news.txt:1:1"]
    ran = repository.run("--changed", "old.txt")
    assert (ran.code, ran.said) == (
        2,
        ["presscheck: error: --changed: 'old.txt' is no commit of this repository; write `--changed -- old.txt` for the path"],
    )
    git("checkout", "-q", "--orphan", "alone")
    git("commit", "-qm", "Alone")
    ran = repository.run("--changed", "main")
    assert (ran.code, ran.said[0].partition("; ")[0]) == (
        2,
        "presscheck: error: --changed: 'main' and HEAD have no commit in common here",
    )


def test_before_the_first_commit_all_has_changed(workspace: Workspace) -> None:
    git("init", "-q")
    workspace.write("a.txt", "teh\n")
    git("add", "a.txt")
    workspace.write("b.txt", "teh\n")
    assert places(workspace, "--changed-lines") == ["a.txt:1:1", "b.txt:1:1"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("teh\r\nx\r\n", "teh\r\nteh\r\n", ["a.txt:2:1"]),
        ("teh\nx\n", "teh\nteh", ["a.txt:2:1"]),
        ("teh\nx\ny\n", "teh\ny\n", []),
        ("teh\rx\r", "teh\rteh\r", ["a.txt:1:1", "a.txt:2:1"]),
        ("teh\n+++ b/b.txt\ndiff --git a\n", "teh\n+++ b/c.txt\ndiff --git teh\n", ["a.txt:3:12"]),
        ("teh\n\na\n", "A line.\n\nteh\n\na\n", []),
    ],
)
def test_lines_are_those_that_git_shows(workspace: Workspace, before: str, after: str, expected: list[str]) -> None:
    git("init", "-q")
    workspace.write("a.txt", before)
    git("add", "-A")
    git("commit", "-qm", "One")
    workspace.write("a.txt", after)
    assert places(workspace, "--changed-lines") == expected


def test_utf_16_counts_as_a_whole_and_a_mode_as_nothing(workspace: Workspace) -> None:
    git("init", "-q")
    workspace.write("a.txt", "teh\nx\n".encode("utf-16"))
    workspace.write("b.txt", "teh\n")
    git("add", "-A")
    git("commit", "-qm", "One")
    workspace.write("a.txt", "teh\ny\n".encode("utf-16"))
    os.chmod("b.txt", 0o755)
    assert places(workspace, "--changed-lines") == ["a.txt:1:1"]


def test_options_that_contradict_are_mistakes(repository: Workspace) -> None:
    for arguments in (("--changed-lines", "--fix"), ("--changed-lines", "--diff"), ("--changed", "--", "-"), ("--changed-lines", "-")):
        assert repository.run(*arguments).code == 2
