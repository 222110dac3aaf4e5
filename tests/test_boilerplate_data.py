"""The phrase files of the boilerplate family: sorted, without doubles, each in use, nothing in them that is a line of ordinary articles."""

from __future__ import annotations

import os
from collections import Counter

import pytest

from lint import rulefile
from lint.errors import RuleError
from lint.kinds.phrases import normalise_line
from lint.yamlfile import load

FOLDER = os.path.join(rulefile.shipped(), "_data", "boilerplate")
LEARNED = ("interface-words", "line-weights")
"""Written by bench/train_lines.py; no phrases."""
FILES = sorted(name.removesuffix(".yaml") for name in os.listdir(FOLDER) if name.endswith(".yaml") and name[:-5] not in LEARNED)
WEAK = ("menu", "menu-mark", "section-word", "stray-word")
ORDINARY = {
    "Home",
    "Close",
    "Edit",
    "May",
    "March",
    "News",
    "Sport",
    "Opinion",
    "World",
    "Search",
    "Top",
    "Share",
    "Next",
    "Video",
    "Photo",
    "Source",
}


def phrases(name: str) -> dict[str, list[str]]:
    value: dict[str, list[str]] = load(os.path.join(FOLDER, f"{name}.yaml"), RuleError).value
    return value


@pytest.mark.parametrize("name", FILES)
def test_a_file_maps_languages_to_sorted_phrases(name: str) -> None:
    for language, listed in phrases(name).items():
        assert 2 <= len(language) <= 3
        assert language.isascii()
        assert language.islower()
        assert listed == sorted(set(listed))


@pytest.mark.parametrize("name", FILES)
def test_a_phrase_stands_once_whatever_its_case_and_marks(name: str) -> None:
    if name in ("menu", "menu-mark"):
        count = Counter((language, normalise_line(p)) for language, listed in phrases(name).items() for p in listed)
    else:
        count = Counter(normalise_line(p) for listed in phrases(name).values() for p in listed)
    assert [key for key, n in count.items() if n > 1] == []


def test_a_phrase_belongs_to_one_rule() -> None:
    owners: dict[str, list[str]] = {}
    for name in FILES:
        if name not in ("menu", "menu-mark"):
            for listed in phrases(name).values():
                for phrase in listed:
                    owners.setdefault(normalise_line(phrase), []).append(name)
    assert {phrase: names for phrase, names in owners.items() if len(names) > 1} == {}


def test_each_file_is_used_by_a_rule() -> None:
    used = set()
    for file in rulefile.rule_files(rulefile.shipped()):
        if os.path.basename(os.path.dirname(file)) == "boilerplate":
            value = load(file, RuleError).value
            for key, names in value.items():
                if key.endswith("_from"):
                    used.update(names if isinstance(names, list) else [names])
    assert sorted(used) == sorted((*FILES, *LEARNED))


def test_weights_are_rounded_and_words_of_interfaces_sorted() -> None:
    weights, words = (load(os.path.join(FOLDER, f"{name}.yaml"), RuleError).value for name in reversed(LEARNED))
    assert [name for name, value in weights.items() if value != round(value, 2)] == []
    assert list(weights) == sorted(weights)
    assert words == sorted(set(words))


def test_words_of_ordinary_articles_need_company() -> None:
    ordinary = {normalise_line(word) for word in ORDINARY}
    strong = {normalise_line(p): name for name in FILES if name not in WEAK for listed in phrases(name).values() for p in listed}
    assert {phrase: name for phrase, name in strong.items() if phrase in ordinary} == {}


def test_an_error_needs_two_words_or_an_unmistakable_one() -> None:
    single = []
    for rule in rulefile.load(rulefile.shipped(), cache=False):
        if rule.family == "boilerplate" and rule.level.label == "error" and rule.kind == "phrases":
            value = load(rule.path, RuleError).value
            listed = phrases(value["phrases_from"])["en"]
            single += [p for p in listed if len(normalise_line(p).split()) < 2]
    assert sorted(single) == ["AdChoices", "Trackbacks/Pingbacks"]


def test_the_marks_of_a_menu_are_words_of_menus() -> None:
    menu = {(language, normalise_line(p)) for language, listed in phrases("menu").items() for p in listed}
    assert {(language, normalise_line(p)) for language, listed in phrases("menu-mark").items() for p in listed} - menu == set()


LANGUAGES = {
    ("comment-form", "comment-thread", "comment-prompt"): 50,
    ("share", "share-prompt"): 40,
    ("read-more", "related", "story-list"): 45,
    ("cookie", "cookie-prompt"): 35,
    ("newsletter", "newsletter-prompt"): 25,
    ("follow", "share-prompt"): 40,
    ("footer",): 35,
    ("tags",): 25,
    ("published",): 25,
    ("byline",): 20,
    ("image-label",): 25,
    ("ad-label", "advertisement"): 28,
    ("paywall", "paywall-prompt", "login"): 25,
    ("counter",): 30,
}
"""At least so many languages for what pages print most often, by the files that hold it."""


@pytest.mark.parametrize("names", LANGUAGES, ids=lambda names: names[0])
def test_common_phrases_exist_in_many_languages(names: tuple[str, ...]) -> None:
    assert len({language for name in names for language in phrases(name)}) >= LANGUAGES[names]
