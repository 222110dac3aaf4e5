"""A llama-like GGUF model in numpy: the log probability of a text, one thread, no generation."""

from __future__ import annotations

from typing import Any

import gguf
import numpy as np
from gguf.quants import dequantize
from tokenizers import Tokenizer, models, pre_tokenizers

from .layout import ModelError

Array = Any


class Llama:
    """The weights as float32 and the tokenizer of one file: 540 MB of memory for 135 million parameters."""

    def __init__(self, path: str) -> None:
        """Read a GGUF file. Raises ModelError for one that holds another kind of model."""
        try:
            reader = gguf.GGUFReader(path)
            kind = reader.fields["general.architecture"].contents()
            words = reader.fields["tokenizer.ggml.tokens"].contents()
            merges = [tuple(merge.split(" ")) for merge in reader.fields["tokenizer.ggml.merges"].contents()]
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{path}: this is no GGUF model with a byte-pair tokenizer ({error}); name another one in lm.model") from None
        if kind != "llama":
            raise ModelError(f"{path}: a model of kind '{kind}'; presscheck reads llama-like models: name another one in lm.model")

        def number(key: str) -> Any:
            return reader.fields[f"llama.{key}"].contents()

        self._layers, self._heads = int(number("block_count")), int(number("attention.head_count"))
        self._groups, self._small = int(number("attention.head_count_kv")), float(number("attention.layer_norm_rms_epsilon"))
        self._width = int(number("embedding_length")) // self._heads
        self._base = float(number("rope.freq_base"))
        self._start = int(reader.fields["tokenizer.ggml.bos_token_id"].contents()) if "tokenizer.ggml.bos_token_id" in reader.fields else 0
        self._weights = {t.name: np.asarray(dequantize(t.data, t.tensor_type), np.float32) for t in reader.tensors}
        self._output = self._weights.get("output.weight", self._weights["token_embd.weight"])
        self._tokenizer = Tokenizer(models.BPE(vocab={word: i for i, word in enumerate(words)}, merges=merges))
        self._tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
        )

    def score(self, text: str) -> float:
        """The log probability of a text, in nats."""
        ids = [self._start, *self._tokenizer.encode(text).ids][:512]
        logits = self._hidden(np.array(ids[:-1])) @ self._output.T
        logits -= logits.max(-1, keepdims=True)
        return float((logits[np.arange(len(ids) - 1), ids[1:]] - np.log(np.exp(logits).sum(-1))).sum())

    def _norm(self, x: Array, weight: Array) -> Array:
        return x / np.sqrt((x * x).mean(-1, keepdims=True) + self._small) * weight

    def _turned(self, x: Array) -> Array:
        """Rotary positions, on neighbouring pairs as GGUF lays llama's heads out; x is (heads, places, width)."""
        angle = np.arange(x.shape[1])[:, None] * self._base ** (-np.arange(0, self._width, 2) / self._width)
        cosine, sine = np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)
        out = np.empty_like(x)
        out[..., 0::2] = x[..., 0::2] * cosine - x[..., 1::2] * sine
        out[..., 1::2] = x[..., 0::2] * sine + x[..., 1::2] * cosine
        return out

    def _hidden(self, ids: Array) -> Array:
        w, n = self._weights, len(ids)
        x = w["token_embd.weight"][ids]
        mask = np.triu(np.full((n, n), -np.inf, np.float32), 1)
        for i in range(self._layers):
            block = f"blk.{i}."
            y = self._norm(x, w[block + "attn_norm.weight"])
            query, key, value = (
                (y @ w[f"{block}attn_{part}.weight"].T).reshape(n, heads, self._width).transpose(1, 0, 2)
                for part, heads in (("q", self._heads), ("k", self._groups), ("v", self._groups))
            )
            shared = self._heads // self._groups
            key, value = self._turned(key).repeat(shared, 0), value.repeat(shared, 0)
            attention = self._turned(query) @ key.transpose(0, 2, 1) / np.sqrt(self._width) + mask
            attention = np.exp(attention - attention.max(-1, keepdims=True))
            attention /= attention.sum(-1, keepdims=True)
            x = x + (attention @ value).transpose(1, 0, 2).reshape(n, -1) @ w[block + "attn_output.weight"].T
            y = self._norm(x, w[block + "ffn_norm.weight"])
            gate = y @ w[block + "ffn_gate.weight"].T
            x = x + (gate / (1 + np.exp(-gate)) * (y @ w[block + "ffn_up.weight"].T)) @ w[block + "ffn_down.weight"].T
        return self._norm(x, w["output_norm.weight"])
