"""The neural model: a GGUF file of one layer that does nothing, so that each word depends on the one before alone."""

import math
import pathlib

import pytest

from lint.lm.layout import ModelError
from lint.lm.verifier import opened

np = pytest.importorskip("numpy")
gguf = pytest.importorskip("gguf")
pytest.importorskip("tokenizers")

WORDS = ["<s>", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "ij"]


def written(folder: pathlib.Path, kind: str = "llama") -> str:
    """A model in which every letter makes the next one of the alphabet e times likelier than any other."""
    path, n = str(folder / "small.gguf"), len(WORDS)
    writer = gguf.GGUFWriter(path, kind)
    writer.add_block_count(1)
    writer.add_embedding_length(n)
    writer.add_head_count(2)
    writer.add_head_count_kv(1)
    writer.add_layer_norm_rms_eps(0.0)
    writer.add_rope_freq_base(10000.0)
    writer.add_token_list(WORDS)
    writer.add_token_merges(["i j"])
    writer.add_bos_token_id(0)
    zero, half = np.zeros((n, n), np.float32), np.zeros((n // 2, n), np.float32)
    writer.add_tensor("token_embd.weight", np.eye(n, dtype=np.float32))
    writer.add_tensor("output.weight", np.eye(n, k=-1, dtype=np.float32) / np.float32(math.sqrt(n)))
    for name, tensor in (
        ("attn_q", zero),
        ("attn_k", half),
        ("attn_v", half),
        ("attn_output", zero),
        ("ffn_gate", zero),
        ("ffn_up", zero),
        ("ffn_down", zero),
        ("attn_norm", np.ones(n, np.float32)),
        ("ffn_norm", np.ones(n, np.float32)),
    ):
        writer.add_tensor(f"blk.0.{name}.weight", tensor)
    writer.add_tensor("output_norm.weight", np.ones(n, np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def test_gain_is_what_the_weights_say(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSCHECK_CACHE", str(tmp_path))
    verifier = opened(written(tmp_path))
    assert verifier.name == "neural"
    likely, whole = 1.0, math.log(math.e + len(WORDS) - 1)
    for original, edited, gain in (
        ("abd", "abc", likely),
        ("abc", "ab", whole - likely),
        ("abc", "abc", 0.0),
        ("bd", "abc", 3 * likely - whole),
    ):
        assert verifier.gain(original, edited) == pytest.approx(gain, abs=1e-4)
        assert verifier.gain(original, edited) == pytest.approx(gain, abs=1e-4)


def test_another_kind_of_model_is_refused(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSCHECK_CACHE", str(tmp_path))
    with pytest.raises(ModelError, match="a model of kind 'gpt2'; presscheck reads llama-like models"):
        opened(written(tmp_path, "gpt2")).gain("a", "b")
