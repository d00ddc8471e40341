# SPDX-License-Identifier: Apache-2.0
"""One person's data, for that person: all of it that is theirs, and nothing of anybody else's."""

import base64
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi.testclient import TestClient

from app.consent import queries as consent
from app.consent import service as consent_service
from app.curation import inbox
from app.curation import service as curation
from app.kit import audit, clock
from app.kit.blobs import store
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.kit.ranges import NoLongerAllowed
from app.partners import service as partners
from app.partners.models import Response
from app.register import bundle, rules, words
from app.stories import erasure
from app.stories.models import Playback
from app.transcription.models import Run, Segment
from tests.rooms.publishing.desk_work import House
from tests.rooms.receipts import conftest as receipts
from tests.rooms.receipts.test_guardian import GUARDIAN
from tests.rooms.register.conftest import SignIn
from tests.rooms.register.told import acts, participants, read, talk, unpacked

Later = Callable[[timedelta], datetime]
SOUND = b"OggS" + bytes(range(256)) * 4_000


def with_sound(desk: House, story_id: UUID) -> None:
    key = f"{desk.project_id}/stories/{story_id}/playback/x.ogg"
    store().put(key, SOUND)
    with writing(desk.project_id) as session:
        session.add(
            Playback(
                project_id=desk.project_id,
                story_id=story_id,
                opus_key=key,
                opus_bytes=len(SOUND),
                aac_key=key,
                aac_bytes=len(SOUND),
                peaks_key=key,
                duration_ms=1_000,
            )
        )


def everything(files: dict[str, bytes] | object) -> str:
    assert isinstance(files, dict)
    return "\n".join(name + "\n" + body.decode(errors="replace") for name, body in files.items())


def test_one_voice_alone_gets_words_sound_and_all_that_was_done(desk: House, stella: TestClient) -> None:
    library = desk.partner("public", "Library")
    story_id = desk.released()
    with_sound(desk, story_id)
    with writing(desk.project_id) as session:
        inbox.leave_message(session, story_id, "message", "Please call me back", at=clock.now())
        curation.read_content(session, story_id, "read_story", by=desk.facilitator)
    [person], [record_id] = participants(desk, story_id), desk.records(story_id)
    files = unpacked(stella, person)

    assert "We left Karachi at night." in files["words.txt"].decode()
    assert files["sound.ogg"] == SOUND
    assert read(files, "story.json")["title"] == "A night"
    assert read(files, "messages.json")[0]["text"] == "Please call me back"
    told = read(files, "consent.json")
    assert (told["record_id"], told["display_name"]) == (str(record_id), "Amina")
    assert [event["type"] for event in told["events"]] == ["given"]
    assert [one["name"] for one in read(files, "recipients.json")] == ["Library"]
    done = [(one["what"], one["who"], one["name"]) for one in read(files, "who-did-what.json")]
    assert ("read_story", "staff", "") in done
    assert ("ConsentGiven", "storyteller", "") in done
    assert str(library.principal.principal_id) not in everything(files)
    assert files["README.txt"].decode().startswith("What we hold about you")


def test_the_receipts_in_it_are_the_signed_ones(desk: House, stella: TestClient) -> None:
    story_id = desk.told()
    desk.narrow(story_id, {"research": "refused"})
    [person] = participants(desk, story_id)
    files = unpacked(stella, person)
    names = sorted(name for name in files if name.startswith("receipts/"))
    assert len(names) == 2
    for name in names:
        told = read(files, name)
        signature = told.pop("signature")
        raw = base64.urlsafe_b64decode(signature["jwk"]["x"] + "=")
        key = Ed25519PublicKey.from_public_bytes(raw)
        key.verify(base64.urlsafe_b64decode(signature["value"] + "=="), rfc8785.dumps(told))


def test_what_a_partner_answered_is_in_it_once_it_was_let_through(desk: House, stella: TestClient) -> None:
    library = desk.partner("public", "Library")
    story_id = desk.released()
    [person] = participants(desk, story_id)
    public_id = desk.feed(library)[0].public_id
    with writing(desk.project_id) as session:
        said = partners.respond(
            session,
            library.principal.principal_id,
            desk.project_id,
            public_id,
            idempotency_key="k",
            kind="acting",
            text="The ramp is being built",
            at=clock.now(),
        )
        response_id = said.response_id
    assert read(unpacked(stella, person), "responses.json") == []
    with writing(desk.project_id) as session:
        row = session.get(Response, response_id)
        assert row is not None
        row.shown_at = clock.now()
    [told] = read(unpacked(stella, person), "responses.json")
    assert (told["partner"], told["text"]) == ("Library", "The ramp is being built")


def test_of_a_talk_nobody_gets_the_others_words_voice_or_acts(desk: House, stella: TestClient) -> None:
    story_id = talk(desk)
    with_sound(desk, story_id)
    amina, ben = participants(desk, story_id)
    with writing(desk.project_id) as session:
        inbox.leave_message(session, story_id, "message", "persimmon", at=clock.now())
        records = {one.participant_id: one.record_id for one in consent.records_of(session, story_id)}
        for record_id in records.values():
            audit.record(
                session,
                project_id=desk.project_id,
                actor=f"receipt:{record_id}",
                action="heard_own_story",
                subject=story_id,
            )
        consent_service.narrow(
            session, records[ben], {"research": "refused"}, {}, actor_kind="reporter_receipt", at=clock.now()
        )
    for person, other, mine, theirs in (
        (amina, ben, "mulberry", "quicksand"),
        (ben, amina, "quicksand", "mulberry"),
    ):
        files = unpacked(stella, person)
        assert files["words.txt"].decode() == mine
        told = everything(files)
        assert theirs not in told
        assert "persimmon" not in told
        assert "A talk" not in told
        assert "sound.ogg" not in files
        assert str(records[other]) not in told
        done = [one["what"] for one in read(files, "who-did-what.json")]
        assert done.count("heard_own_story") == 1
        assert ("ConsentNarrowed" in done) == (person == ben)
        assert "ConsentChanged" not in done
    assert "Ben" not in everything(unpacked(stella, amina))


def with_gist(desk: House, story_id: UUID, sentence: str) -> None:
    """A rough translation that a machine made for the team."""
    run_id, words = new_id(), [{"id": f"w{number}", "text": word} for number, word in enumerate(sentence.split())]
    own: dict[str, Any] = {"project_id": desk.project_id, "run_id": run_id, "story_id": story_id}
    with writing(desk.project_id) as session:
        session.add(Run(**own, task="translate", status="done", consent_epoch=1, ended_at=clock.now()))
        session.flush()
        session.add(Segment(**own, segment_id=new_id(), position=0, words=words))


def test_the_gist_that_a_machine_made_of_it_is_handed_out_too(desk: House, stella: TestClient) -> None:
    story_id = desk.spoken()
    [person] = participants(desk, story_id)
    assert "gist.txt" not in everything(unpacked(stella, person))
    with_gist(desk, story_id, "By night the persimmon travelled")
    files = unpacked(stella, person)
    assert files["gist.txt"].decode() == "By night the persimmon travelled"
    assert "persimmon" not in files["words.txt"].decode()
    assert "gist.txt: a rough translation" in files["README.txt"].decode()
    desk.withdraw(story_id)
    assert "persimmon" not in everything(unpacked(stella, person))


def test_of_a_talk_nobody_gets_the_gist_for_it_does_not_say_who_said_what(desk: House, stella: TestClient) -> None:
    story_id = talk(desk)
    with_gist(desk, story_id, "By night the persimmon travelled")
    for person in participants(desk, story_id):
        told = everything(unpacked(stella, person))
        assert "persimmon" not in told
        assert "gist.txt" not in told


def test_words_that_nobody_marked_are_nobodys(desk: House, stella: TestClient) -> None:
    story_id = talk(desk, label="Speaker 1")
    amina, _ = participants(desk, story_id)
    files = unpacked(stella, amina)
    assert "words.txt" not in files
    assert "mulberry" not in everything(files)


def test_two_of_one_name_cannot_be_told_apart() -> None:
    assert rules.own_label("Amina", ["Ben"]) == "Amina"
    assert rules.own_label("Amina", ["Amina "]) is None
    assert rules.own_label("", ["Ben"]) is None


@pytest.mark.parametrize("one_of_two", [True, False])
def test_what_was_taken_back_is_handed_to_nobody(desk: House, stella: TestClient, *, one_of_two: bool) -> None:
    story_id = talk(desk) if one_of_two else desk.told(text="mulberry")
    with_sound(desk, story_id)
    person, *_ = participants(desk, story_id)
    if one_of_two:
        with writing(desk.project_id) as session:
            other = consent.records_of(session, story_id)[1].record_id
            consent_service.withdraw(session, other, None, actor_kind="reporter_receipt", at=clock.now())
    else:
        desk.withdraw(story_id)
    files = unpacked(stella, person)
    assert not {"words.txt", "story.json", "messages.json", "sound.ogg"} & set(files)
    assert "mulberry" not in everything(files)
    assert "taken back" in files["README.txt"].decode()
    assert read(files, "consent.json")["events"]


def test_what_the_team_may_not_open_the_steward_may_not_either(desk: House, stella: TestClient) -> None:
    story_id = desk.told(text="mulberry", choices={"hold_and_transcribe": "given"})
    with_sound(desk, story_id)
    [person] = participants(desk, story_id)
    files = unpacked(stella, person)
    assert "mulberry" not in everything(files)
    assert "sound.ogg" not in files


def test_after_the_erasure_there_is_nothing_to_hand_out(desk: House, later: Later, sign_in: SignIn) -> None:
    story_id = desk.told()
    [person] = participants(desk, story_id)
    desk.withdraw(story_id)
    later(timedelta(days=15))
    assert erasure.erase_if_due(str(desk.project_id), str(story_id))
    stella = sign_in(desk.project_id, "stella@river.test", "steward")
    assert stella.get(f"/api/desk/participants/{person}/bundle").json()["code"] == "not-found"
    assert stella.get("/api/desk/register").json()["items"] == []


def test_taking_it_is_written_down(desk: House, stella: TestClient) -> None:
    story_id = desk.told()
    [person], [record_id] = participants(desk, story_id), desk.records(story_id)
    unpacked(stella, person)
    [told] = acts(stella, action="exported_person")
    assert (told["subject"], told["actor"]["name"]) == (str(record_id), "stella")
    assert told["details"] == {"words": "included", "sound": "none"}
    assert "exported_person" in [one["what"] for one in read(unpacked(stella, person), "who-did-what.json")]


def test_the_sound_breaks_off_when_it_may_no_longer_be_heard(desk: House, monkeypatch: pytest.MonkeyPatch) -> None:
    story_id = desk.told()
    with_sound(desk, story_id)
    with reading(desk.project_id) as session:
        [record] = consent.records_of(session, story_id)
        made = bundle.gather(session, record, at=clock.now())
    asked, taken = iter([True, False]), bytearray()
    monkeypatch.setattr(bundle, "ASK_EVERY_BYTES", 200_000)
    with pytest.raises(NoLongerAllowed):
        keep_all(bundle.pieces(made, lambda: next(asked)), taken)
    assert b"sound.ogg" in taken
    assert len(taken) < len(SOUND) / 2


def keep_all(pieces: Iterator[bytes], taken: bytearray) -> None:
    for piece in pieces:
        taken += piece


def test_it_speaks_the_language_that_its_person_was_asked_in(desk: House) -> None:
    told = {language: words.read_me(language, None, has_sound=True) for language in ("en", "es", "ar", "ur", "ar-SY")}
    assert len(set(told.values())) == 4
    assert told["ar"] == told["ar-SY"]
    assert words.read_me("../../etc", None, has_sound=True) == told["en"]


def test_a_child_s_word_against_their_guardian_is_in_it(client: TestClient, desk: House, stella: TestClient) -> None:
    noor = receipts.tell(client, desk.project_id, capacity_basis="guardian", guardian=GUARDIAN)
    noor.opens()
    noor.asks("objection", objects=True)
    [person] = participants(desk, noor.story_id)
    [said] = read(unpacked(stella, person), "consent.json")["objections"]
    assert said["objects"]
