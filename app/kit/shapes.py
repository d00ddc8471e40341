# SPDX-License-Identifier: Apache-2.0
"""What comes in and what goes out: never a table."""

import unicodedata
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, PlainSerializer


class Shape(BaseModel):
    """What somebody sends. A field nobody named is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Answer(BaseModel):
    """What we answer. A column nobody named here cannot leave."""

    model_config = ConfigDict(frozen=True)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever was sent
    if not isinstance(value, str):
        return value
    if "\x00" in value or any(unicodedata.category(sign) == "Cs" for sign in value):
        raise ValueError("not text")
    return unicodedata.normalize("NFC", value)


Text = Annotated[str, BeforeValidator(_plain)]
"""People's words: any script, NFC, without NUL and lone surrogates."""


def told_instant(moment: datetime) -> str:
    """As RFC 3339 in UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _in_range(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("no such time") from None


Instant = Annotated[AwareDatetime, AfterValidator(_in_range), PlainSerializer(told_instant, when_used="json")]
"""An RFC 3339 time in UTC."""
