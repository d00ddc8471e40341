# SPDX-License-Identifier: Apache-2.0
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.consent import service as consent_service
from app.curation import service as curation
from app.kit import clock
from app.kit.db import reading, writing
from app.kit.errors import Unavailable
from app.publishing import gate, queries, rules, service
from app.publishing.editions import MASK, Outlet, Principal, PrincipalKind, Reason, Refused, Released
from app.publishing.errors import (
    ConsentInsufficient,
    ConsentMissing,
    OnHold,
    ProofChanged,
    SignOffMissing,
    StoryNotShared,
    StoryTakenBack,
)
from app.publishing.jobs import let_time_act
from tests.rooms.publishing.desk_work import KEPT, OPEN, House, Reader


def kinds(desk: House, reader: Reader) -> list[str]:
    return [change.type for change in desk.feed(reader)]


def released(desk: House, story_id: UUID, reader: Reader) -> Released:
    answer = desk.ask(story_id, reader)
    assert isinstance(answer, Released)
    return answer


def test_an_approved_story_reaches_those_it_was_meant_for_and_nobody_else(desk: House) -> None:
    library, council = desk.partner("public"), desk.partner("services", "Council")
    story_id = desk.released(choices={**KEPT, "public_words": "given"})
    assert "Two bags" in released(desk, story_id, library).edition.text
    assert desk.ask(story_id, council) == Refused(Reason.NOT_APPROVED, gate.NEVER_HAD)
    assert kinds(desk, library) == ["story.released"]
    assert kinds(desk, council) == []


def test_the_ids_of_phone_and_partner_have_nothing_in_common(desk: House) -> None:
    library, council = desk.partner("public"), desk.partner("services", "Council")
    story_id = desk.released()
    ids = {released(desk, story_id, one).public_id for one in (library, council)}
    assert len(ids | {story_id}) == 3
    assert all(one.version == 4 for one in ids)


def test_a_redacted_word_is_nowhere_in_what_leaves(desk: House) -> None:
    library = desk.partner()
    story_id = desk.told(title="Leaving Karachi")
    ids = desk.words(story_id)
    desk.quote(story_id, ids["left"], ids["at"])
    desk.redact(story_id, ids["Karachi"])
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    answer = released(desk, story_id, library)
    assert "Karachi" not in repr(answer)
    assert answer.edition.title == f"Leaving {MASK}"
    assert answer.edition.quotes[0].text == f"left {MASK} at"


def test_a_withdrawn_story_leaves_a_tombstone_for_the_partner_who_took_it(desk: House) -> None:
    library = desk.partner()
    story_id = desk.released()
    public_id = released(desk, story_id, library).public_id
    desk.withdraw(story_id)
    assert desk.ask(story_id, library) == Refused(Reason.WITHDRAWN, gate.GONE)
    assert kinds(desk, library) == ["story.released", "story.withdrawn"]
    with writing(desk.project_id) as session:
        with pytest.raises(StoryTakenBack):
            service.read(session, public_id, library.principal, "x", at=clock.now())
        stranger = replace(library.principal, principal_id=UUID(int=5))
        with pytest.raises(StoryNotShared):
            service.read(session, public_id, stranger, "x", at=clock.now())


def test_a_tombstone_outlives_the_story(desk: House) -> None:
    library = desk.partner()
    story_id = desk.released()
    public_id = released(desk, story_id, library).public_id
    desk.withdraw(story_id)
    with writing(desk.project_id) as session:
        service.erase(session, story_id)
    with writing(desk.project_id) as session, pytest.raises(StoryTakenBack):
        service.read(session, public_id, library.principal, "x", at=clock.now())
    assert kinds(desk, library) == ["story.released", "story.withdrawn"]


def test_an_acknowledged_withdrawal_is_shown_to_the_storyteller(desk: House) -> None:
    library = desk.partner()
    story_id = desk.released()
    desk.withdraw(story_id)
    with writing(desk.project_id) as session:
        assert service.acknowledge(session, library.principal.principal_id, 1, clock.now()) == 1
        [had] = queries.recipients(session, story_id)
        assert had.acknowledged_at is None
        assert service.acknowledge(session, library.principal.principal_id, 2, clock.now()) == 1
        [had] = queries.recipients(session, story_id)
        assert had.acknowledged_at is not None
        assert had.until is not None


def test_narrowing_takes_it_from_one_and_leaves_it_with_the_others(desk: House) -> None:
    library, university = desk.partner("public"), desk.partner("research", "University")
    story_id = desk.released()
    desk.narrow(story_id, {"research": "refused"})
    assert isinstance(desk.ask(story_id, library), Released)
    assert desk.ask(story_id, university) == Refused(Reason.PURPOSE_NOT_GIVEN, gate.GONE)
    assert kinds(desk, library) == ["story.released"]
    assert kinds(desk, university) == ["story.released", "story.withdrawn"]
    assert desk.status(story_id) == "approved"


def test_narrowing_below_every_reader_reopens_the_story_for_a_narrower_one(desk: House) -> None:
    library = desk.partner("public")
    story_id = desk.released()
    desk.narrow(story_id, {"public_words": "refused"})
    assert desk.edition(story_id) is None
    assert desk.status(story_id) == "in_review"
    assert kinds(desk, library) == ["story.released", "story.withdrawn"]


def test_a_change_of_credit_is_a_new_version_of_the_same_edition(desk: House) -> None:
    library = desk.partner()
    story_id = desk.released(facets={"public_words": {"name": "real"}})
    assert released(desk, story_id, library).edition.credit == "Amina"
    before = released(desk, story_id, library).etag
    desk.narrow(story_id, {}, {"public_words": {"name": "none"}})
    after = released(desk, story_id, library)
    assert after.edition.credit == "A storyteller"
    assert after.etag != before
    assert kinds(desk, library) == ["story.released", "story.updated"]


def test_consent_that_moved_without_publishing_knowing_lets_nothing_out(desk: House) -> None:
    library = desk.partner()
    story_id = desk.released()
    [record_id] = desk.records(story_id)
    with writing(desk.project_id) as session:
        consent_service.narrow(session, record_id, {"research": "refused"}, {}, actor_kind="x", at=clock.now())
    assert desk.ask(story_id, library) == Refused(Reason.EDITION_STALE, gate.GONE)


def test_a_fault_inside_the_gate_is_never_a_yes(desk: House, monkeypatch: pytest.MonkeyPatch) -> None:
    library = desk.partner()
    story_id = desk.released()
    monkeypatch.setattr(rules, "decide", lambda *_: 1 // 0)
    with pytest.raises(Unavailable):
        desk.ask(story_id, library)


def test_a_concern_closes_every_door_and_the_feed_says_so(desk: House) -> None:
    library = desk.partner()
    story_id = desk.released()
    with writing(desk.project_id) as session:
        curation.raise_concern(session, story_id, "now", "a name", by=desk.facilitator, at=clock.now())
    assert desk.ask(story_id, library) == Refused(Reason.ON_HOLD, gate.GONE)
    assert kinds(desk, library) == ["story.released", "story.withdrawn"]
    assert desk.edition(story_id) is None


def test_an_expiry_is_in_the_feed_before_the_poll_is_answered(desk: House, monkeypatch: pytest.MonkeyPatch) -> None:
    library = desk.partner()
    ends = clock.now() + timedelta(hours=1)
    story_id = desk.released(facets={"public_words": {"expires_at": ends.isoformat()}})
    assert kinds(desk, library) == ["story.released"]
    monkeypatch.setattr(clock, "now", lambda: ends)
    assert desk.ask(story_id, library) == Refused(Reason.EXPIRED, gate.GONE)
    assert kinds(desk, library) == ["story.released", "story.withdrawn"]


def test_an_embargo_that_ends_opens_the_story_by_itself(desk: House, monkeypatch: pytest.MonkeyPatch) -> None:
    library = desk.partner()
    story_id = desk.told()
    [record_id] = desk.records(story_id)
    ends = clock.now() + timedelta(hours=1)
    with writing(desk.project_id) as session:
        consent_service.embargo(session, record_id, ends, at=clock.now())
    desk.decide(story_id, "approve")
    assert not desk.release(story_id)
    assert kinds(desk, library) == []
    monkeypatch.setattr(clock, "now", lambda: ends)
    let_time_act()
    assert isinstance(desk.ask(story_id, library), Released)


def test_hiding_a_released_story_takes_it_back_and_showing_it_again_needs_a_person(desk: House) -> None:
    library = desk.partner()
    story_id = desk.released()
    [record_id] = desk.records(story_id)
    with writing(desk.project_id) as session:
        consent_service.embargo(session, record_id, None, at=clock.now())
        service.reconcile(session, story_id, clock.now())
    assert kinds(desk, library) == ["story.released", "story.withdrawn"]
    past = clock.now() - timedelta(seconds=1)
    with writing(desk.project_id) as session:
        consent_service.embargo(session, record_id, past, at=clock.now(), may_widen=True)
        service.reconcile(session, story_id, clock.now())
    assert isinstance(desk.ask(story_id, library), Refused)
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    assert kinds(desk, library) == ["story.released", "story.withdrawn", "story.released"]


def test_reopening_keeps_the_edition_and_the_next_approval_replaces_it(desk: House) -> None:
    library = desk.partner()
    story_id = desk.released()
    before = released(desk, story_id, library)
    desk.decide(story_id, "reopen")
    assert released(desk, story_id, library).etag == before.etag
    desk.redact(story_id, desk.words(story_id)["Karachi"])
    assert released(desk, story_id, library).etag == before.etag
    desk.decide(story_id, "approve")
    assert desk.release(story_id)
    after = released(desk, story_id, library)
    assert MASK in after.edition.text
    assert after.public_id == before.public_id
    assert kinds(desk, library) == ["story.released", "story.updated"]


def test_unpublishing_takes_it_back_and_declining_a_reopened_story_too(desk: House) -> None:
    library = desk.partner()
    first, second = desk.released(), desk.released()
    desk.decide(first, "unpublish")
    desk.decide(second, "reopen")
    desk.decide(second, "decline", "not now")
    for story_id in (first, second):
        assert isinstance(desk.ask(story_id, library), Refused)
        assert desk.edition(story_id) is None
    assert desk.status(first) == "in_review"
    assert kinds(desk, library).count("story.withdrawn") == 2


def test_a_new_partner_gets_what_consent_already_allows(desk: House) -> None:
    story_id = desk.released()
    library = desk.partner()
    assert isinstance(desk.ask(story_id, library), Released)
    assert kinds(desk, library) == ["story.released"]


def test_a_story_for_nobody_is_not_approved(desk: House) -> None:
    with pytest.raises(ConsentMissing):
        desk.decide(desk.told(choices=KEPT), "approve")


def test_a_hidden_or_held_story_is_not_approved(desk: House) -> None:
    hidden, held = desk.told(), desk.told()
    [record_id] = desk.records(hidden)
    with writing(desk.project_id) as session:
        consent_service.embargo(session, record_id, None, at=clock.now())
        curation.raise_concern(session, held, "now", "a name", by=desk.facilitator, at=clock.now())
    with pytest.raises(ConsentInsufficient):
        desk.decide(hidden, "approve")
    with pytest.raises(OnHold):
        desk.decide(held, "approve")


def proof_of(desk: House, story_id: UUID) -> str:
    with reading(desk.project_id) as session:
        proof = queries.newest_proof(session, story_id)
        assert proof is not None
        assert proof.sha256 is not None
        return proof.sha256


def sign(desk: House, story_id: UUID, decision: str, sha256: str, quotes: tuple[tuple[UUID, str], ...] = ()) -> None:
    [record_id, *_] = desk.records(story_id)
    with writing(desk.project_id) as session:
        service.sign_off(session, story_id, record_id, sha256, decision, quotes=quotes, at=clock.now())


def test_a_storyteller_who_asked_to_see_it_is_asked(desk: House) -> None:
    library = desk.partner()
    story_id = desk.told(wants_sign_off=True)
    with pytest.raises(SignOffMissing):
        desk.decide(story_id, "approve")
    desk.decide(story_id, "ask_sign_off")
    assert not desk.release(story_id)
    assert desk.status(story_id) == "awaiting_sign_off"
    with pytest.raises(ProofChanged):
        sign(desk, story_id, "yes", "0" * 64)
    sign(desk, story_id, "yes", proof_of(desk, story_id))
    sign(desk, story_id, "yes", proof_of(desk, story_id))
    assert desk.status(story_id) == "approved"
    assert desk.release(story_id)
    assert isinstance(desk.ask(story_id, library), Released)


def test_a_storyteller_may_ask_for_a_change_or_say_no(desk: House) -> None:
    change, refuse = desk.told(wants_sign_off=True), desk.told(wants_sign_off=True)
    for story_id, decision, status in ((change, "change", "in_review"), (refuse, "leave_out", "declined")):
        desk.decide(story_id, "ask_sign_off")
        sign(desk, story_id, decision, proof_of(desk, story_id))
        assert desk.status(story_id) == status
        assert not desk.release(story_id)


def test_a_quote_left_out_is_gone_and_the_yes_carries_over(desk: House) -> None:
    library = desk.partner()
    story_id = desk.told(wants_sign_off=True)
    words = list(desk.words(story_id).values())
    kept, dropped = desk.quote(story_id, words[0], words[2]), desk.quote(story_id, words[3], words[4])
    desk.decide(story_id, "ask_sign_off")
    sign(desk, story_id, "yes", proof_of(desk, story_id), ((kept, "yes"), (dropped, "leave_out")))
    assert desk.status(story_id) == "approved"
    assert desk.release(story_id)
    assert [quote.quote_id for quote in released(desk, story_id, library).edition.quotes] == [kept]


def test_the_storyteller_sees_the_proof_before_it_leaves(desk: House) -> None:
    story_id = desk.told(wants_sign_off=True)
    desk.decide(story_id, "ask_sign_off")
    [record_id] = desk.records(story_id)
    own = Principal(PrincipalKind.RECEIPT, record_id)
    with reading(desk.project_id) as session:
        answer = gate.release(session, story_id, Outlet.RECEIPT, own, at=clock.now())
    assert isinstance(answer, Released)
    assert answer.edition.sha256 == proof_of(desk, story_id)


def test_a_proof_of_yesterdays_text_is_no_proof(desk: House) -> None:
    story_id = desk.told(wants_sign_off=True)
    desk.decide(story_id, "ask_sign_off")
    old = proof_of(desk, story_id)
    desk.decide(story_id, "reopen")
    desk.redact(story_id, desk.words(story_id)["Karachi"])
    desk.decide(story_id, "ask_sign_off")
    assert proof_of(desk, story_id) != old
    with pytest.raises(ProofChanged):
        sign(desk, story_id, "yes", old)


def test_everybody_in_a_dialogue_must_allow_it(desk: House) -> None:
    library = desk.partner()
    story_id = desk.released(others=1)
    assert isinstance(desk.ask(story_id, library), Released)
    *_, other = desk.records(story_id)
    with writing(desk.project_id) as session:
        consent_service.withdraw(session, other, None, actor_kind="reporter_receipt", at=clock.now())
        service.reconcile(session, story_id, clock.now())
    assert isinstance(desk.ask(story_id, library), Refused)


def test_who_would_get_it_is_told_before_the_decision(desk: House) -> None:
    desk.partner("public", "Library")
    desk.partner("services", "Council")
    story_id = desk.told(choices={**OPEN, "share_partner:services": "refused"})
    with reading(desk.project_id) as session:
        told = service.readership(session, story_id, at=clock.now())
    assert told.will == ["Library"]
    assert told.will_not == [("Council", "Not everybody in it agreed to this use.")]


def test_a_storyteller_is_told_why_there_is_nothing_to_look_at_yet_and_a_stranger_nothing_else(desk: House) -> None:
    story_id, other = desk.spoken(), desk.spoken()
    [own], [stranger] = desk.records(story_id), desk.records(other)

    def answer(record_id: UUID) -> Released | Refused:
        asking = Principal(PrincipalKind.RECEIPT, record_id)
        with reading(desk.project_id) as session:
            return gate.release(session, story_id, Outlet.RECEIPT, asking, at=clock.now())

    assert answer(own) == Refused(Reason.NOT_APPROVED, gate.NEVER_HAD)
    assert answer(stranger) == Refused(Reason.NO_CONSENT, gate.NEVER_HAD)
