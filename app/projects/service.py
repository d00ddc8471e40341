# SPDX-License-Identifier: Apache-2.0
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.kit import audit
from app.kit.db import across_projects, name_projects
from app.kit.ids import new_id
from app.kit.keys import new_token, sha256_hex
from app.people.service import admit_device
from app.projects import queries
from app.projects.errors import InviteExpired, InviteInvalid, ProjectInvalid
from app.projects.languages import is_language, written
from app.projects.models import Invite, Project, Prompt
from app.projects.rules import INVITE_LASTS, INVITE_LONGEST, NAME_LONGEST

OURS = ("en", "es", "ar", "ur")


@dataclass(frozen=True)
class Joined:
    device_token: str
    project_id: UUID


@lru_cache(maxsize=8)
def _start(language: str) -> dict[str, Any]:
    told = files("app.projects").joinpath("start", f"{language}.json").read_text(encoding="utf-8")
    start: dict[str, Any] = json.loads(told)
    return start


def create_project(
    session: Session, name: str, languages: Sequence[str], organisation: str, contact: str, country: str, at: datetime
) -> Project:
    """A project with prompts, practice guide and help to begin with. The session may write its rows from here on."""
    if not name.strip() or len(name) > NAME_LONGEST:
        raise ProjectInvalid("A project needs a name of at most 200 characters.")
    if not languages or not all(is_language(tag) for tag in languages):
        raise ProjectInvalid("Name the project's languages as BCP 47 tags, such as en or ur.")
    spoken = list(dict.fromkeys(written(tag) for tag in languages))
    shipped = [language for language in OURS if language in spoken] or ["en"]
    project = Project(
        project_id=new_id(),
        name=name.strip(),
        languages=spoken,
        organisation=organisation or name.strip(),
        contact=contact,
        country=country.upper(),
        help={language: _start(language)["help"] for language in shipped},
        practice_guide={language: _start(language)["practice_guide"] for language in shipped},
        created_at=at,
    )
    name_projects(session, {project.project_id, *(session.info.get("projects") or ())})
    session.add(project)
    session.flush()
    for position, _ in enumerate(_start("en")["prompts"]):
        texts = {language: _start(language)["prompts"][position] for language in shipped}
        session.add(Prompt(project_id=project.project_id, prompt_id=new_id(), position=position, texts=texts))
    session.flush()
    return project


def create_invite(
    session: Session, project_id: UUID, expires_in: timedelta | None, at: datetime, *, actor: object = "caretaker"
) -> tuple[Invite, str]:
    """The invite and its secret, which nobody can be told again."""
    secret = new_token()
    lasts = min(expires_in or INVITE_LASTS, INVITE_LONGEST)
    invite = Invite(
        project_id=project_id,
        invite_id=new_id(),
        secret_sha256=sha256_hex(secret),
        created_at=at,
        expires_at=at + lasts,
    )
    session.add(invite)
    session.flush()
    audit.record(session, project_id=project_id, actor=str(actor), action="InviteCreated", subject=invite.invite_id)
    return invite, secret


def join(session: Session, secret: str, at: datetime) -> Joined:
    """One more phone. The session reads and writes the invite's project from here on."""
    with across_projects(session):
        invite = queries.find_invite(session, sha256_hex(secret))
    if invite is None:
        raise InviteInvalid
    if invite.revoked_at is not None or invite.expires_at <= at:
        raise InviteExpired
    name_projects(session, [invite.project_id])
    return Joined(admit_device(session, invite.project_id, invite.invite_id, at), invite.project_id)
