# SPDX-License-Identifier: Apache-2.0
"""A CTranslate2 Whisper file read as the model openai-whisper builds: names, shapes and raw arrays, no pickle."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from whisper.model import ModelDimensions, Whisper

SPEC = "WhisperSpec"
VERSION = 6
DTYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}

Array = NDArray[np.generic]
Tensors = dict[str, torch.Tensor]


def whisper_from_ctranslate2(folder: Path) -> Whisper:
    """The model in `folder`, as float32. Raises ValueError where `model.bin` is no Whisper in the known format."""
    arrays = _read(folder / "model.bin")
    dims = _dimensions(arrays)
    state: Tensors = {}
    _stem(arrays, state)
    for index in range(dims.n_audio_layer):
        _block(arrays, f"encoder/layer_{index}", f"encoder.blocks.{index}", state)
    for index in range(dims.n_text_layer):
        _block(arrays, f"decoder/layer_{index}", f"decoder.blocks.{index}", state)
    model = Whisper(dims)
    model.load_state_dict(state, assign=True)
    _mark_alignment_heads(model, folder)
    return model.requires_grad_(False).eval()


def _read(file: Path) -> dict[str, Array]:
    data = memoryview(file.read_bytes())
    cursor = _Cursor(data)
    version, spec, _revision = cursor.number("<I"), cursor.name(), cursor.number("<I")
    if version != VERSION or spec != SPEC:
        raise ValueError(f"{file} is not a Whisper model in the CTranslate2 format {VERSION}")
    return dict(_arrays(cursor, cursor.number("<I")))


def _arrays(cursor: _Cursor, count: int) -> Iterator[tuple[str, Array]]:
    for _ in range(count):
        name = cursor.name()
        shape = [cursor.number("<I") for _ in range(cursor.number("<B"))]
        dtype = DTYPES[cursor.number("<B")]
        yield name, np.frombuffer(cursor.take(cursor.number("<I")), dtype=dtype).reshape(shape)


class _Cursor:
    def __init__(self, data: memoryview) -> None:
        self._data = data
        self._at = 0

    def take(self, size: int) -> memoryview:
        piece = self._data[self._at : self._at + size]
        if len(piece) != size:
            raise ValueError("the model file ends too early")
        self._at += size
        return piece

    def number(self, layout: str) -> int:
        (value,) = struct.unpack(layout, self.take(struct.calcsize(layout)))
        return int(value)

    def name(self) -> str:
        return bytes(self.take(self.number("<H"))).rstrip(b"\0").decode()


def _dimensions(arrays: dict[str, Array]) -> ModelDimensions:
    audio_ctx, audio_state = arrays["encoder/position_encodings/encodings"].shape
    text_ctx, text_state = arrays["decoder/position_encodings/encodings"].shape
    return ModelDimensions(
        n_mels=arrays["encoder/conv1/weight"].shape[1],
        n_audio_ctx=audio_ctx,
        n_audio_state=audio_state,
        n_audio_head=int(arrays["encoder/num_heads"]),
        n_audio_layer=_layers(arrays, "encoder"),
        n_vocab=arrays["decoder/embeddings/weight"].shape[0],
        n_text_ctx=text_ctx,
        n_text_state=text_state,
        n_text_head=int(arrays["decoder/num_heads"]),
        n_text_layer=_layers(arrays, "decoder"),
    )


def _layers(arrays: dict[str, Array], side: str) -> int:
    prefix = f"{side}/layer_"
    numbers = {name.removeprefix(prefix).split("/")[0] for name in arrays if name.startswith(prefix)}
    return sum(number.isdigit() for number in numbers)


def _tensor(array: Array) -> torch.Tensor:
    if array.dtype not in (np.float16, np.float32):
        raise ValueError("openai-whisper reads float16 or float32 weights, not quantised ones")
    return torch.from_numpy(array.astype(np.float32))


def _stem(arrays: dict[str, Array], state: Tensors) -> None:
    for conv in ("conv1", "conv2"):
        for part in ("weight", "bias"):
            state[f"encoder.{conv}.{part}"] = _tensor(arrays[f"encoder/{conv}/{part}"])
    _norm(arrays, "encoder/layer_norm", "encoder.ln_post", state)
    _norm(arrays, "decoder/layer_norm", "decoder.ln", state)
    state["encoder.positional_embedding"] = _tensor(arrays["encoder/position_encodings/encodings"])
    state["decoder.positional_embedding"] = _tensor(arrays["decoder/position_encodings/encodings"])
    state["decoder.token_embedding.weight"] = _tensor(arrays["decoder/embeddings/weight"])


def _block(arrays: dict[str, Array], source: str, target: str, state: Tensors) -> None:
    _attention(arrays, f"{source}/self_attention", f"{target}.attn", state)
    if f"{source}/attention/linear_0/weight" in arrays:
        _attention(arrays, f"{source}/attention", f"{target}.cross_attn", state)
    _linear(arrays, f"{source}/ffn/linear_0", f"{target}.mlp.0", state)
    _linear(arrays, f"{source}/ffn/linear_1", f"{target}.mlp.2", state)
    _norm(arrays, f"{source}/ffn/layer_norm", f"{target}.mlp_ln", state)


def _attention(arrays: dict[str, Array], source: str, target: str, state: Tensors) -> None:
    """Self-attention holds query, key, value and out in two arrays, cross-attention in three."""
    linears = sorted({name.split("/")[-2] for name in arrays if name.startswith(f"{source}/linear_")})
    inputs, out = linears[:-1], linears[-1]
    weights = torch.cat([_tensor(arrays[f"{source}/{linear}/weight"]) for linear in inputs])
    biases = torch.cat([_tensor(arrays[f"{source}/{linear}/bias"]) for linear in inputs])
    for part, weight, bias in zip(("query", "key", "value"), weights.chunk(3), biases.chunk(3), strict=True):
        state[f"{target}.{part}.weight"] = weight
        if part != "key":
            state[f"{target}.{part}.bias"] = bias
    _linear(arrays, f"{source}/{out}", f"{target}.out", state)
    _norm(arrays, f"{source}/layer_norm", f"{target}_ln", state)


def _linear(arrays: dict[str, Array], source: str, target: str, state: Tensors) -> None:
    state[f"{target}.weight"] = _tensor(arrays[f"{source}/weight"])
    state[f"{target}.bias"] = _tensor(arrays[f"{source}/bias"])


def _norm(arrays: dict[str, Array], source: str, target: str, state: Tensors) -> None:
    state[f"{target}.weight"] = _tensor(arrays[f"{source}/gamma"])
    state[f"{target}.bias"] = _tensor(arrays[f"{source}/beta"])


def _mark_alignment_heads(model: Whisper, folder: Path) -> None:
    """Say which attention heads follow the sound; without a list openai-whisper's own guess stays."""
    listed = json.loads((folder / "config.json").read_text(encoding="utf-8")).get("alignment_heads")
    if not listed:
        return
    heads = torch.zeros(model.dims.n_text_layer, model.dims.n_text_head, dtype=torch.bool)
    heads[tuple(torch.tensor(listed).T)] = True
    model.register_buffer("alignment_heads", heads.to_sparse(), persistent=False)
