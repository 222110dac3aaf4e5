"""Fixed expressions with words exchanged: places, proposals in the found text's case and number, and what is left alone."""

from __future__ import annotations

import pathlib

import pytest

from lint.datafolder import data_folder
from lint.document import Document, Segment
from lint.expressions.build import build, substitutions
from lint.expressions.find import find
from lint.expressions.index import ExpressionsError, Index
from lint.kinds.expressions import Options, compile, is_english
from lint.model import Level, Rule, Settings

FOLDER = f"{data_folder()}/_data/expressions"
INDEX = Index(f"{FOLDER}/shipped.idx")


def found(text: str) -> list[tuple[str, str, bool]]:
    document = Document("x", text, text, (Segment(0, len(text), 0, len(text)),))
    return [(document.text(f.span), f.right, f.name) for f in find(document, INDEX)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She has kidney disappointment.", [("kidney disappointment", "kidney failure", False)]),
        ("KIDNEY DISAPPOINTMENT is rare.", [("KIDNEY DISAPPOINTMENT", "KIDNEY FAILURE", False)]),
        ("Two bosom malignancies.", [("bosom malignancies", "breast cancers", False)]),
        ("In the Joined Together States of America.", [("Joined Together States of America", "United States of America", True)]),
        ("A sun-powered panel.", [("sun-powered panel", "solar panel", False)]),
        ("A kidney, disappointment and a bosom.", []),
        ("Bosom Malignancy Limited baked bread.", []),
        ("The breast cancer and the solar panel.", []),
        ("The Public Health Service wrote.", []),
        ("The World Wellbeing Organization wrote.", [("World Wellbeing Organization", "World Health Organization", True)]),
        ("Wellbeing care for a wellbeing system.", []),
        ("The Security Committee met.", []),
        ("A patient’s kidney disappointment’s cause.", [("kidney disappointment’s", "kidney failure", False)]),
        ("“Kidney disappointment”, he said.", [("Kidney disappointment", "Kidney failure", False)]),
    ],
)
def test_findings(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("before", range(3670, 4010, 20))
def test_a_long_paragraph_is_read_in_pieces_that_share_their_ends(before: int) -> None:
    text = ("flour " * 700)[:before] + " bosom malignancy " + "flour " * 700
    assert found(text) == [("bosom malignancy", "breast cancer", False)]


def test_the_words_of_a_document_are_not_kept() -> None:
    document = Document("x", "Bosom malignancy.", "Bosom malignancy.", (Segment(0, 17, 0, 17),))
    assert [finding.right for finding in find(document, INDEX)] == ["Breast cancer"]
    assert "words" not in vars(document)


def levels(text: str) -> list[tuple[str, Level | None]]:
    document = Document("x", text, text, (Segment(0, len(text), 0, len(text)),))
    rule = Rule("translation/x", "expressions", Level.WARNING, "", "", Options("terms"))
    return [(document.text(hit.span), hit.level) for hit in compile([rule], Settings())(document)]


def test_two_different_terms_near_each_other_are_more_than_notes() -> None:
    assert levels("Bosom malignancy. Bosom malignancy.") == [("Bosom malignancy", Level.NOTE)] * 2
    assert levels("Bosom malignancy. Kidney disappointment.") == [("Bosom malignancy", None), ("Kidney disappointment", None)]
    far = levels("Bosom malignancy. " + "Flour is dear. " * 401 + "Kidney disappointment.")
    assert far == [("Bosom malignancy", Level.NOTE), ("Kidney disappointment", Level.NOTE)]


def test_what_the_model_knows_as_english_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_english("public information", "public knowledge")
    assert is_english("a food-item", "a food product")
    assert not is_english("bosom malignancy", "breast cancer")
    monkeypatch.setattr("lint.kinds.expressions.is_english", lambda found, right: found == "Bosom malignancy")
    assert levels("Bosom malignancy. Kidney disappointment.") == [("Kidney disappointment", Level.NOTE)]


def test_the_shipped_index_is_built_from_the_lists() -> None:
    assert pathlib.Path(FOLDER, "shipped.idx").read_bytes() == build(FOLDER)


def test_a_damaged_index_is_refused(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "x.idx"
    file.write_bytes(pathlib.Path(FOLDER, "shipped.idx").read_bytes()[:-8])
    with pytest.raises(ExpressionsError, match="is cut short"):
        Index(str(file))


def test_a_wrong_row_is_named(tmp_path: pathlib.Path) -> None:
    (tmp_path / "substitutions.tsv").write_text("bosom\tbreast\tcertain\tpaper\tx\n", encoding="utf-8")
    with pytest.raises(ExpressionsError, match=r"substitutions\.tsv:1: expected wrong, right, sure or usual or names or loose"):
        list(substitutions(str(tmp_path)))
