"""A rule says "error" only with evidence from clean text."""

from __future__ import annotations

import importlib.util
import pathlib
import sys
from types import ModuleType

import pytest

from lint import rulefile
from lint.model import Level

BENCH = pathlib.Path(__file__).parent.parent / "bench"


def module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("evidence", BENCH / "evidence.py")
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules["evidence"] = loaded
    spec.loader.exec_module(loaded)
    return loaded


evidence = module()


def row(rule: str, words: int = 1_000_000, hits: int = 3, right: int = 2, true_hits: int = 1) -> object:
    return evidence.Row(rule, words, hits, right, true_hits, "2026-01-01", "a page")


def test_every_error_rule_has_its_evidence() -> None:
    rules = rulefile.load(rulefile.shipped())
    errors = [rule.id for rule in rules if rule.level == Level.ERROR and not rule.preview]
    assert evidence.problems(evidence.read(), [rule.id for rule in rules], errors) == []


def test_the_table_is_written_as_it_is_read(tmp_path: pathlib.Path) -> None:
    evidence.write(reversed(evidence.read()), str(tmp_path / "out.tsv"))
    assert (tmp_path / "out.tsv").read_bytes() == (BENCH / "evidence.tsv").read_bytes()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("a/b")], []),
        ([row("a/b", hits=102, right=2)], []),
        ([], ["a/b: an error needs a row; run bench/quality.py evidence, or make it a warning"]),
        ([row("a/b"), row("a/c")], ["a/c: there is no such rule; take the row out"]),
        ([row("a/d"), row("a/b")], ["the rows are not sorted by rule, or a rule stands twice"]),
        ([row("a/b"), row("a/b")], ["the rows are not sorted by rule, or a rule stands twice"]),
        ([row("a/b", words=299_999)], ["a/b: 299999 clean words read; an error needs 300000"]),
        ([row("a/b", hits=103, right=2)], ["a/b: 101 wrong errors in 1000000 clean words; at most one in 10,000"]),
        ([row("a/b", hits=1, right=2)], ["a/b: 2 right of 1 hits"]),
        ([row("a/b", true_hits=0)], ["a/b: no true hit outside the seeds"]),
    ],
)
def test_what_the_table_must_hold(rows: list[object], expected: list[str]) -> None:
    assert evidence.problems(rows, ["a/b", "a/d"], ["a/b"]) == expected


@pytest.mark.parametrize("line", ["a/b\t1\t2\t3\t4\t2026-01-01", "a/b\t1\tmany\t3\t4\t2026-01-01\tx", ""])
def test_a_line_that_is_no_row_is_refused_with_its_number(tmp_path: pathlib.Path, line: str) -> None:
    path = tmp_path / "e.tsv"
    path.write_text("\t".join(evidence.COLUMNS) + "\n" + line + "\n" + "a/z\t1\t2\t3\t4\td\tn\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"e\.tsv:2: expected 7 cells, the second to the fifth whole numbers"):
        evidence.read(str(path))
