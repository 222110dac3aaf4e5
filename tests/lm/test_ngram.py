"""The n-gram model: training, its file, and the gain of an edit."""

import math

import pytest

from lint.lm.layout import ModelError, pack, unpack
from lint.lm.ngram import NgramVerifier
from lint.lm.tokens import tokens

TEXT = "The man walked into the room.\nThe dog ran into the house.\nHe has lived there for years.\nThey waited for years."


def test_tokens_classes_and_marks() -> None:
    text = "“Mr. Ghani’s 12,000 men”, he said in 2021: it's over."
    words = [word for word, _ in tokens(text)]
    assert words == ["mr", ".", "ghani", "'s", "<num>", "men", ",", "he", "said", "in", "<year>", ",", "it's", "over", "."]
    assert [word for word, capital in tokens(text) if capital] == ["ghani"]


def test_probabilities_sum_to_one(small_model: str) -> None:
    verifier = NgramVerifier(small_model)
    words = {word for line in TEXT.splitlines() for word in verifier.words(line)} | {"<unk>", "<name>", "<num>", "<year>"}
    for context in (("into", "the"), ("for", "years"), ("man", "for"), ("room", "they")):
        total = sum(math.exp(verifier.logprob(*context, word)) for word in words if verifier._one.find(word) >= 0 and word != "<s>")
        assert total == pytest.approx(1, abs=0.1)


def test_gain_is_that_of_the_whole_sentence(small_model: str) -> None:
    verifier = NgramVerifier(small_model)
    original, edited = "The man walked into room.", "The man walked into the room."
    whole = [verifier.words(text) for text in (original, edited)]
    sums = [sum(verifier.logprob(*words[i - 2 : i + 1]) for i in range(2, len(words))) for words in whole]
    assert verifier.gain(original, edited) == pytest.approx(sums[1] - sums[0])
    assert verifier.gain(original, edited) == pytest.approx(-verifier.gain(edited, original))
    assert verifier.gain(original, edited) > 3
    assert verifier.gain(original, original) == 0


def test_training_twice_gives_the_same_bytes(small_model: str) -> None:
    with open(small_model, "rb") as file:
        data = file.read()
    sections = unpack(memoryview(data), small_model)
    assert pack({name: bytes(part) for name, part in sections.items()}) == data


@pytest.mark.parametrize(
    ("change", "said"),
    [(lambda d: b"x" + d[1:], "no language model"), (lambda d: d[:-1], "damaged"), (lambda d: d[:-1] + bytes([d[-1] ^ 1]), "damaged")],
)
def test_a_file_that_is_not_whole_is_refused(small_model: str, tmp_path: object, change: object, said: str) -> None:
    with open(small_model, "rb") as file:
        data = file.read()
    path = f"{tmp_path}/bad.lm"
    with open(path, "wb") as file:
        file.write(change(data))  # type: ignore[operator]
    with pytest.raises(ModelError, match=said):
        NgramVerifier(path)


def test_a_missing_file_is_named(tmp_path: object) -> None:
    with pytest.raises(ModelError, match=r"none\.lm: the language model can't be read"):
        NgramVerifier(f"{tmp_path}/none.lm")


def test_the_shipped_model_is_small_and_knows_english() -> None:
    verifier = NgramVerifier()
    assert len(verifier._map) < 15_000_000
    assert verifier.gain("They have been here for year.", "They have been here for years.") > 3
    assert verifier.gain("He goes to school every day.", "He goes to the school every day.") < 0
