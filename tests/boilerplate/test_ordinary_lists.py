"""Tables, programmes, recipes, verses and other lists of a text stay unmentioned, even where a page left its lines around them."""

from __future__ import annotations

import functools
import pathlib

import pytest

from lint import rulefile
from lint.engine import Engine
from lint.formats import from_text
from lint.model import Level

TEXTS = sorted((pathlib.Path(__file__).parent / "ordinary").glob("*.txt"))
ABOVE = "Skip to content\nShare on Facebook\n\n"
BELOW = "\n\nShare this:\n\nRelated Posts\n\nLeave a Reply\n\nYour email address will not be published.\n"


@functools.cache
def engine() -> Engine:
    return Engine([rule for rule in rulefile.load(rulefile.shipped()) if rule.family == "boilerplate"])


def warnings(text: str) -> list[str]:
    return [f"{d.rule}: {d.found}" for d in engine().check(from_text(text, "t")) if d.level > Level.NOTE]


def weighed(text: str) -> list[str]:
    return [d.found for d in engine().check(from_text(text, "t")) if d.rule == "boilerplate/page-lines"]


def test_there_are_lists_of_many_sorts() -> None:
    assert len(TEXTS) == 24


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nothing_is_said_of_a_list_alone(path: pathlib.Path) -> None:
    assert warnings(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("spaced", [True, False], ids=["spaced", "dense"])
def test_left_overs_around_a_list_do_not_speak_for_it(path: pathlib.Path, spaced: bool) -> None:
    text = path.read_text(encoding="utf-8").rstrip("\n")
    for page in (text + BELOW, ABOVE + text + BELOW):
        assert weighed(page if spaced else page.replace("\n\n", "\n")) == []
