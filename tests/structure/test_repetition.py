"""Loops and sentences that stand twice: exact spans."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from lint.formats import from_text
from lint.model import Level, Rule, Span
from lint.structure import repetition

RULE = Rule("t/r", "structure", Level.ERROR, "m", "w", SimpleNamespace(least=0))
LONG = "The mill on the river was shut in March when the wheat ran out."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sheep in the valley in the valley graze.", ["in the valley"]),
        ("Sheep In The valley in the valley graze.", ["in the valley"]),
        ("old mill old mill old mill", ["old mill old mill"]),
        ("old mill old mill", []),
        ("no no no no no", []),
        ("in the valley, in the valley", []),
        ("the price of flour today, the price of flour today", ["the price of flour today"]),
        ("We stay in May. We stay in May.", []),
        ("so it goes — so it goes, we see", []),
        ("“Sheep in the valley in the valley graze.”", []),
        ("1 2 3 1 2 3", []),
        ("in the valley\nin the valley", []),
        ("Valley Sans Bold Valley Sans Bold Oblique", []),
        ("the \ufffc key will be the \ufffc key will be", []),
    ],
)
def test_loops(text: str, expected: list[str]) -> None:
    document = from_text(text, "t")
    assert [document.text(hit.span) for hit in repetition.loops(document, RULE)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said he said that it rained.", ["he said"]),
        ("They added that they added flour.", ["they added"]),
        ("“So,” he said he said.", []),
        ("He said she said no.", []),
        ("“He said he said no.”", []),
        ("The US Navy said that the US Navy would stay.", ["the US Navy"]),
        ("Moscow said Moscow would stay.", []),
        ("“So,” said one of them, one of them said.", ["one of them said"]),
        ("“So,” said Anna, Berg said.", []),
        ("They showed their grief with their grief.", ["their grief"]),
        ("They showed their grief with her grief.", []),
        ("The rocket was fired by a rocket.", ["a rocket"]),
    ],
)
def test_echoes(text: str, expected: list[str]) -> None:
    document = from_text(text, "t")
    assert [document.text(hit.span) for hit in repetition.echoes(document, RULE)] == expected


def test_a_repeated_sentence_names_the_first() -> None:
    document = from_text(f"{LONG}\n\nBread is dear. {LONG}", "t")
    hits = list(repetition.sentences(document, RULE))
    assert [(document.text(h.span), h.span.start, h.related[0].span) for h in hits] == [(LONG, 80, Span(0, len(LONG)))]


def test_of_a_repeated_passage_the_first_sentence_is_reported() -> None:
    other = LONG.replace("mill", "dam")
    document = from_text(f"{LONG} {other}\n\n{LONG} {other}", "t")
    assert [h.span.start for h in repetition.sentences(document, RULE)] == [2 * len(LONG) + 2]


@pytest.mark.parametrize(("places", "found"), [(5, 5), (6, 0)])
def test_a_text_that_repeats_itself_by_its_form_is_left_alone(places: int, found: int) -> None:
    days = ("first", "second", "third", "fourth", "fifth", "sixth")[:places]
    lines = [f"It rained on the {day} day of the fair and nobody bought any bread at all." for day in days]
    between = [f"Then came day number {i} with a carter and a load of hay in it." for i in range(places)]
    text = "\n".join([*lines, *(f"{other}\n{line}" for other, line in zip(between, lines, strict=True))])
    assert len(list(repetition.sentences(from_text(text, "t"), RULE))) == found


def test_short_sentences_may_come_again() -> None:
    document = from_text("The mill is shut. The mill is shut.", "t")
    assert list(repetition.sentences(document, RULE)) == []
    rule = Rule("t/r", "structure", Level.ERROR, "m", "w", SimpleNamespace(least=4))
    assert [h.span.start for h in repetition.sentences(document, rule)] == [18]


def test_letter_case_and_spaces_do_not_tell_sentences_apart() -> None:
    again = LONG.upper().replace(" ", "  ", 1)
    document = from_text(f"{LONG}\n\n{again}", "t")
    assert [document.text(h.span) for h in repetition.sentences(document, RULE)] == [again]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained and we slept and it rained and we slept and it rained and we ate.”", ["rained and we slept and it"]),
        ("Stating that, stating that bread was dear, she left.", ["stating that"]),
        ("He looked in the, in the mill.", ["in the"]),
        ("He looked in the, well, mill.", []),
        ("It was carried off and dragged off and carried off.", ["carried off"]),
        ("It was carried off and dragged off and sold.", []),
    ],
)
def test_begun_again(text: str, expected: list[str]) -> None:
    document = from_text(text, "t")
    assert [document.text(hit.span) for hit in repetition.loops(document, RULE)] == expected


NEAR = "The old mill by the river was {} by the new owner."


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (NEAR.format("shut"), NEAR.format("closed"), True),
        (NEAR.format("shut"), NEAR.format("shut"), False),
        (NEAR.format("shut"), "A fair was held by the new owner of the old mill.", False),
        (f"“{NEAR.format('shut')}", f"{NEAR.format('closed')}”", False),
        ("In 2019 " + NEAR.format("shut"), "In 2020 " + NEAR.format("shut"), False),
    ],
)
def test_near(first: str, second: str, found: bool) -> None:
    document = from_text(f"{first} {second}", "t")
    assert [document.text(hit.span) for hit in repetition.near(document, RULE)] == [second] * found
