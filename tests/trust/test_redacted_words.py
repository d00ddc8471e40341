# SPDX-License-Identifier: Apache-2.0
"""Names that a desk takes out of a spoken story are in nothing that leaves: a machine that listens again does not hear
them, and text, captions, quotes, search, feed, answers' heads and peaks do not have them either.

The same story leaves first as it was told. All that is looked for later is found there, so that a search that finds
nothing has looked in the right places. There is no index of words in the house: readers' search reads the editions.
"""

import json
import os
import re
import time
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import av
import numpy as np
import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.curation import service as curation
from app.curation.schemas import DetailsIn
from app.kit import clock
from app.kit.blobs import store
from app.kit.db import writing
from app.kit.ids import new_id
from app.publishing.models import EditionRow
from app.stories import queries as stories
from app.stories import service as story_service
from app.stories.schemas import StoryIn
from app.transcription import weights
from app.transcription.engine import Engine, choose
from app.transcription.models import Run, Segment
from tests.conftest import MODELS
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone
from tests.rooms.media.sounds import RATE, Float, heard, recorded
from tests.rooms.publishing.desk_work import OPEN, House
from tests.trust.nursery import say
from tests.trust.test_erasure import cheap_hashes  # noqa: F401 - a fixture

HEARING = 16_000
FORMS = ("vtt", "srt", "txt", "json")
LOUD = {**OPEN, "public_voice": "given"}
NAMES = (
    "Amina", "Karachi", "Peter", "London", "Maria", "Nairobi", "Daniel", "Lisbon", "Sarah", "Chicago", "Thomas",
    "Berlin", "Helen", "Madrid", "Victor", "Toronto", "Hannah", "Kenya", "Oliver", "Boston", "Rachel", "Paris",
    "Martin", "Sydney", "Laura", "Moscow", "George", "Cairo", "Simon", "Dublin", "Emma", "Vienna", "Robert", "Texas",
    "Julia", "Athens",
)  # fmt: skip
SENTENCES = (
    "In the evening I told {} about the letter.",
    "We spent that winter in {} with two bags.",
    "Then {} opened the door and said nothing.",
    "The road from {} was closed for a week.",
)
BESIDE = {"evening", "letter", "winter", "bags", "opened", "nothing", "road", "closed", "week", "door", "told"}
"""Said far enough from any name to stay."""
TOO_MANY = 429
ENOUGH = 28
"""Of the names, so many are heard in what was told, and taken out."""


@pytest.fixture(scope="module")
def engine() -> Engine:
    weights.fetch("base", MODELS)
    return choose("faster-whisper", "base", MODELS)


@pytest.fixture(scope="module")
def voice() -> Float:
    from hibari import SAMPLE_RATE, Hibari  # onnxruntime reads its variable when it is imported

    assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"
    speaks, pause = Hibari(), np.zeros(SAMPLE_RATE * 4 // 10, np.float32)
    told = [SENTENCES[place % len(SENTENCES)].format(name) for place, name in enumerate(NAMES)]
    spoken = np.concatenate([part for line in told for part in (speaks(line, seed=1), pause)])
    frame = av.AudioFrame.from_ndarray(spoken.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = SAMPLE_RATE
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    pieces = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([piece.to_ndarray()[0] for piece in pieces]).astype(np.float32)


def plain(word: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"'s$", "", word)).lower()


def words_in(engine: Engine, data: bytes) -> list[dict[str, Any]]:
    """As a transcript has them."""
    found = engine.listen(heard(data, HEARING), language="en")
    words = [word for segment in found.segments for word in segment.words]
    return [
        {
            "id": f"w{place}",
            "text": word.text,
            "start_ms": word.start_ms,
            "end_ms": word.end_ms,
            "probability": 0.99,
            "speaker": None,
        }
        for place, word in enumerate(words)
    ]


class Told:
    """One story at the desk and with a reader. `words`: what the machine heard; `hidden`: the names in it, with the ids
    of the words that hold them."""

    def __init__(self, client: TestClient, project_id: UUID, data: bytes, words: Sequence[dict[str, Any]]) -> None:
        self.client, self.house = client, House(project_id)
        self.reader = self.house.partner()
        names = {name.lower() for name in NAMES}
        self.hidden = {plain(word["text"]): word["id"] for word in words if plain(word["text"]) in names}
        self.story_id = self._bring(data, words)

    def _bring(self, data: bytes, words: Sequence[dict[str, Any]]) -> UUID:
        project_id = self.house.project_id
        with writing(project_id) as session:
            form = form_of(session, project_id)
        voices = [make_participant(form, choices=LOUD)]
        sender, _ = make_phone(project_id)
        with writing(project_id) as session:
            wanted = StoryIn.model_validate(make_declaration(voices, sounds=1, title="A night"))
            story, _ = story_service.declare(session, sender, new_id(), wanted, clock.now())
            [recording] = stories.recordings(session, story.story_id)
            recording.key, recording.media_state = f"{project_id}/recordings/{recording.recording_id}/x", "kept"
            store().put(recording.key, data)
            story_service.receive(session, story.story_id, at=clock.now())
            mine: dict[str, Any] = {"project_id": project_id, "story_id": story.story_id}
            run = Run(**mine, run_id=new_id(), status="done", consent_epoch=1)
            session.add(run)
            session.flush()
            session.add(Segment(**mine, segment_id=new_id(), run_id=run.run_id, position=0, words=list(words)))
            story_service.send_to_review(session, story.story_id)
        return story.story_id

    def describe(self) -> None:
        """A title, a summary and quotes that hold names too."""
        first, second, third, *_ = (name.capitalize() for name in self.hidden)
        told = {"title": f"A night with {first}", "summary": f"Between {second} and {third}.", "place": {}}
        precise = {"content_warnings": [], "place_precision": "area", "date_precision": "month"}
        details = DetailsIn.model_validate({**told, **precise, "themes": [], "tags": []})
        with writing(self.house.project_id) as session:
            curation.set_details(session, self.story_id, details, by=self.house.facilitator)
        for word_id in list(self.hidden.values())[1::6]:
            number = int(word_id[1:])
            self.house.quote(self.story_id, f"w{number - 1}", f"w{number + 1}")

    def let_go(self) -> EditionRow:
        """Rendered, heard through, approved and released."""
        assert self.house.decide(self.story_id, "approve") is not None
        row = self.house.render(self.story_id)
        assert row.duration_ms is not None
        self.house.listen(self.story_id, 0, row.duration_ms)
        assert self.house.decide(self.story_id, "approve") is None
        assert self.house.release(self.story_id)
        edition = self.house.edition(self.story_id)
        assert edition is not None
        return edition

    def take_out(self) -> None:
        self.house.decide(self.story_id, "reopen")
        for word_id in self.hidden.values():
            self.house.redact(self.story_id, word_id)

    def ask(self, path: str) -> Response:
        """As a reader who waits as long as the house asks them to."""
        answer = self.client.get(f"/partner/v1{path}", headers={"Authorization": f"Bearer {self.reader.key}"})
        while answer.status_code == TOO_MANY:
            time.sleep(int(answer.headers["retry-after"]))
            answer = self.client.get(f"/partner/v1{path}", headers={"Authorization": f"Bearer {self.reader.key}"})
        assert answer.status_code == 200
        return answer

    def said(self) -> dict[str, set[str]]:
        """The names in everything a reader gets that is no sound: what is said, and what is said about it."""
        [item] = self.ask("/stories").json()["items"]
        story = f"/stories/{item['id']}"
        answers = {page: self.ask(page) for page in ("/stories", "/changes", story)}
        answers |= {form: self.ask(f"{story}/transcript.{form}") for form in FORMS}
        pages = {page: answer.content + repr(answer.headers.items()).encode() for page, answer in answers.items()}
        return {page: {name for name in self.hidden if name.encode() in told.lower()} for page, told in pages.items()}

    def found(self) -> set[str]:
        """The names that a reader finds it by."""
        return {name for name in self.hidden if self.ask(f"/stories?q={name}").json()["items"]}


def shown(data: bytes) -> Float:
    """The lowest and highest of each twentieth of a second, as peaks have them."""
    sound = heard(data, HEARING)
    rows = sound[: sound.size // 800 * 800].reshape(-1, 800)
    made: Float = np.stack((rows.min(axis=1), rows.max(axis=1)), axis=1).ravel()
    return made


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_names_taken_out_are_neither_heard_nor_read_in_anything_that_leaves(
    client: TestClient, project_id: UUID, engine: Engine, voice: Float
) -> None:
    original = recorded(voice, "webm", "libopus")
    told = Told(client, project_id, original, words_in(engine, original))
    names = set(told.hidden)
    assert len(names) >= ENOUGH, {name.lower() for name in NAMES} - names
    told.describe()
    told.let_go()
    before = told.said()
    assert all(before[form] == names for form in FORMS)
    assert told.found() == names

    told.take_out()
    edition = told.let_go()
    assert set().union(*told.said().values()) == set()
    assert told.found() == set()
    for key in (edition.opus_key, edition.aac_key):
        assert key is not None
        copy = store().get(key)
        again = [plain(word["text"]) for word in words_in(engine, copy)]
        say(f"{len(names)} of {len(NAMES)} names taken out; {len(again)} words heard in what is left ({key[-3:]})")
        assert names.isdisjoint(again)
        assert len(BESIDE.intersection(again)) > len(BESIDE) // 2
        assert not any(name.encode() in copy.lower() for name in names)
    assert edition.opus_key is not None
    assert edition.peaks_key is not None
    peaks, seen = json.loads(store().get(edition.peaks_key))["data"], shown(store().get(edition.opus_key))
    assert np.abs(np.array(peaks[: seen.size]) / 127 - seen).max() < 0.01
