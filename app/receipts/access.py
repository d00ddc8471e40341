# SPDX-License-Identifier: Apache-2.0
"""Who stands at the storyteller's door: somebody who opened it with one participant's code, not long ago."""

from typing import Annotated

from fastapi import Depends, Request

from app.consent import service as consent
from app.consent.service import ReceiptHolder
from app.kit import clock
from app.kit.db import AuditedDb, Db, name_projects
from app.people.access import bearer


def receipt_at_the_door(request: Request, db: Db, audited: AuditedDb) -> ReceiptHolder:
    holder = consent.receipt_session(bearer(request), clock.now())
    for session in (db, audited):
        name_projects(session, [holder.project_id])
    return holder


CurrentReceipt = Annotated[ReceiptHolder, Depends(receipt_at_the_door)]
