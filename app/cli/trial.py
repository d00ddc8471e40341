# SPDX-License-Identifier: Apache-2.0
"""The trial: a demo project, a person at its desk, a partner with a key, and links to every door."""

import json
import os
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from uuid import UUID

from app.cli import caretaker, sampling
from app.kit import clock
from app.kit.db import writing
from app.partners import service as partners
from app.people import service as people
from app.people.models import Role
from app.projects import service as projects
from app.settings import settings

MEMORY = "trial.json"
EMAIL = "facilitator@trial.example"
LASTS = timedelta(days=365)
LINK_LASTS = timedelta(hours=12)


@dataclass(frozen=True)
class Doors:
    origin: str
    project_id: str
    person_id: str
    invite: str
    partner_key: str
    sign_in: str
    fresh: bool


def open_doors(origin: str) -> Doors:
    """The trial's project and its keys: made at first start, kept in the data folder for its owner's eyes only."""
    path = settings().data_dir / MEMORY
    fresh = not path.exists()
    kept = _found() if fresh else json.loads(path.read_text())
    if fresh:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            json.dump(kept, file)
    return Doors(origin=origin, sign_in=_link(kept), fresh=fresh, **kept)


def _link(kept: Mapping[str, str]) -> str:
    """Opens the desk once: whoever comes next needs another."""
    with writing(UUID(kept["project_id"])) as session:
        return people.make_sign_in_link(session, UUID(kept["person_id"]), at=clock.now(), lasts=LINK_LASTS)


def _found() -> dict[str, str]:
    project_id = caretaker.found_project(
        "Riverside Voices",
        ["en", "es", "ar", "ur"],
        organisation="Riverside Voices (trial)",
        contact="the person who runs this trial",
        country="GB",
    )
    at = clock.now()
    with writing(project_id) as session:
        person = people.add_person(session, project_id, EMAIL, Role.FACILITATOR, name="Fatima (trial)", at=at)
        for role in (Role.STEWARD, Role.ADMIN):
            people.add_person(session, project_id, EMAIL, role, at=at)
        _invite, secret = projects.create_invite(session, project_id, expires_in=LASTS, at=at)
        scopes = ["stories:read", "audio:read", "responses:write", "webhooks:write"]
        _partner, _key_id, key, _until = partners.create_partner(
            session, project_id, "Riverside Research Team", "research", scopes, at=at
        )
        return {
            "project_id": str(project_id),
            "person_id": str(person.person_id),
            "invite": secret,
            "partner_key": key,
        }


def welcome(doors: Doors) -> None:
    """Print the links and, at first start, bring in the sample stories by the real path."""
    print(
        f"\n  Heardwell trial, at {doors.origin}\n\n"
        f"  Reporter   {doors.origin}/r/#/join/{doors.invite}\n"
        f"  Desk       {doors.origin}/desk/#/open/{doors.sign_in}\n"
        f"  Storyteller {doors.origin}/s/\n"
        f"  Partner    curl -H 'Authorization: Bearer {doors.partner_key}' {doors.origin}/partner/v1/stories\n\n"
        f"  Use Chrome, Chromium, Edge or Firefox; Safari needs https. Stop with Ctrl+C.\n",
        flush=True,
    )
    if doors.fresh:
        own = asdict(doors)
        own["sign_in"] = _link(own)
        threading.Thread(target=sampling.bring_in, args=(own,), daemon=True).start()
