# SPDX-License-Identifier: Apache-2.0
import io
from uuid import UUID

import av
import numpy as np
import pytest

from app.kit.blobs import store
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.publishing import captions, proofs, queries, service
from app.publishing.editions import MASK, Released
from app.publishing.errors import UnheardFlag, UnheardRedaction, UnheardSound
from app.stories import queries as stories
from app.stories.models import Recording
from tests.rooms.publishing.desk_work import KEPT, OPEN, House

LOUD = {**OPEN, "public_voice": "given"}


def level_at(data: bytes, hz: float, start_ms: int, end_ms: int) -> float:
    """How much of one pitch is left between two moments, as a share of full scale."""
    with av.open(io.BytesIO(data), "r") as container:
        sound = np.concatenate([frame.to_ndarray().reshape(-1) for frame in container.decode(audio=0)])
    cut = sound[start_ms * 48 : end_ms * 48].astype(np.float64)
    turns = np.exp(-2j * np.pi * hz * np.arange(cut.size) / 48_000)
    return float(2 * abs(np.vdot(turns, cut)) / cut.size)


def test_what_was_redacted_is_silenced_in_the_sound_and_masked_in_the_captions(desk: House) -> None:
    library = desk.partner()
    story_id = desk.spoken(choices=LOUD)
    desk.redact(story_id, "w2")
    assert desk.decide(story_id, "approve") is not None
    desk.render(story_id)
    desk.listen(story_id, 0, 2_000)
    assert desk.decide(story_id, "approve") is None
    assert desk.release(story_id)
    answer = desk.ask(story_id, library)
    assert isinstance(answer, Released)
    assert answer.audio is not None
    data = store().get(answer.audio.opus.key)
    assert level_at(data, 300, 100, 450) > 0.05
    assert level_at(data, 300, 600, 1_350) < 0.001
    assert MASK in captions.vtt(answer.edition)
    assert "Karachi" not in captions.vtt(answer.edition) + repr(answer)


def test_nobody_approves_what_nobody_has_heard(desk: House) -> None:
    story_id = desk.spoken(choices=LOUD)
    desk.redact(story_id, "w0")
    desk.decide(story_id, "approve")
    desk.render(story_id)
    with pytest.raises(UnheardRedaction):
        desk.decide(story_id, "approve")
    desk.listen(story_id, 0, 700)
    with pytest.raises(UnheardFlag):
        desk.decide(story_id, "approve")
    desk.listen(story_id, 750, 1_200)
    with pytest.raises(UnheardSound):
        desk.decide(story_id, "approve")
    desk.listen(story_id, 600, 2_000)
    assert desk.decide(story_id, "approve") is None


def test_words_alone_need_only_the_doubtful_stretches_heard_and_hand_out_no_sound(desk: House) -> None:
    library = desk.partner()
    story_id = desk.spoken(choices={**KEPT, "public_words": "given"})
    desk.decide(story_id, "approve")
    desk.render(story_id)
    desk.listen(story_id, 750, 1_200)
    assert desk.decide(story_id, "approve") is None
    assert desk.release(story_id)
    answer = desk.ask(story_id, library)
    assert isinstance(answer, Released)
    assert answer.audio is None


def test_taking_back_the_voice_leaves_the_words(desk: House) -> None:
    library = desk.partner()
    story_id = desk.spoken(choices=LOUD)
    desk.decide(story_id, "approve")
    desk.render(story_id)
    desk.listen(story_id, 0, 2_000)
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    desk.narrow(story_id, {"public_voice": "refused"})
    answer = desk.ask(story_id, library)
    assert isinstance(answer, Released)
    assert answer.audio is None
    assert [change.type for change in desk.feed(library)] == ["story.released", "story.updated"]


def test_a_proof_whose_story_changed_meanwhile_is_never_finished(desk: House) -> None:
    story_id = desk.spoken()
    desk.decide(story_id, "approve")
    desk.redact(story_id, "w1")
    with reading(desk.project_id) as session:
        proof = queries.newest_proof(session, story_id)
    assert proof is not None
    with writing(desk.project_id) as session:
        assert service.open_render(session, str(proof.edition_id)) is None


def test_another_rest_between_two_recordings_needs_another_proof(desk: House) -> None:
    """What somebody heard through is what leaves, rests and all."""
    story_id = desk.spoken(choices=LOUD)
    with writing(desk.project_id) as session:
        [first] = stories.recordings(session, story_id)
        told = first.model_dump() | {"recording_id": new_id(), "position": 1, "gap_before_ms": 400}
        session.add(Recording(**told))
    desk.decide(story_id, "approve")
    desk.render(story_id)
    assert has_proof(desk, story_id)
    with writing(desk.project_id) as session:
        stories.recordings(session, story_id)[1].gap_before_ms = 900
    assert not has_proof(desk, story_id)


def has_proof(desk: House, story_id: UUID) -> bool:
    with reading(desk.project_id) as session:
        return proofs.current_proof(session, stories.get_story(session, story_id)) is not None


def test_renditions_of_a_withdrawn_story_are_dropped(desk: House) -> None:
    story_id = desk.spoken(choices=LOUD)
    desk.decide(story_id, "approve")
    row = desk.render(story_id)
    assert row.opus_key is not None
    with writing(desk.project_id) as session:
        assert service.spent_sounds(session, story_id) == []
    desk.withdraw(story_id)
    with writing(desk.project_id) as session:
        keys = service.spent_sounds(session, story_id)
        assert row.opus_key in keys
        service.forget_sounds(session, story_id, keys)
        session.flush()
        assert service.spent_sounds(session, story_id) == []
