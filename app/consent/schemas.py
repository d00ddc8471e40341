# SPDX-License-Identifier: Apache-2.0
import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, StrictBool, StrictInt, StringConstraints

from app.kit.shapes import Answer, Instant, Shape, Text
from app.projects.languages import Language
from app.projects.rules import SpokenKind, SpokenState

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})")
_YEARS = range(1900, 10_000)
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def _written(value: Any) -> Any:  # noqa: ANN401 - whatever was sent
    if not isinstance(value, str) or not _TIME.fullmatch(value) or int(value[:4]) not in _YEARS:
        raise ValueError("not a time")
    return value


def _in_utc(moment: datetime) -> datetime:
    try:
        told = moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("not a time") from None
    return told.replace(microsecond=told.microsecond // 1000 * 1000)


def _day(value: Any) -> Any:  # noqa: ANN401 - whatever was sent
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("not a day")
    return value


DeviceTime = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(_in_utc)]
"""A phone's time, RFC 3339, however wrong its clock."""
Day = Annotated[date, BeforeValidator(_day)]
PurposeKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,60}(:[A-Za-z0-9_-]{1,60})?$")]
FacetName = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}$")]
Choice = Literal["given", "refused"]
Choices = Annotated[dict[PurposeKey, Choice], Field(max_length=50)]
FacetValue = (
    Annotated[Text, StringConstraints(max_length=200)] | list[Annotated[Text, StringConstraints(max_length=100)]]
)
Facets = Annotated[dict[PurposeKey, Annotated[dict[FacetName, FacetValue], Field(max_length=20)]], Field(max_length=50)]


def _crockford(value: Any) -> Any:  # noqa: ANN401 - whatever was sent
    return value.upper().replace("O", "0").replace("I", "1").replace("L", "1") if isinstance(value, str) else value


class GuardianIn(Shape):
    relation: Annotated[Text, StringConstraints(min_length=1, max_length=100)]
    choices: Choices
    given_at: DeviceTime


class ConsentIn(Shape):
    form_id: UUID
    form_version: Annotated[StrictInt, Field(ge=1, le=1_000_000)]
    language: Language
    method: Literal["tick", "sign", "witnessed", "written"]
    capacity_basis: Literal["adult", "child_competent", "guardian", "supported", "deceased_next_of_kin"] = "adult"
    explained_by: Annotated[Text, StringConstraints(max_length=200)] | None = None
    signed_on: Day | None = None
    choices: Choices
    facets: Facets = Field(default_factory=dict)
    guardian: GuardianIn | None = None
    given_at: DeviceTime


class ReceiptIn(Shape):
    """What the phone sends of a code it made: 30 bits that select, 50 that are verified, and the second step."""

    selector: Annotated[str, BeforeValidator(_crockford), StringConstraints(pattern=rf"^[{CROCKFORD}]{{6}}$")]
    verifier: Annotated[str, BeforeValidator(_crockford), StringConstraints(pattern=rf"^[{CROCKFORD}]{{10}}$")]
    pin: Annotated[str, StringConstraints(pattern=r"^[0-9]{4,6}$")] | None = None
    code_alone: StrictBool = False


class ParticipantIn(Shape):
    participant_id: UUID
    role: Literal["storyteller", "interviewer", "supporter"]
    display_name: Annotated[Text, StringConstraints(max_length=200)] = ""
    consent: ConsentIn
    receipt: ReceiptIn


class SpokenIn(Shape):
    """`subject` is a prompt's id, a word's key, or what the list calls a card or question; `sound` is Base64."""

    project_id: UUID
    kind: SpokenKind
    subject: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    language: Language
    sound: str


class SpokenMade(Answer):
    spoken_id: UUID
    state: SpokenState


class SpokenAnswer(SpokenMade):
    duration_ms: int
    bytes: int
    created_at: Instant


class SpokenSubject(Answer):
    """`for_good`: what is once playable here is never replaced. `texts` of a word lie in the phone's catalogue."""

    kind: SpokenKind
    subject: str
    texts: dict[str, str]
    for_good: bool
    sounds: dict[str, SpokenAnswer]


class SpokenList(Answer):
    languages: list[str]
    subjects: list[SpokenSubject]
