"""The kind `names` with the shipped gazetteer: spans, messages, levels, related places, and what the configuration vouches for."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from lint import rulefile
from lint.engine import Engine
from lint.formats import from_text
from lint.kinds.names import LONGEST_MESSAGE
from lint.model import Diagnostic, Edit, Fix, Level, Related, Settings, Span

RULES = [rule for rule in rulefile.load(rulefile.shipped()) if rule.kind == "names"]
ENGINE = Engine(RULES)
E, W, N = Level.ERROR, Level.WARNING, Level.NOTE


def check(text: str, *, language: str | None = "en", format: str = "text", settings: Settings | None = None) -> list[Diagnostic]:
    engine = Engine(RULES, settings) if settings else ENGINE
    return engine.check(from_text(text, "t", format=format, language=language))


@pytest.mark.parametrize(
    ("text", "rule", "level", "message"),
    [
        (
            "The German Chancellor, Olaf Shcolz, was late.",
            "names/misspelled",
            E,
            "'Olaf Shcolz' is probably 'Olaf Scholz' (German Chancellor).",
        ),
        (
            "Olaf Scholz was late.\nOlaf Schulz did not say why.",
            "names/misspelled",
            E,
            "'Olaf Schulz' is probably 'Olaf Scholz' (German Chancellor); line 1 has the right form.",
        ),
        (
            "Nobody knew where Mahatma Ghandi was born.",
            "names/forbidden-form",
            E,
            "'Mahatma Ghandi' is a wrong form of 'Mahatma Gandhi' (independence leader).",
        ),
        (
            "It was Olaf Olaf Scholz who was late.",
            "names/repeated",
            W,
            "'Olaf Olaf' says one token of a name twice; probably 'Olaf' (German Chancellor).",
        ),
        (
            "Tarvenkoski sang.\nTarvenkoski ate.\nTarvenkovski slept.",
            "names/inconsistent",
            W,
            "'Tarvenkovski' is written 'Tarvenkoski' elsewhere in the text (line 1).",
        ),
        (
            "Jolan Mira Tarvenko sang to them for an hour.\nThen Jolan Mera Tarvenko ate.",
            "names/inconsistent",
            W,
            "'Mera' is written 'Mira' elsewhere in the text (line 1); check which is right.",
        ),
        ("The Tasmanian ferry to Slovekia was late.", "names/misspelled", W, "'Slovekia' is probably 'Slovakia'."),
        ("The ferry to Reykjavic was late.", "names/misspelled", W, "'Reykjavic' is probably 'Reykjavik'."),
    ],
)
def test_messages(text: str, rule: str, level: Level, message: str) -> None:
    assert [(d.rule, d.level, d.message) for d in check(text)] == [(rule, level, message)]


def test_span_fix_and_the_related_place() -> None:
    text = "Olaf Scholz was late.\nLast week Olaf Schulz’s train was on time."
    (d,) = check(text)
    assert (d.span, d.line, d.column, d.end_column, d.found) == (Span(32, 43), 2, 11, 22, "Olaf Schulz")
    assert d.fix == Fix((Edit(d.span, "Olaf Scholz"),), "suggest")
    assert d.related == (Related(Span(0, 11), "the right form"),)


def test_a_pair_of_spellings_is_found_once_with_all_its_places() -> None:
    (d,) = check("Jolan Tarvenko sang. Tarvemko ate. Tarvenko woke. Tarvemko slept. It was Tarvenko.")
    assert (d.span, d.replacements) == (Span(21, 29), ("Tarvenko",))
    assert d.related == (
        Related(Span(6, 14), "the right form"),
        Related(Span(35, 43), "the right form"),
        Related(Span(73, 81), "the right form"),
        Related(Span(50, 58), "spelled as here again"),
    )
    (d,) = check("The ferry of Orbestal sank to the floor. The ferry of Orbestaal did not.")
    assert (d.found, d.replacements, d.fix, d.related) == ("Orbestaal", (), None, (Related(Span(13, 21), "the other spelling"),))


def test_a_man_and_a_woman_of_one_name_are_two() -> None:
    assert check("Louis Tarvenko sang to them for an hour. A day later Louise Tarvenko ate.") == []


def test_a_known_name_is_found_as_such_and_not_as_a_spelling() -> None:
    found = check("Olaf Scholz was late. It rained on Scholz. Olaf Shcolz was not.")
    assert [(d.rule, d.found) for d in found] == [("names/misspelled", "Olaf Shcolz")]


def test_the_line_of_the_right_form_is_a_line_of_the_source() -> None:
    text = "# News\n\n\n\nThe *German* chancellor, **Olaf Scholz**, was late.\n\n- Olaf Schulz was not.\n"
    (d,) = check(text, format="markdown")
    assert (d.line, d.column, d.message) == (
        7,
        3,
        "'Olaf Schulz' is probably 'Olaf Scholz' (German Chancellor); line 5 has the right form.",
    )


def test_no_message_is_longer_than_a_line() -> None:
    found = check("It was Zalmay Khalizad who came. It was Recep Tayyip Erdogen who left. The Office of the United Nations was shut.")
    assert [(d.found, len(d.message) <= LONGEST_MESSAGE) for d in found] == [("Zalmay Khalizad", True), ("Recep Tayyip Erdogen", True)]
    (rule,) = [rule for rule in RULES if rule.id == "names/misspelled"]
    tail = ", or so it seems to be after all that was said here and there and again."
    wordy = replace(rule, message="'{found}' is probably '{replacement}'{who}{where}" + tail)
    (d,) = Engine([wordy]).check(from_text("It was Zalmay Khalizad who came.", "t", language="en"))
    assert d.message.startswith("'Zalmay Khalizad' is probably 'Zalmay Khalilzad', or so")


def test_names_and_words_of_the_configuration_are_right() -> None:
    text = "Olaf Shcolz took the ferry to Reykjavic; Mahatma Ghandi stayed."
    assert [d.found for d in check(text)] == ["Olaf Shcolz", "Reykjavic", "Mahatma Ghandi"]
    assert check(text, settings=Settings(names=("Olaf Shcolz", "Mahatma Ghandi"), words=("Reykjavic",))) == []
    assert [d.found for d in check(text, settings=Settings(words=("Shcolz",)))] == ["Reykjavic", "Mahatma Ghandi"]


def test_a_name_across_a_wrapped_line() -> None:
    text = "It had been said on that long and rainy day that Olaf\nShcolz would not go to the lake at any time, and\nhis aides would."
    assert [(d.found, d.replacements) for d in check(text)] == [("Olaf\nShcolz", ("Olaf\nScholz",))]


def test_other_languages_are_left_alone() -> None:
    german = (
        "Der Sprecher sagte am Montag, dass die Reise Olaf Scholzes und Wladimir Putinas nicht stattfinden wird und dass er es bedauert."
    )
    assert [d.rule for d in check(german, language="de")] == ["presscheck/language"]
    assert [d.rule for d in check(german, language=None)] == ["presscheck/language"]


def test_several_threads_get_the_same() -> None:
    text = "Olaf Shcolz came. Emanuel Macron went. Tarvenkoski sang; Tarvenkoski ate; Tarvenkovski slept.\n" * 3
    expected = check(text)
    engine = Engine(RULES)
    answers: list[list[Diagnostic]] = []
    threads = [threading.Thread(target=lambda: answers.append(engine.check(from_text(text, "t", language="en")))) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 5
    assert len(expected) == 6


def test_a_slip_is_no_shorter_name_and_a_word_run_together() -> None:
    assert [d.replacements for d in check("Saint Petersbug is a city in Russia.")] == [("Saint Petersburg",)]
    assert [d.replacements for d in check("It was Emmanuel Macronhas.")] == [("Emmanuel Macron has",)]


def test_what_the_gazetteer_has_said_of_a_slip_is_not_said_of_the_right_name_too() -> None:
    found = check("President Dina Boluarde of Peru spoke on Monday.\nBoluarte has said little since.")
    assert [(d.rule, d.found, d.replacements) for d in found] == [("names/misspelled", "Dina Boluarde", ("Dina Boluarte",))]
