# SPDX-License-Identifier: Apache-2.0
"""Who stands at the door, as types: a reporter's device, a person of the project, an admin."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from app.kit import clock
from app.kit.db import AuditedDb, Db, across_projects, name_projects, reading, writing
from app.kit.errors import AuthInvalid, AuthRequired, Forbidden
from app.kit.keys import sha256_hex
from app.people import queries
from app.people.models import Role
from app.people.rules import SEEN_EVERY

COOKIE = "__Host-heardwell"
TOKEN_LONGEST = 200


@dataclass(frozen=True)
class Device:
    """A reporter's phone: it sends, and sees where its own stories stand."""

    device_id: UUID
    project_id: UUID
    invite_id: UUID


@dataclass(frozen=True)
class Staff:
    """A signed-in person. `projects` are those this door opens for them, `roles` all they hold there."""

    person_id: UUID
    name: str
    email: str
    projects: frozenset[UUID]
    roles: frozenset[str]
    roles_in: Mapping[UUID, frozenset[str]]

    def holds(self, project_id: UUID, *roles: str) -> bool:
        """Whether the person has one of these roles in that project."""
        return not self.roles_in.get(project_id, frozenset()).isdisjoint(roles)

    def within(self, *roles: str) -> "Staff":
        """The same person, in the projects where they hold one of these roles; 403 where there is none."""
        held = {project: mine for project, mine in self.roles_in.items() if not mine.isdisjoint(roles)}
        if not held:
            raise Forbidden
        return Staff(self.person_id, self.name, self.email, frozenset(held), frozenset().union(*held.values()), held)


def bearer(request: Request) -> str:
    """The token of `Authorization: Bearer`; 401 `auth-required` without."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise AuthRequired(headers={"WWW-Authenticate": "Bearer"})
    return token.strip()


def known_device(request: Request) -> Device:
    """For doors that open short sessions of their own."""
    token = bearer(request)
    if len(token) > TOKEN_LONGEST:
        raise AuthInvalid
    with reading() as own, across_projects(own):
        row = queries.find_device(own, sha256_hex(token))
    if row is None:
        raise AuthInvalid(headers={"WWW-Authenticate": "Bearer"})
    return Device(row.device_id, row.project_id, row.invite_id)


def device_at_the_door(request: Request, db: Db, audited: AuditedDb) -> Device:
    device = known_device(request)
    _let_in(frozenset({device.project_id}), db, audited)
    return device


def staff_at_the_door(request: Request, db: Db, audited: AuditedDb) -> Staff:
    token = request.cookies.get(COOKIE, "")
    if not token or len(token) > TOKEN_LONGEST:
        raise AuthRequired
    staff = _person_of(sha256_hex(token))
    _let_in(staff.projects, db, audited)
    return staff


def facilitator_at_the_door(staff: "CurrentStaff", db: Db, audited: AuditedDb) -> Staff:
    return _narrowed(staff, Role.FACILITATOR, db, audited)


def steward_at_the_door(staff: "CurrentStaff", db: Db, audited: AuditedDb) -> Staff:
    return _narrowed(staff, Role.STEWARD, db, audited)


def admin_at_the_door(staff: "CurrentStaff", db: Db, audited: AuditedDb) -> Staff:
    return _narrowed(staff, Role.ADMIN, db, audited)


def _person_of(session_sha256: str) -> Staff:
    at = clock.now()
    with reading() as own, across_projects(own):
        found = queries.live_session(own, session_sha256, at)
        if found is None:
            raise AuthRequired
        person = queries.get_person(own, found.person_id)
        roles_in: dict[UUID, frozenset[str]] = {}
        for held in queries.memberships(own, person.person_id):
            roles_in[held.project_id] = roles_in.get(held.project_id, frozenset()) | {held.role}
    if found.seen_at + SEEN_EVERY <= at:
        with writing() as own:
            again = queries.live_session(own, session_sha256, at)
            if again is not None:
                again.seen_at = at
    return Staff(
        person.person_id,
        person.name,
        person.email,
        frozenset(roles_in),
        frozenset().union(*roles_in.values()),
        roles_in,
    )


def _narrowed(staff: Staff, role: Role, db: Session, audited: Session) -> Staff:
    held = staff.within(role)
    _let_in(held.projects, db, audited)
    return held


def _let_in(projects: frozenset[UUID], *sessions: Session) -> None:
    for session in sessions:
        name_projects(session, projects)


KnownDevice = Annotated[Device, Depends(known_device)]
CurrentDevice = Annotated[Device, Depends(device_at_the_door)]
CurrentStaff = Annotated[Staff, Depends(staff_at_the_door)]
CurrentFacilitator = Annotated[Staff, Depends(facilitator_at_the_door)]
CurrentSteward = Annotated[Staff, Depends(steward_at_the_door)]
CurrentAdmin = Annotated[Staff, Depends(admin_at_the_door)]
