# SPDX-License-Identifier: Apache-2.0
"""What happens to an edition, a proof and a signature when people change their minds."""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from structlog.testing import capture_logs

from app.consent import service as consent
from app.curation import service as curation
from app.kit import clock
from app.kit.db import reading, serialise, writing
from app.kit.ids import new_id
from app.publishing import queries, service
from app.publishing.editions import Principal, PrincipalKind, Reason, Refused, Released
from app.publishing.errors import NoSuchProof, UnheardSound
from app.publishing.jobs import let_time_act
from app.publishing.models import Reader as ReaderRow
from app.stories import service as stories
from tests.rooms.publishing.desk_work import KEPT, House, Reader

RESEARCH = {**KEPT, "research": "given"}


def has_sound(desk: House, story_id: UUID, reader: Reader) -> bool:
    answer = desk.ask(story_id, reader)
    assert isinstance(answer, Released)
    return answer.audio is not None


def more(desk: House, story_id: UUID, choices: Mapping[str, str], facets: Mapping[str, Any]) -> None:
    """The storyteller allows more, with their second step."""
    [record_id, *_] = desk.records(story_id)
    with writing(desk.project_id) as session:
        consent.narrow(session, record_id, choices, facets, actor_kind="x", at=clock.now(), may_widen=True)
        service.reconcile(session, story_id, clock.now())


def released_as_words(desk: House) -> UUID:
    """Of two seconds of sound somebody has played the doubtful word and no more."""
    story_id = desk.spoken(choices=RESEARCH)
    desk.decide(story_id, "approve")
    desk.render(story_id)
    desk.listen(story_id, 700, 1_300)
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    return story_id


def test_allowing_the_voice_later_lets_no_sound_out_that_nobody_approved(desk: House) -> None:
    university = desk.partner("research", "University")
    story_id = released_as_words(desk)
    current = desk.edition(story_id)
    assert current is not None
    more(desk, story_id, {}, {"research": {"form": "voice"}})
    assert not has_sound(desk, story_id, university)
    with writing(desk.project_id) as session:
        service.heard(session, story_id, current.sha256 or "", 0, 2_000, by=desk.facilitator, at=clock.now())
        service.reconcile(session, story_id, clock.now())
    assert not has_sound(desk, story_id, university)


def test_the_voice_leaves_once_somebody_has_heard_another_proof_and_approved_it(desk: House) -> None:
    university = desk.partner("research", "University")
    story_id = released_as_words(desk)
    more(desk, story_id, {}, {"research": {"form": "voice"}})
    desk.decide(story_id, "reopen")
    desk.decide(story_id, "approve")
    desk.render(story_id)
    desk.listen(story_id, 700, 1_300)
    with pytest.raises(UnheardSound):
        desk.decide(story_id, "approve")
    desk.listen(story_id, 0, 2_000)
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    assert has_sound(desk, story_id, university)


def test_a_voice_held_back_for_now_is_heard_before_it_is_approved(desk: House) -> None:
    choices = {**KEPT, "public_words": "given", "public_voice": "given"}
    later = (clock.now() + timedelta(days=2)).isoformat()
    story_id = desk.spoken(choices=choices, facets={"public_voice": {"embargo_until": later}})
    desk.decide(story_id, "approve")
    desk.render(story_id)
    desk.listen(story_id, 700, 1_300)
    with pytest.raises(UnheardSound):
        desk.decide(story_id, "approve")


def test_an_approved_story_that_now_wants_its_voice_heard_waits_for_a_listener(desk: House) -> None:
    university = desk.partner("research", "University")
    story_id = desk.spoken(choices=RESEARCH)
    desk.decide(story_id, "approve")
    desk.render(story_id)
    desk.listen(story_id, 700, 1_300)
    desk.decide(story_id, "approve")
    more(desk, story_id, {}, {"research": {"form": "voice"}})
    assert not desk.release(story_id)
    assert isinstance(desk.ask(story_id, university), Refused)


def test_a_list_of_nobody_is_for_nobody(desk: House) -> None:
    university = desk.partner("research", "University")
    story_id = desk.released(choices=RESEARCH)
    desk.narrow(story_id, {}, {"research": {"audience": []}})
    assert isinstance(desk.ask(story_id, university), Refused)


def test_who_asks_for_a_pseudonym_is_not_called_by_their_name_any_more(desk: House) -> None:
    university = desk.partner("research", "University")
    story_id = desk.released(choices=RESEARCH, facets={"research": {"name": "real", "credit": "Amina Khan"}})
    desk.narrow(story_id, {}, {"research": {"name": "pseudonym"}})
    answer = desk.ask(story_id, university)
    assert isinstance(answer, Released)
    assert answer.edition.credit == "A storyteller"


def take_back(desk: House, story_id: UUID, record_id: UUID) -> None:
    """One voice of two, as the storyteller's door does it."""
    with writing(desk.project_id) as session:
        consent.withdraw(session, record_id, None, actor_kind="reporter_receipt", at=clock.now())
        service.reconcile(session, story_id, clock.now())


def undo(desk: House, story_id: UUID, record_id: UUID) -> None:
    with writing(desk.project_id) as session:
        consent.undo(session, record_id, clock.now())
        stories.restore(session, story_id, at=clock.now())
        service.reconcile(session, story_id, clock.now())


def test_after_one_of_two_thought_better_of_it_a_person_approves_again(
    desk: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    university = desk.partner("research", "University")
    story_id = desk.told(choices=RESEARCH, others=1)
    first, second = desk.records(story_id)
    ends = clock.now() + timedelta(days=2)
    with writing(desk.project_id) as session:
        consent.embargo(session, first, ends, at=clock.now())
    desk.decide(story_id, "approve")
    assert not desk.release(story_id)
    take_back(desk, story_id, second)
    assert desk.status(story_id) == "in_review"
    undo(desk, story_id, second)
    monkeypatch.setattr(clock, "now", lambda: ends)
    let_time_act()
    assert isinstance(desk.ask(story_id, university), Refused)
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    assert isinstance(desk.ask(story_id, university), Released)


def test_nobody_signs_a_proof_that_another_voice_has_left(desk: House) -> None:
    story_id = desk.told(choices=RESEARCH, others=1, wants_sign_off=True)
    desk.decide(story_id, "ask_sign_off")
    take_back(desk, story_id, desk.records(story_id)[1])
    assert desk.status(story_id) == "in_review"
    with reading(desk.project_id) as session:
        assert queries.newest_proof(session, story_id) is None


def test_a_concern_about_an_approved_story_sends_it_back_to_the_desk(desk: House) -> None:
    story_id = desk.told()
    desk.decide(story_id, "approve")
    with writing(desk.project_id) as session:
        curation.raise_concern(session, story_id, "now", "a name", by=desk.facilitator, at=clock.now())
        service.reconcile(session, story_id, clock.now())
    assert desk.status(story_id) == "in_review"


def proof_of(desk: House, story_id: UUID) -> str:
    with reading(desk.project_id) as session:
        proof = queries.newest_proof(session, story_id)
    assert proof is not None
    assert proof.sha256 is not None
    return proof.sha256


def record_of(desk: House, story_id: UUID, role: str) -> UUID:
    with reading(desk.project_id) as session:
        [voice] = [
            voice for voice in queries.voices_for(session, [story_id], at=clock.now())[story_id] if voice.role == role
        ]
    return voice.record_id


Sign = Callable[..., None]


@pytest.fixture
def sign(desk: House) -> Sign:
    def answer(story_id: UUID, record_id: UUID, decision: str, quotes: tuple[tuple[UUID, str], ...] = ()) -> None:
        sha256 = proof_of(desk, story_id)
        with writing(desk.project_id) as session:
            service.sign_off(session, story_id, record_id, sha256, decision, quotes=quotes, at=clock.now())

    return answer


def test_a_change_of_one_quote_is_no_yes_to_the_whole(desk: House, sign: Sign) -> None:
    story_id = desk.told(choices=RESEARCH, tellers=2, wants_sign_off=True)
    words = list(desk.words(story_id).values())
    quote = desk.quote(story_id, words[0], words[2])
    first, second = desk.records(story_id)
    desk.decide(story_id, "ask_sign_off")
    sign(story_id, first, "yes", ((quote, "change"),))
    assert desk.status(story_id) == "in_review"
    desk.decide(story_id, "ask_sign_off")
    sign(story_id, second, "yes")
    assert desk.status(story_id) == "awaiting_sign_off"
    with reading(desk.project_id) as session:
        assert queries.unsigned(session, story_id, proof_of(desk, story_id), at=clock.now()) == {first}
    sign(story_id, first, "yes")
    assert desk.status(story_id) == "approved"


@pytest.mark.parametrize("decision", ["yes", "change", "leave_out"])
def test_who_asked_the_questions_does_not_answer_for_the_storyteller(desk: House, sign: Sign, decision: str) -> None:
    story_id = desk.told(choices=RESEARCH, others=1, wants_sign_off=True)
    teller, interviewer = record_of(desk, story_id, "storyteller"), record_of(desk, story_id, "interviewer")
    desk.decide(story_id, "ask_sign_off")
    with reading(desk.project_id) as session:
        assert queries.unsigned(session, story_id, proof_of(desk, story_id), at=clock.now()) == {teller}
    with pytest.raises(NoSuchProof):
        sign(story_id, interviewer, decision)
    assert desk.status(story_id) == "awaiting_sign_off"


def test_a_form_whose_grace_is_over_takes_the_story_from_its_readers(
    desk: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    university, library = desk.partner("research", "University"), desk.partner("public")
    story_id = desk.released()
    ends = clock.now() + timedelta(days=1)
    desk.retire_form(grace_until=ends)
    let_time_act()
    assert isinstance(desk.ask(story_id, university), Released)
    monkeypatch.setattr(clock, "now", lambda: ends)
    assert desk.ask(story_id, university) == Refused(Reason.FORM_NOT_VALID, 410)
    assert [change.type for change in desk.feed(university)] == ["story.released", "story.withdrawn"]
    let_time_act()
    assert [change.type for change in desk.feed(library)] == ["story.released", "story.withdrawn"]


def test_a_change_of_mind_that_nobody_followed_is_made_good_within_the_minute(desk: House) -> None:
    library = desk.partner()
    story_id = desk.released()
    [record_id] = desk.records(story_id)
    with writing(desk.project_id) as session:
        consent.narrow(session, record_id, {"research": "refused"}, {}, actor_kind="x", at=clock.now())
    assert desk.ask(story_id, library) == Refused(Reason.EDITION_STALE, 410)
    let_time_act()
    assert isinstance(desk.ask(story_id, library), Released)


def test_one_story_that_cannot_be_settled_does_not_keep_the_others_waiting(
    desk: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, university = desk.partner(), desk.partner("research", "University")
    ends = clock.now() + timedelta(hours=1)
    told = {key: {"expires_at": ends.isoformat()} for key in ("public_words", "research")}
    broken, sound = desk.released(facets=told), desk.released(facets=told)
    monkeypatch.setattr(clock, "now", lambda: ends)
    settle = service.reconcile

    def reconcile(session: Any, story_id: UUID, at: Any) -> None:
        if story_id == broken:
            raise RuntimeError("broken")
        settle(session, story_id, at)

    monkeypatch.setattr("app.publishing.releases.reconcile", reconcile)
    for reader in (library, university):
        assert [change.type for change in desk.feed(reader)] == ["story.released", "story.released", "story.withdrawn"]
    with capture_logs() as logged:
        let_time_act()
    assert {(entry["event"], entry["story_id"]) for entry in logged} == {("story_unsettled", str(broken))}
    assert isinstance(desk.ask(sound, library), Refused)


def test_what_has_ended_stays_ended_when_the_clock_is_set_back(desk: House, monkeypatch: pytest.MonkeyPatch) -> None:
    university = desk.partner("research", "University")
    ends = clock.now() + timedelta(days=1)
    told = {"research": {"expires_at": ends.isoformat()}}
    story_id = desk.released(choices=RESEARCH, facets=told)
    assert isinstance(desk.ask(story_id, university), Released)
    monkeypatch.setattr(clock, "now", lambda: ends + timedelta(hours=1))
    let_time_act()
    monkeypatch.setattr(clock, "now", lambda: ends - timedelta(hours=1))
    answer = desk.ask(story_id, university)
    assert isinstance(answer, Refused)
    let_time_act()
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    assert isinstance(desk.ask(story_id, university), Refused)


def test_an_embargo_that_is_lifted_lets_out_what_was_approved(desk: House) -> None:
    university = desk.partner("research", "University")
    story_id = desk.told(choices=RESEARCH)
    [record_id] = desk.records(story_id)
    with writing(desk.project_id) as session:
        consent.embargo(session, record_id, clock.now() + timedelta(days=2), at=clock.now())
    desk.decide(story_id, "approve")
    assert not desk.release(story_id)
    with writing(desk.project_id) as session:
        consent.embargo(session, record_id, clock.now() - timedelta(days=1), at=clock.now(), may_widen=True)
        service.reconcile(session, story_id, clock.now())
    let_time_act()
    assert isinstance(desk.ask(story_id, university), Released)


def newcomer(desk: House) -> Reader:
    """A library whose stories nobody has settled yet."""
    reader = Reader(Principal(PrincipalKind.PARTNER, new_id(), "Library", "public"), "", "")
    row = ReaderRow(
        project_id=desk.project_id,
        reader_id=new_id(),
        principal_id=reader.principal.principal_id,
        name="Library",
        audience="public",
        opened_at=clock.now(),
    )
    with writing(desk.project_id) as session:
        session.add(row)
    return reader


def settle(desk: House, story_id: UUID) -> None:
    with writing(desk.project_id) as session:
        service.reconcile(session, story_id, clock.now())


def test_two_who_settle_one_story_at_once_give_it_to_its_reader_once(desk: House) -> None:
    story_id = desk.released()
    library = newcomer(desk)
    with ThreadPoolExecutor(1) as pool:
        with writing(desk.project_id) as session:
            service.reconcile(session, story_id, clock.now())
            second = pool.submit(settle, desk, story_id)
            time.sleep(0.5)
        second.result(timeout=20)
    assert [change.type for change in desk.feed(library)] == ["story.released"]


def test_who_writes_the_audit_and_then_a_feed_never_waits_for_somebody_who_does_it_the_other_way(desk: House) -> None:
    story_id = desk.released()
    library = newcomer(desk)
    with ThreadPoolExecutor(1) as pool:
        with writing(desk.project_id) as session:
            serialise(session, f"audit:{desk.project_id}")
            second = pool.submit(settle, desk, story_id)
            time.sleep(0.5)
            serialise(session, f"feed:{library.principal.principal_id}")
        second.result(timeout=20)
    assert [change.type for change in desk.feed(library)] == ["story.released"]
