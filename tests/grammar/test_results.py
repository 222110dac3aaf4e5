"""An engine behind its cache: what was checked once starts nothing again."""

from __future__ import annotations

import pathlib

import pytest

from lint.errors import GrammarError
from lint.grammar import results
from lint.grammar.cache import ResultCache
from lint.grammar.harper import Harper
from lint.grammar.languagetool import LanguageTool
from lint.grammar.results import LONGEST, Results, _pieces

GONE = "http://127.0.0.1:9"


def test_unchanged_text_needs_no_engine(tmp_path: pathlib.Path, languagetool: LanguageTool) -> None:
    cache = ResultCache(str(tmp_path / "r.sqlite"))
    first = Results(languagetool, cache).of(["They met in in Geneva.", "They met."])
    dead = LanguageTool(None, None, GONE)
    dead.key = languagetool.key
    assert Results(dead, ResultCache(str(tmp_path / "r.sqlite"))).of(["They met in in Geneva.", "They met."]) == first
    assert [[(f.start, f.end, f.rule) for f in one] for one in first] == [[(9, 14, "ENGLISH_WORD_REPEAT_RULE")], []]
    with pytest.raises(GrammarError, match="does not answer"):
        Results(dead, cache).of(["They met in in Geneva.", "They met again."])


def test_another_engine_or_setting_has_its_own_results(tmp_path: pathlib.Path) -> None:
    cache = ResultCache(str(tmp_path / "r.sqlite"))
    assert [f.rule for f in Results(Harper({"AnA"}), cache).of(["She ate a apple apple."])[0]] == ["AnA"]
    assert [f.rule for f in Results(Harper({"RepeatedWords"}), cache).of(["She ate a apple apple."])[0]] == ["RepeatedWords"]


def test_a_long_paragraph_is_checked_in_pieces_with_offsets_kept(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "LONGEST", 60)
    text = "They met on Monday. " * 5 + "She ate a apple. " + "They met on Monday. " * 5
    (found,) = Results(Harper({"AnA"}), ResultCache(str(tmp_path / "r.sqlite"))).of([text])
    assert [(f.start, text[f.start : f.end + 6]) for f in found] == [(108, "a apple")]


@pytest.mark.parametrize(
    "text", ["", "x", "x" * LONGEST, "x" * (3 * LONGEST + 7), "word " * LONGEST, "They met. " * LONGEST, "A b.” " * LONGEST]
)
def test_pieces_make_up_the_text(text: str) -> None:
    pieces = list(_pieces(text))
    assert "".join(piece for _, piece in pieces) == text
    assert [at for at, _ in pieces] == [sum(len(p) for _, p in pieces[:n]) for n in range(len(pieces))]
    assert max(len(piece) for _, piece in pieces) <= LONGEST
    if text.startswith("They"):
        assert all(piece.startswith("They") for _, piece in pieces)
