# SPDX-License-Identifier: Apache-2.0
from app.kit import clock
from app.kit.db import across_projects, reading, writing
from app.kit.jobs import every
from app.projects import queries as projects
from app.register import service


@every(3_600)
def chase_the_silent() -> None:
    """Partners who do not confirm that a story was taken back are marked as overdue after 1, 7 and 30 days."""
    with reading() as session, across_projects(session):
        ids = [project.project_id for project in projects.all_projects(session)]
    for project_id in ids:
        with writing(project_id) as session:
            service.chase(session, project_id, clock.now())
