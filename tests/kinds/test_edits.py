"""Edits: what each proposal proposes, before a model decides."""

import pytest

from lint.formats import from_text
from lint.kinds import edits
from lint.model import Level, Rule, Settings


def found(text: str, **keys: object) -> list[tuple[str, tuple[str, ...]]]:
    rule = Rule("x/y", "edits", Level.WARNING, "m", "w", edits.Options(**keys))  # type: ignore[arg-type]
    document = from_text(text, "t")
    return [(document.text(hit.span), hit.replacements) for hit in edits.compile([rule], Settings())(document)]


@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        (
            "in room, in old room, in-room",
            {"propose": "article", "nouns": ["room"], "adjectives": ["old"], "after": ["in"]},
            [("in room", ("in the room", "in a room")), ("in old room", ("in the old room", "in an old room"))],
        ),
        ("in room-mate, in, room, of room", {"propose": "article", "nouns": ["room"], "after": ["in"]}, []),
        (
            "For city of old 3 box, 2-day, old 1 box",
            {"propose": "number", "nouns": ["city", "box", "day"], "after": ["for", "#"]},
            [("For city", ("For cities",)), ("3 box", ("3 boxes",))],
        ),
        ("The the man man, man had had, man-man", {"propose": "doubled", "leave": ["had"]}, [("The the", ("The",)), ("man man", ("man",))]),
        ("It depends of it, independs of", {"propose": "swap", "pairs": {"depends of": "depends on"}}, [("depends of", ("depends on",))]),
        ("want go, want a go", {"propose": "insert", "after": ["want"], "before": ["go"], "word": "to"}, [("want go", ("want to go",))]),
        (
            "The man were old, but the men of the man were",
            {"propose": "agreement", "nouns": ["man"], "after": ["the"], "pairs": {"were": "was"}},
            [("The man were", ("The man was",))],
        ),
    ],
)
def test_proposals(text: str, keys: dict[str, object], expected: list[object]) -> None:
    assert found(text, **keys) == expected


def test_a_proposal_without_its_lists_is_refused() -> None:
    assert list(edits.problems(edits.Options("article", nouns=["room"]))) == [("propose", "'article' needs the key `after`")]
    assert list(edits.problems(edits.Options("doubled"))) == []
