# SPDX-License-Identifier: Apache-2.0
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, StrictBool, StrictInt, StringConstraints, model_validator

from app.consent.schemas import DeviceTime, ParticipantIn
from app.kit.shapes import Answer, Instant, Shape, Text
from app.projects.languages import Language
from app.projects.rules import TEXT_CHARACTERS

LARGEST = 2**53
LONGEST_MS = 2**31 - 1
Milliseconds = Annotated[StrictInt, Field(ge=0, le=LONGEST_MS)]


class RecordingIn(Shape):
    recording_id: UUID
    bytes: Annotated[StrictInt, Field(ge=0, le=LARGEST)]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    media_type: Annotated[str, StringConstraints(max_length=120, pattern=r"^(audio|video|application)/[!-~ ]+$")]
    duration_ms: Milliseconds | None = None
    gap_before_ms: Milliseconds = 0


class StoryIn(Shape):
    """The whole story but its sound, recordings in the order told."""

    kind: Literal["monologue", "dialogue", "snapshot"]
    medium: Literal["audio", "text"]
    prompt_id: UUID | None = None
    language: Language | None = None
    title: Annotated[Text, StringConstraints(max_length=200)] = ""
    text: Annotated[Text, StringConstraints(max_length=TEXT_CHARACTERS)] = ""
    recorded_at: DeviceTime
    place: Annotated[Text, StringConstraints(max_length=300)] = ""
    recordings: Annotated[list[RecordingIn], Field(max_length=500)] = Field(default_factory=list)
    participants: Annotated[list[ParticipantIn], Field(min_length=1, max_length=20)]
    wants_sign_off: StrictBool = False

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for ids in ([part.recording_id for part in self.recordings], [who.participant_id for who in self.participants]):
            if len(set(ids)) < len(ids):
                raise ValueError("an id stands twice")
        if self.medium == "audio" and not self.recordings:
            raise ValueError("a spoken story has a recording")
        if self.medium == "text" and (self.recordings or not self.text.strip()):
            raise ValueError("a written story has words and no recording")
        if not any(who.role == "storyteller" for who in self.participants):
            raise ValueError("somebody tells the story")
        return self


class HeldRecording(Answer):
    """What the server holds of one recording; `sha256` is what it counted itself, once `kept`."""

    recording_id: UUID
    state: Literal["missing", "partial", "kept"]
    offset: int
    sha256: str | None = None
    upload_url: str | None = None


class HeldStory(Answer):
    story_id: UUID
    status: str
    recordings: list[HeldRecording]
    consent_receipts: list[dict[str, Any]]


class ListedStory(Answer):
    story_id: UUID
    kind: str
    status: str
    received_at: Instant | None


class StoryPage(Answer):
    items: list[ListedStory]
    next_cursor: str | None
