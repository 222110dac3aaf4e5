"""The kind `grammar`: which engine runs, which findings count, what the user is told."""

from __future__ import annotations

import pathlib

import pytest

from lint import rulefile
from lint.engine import Engine
from lint.errors import GrammarError
from lint.formats import from_text
from lint.grammar.languagetool import LanguageTool
from lint.model import Rule, Settings

RULES = [rule for rule in rulefile.load(rulefile.shipped()) if rule.kind == "grammar"]
HARPER = Settings(grammar_engine="harper")


def said(text: str, settings: Settings = HARPER, rules: list[Rule] = RULES, language: str = "en") -> list[tuple[str, str, str, str]]:
    engine = Engine(rules, settings)
    try:
        found = engine.check(from_text(text, "t", language=language))
    finally:
        engine.close()
    return [(d.rule, d.level.label, d.found, d.message) for d in found]


A_AN = ("grammar/a-an", "warning", "a", "'a' should be 'an': the next word's first sound decides.")


@pytest.mark.parametrize("engine", ["harper", "languagetool"])
def test_both_engines_say_the_same_of_plain_mistakes(engine: str, languagetool: LanguageTool) -> None:
    text = "She ate a apple. They met in in Geneva. He go to school."
    assert said(text, Settings(grammar_engine=engine)) == [  # type: ignore[arg-type]
        A_AN,
        ("grammar/doubled-word", "warning", "in in", "'in in' stands twice in a row. Perhaps 'in'?"),
        ("grammar/agreement", "warning", "go", "'go' does not agree with its subject. Perhaps 'goes'?"),
    ]


def test_a_doubled_name_is_a_note() -> None:
    assert said("The talks with Novak Novak ended.") == [
        ("grammar/doubled-word", "note", "Novak Novak", "'Novak Novak' stands twice in a row. Perhaps 'Novak'?")
    ]


def test_a_doubled_phrase_is_a_warning_though_it_begins_a_sentence(languagetool: LanguageTool) -> None:
    assert said("He said he said that it was late.", Settings(grammar_engine="languagetool")) == [
        ("grammar/doubled-word", "warning", "He said he said", "'He said he said' stands twice in a row. Perhaps 'He said'?")
    ]


def test_suggestions_keep_the_tense_and_doublings_may_be_meant(languagetool: LanguageTool) -> None:
    text = "They was told you you were right. They asked him to raise it it. It is for ever a yoghurt."
    assert said(text, Settings(grammar_engine="languagetool")) == [
        ("grammar/agreement", "warning", "was", "'was' does not agree with its subject. Perhaps 'were'?"),
        ("grammar/doubled-word", "warning", "it it", "'it it' stands twice in a row. Perhaps 'it'?"),
    ]


def test_the_speller_says_nothing_of_names_and_of_words_that_are_known_to_be_right(languagetool: LanguageTool) -> None:
    text = "Khalilzad met the goverment in Kandahar."
    spelling = ("grammar/spelling", "warning", "goverment", "'goverment' is in no dictionary. Perhaps 'government'?")
    assert said(text, Settings(grammar_engine="languagetool")) == [spelling]
    assert said(text, Settings(grammar_engine="languagetool", words=("goverment",))) == []
    assert said(text) == [(spelling[0], "note", *spelling[2:])]


def test_speech_is_not_corrected_but_slips_of_typing_in_it_are() -> None:
    assert said('"He go to school," she said.') == []
    assert said('"She ate a apple," he said.') == [A_AN]
    assert [d[2] for d in said('"They left," she said. He go to school.')] == ["go"]


def test_only_english_paragraphs_are_asked_about() -> None:
    french = "Le ministre a dit que les enfants de la ville ne sont pas en danger et que la police est là."
    rules = [rule for rule in RULES if rule.id == "grammar/a-an"]
    found = said(f"She ate a apple in the garden of the old house by the sea.\n\n{french}\n", rules=rules)
    assert [d[0] for d in found] == ["grammar/a-an", "presscheck/language"]
    assert [d[0] for d in said(french, Settings(grammar_server="http://127.0.0.1:9"), rules)] == ["presscheck/language"]


def test_off_says_nothing() -> None:
    engine = Engine(RULES, Settings(grammar_engine="off"))
    assert engine.check(from_text("She ate a apple.", "t")) == []
    assert engine.notes == ["grammar: off"]


def test_which_engine_runs_is_told(empty_cache: pathlib.Path) -> None:
    assert Engine(RULES, HARPER).notes == ["grammar: Harper"]
    assert Engine(RULES, Settings()).notes == [
        "grammar: Harper (LanguageTool is not installed: run `presscheck languagetool install` for the better engine)"
    ]
    own = Settings(grammar_server="http://127.0.0.1:9/")
    assert Engine(RULES, own).notes == ["grammar: LanguageTool at http://127.0.0.1:9"]


def test_the_installed_engine_is_told(languagetool: LanguageTool) -> None:
    assert Engine(RULES, Settings()).notes == ["grammar: LanguageTool 6.6"]


def test_a_pinned_engine_that_is_missing_is_the_user_s_fault(empty_cache: pathlib.Path) -> None:
    with pytest.raises(GrammarError) as caught:
        Engine(RULES, Settings(grammar_engine="languagetool"))
    assert str(caught.value) == (
        "grammar.engine is languagetool, but LanguageTool is not installed: run `presscheck languagetool install` for the better engine"
    )
    assert not empty_cache.exists()


@pytest.mark.parametrize("server", ["localhost:8081", "ftp://x", "http://", "http://x:y", "x"])
def test_a_server_that_is_no_url_is_refused(server: str) -> None:
    with pytest.raises(GrammarError) as caught:
        Engine(RULES, Settings(grammar_server=server))
    assert str(caught.value) == f"grammar.server: '{server}' is no URL of a server; expected one such as http://127.0.0.1:8081"


def test_an_engine_that_fails_is_said_and_no_silent_pass(empty_cache: pathlib.Path) -> None:
    with pytest.raises(GrammarError, match=r"^the LanguageTool server http://127\.0\.0\.1:9 does not answer \("):
        said("She ate a apple.", Settings(grammar_server="http://127.0.0.1:9"))


def test_the_rule_that_names_a_finding_most_exactly_has_it(tmp_path: pathlib.Path) -> None:
    body = (
        "kind: grammar\nlevel: note\nmessage: \"'{{found}}': {{explanation}}.{{remedy}}\"\nwhy: It is a test of names.\n"
        "languagetool: {names}\nexamples: {{bad: ['[[x]]'], good: [a, b]}}\n"
    )
    (tmp_path / "t").mkdir()
    for name, names in (("a", "['category:MISC']"), ("b", "['EN_A_*']"), ("c", "['EN_A_VS_AN']")):
        (tmp_path / "t" / f"{name}.yaml").write_text(f"id: t/{name}\n" + body.format(names=names), encoding="utf-8")
    rules = rulefile.load(str(tmp_path), cache=False)
    text = "She ate a apple in in Geneva."
    settings = Settings(grammar_engine="languagetool")
    assert [(d[0], d[2]) for d in said(text, settings, rules)] == [("t/c", "a"), ("t/a", "in in")]
    assert [(d[0], d[2]) for d in said(text, settings, rules[:2])] == [("t/b", "a"), ("t/a", "in in")]
    assert said("They met in in Geneva.", settings, rules) == [
        ("t/a", "note", "in in", "'in in': possible typo: you repeated a word. Perhaps 'in'?")
    ]
