"""Names held against the source: slips, exchanged names, what the document does elsewhere; adapted names are left alone."""

from __future__ import annotations

import pytest

from lint import rulefile
from lint.bilingual.sounds import distance, latin, sounds
from lint.engine import Engine
from lint.formats import from_text

ENGINE = Engine([rule for rule in rulefile.load(rulefile.shipped()) if rule.id.startswith("translation/source-name")])


def found(*lines: str) -> list[tuple[int, str, str, tuple[str, ...]]]:
    diagnostics = ENGINE.check(from_text("\n".join([*lines, ""]), "a.tsv", "tsv"))
    return [(d.line, d.found, d.message, d.replacements) for d in diagnostics]


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        ("clinton", "Клинтона", 0),
        ("khalilzad", "خليلزاد", 0),
        ("washington", "واشنطن", 0),
        ("conrad", "コンラッド", 0),
        ("anna", "안나", 0),
        ("netanyahu", "נתניהו", 0),
        ("papadopoulos", "Παπαδόπουλος", 0),
        ("shakespeare", "Шекспир", 0),
        ("obama", "وأوباما", 0),
        ("khalizad", "خلیلزاد", 1),
        ("delfador", "Клинтон", 3),
    ],
)
def test_names_sound_alike_in_all_scripts(name: str, word: str, expected: int) -> None:
    assert distance(latin(name), sounds(word), 2, 3) == expected


def test_a_name_that_is_copied_elsewhere_is_copied_here() -> None:
    assert found(
        "fr\ten",
        "Elle a vu Wesmere de loin.\tShe saw Wesmere from afar.",
        "Il revint de Wesmere avec son pain.\tHe came back from Wesmire with his bread.",
        "Nul ne vit Konrad à Wesmere.\tNobody saw Tarvenkoski in Wesmere.",
        "Le pain de Konrad fut bon.\tThe bread of Konrad was good.",
    ) == [
        (3, "Wesmire", "The source has 'Wesmere'; the translation has 'Wesmire'.", ("Wesmere",)),
        (4, "Tarvenkoski", "The source has 'Konrad'; the translation has 'Tarvenkoski'.", ("Konrad",)),
    ]


def test_a_spelling_that_the_translation_keeps_is_a_choice() -> None:
    lines = [f"Elle a vu Knalga {n} fois.\tShe saw Kanalga {n} times." for n in ("deux", "trois", "cinq")]
    assert found("fr\ten", *lines) == []


def test_across_scripts_the_form_used_elsewhere_decides() -> None:
    assert found(
        "ru\ten",
        "Она видела Тарвенкоски.\tShe saw Tarvenkoski again.",
        "Никто не видел Тарвенкоски.\tNobody had seen Tarvenkoski.",
        "Хлеб был у Тарвенкоски.\tThe bread was with Tarvenkaski.",
    ) == [(4, "Tarvenkaski", "The source has 'Тарвенкоски'; the translation has 'Tarvenkaski', elsewhere 'Tarvenkoski'.", ())]


def test_chinese_and_one_language_are_not_judged() -> None:
    assert found("zh\ten", "市长克林顿说话了。\tMayor Clifton spoke.") == []
    assert found("en\ten", "She saw Konrad.\tShe saw Konrod.") == []
