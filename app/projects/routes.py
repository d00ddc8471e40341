# SPDX-License-Identifier: Apache-2.0
from datetime import timedelta

from fastapi import APIRouter

from app.kit import clock
from app.kit.db import Db
from app.people.access import CurrentStaff
from app.people.models import Role
from app.people.schemas import Me, ProjectOfMine
from app.projects import queries, service
from app.projects.errors import ProjectNotFound
from app.projects.links import invite_url, qr_svg
from app.projects.schemas import InviteIn, InviteMade

router = APIRouter(prefix="/api/desk", tags=["desk"])


@router.get("/session")
def who_am_i(staff: CurrentStaff, db: Db) -> Me:
    names = queries.projects_by_id(db, staff.projects)
    mine = [
        ProjectOfMine(project_id=project_id, name=names[project_id].name, roles=sorted(staff.roles_in[project_id]))
        for project_id in sorted(names)
    ]
    return Me(person_id=staff.person_id, name=staff.name, email=staff.email, projects=mine)


@router.post("/invites", status_code=201)
def create_invite(wish: InviteIn, staff: CurrentStaff, db: Db) -> InviteMade:
    host = staff.within(Role.ADMIN, Role.FACILITATOR)
    if wish.project_id not in host.projects:
        raise ProjectNotFound
    lasts = timedelta(days=wish.expires_days)
    invite, secret = service.create_invite(db, wish.project_id, lasts, clock.now(), actor=host.person_id)
    url = invite_url(secret)
    return InviteMade(invite=secret, url=url, expires_at=invite.expires_at, qr_svg=qr_svg(url))
