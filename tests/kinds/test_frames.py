"""Frames: items over the lexicon's classes, spans, and what is refused."""

from __future__ import annotations

import pytest

from lint.formats import from_text
from lint.frames.expression import FrameError, expression, read
from lint.frames.lexicon import TOKEN, Codes, forms, kind_of, verbs
from lint.kinds.frames import Options, compile, problems
from lint.kinds.frameset import FrameSet
from lint.model import Level, Rule, Settings


def found(text: str, *frames: str, **keys: object) -> list[str]:
    """The texts that a rule with these frames finds."""
    rule = Rule("test/frames", "frames", Level.WARNING, "'{found}'", "", Options(list(frames), **keys))  # type: ignore[arg-type]
    document = from_text(text, "text")
    return [document.text(hit.span) for hit in compile([rule], Settings())(document)]


@pytest.mark.parametrize(
    ("text", "frame", "expected"),
    [
        ("The flood was arrive at noon.", "was [ VB! ]", ["arrive"]),
        ("The Flood Was Arrive at noon.", "was VB!", []),
        ("Was he there? THE END", "START was", ["Was"]),
        ("It rained. They goes home.", "START they VBZ!", ["They goes"]),
        ("It rained, they goes home.", "START they VBZ!", []),
        ("“They goes home,” she said.", "START [ they VBZ! ]", ["They goes"]),
        ("He has gone, she has went.", "=have ~gone", ["has went"]),
        ("They won't accepted it.", "won't VBD+VBN!", ["won't accepted"]),
        ("They won’t accepted it.", "won't VBD+VBN!", ["won’t accepted"]),
        ("a very, very old mill", "very ,? very? JJ", ["very, very old"]),
        ("two 12-year-old boys and 3.5 mills", "NUM NNS", ["3.5 mills"]),
        ("Why the mill is shut? It is shut.", "why [ the NN is ] WORD ASK", ["the mill is"]),
        ("Why the mill is in town shut? It is.", "START why [ the NN is ] ~STOP* WORD ASK", ["the mill is"]),
        ("Why it rained. The mill is shut?", "START why [ it ] ~STOP* WORD ASK", []),
        ("The mill is shut. Shut", "shut END", ["shut", "Shut"]),
        ("ten bakers, ten Bakers", "ten ^NNS", ["ten Bakers"]),
    ],
)
def test_finds(text: str, frame: str, expected: list[str]) -> None:
    assert found(text, frame) == expected


def test_lists_and_unless() -> None:
    text = "They reached to a deal. They reached to the deal."
    assert found(text, "[ @verb to ] a|the", lists={"verb": ["=reach", "=enter"]}) == ["reached to", "reached to"]
    assert found(text, "[ @verb to ] a|the", lists={"verb": ["=reach"]}, unless=["to a"]) == ["reached to"]


def test_quotations_are_left_out_on_demand() -> None:
    text = "“They goes,” she said. They goes."
    assert found(text, "they goes") == ["They goes", "They goes"]
    assert found(text, "they goes", quoted=False) == ["They goes"]


def test_offsets_after_characters_beyond_ascii() -> None:
    assert found("Çırağan 🙂 – they goes", "they goes") == ["they goes"]


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        ("=florp", "'=florp': the lexicon has no verb 'florp'"),
        ("@things", "'@things': there is no list 'things'"),
        ("NNX", "'NNX': there is no class 'NNX'"),
        ("a Word", "'Word': 'Word' is neither a word in lower case nor a class, =verb or @list"),
        ("~START", "'~START': START, END and PUNCT can't be denied; name the marks"),
        ("[ ]", "'[ ]' has no item"),
    ],
)
def test_refusals(frame: str, reason: str) -> None:
    assert list(problems(Options([frame]))) == [("frames", reason)]


def test_no_frames() -> None:
    assert list(problems(Options([]))) == [("frames", "expected at least one frame")]


def test_codes_are_two_characters() -> None:
    codes = Codes(["the", "mill"])
    row = [codes[token] for token in TOKEN.findall("The mill’s 12 mills, the Mill-Owner?")]
    assert {len(code) for code in row} == {2}
    assert codes["the"][1] == codes["The"][1] != codes["mill"][1]


def test_lexicon() -> None:
    assert [kind_of(w, w.lower()) for w in ("the", "mills", "Mills", "12", "baker's", "xyzzy", "well-made")] == [
        "FW",
        "NNS/VBZ",
        "CAP/NNS/VBZ",
        "NUM",
        "POSS",
        "UNK",
        "HYPH",
    ]
    assert verbs()["go"] == ["go", "goes", "went", "gone", "going"]
    assert forms()["arrive"] == "VB"


def test_expression_has_the_group_found() -> None:
    with pytest.raises(FrameError):
        read("=florp", {})
    exact, loose = expression(read("was [ VB! ]", {}), Codes(["was"]).words)
    assert exact.count("(?P<found>") == 1
    assert "(?P<" not in loose


def test_short_and_long_texts_say_the_same() -> None:
    short = "They goes home. He has went. It was arrive in May."
    frames = ["they VBZ!", "=have went", "was [ VB! ]", "they ~goes"]
    expected = ["They goes", "has went", "arrive"]
    assert found(short, *frames) == sorted(expected, key=expected.index)
    assert found(short + "\n\n" + "The mill is old. " * 400, *frames) == expected


def test_many_short_texts_go_over_to_the_set() -> None:
    frames = FrameSet([read("they VBZ!", {})], Codes(["they"]).words)
    assert [frames.narrowed([""], 10) for _ in range(10)] == [[]] * 8 + [None] * 2
    assert frames.narrowed([""], 3_000) is None
