# SPDX-License-Identifier: Apache-2.0
from collections.abc import Collection
from uuid import UUID

from sqlalchemy.orm import Session
from sqlmodel import col, select

from app.projects.errors import ProjectNotFound
from app.projects.models import Invite, Project, Prompt


def find_project(session: Session, project_id: UUID) -> Project | None:
    return session.execute(select(Project).where(Project.project_id == project_id)).scalar_one_or_none()


def get_project(session: Session, project_id: UUID) -> Project:
    project = find_project(session, project_id)
    if project is None:
        raise ProjectNotFound
    return project


def all_projects(session: Session) -> list[Project]:
    """Every project of this Heardwell, oldest first."""
    return list(session.execute(select(Project).order_by(col(Project.created_at), col(Project.project_id))).scalars())


def projects_by_id(session: Session, project_ids: Collection[UUID]) -> dict[UUID, Project]:
    sought = select(Project).where(col(Project.project_id).in_(project_ids))
    return {project.project_id: project for project in session.execute(sought).scalars()}


def prompts(session: Session, project_id: UUID) -> list[Prompt]:
    """Those asked now, in their order."""
    asked = (
        select(Prompt)
        .where(Prompt.project_id == project_id, col(Prompt.retired_at).is_(None))
        .order_by(col(Prompt.position))
    )
    return list(session.execute(asked).scalars())


def find_invite(session: Session, secret_sha256: str) -> Invite | None:
    return session.execute(select(Invite).where(Invite.secret_sha256 == secret_sha256)).scalar_one_or_none()
