# SPDX-License-Identifier: Apache-2.0
"""What a facilitator, a storyteller and a partner do around a release, each in one transaction as a door has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.consent import queries as consent
from app.consent import service as consent_service
from app.curation import queries as curated
from app.curation import service as curation
from app.curation.schemas import RedactionIn
from app.kit import clock
from app.kit.blobs import store
from app.kit.db import reading, writing
from app.kit.ids import new_id
from app.partners import service as partners
from app.partners.rules import SCOPES
from app.people import service as people
from app.people.access import Staff
from app.publishing import gate, queries, service
from app.publishing.editions import Change, Outlet, Principal, PrincipalKind, Refused, Released
from app.publishing.models import EditionRow
from app.stories import queries as stories
from app.stories import service as story_service
from app.stories.schemas import StoryIn
from app.transcription import service as transcription
from app.transcription.models import Run, Segment
from tests.makers.stories import form_of, make_declaration, make_participant, make_phone
from tests.rooms.media.sounds import live_webm, tone

TEXT = "We left Karachi at night.\n\nTwo bags were all we had."
KEPT = {"hold_and_transcribe": "given", "project_team": "given"}
OPEN = {**KEPT, "public_words": "given", "research": "given", "share_partner:services": "given"}


@dataclass(frozen=True)
class Reader:
    principal: Principal
    key_id: str
    key: str


class House:
    """One project with a facilitator."""

    def __init__(self, project_id: UUID) -> None:
        self.project_id = project_id
        with writing(project_id) as session:
            person = people.add_person(session, project_id, "f@example.org", "facilitator", at=clock.now())
            roles = frozenset({"facilitator"})
            self.facilitator = Staff(
                person.person_id, "Fay", person.email, frozenset({project_id}), roles, {project_id: roles}
            )

    def partner(self, audience: str = "public", name: str = "Library", scopes: frozenset[str] = SCOPES) -> Reader:
        with writing(self.project_id) as session:
            made, key_id, key, _ = partners.create_partner(
                session, self.project_id, name, audience, scopes, clock.now()
            )
        return Reader(Principal(PrincipalKind.PARTNER, made.partner_id, name, audience), key_id, key)

    def told(
        self,
        text: str = TEXT,
        *,
        choices: Mapping[str, str] = OPEN,
        facets: Mapping[str, Any] | None = None,
        tellers: int = 1,
        others: int = 0,
        **changed: Any,
    ) -> UUID:
        """A written story at the desk."""
        with writing(self.project_id) as session:
            form = form_of(session, self.project_id)
        voices = [
            make_participant(form, choices=dict(choices), facets=dict(facets or {}), role=role)
            for role in ["storyteller"] * tellers + ["interviewer"] * others
        ]
        wanted = StoryIn.model_validate(make_declaration(voices, **{"text": text, "title": "A night", **changed}))
        sender, _ = make_phone(self.project_id)
        with writing(self.project_id) as session:
            story, _ = story_service.declare(session, sender, new_id(), wanted, clock.now())
        with writing(self.project_id) as session:
            transcription.set_down_text(session, str(story.story_id))
        return story.story_id

    def spoken(self, *, choices: Mapping[str, str] = OPEN, facets: Mapping[str, Any] | None = None) -> UUID:
        """Two seconds of sound at the desk, the machine's words in step with it; it doubts the third."""
        with writing(self.project_id) as session:
            form = form_of(session, self.project_id)
        voice = make_participant(form, choices=dict(choices), facets=dict(facets or {}))
        wanted = StoryIn.model_validate(make_declaration([voice], sounds=1, title="A night"))
        sender, _ = make_phone(self.project_id)
        with writing(self.project_id) as session:
            story, _ = story_service.declare(session, sender, new_id(), wanted, clock.now())
            [recording] = stories.recordings(session, story.story_id)
            recording.key, recording.media_state = f"{self.project_id}/recordings/{recording.recording_id}/x", "kept"
            store().put(recording.key, live_webm(tone(300, 2_000)))
            story_service.receive(session, story.story_id, at=clock.now())
            run = Run(
                project_id=self.project_id, run_id=new_id(), story_id=story.story_id, status="done", consent_epoch=1
            )
            session.add(run)
            session.flush()
            session.add(
                Segment(
                    project_id=self.project_id,
                    segment_id=new_id(),
                    run_id=run.run_id,
                    story_id=story.story_id,
                    position=0,
                    words=[
                        {
                            "id": f"w{place}",
                            "text": text,
                            "start_ms": place * 400,
                            "end_ms": place * 400 + 350,
                            "probability": 0.2 if text == "Karachi" else 0.9,
                            "speaker": None,
                        }
                        for place, text in enumerate(["We", "left", "Karachi", "at", "night"])
                    ],
                )
            )
            story_service.send_to_review(session, story.story_id)
        return story.story_id

    def render(self, story_id: UUID) -> EditionRow:
        """What the worker does with a proof that was asked for."""
        with reading(self.project_id) as session:
            proof = queries.newest_proof(session, story_id)
        assert proof is not None
        edition_id = str(proof.edition_id)
        with writing(self.project_id) as session:
            plan = service.open_render(session, edition_id)
        assert plan is not None
        made = service.render(plan)
        with writing(self.project_id) as session:
            assert service.close_render(session, edition_id, made)
        with reading(self.project_id) as session:
            proof = queries.newest_proof(session, story_id)
        assert proof is not None
        return proof

    def listen(self, story_id: UUID, from_ms: int, to_ms: int) -> None:
        with writing(self.project_id) as session:
            proof = queries.newest_proof(session, story_id)
            assert proof is not None
            assert proof.sha256 is not None
            service.heard(session, story_id, proof.sha256, from_ms, to_ms, by=self.facilitator, at=clock.now())

    def released(self, **told: Any) -> UUID:
        story_id = self.told(**told)
        self.decide(story_id, "approve")
        assert self.release(story_id)
        return story_id

    def decide(self, story_id: UUID, decision: str, note: str = "") -> EditionRow | None:
        with writing(self.project_id) as session:
            return service.decide(session, story_id, decision, note=note, by=self.facilitator, at=clock.now())

    def release(self, story_id: UUID) -> bool:
        with writing(self.project_id) as session:
            return service.release(session, story_id, clock.now())

    def redact(self, story_id: UUID, *words: str, replacement: str = "") -> None:
        with writing(self.project_id) as session:
            wish = RedactionIn(from_word=words[0], to_word=words[-1], reason="name", replacement=replacement)
            curation.redact(session, story_id, wish, by=self.facilitator, at=clock.now())

    def words(self, story_id: UUID) -> dict[str, str]:
        """Ids by what they say."""
        with reading(self.project_id) as session:
            return {word["text"]: word["id"] for word in curated.current_words(session, story_id)[1]}

    def quote(self, story_id: UUID, first: str, last: str) -> UUID:
        with writing(self.project_id) as session:
            return curation.quote(session, story_id, first, last, by=self.facilitator, at=clock.now())

    def records(self, story_id: UUID) -> list[UUID]:
        with reading(self.project_id) as session:
            return [voice.record_id for voice in consent.terms_of(session, story_id)]

    def withdraw(self, story_id: UUID) -> None:
        """Everything back, as the storyteller's door does it."""
        with writing(self.project_id) as session:
            for voice in consent.terms_of(session, story_id):
                consent_service.withdraw(session, voice.record_id, None, actor_kind="reporter_receipt", at=clock.now())
            story_service.withdraw(session, story_id, actor="storyteller", at=clock.now())
            service.retract(session, story_id, clock.now())

    def narrow(self, story_id: UUID, choices: Mapping[str, str], facets: Mapping[str, Any] | None = None) -> None:
        [record_id, *_] = self.records(story_id)
        with writing(self.project_id) as session:
            consent_service.narrow(
                session, record_id, choices, facets or {}, actor_kind="reporter_receipt", at=clock.now()
            )
            service.reconcile(session, story_id, clock.now())

    def retire_form(self, *, grace_until: datetime) -> None:
        with writing(self.project_id) as session:
            form = consent.current_form(session, self.project_id)
            form.status, form.grace_until = "retired", grace_until

    def ask(self, story_id: UUID, reader: Reader, outlet: Outlet = Outlet.PARTNER) -> Released | Refused:
        with reading(self.project_id) as session:
            return gate.release(session, story_id, outlet, reader.principal, at=clock.now())

    def feed(self, reader: Reader) -> list[Change]:
        found, _ = service.poll([self.project_id], reader.principal.principal_id, after=0, limit=200, at=clock.now())
        return found

    def edition(self, story_id: UUID) -> EditionRow | None:
        with reading(self.project_id) as session:
            return queries.current_edition(session, story_id)

    def status(self, story_id: UUID) -> str:
        with reading(self.project_id) as session:
            return stories.get_story(session, story_id).status
