# SPDX-License-Identifier: Apache-2.0
from fastapi import APIRouter

from app.kit import clock
from app.kit.db import Db
from app.people import service
from app.people.access import CurrentDevice

router = APIRouter(prefix="/api/device", tags=["reporter"])


@router.delete("", status_code=204)
def leave(device: CurrentDevice, db: Db) -> None:
    """The phone was wiped or has left the project: its token opens nothing from now on, its stories stay."""
    service.revoke_device(db, device.device_id, clock.now())
