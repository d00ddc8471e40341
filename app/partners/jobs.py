# SPDX-License-Identifier: Apache-2.0
from app.kit.db import across_projects, writing
from app.kit.jobs import every, on, tx_step
from app.kit.lanes import Lane
from app.partners import service
from app.publishing.events import ReleaseErased


@on(ReleaseErased, lane=Lane.HOUSEKEEPING)
def forget_answers(event: ReleaseErased) -> None:
    tx_step(service.forget_answers, event.public_id)


@every(86_400)
def forget_stray_answers() -> None:
    with writing() as session, across_projects(session):
        service.forget_stray_answers(session)
