# SPDX-License-Identifier: Apache-2.0
from collections.abc import Sequence
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


class PassageOut(Answer):
    """Without text where the machine has yet to listen, or where nobody speaks."""

    start_ms: int
    end_ms: int
    text: str


class ProgressOut(Answer):
    """`status`: waiting or running; nothing where the machine is not to hear this story. `minutes_left`: 0 is less than
    one; nothing where it is not known. `passages`: what was heard so far, which nobody can work on yet."""

    status: str | None = None
    task: str = "transcribe"
    percent: int = 0
    minutes_left: int | None = None
    language: str | None = None
    passages: Sequence[PassageOut] = ()
