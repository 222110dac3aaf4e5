"""Gives the tests of language models their small model, trained here."""

import os
import subprocess
import sys

import pytest

TEXT = "\n".join(
    ["The man walked into the room.", "The dog ran into the house.", "He has lived there for years.", "They waited for years."] * 20
)


@pytest.fixture(scope="session")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Path of a model of four sentences."""
    folder = tmp_path_factory.mktemp("lm")
    text, model = folder / "text.txt", folder / "small.lm"
    text.write_text(TEXT, encoding="utf-8")
    script = os.path.join(os.path.dirname(__file__), "..", "..", "bench", "train_lm.py")
    subprocess.run([sys.executable, script, str(text), "-o", str(model)], check=True, capture_output=True)
    return str(model)
