"""Capitalised runs: what may hold a name, and at which place."""

from __future__ import annotations

import pytest

from lint.formats import from_text
from lint.model import Span
from lint.names.runs import is_quotable, runs


def found(text: str) -> list[str]:
    return [" ".join(run.texts) for run in runs(from_text(text, "t"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mullah Amir Khan spoke to Bashar al-Assad.", ["mullah amir khan", "bashar al assad"]),
        ("the George W. Bush library, J.K. Rowling", ["george w bush", "j k rowling"]),
        ("Jean-Claude Juncker and Ursula von der Leyen left", ["jean claude juncker and ursula von der leyen"]),
        ("the Bank of England", ["bank of england"]),
        ("Centers for Disease Control and Prevention", ["centers for disease control and prevention"]),
        ("Ghani's aides and Jones' car", ["ghani", "jones"]),
        ("Joe Biden's Secretary of State", ["joe biden", "secretary of state"]),
        ("He left. She came", ["he", "she"]),
        ("the St. Petersburg mayor", ["st petersburg"]),
        ("ANTHONY BLINKEN IN KABUL", ["anthony blinken in kabul"]),
        ("Recep Tayyip Erdoğan, Élysée", ["recep tayyip erdogan", "elysee"]),
        ("Procter & Gamble", ["procter gamble"]),
        ("met O’Neill and D'Souza", ["oneill and dsouza"]),
        ("see @JoeBiden, #JoeBiden, docs/ReadMe and x_Name", []),
        ("no capitals here", []),
        ("", []),
    ],
)
def test_runs(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_tokens_stand_where_they_were_written() -> None:
    text = "The aides of Bashar al-Assad’s envoy"
    (_, run) = runs(from_text(text, "t"))
    assert [text[t.start : t.end] for t in run.tokens] == ["Bashar", "al", "Assad"]
    assert run.span(0, 3) == Span(13, 28)


def test_a_line_break_is_a_space_in_a_wrapped_paragraph_and_ends_a_run_elsewhere() -> None:
    wrapped = "It was said again on that long afternoon of rain that Antony\nBlinken would not go to the lake this time, nor his\naides."
    assert found(wrapped)[1] == "antony blinken"
    assert found("By Antony\nBlinken came") == ["by antony", "blinken"]


def test_each_run_knows_its_paragraph() -> None:
    assert [run.paragraph for run in runs(from_text("Anna came.\n\nBoris came with Carl.", "t"))] == [0, 1, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met [Anton Blin] there", True),
        ("He met Anton Blin (sic) there", False),
        ("He met Anton Blin [sic] there", False),
        ("He met Anton Blin yesterday [sic!] there", False),
        ("write to Anton Blin@example.org now", False),
        ("www.example.org/Anton Blin", False),
        ("the file Anton Blin.com", False),
        ("either/or/Anton Blin", False),
        ("Anton Blin. He met Carl [sic]", True),
    ],
)
def test_addresses_and_marked_slips_are_left_alone(text: str, expected: bool) -> None:
    at = text.index("Anton Blin")
    assert is_quotable(from_text(text, "t"), Span(at, at + 10)) is expected
