"""The cache of findings: what it gives back, what it survives, how large it grows."""

from __future__ import annotations

import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from lint.grammar.cache import FORMAT, ResultCache, key_of
from lint.grammar.finding import Finding

ONE = Finding(2, 5, "harper", "AnA", "Miscellaneous", "Incorrect “article” 😀.", ("an", "a\udc80"))


def test_what_was_put_is_got_by_another_cache_on_the_same_file(tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "deep" / "results.sqlite")
    first = ResultCache(path)
    assert first.get([b"a"]) == {}
    first.put({b"a": [ONE], b"b": []})
    second = ResultCache(path)
    assert second.get([b"a", b"b", b"c"]) == {b"a": [ONE], b"b": []}
    assert first.notes == second.notes == []


def test_the_key_depends_on_engine_and_text() -> None:
    keys = {
        key_of("languagetool 6.6 en-US", "a"),
        key_of("harper 1 AnA", "a"),
        key_of("languagetool 6.6 en-US", "b"),
        key_of("x", "\udc80"),
    }
    assert len(keys) == 4


@pytest.mark.parametrize("damage", [b"garbage" * 1000, b"SQLite format 3\0" + b"\xff" * 5000, b"x" * 100])
def test_a_damaged_file_is_dropped_with_a_note(tmp_path: pathlib.Path, damage: bytes) -> None:
    path = tmp_path / "results.sqlite"
    path.write_bytes(damage)
    cache = ResultCache(str(path))
    assert cache.get([b"a"]) == {}
    cache.put({b"a": [ONE]})
    assert cache.get([b"a"]) == {b"a": [ONE]}
    (note,) = cache.notes
    assert note.startswith(f"the grammar cache {path} was damaged (")
    assert note.endswith(") and was dropped")


def test_a_damaged_row_is_as_if_it_were_not_there(tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "results.sqlite")
    ResultCache(path).put({b"a": [ONE], b"b": [ONE], b"c": [ONE]})
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE results SET value = '[[1' WHERE key = ?", (b"a",))
        connection.execute("UPDATE results SET value = '[[1, 2]]' WHERE key = ?", (b"b",))
    connection.close()
    assert ResultCache(path).get([b"a", b"b", b"c"]) == {b"c": [ONE]}


def test_a_file_of_another_version_is_emptied(tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "results.sqlite")
    ResultCache(path).put({b"a": [ONE]})
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.close()
    cache = ResultCache(path)
    assert (cache.get([b"a"]), cache.notes) == ({}, [])


def test_the_oldest_rows_go_when_the_file_is_full(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "results.sqlite"
    cache = ResultCache(str(path), limit=100_000)
    for n in range(40):
        cache.put({key_of("x", f"{n} {m}"): [ONE] * 5 for m in range(10)})
    assert path.stat().st_size < 150_000
    assert cache.get([key_of("x", "0 0")]) == {}
    assert cache.get([key_of("x", "39 9")]) == {key_of("x", "39 9"): [ONE] * 5}


def test_a_folder_that_can_not_be_made_costs_a_note_and_no_result(tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    path = tmp_path / "file" / "results.sqlite"
    cache = ResultCache(str(path))
    cache.put({b"a": [ONE]})
    assert cache.get([b"a"]) == {}
    (note,) = cache.notes
    assert note.startswith(f"the grammar cache {path} can't be used (")
    assert note.endswith("); every paragraph is checked anew")


WRITER = """
import sys
from lint.grammar.cache import ResultCache, key_of
from lint.grammar.finding import Finding
cache = ResultCache(sys.argv[1])
one = Finding(0, 1, "harper", "A", "B", "C" * 2000, ())
n = 0
while n < int(sys.argv[3]):
    cache.put({key_of(sys.argv[2], f"{n} {m}"): [one] for m in range(20)})
    n += 1
    print(n, flush=True)
print(cache.notes)
"""


def test_a_kill_in_the_middle_of_a_write_leaves_whole_results(tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "results.sqlite")
    writer = subprocess.Popen([sys.executable, "-c", WRITER, path, "w", "100000"], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    written = [int(writer.stdout.readline()) for _ in range(5)][-1]
    time.sleep(0.05)
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    cache = ResultCache(path)
    keys = [key_of("w", f"{n} {m}") for n in range(written) for m in range(20)]
    assert set(cache.get(keys)) == set(keys)
    assert cache.notes == []


def test_several_processes_write_at_once(tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "results.sqlite")
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, path, who, "10"], stdout=subprocess.PIPE, text=True) for who in "abc"]
    assert [writer.communicate()[0].splitlines()[-1] for writer in writers] == ["[]"] * 3
    keys = [key_of(who, f"{n} {m}") for who in "abc" for n in range(10) for m in range(20)]
    assert set(ResultCache(path).get(keys)) == set(keys)
