"""Edits: what each proposal proposes, before a model decides."""

import pytest

from lint.formats import from_text
from lint.kinds import RuleCrash, edits, proposals
from lint.model import Level, Rule, Settings


def found(text: str, model: str = "ngram", **keys: object) -> list[tuple[str, tuple[str, ...]]]:
    rule = Rule("x/y", "edits", Level.WARNING, "m", "w", edits.Options(**keys))  # type: ignore[arg-type]
    document = from_text(text, "t")
    return [(document.text(hit.span), hit.replacements) for hit in edits.compile([rule], Settings(lm_model=model))(document)]


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
        (
            "want go, want a go, want go-cart",
            {"propose": "insert", "after": ["want"], "before": ["go"], "word": "to"},
            [("want go", ("want to go",))],
        ),
        (
            "The man were old, but the men of the man were",
            {"propose": "agreement", "nouns": ["man"], "after": ["the"], "pairs": {"were": "was"}},
            [("The man were", ("The man was",))],
        ),
    ],
)
def test_proposals(text: str, keys: dict[str, object], expected: list[object]) -> None:
    assert found(text, **keys) == expected


def test_firm_nouns_alone_follow_a_bare_preposition_unless_the_model_is_neural() -> None:
    keys = {"propose": "number", "nouns": ["city", "year"], "firm": ["year"], "bare": ["for", "of"], "after": ["many", "#"]}
    text = "He ate for year of bread, in many city and in 6 city, many city roads, a sort of year, Bray 2 city, the 3 city, 1995 city."
    assert found(text, **keys) == [("for year", ("for years",)), ("many city", ("many cities",)), ("6 city", ("6 cities",))]
    wide = [old for old, _ in found(text, "neural", **keys)]
    assert wide == ["for year", "of bread", "many city", "many city", "6 city", "of year"]


def test_an_article_is_proposed_where_the_noun_phrase_ends_and_by_a_neural_model_anywhere() -> None:
    keys = {"propose": "article", "nouns": ["room"], "firm": ["room"], "adjectives": ["old"], "after": ["in"]}
    text = "It was in room of bread, in room service."
    assert found(text, **keys) == [("in room", ("in the room", "in a room"))]
    wide = found(text, "neural", **keys)
    assert [old for old, _ in wide] == ["in room", "in room", "of bread", "room service"]


def test_words_are_whole_and_alike() -> None:
    text = "The teach-in in May; a large-scale scale, it's the the' end of the_the or o'clock clock."
    assert found(text, propose="doubled") == [("the the", ("the",))]


def test_a_rule_without_a_margin_for_the_model_proposes_nothing() -> None:
    rule = Rule("x/y", "edits", Level.WARNING, "m", "w", edits.Options("doubled"), verify="lm", margins={"neural": 1})
    assert list(edits.compile([rule], Settings())(from_text("The the end.", "t"))) == []


def test_what_its_words_alone_speak_against_goes_no_further() -> None:
    options = edits.Options("swap", pairs={"of the": "the of", "many year": "many years"})
    rule = Rule("x/y", "edits", Level.WARNING, "m", "w", options, verify="lm", margins={"ngram": 4})
    document = from_text("One of the men had many year.", "t")
    assert [document.text(hit.span) for hit in edits.compile([rule], Settings())(document)] == ["many year"]


def test_a_rule_that_raises_is_named_and_the_others_run(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [
        Rule(f"x/{name}", "edits", Level.WARNING, "m", "w", options)
        for name, options in (("a", edits.Options("swap", pairs={"for year": "for years"})), ("b", edits.Options("doubled")))
    ]

    def broken(words: object, i: int) -> object:
        raise ValueError(i)

    monkeypatch.setitem(proposals._PROPOSERS, "swap", lambda number, options: ({"year"}, None, broken))
    check = edits.compile(rules, Settings())
    hits = iter(check(from_text("The the end for year.", "t")))
    assert next(iter(hits)).rule.id == "x/b"
    with pytest.raises(RuleCrash) as caught:
        next(iter(hits))
    assert caught.value.rule == "x/a"


def test_a_proposal_without_its_lists_is_refused() -> None:
    assert list(edits.problems(edits.Options("article", nouns=["room"]))) == [("propose", "'article' needs the key `after`")]
    assert list(edits.problems(edits.Options("doubled"))) == []
