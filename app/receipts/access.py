# SPDX-License-Identifier: Apache-2.0
"""Who stands at the storyteller's door: somebody who opened it with one participant's code, not long ago."""

import asyncio
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from app.consent import service as consent
from app.consent.service import ReceiptHolder
from app.kit import clock
from app.kit.db import AuditedDb, Db, name_projects
from app.people.access import bearer


async def unhurried() -> None:
    """While many guess, every try waits a little, without a thread of its own; nobody is turned away."""
    await asyncio.sleep(await run_in_threadpool(consent.pause_before_try, clock.now()))


def receipt_at_the_door(request: Request, db: Db, audited: AuditedDb) -> ReceiptHolder:
    holder = consent.receipt_session(bearer(request), clock.now())
    for session in (db, audited):
        name_projects(session, [holder.project_id])
    return holder


CurrentReceipt = Annotated[ReceiptHolder, Depends(receipt_at_the_door)]
