# SPDX-License-Identifier: Apache-2.0
from typing import Annotated

from pydantic import Field

from app.kit.shapes import Answer, Shape, Text


class ListenAgainIn(Shape):
    """`language`: one of Whisper's codes, `auto`, or nothing for what the teller said. `model`: empty is the house's
    own."""

    language: Annotated[str, Field(max_length=8)] | None = None
    model: Annotated[Text, Field(max_length=200)] = ""


class ModelOut(Answer):
    name: str
    size_bytes: int
    english_only: bool
    is_default: bool


class LanguageOut(Answer):
    """`name` in English, for a code that a browser cannot name itself."""

    code: str
    name: str


class Listening(Answer):
    models: list[ModelOut]
    languages: list[LanguageOut]
