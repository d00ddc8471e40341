# SPDX-License-Identifier: Apache-2.0
from uuid import UUID

from sqlalchemy.orm import Session

from app.kit.blobs import BlobMissing, store
from app.kit.ids import new_id
from app.kit.jobs import on, step, tx_step
from app.kit.lanes import Lane
from app.media import service as media
from app.media.errors import ForbiddenContainer, TypeMismatch, Unplayable
from app.projects import spoken
from app.projects.events import SpokenKept, SpokenTakenOff
from app.projects.rules import SPOKEN_MS, SpokenState

Made = dict[str, str | int]


@on(SpokenKept, lane=Lane.MEDIA)
def make_playable(event: SpokenKept) -> None:
    """AAC at an even loudness: old iPhones cannot play Opus, and everything else plays both."""
    folder = spoken.folder_of(event.project_id, event.spoken_id)
    original = tx_step(_waiting, str(event.spoken_id))
    if original is None:
        return
    made = step(_render, folder, original)
    wanted = tx_step(spoken.keep_playable, str(event.spoken_id), made)
    step(_drop_all_but, folder, [original, str(made.get("key", ""))] if wanted else [])


@on(SpokenTakenOff, lane=Lane.HOUSEKEEPING)
def drop_bytes(event: SpokenTakenOff) -> None:
    if not tx_step(_stays, str(event.spoken_id)):
        step(_drop_all_but, spoken.folder_of(event.project_id, event.spoken_id), [])


def _waiting(session: Session, spoken_id: str) -> str | None:
    row = spoken.find(session, UUID(spoken_id))
    return row.original_key if row is not None and row.state == SpokenState.PREPARING else None


def _stays(session: Session, spoken_id: str) -> bool:
    return spoken.find(session, UUID(spoken_id)) is not None


def _render(folder: str, original: str) -> Made:
    try:
        made = media.render([original], spans=[], prefix=f"{folder}/{new_id()}", max_ms=SPOKEN_MS).aac
    except (Unplayable, ForbiddenContainer, TypeMismatch) as refusal:
        return {"refused_as": refusal.slug}
    except BlobMissing:
        return {"refused_as": "media-empty"}
    return {
        "key": made.key,
        "media_type": made.media_type,
        "bytes": made.bytes,
        "sha256": made.sha256,
        "duration_ms": made.duration_ms,
    }


def _drop_all_but(folder: str, kept: list[str]) -> None:
    for key in list(store().list(folder)):
        if key not in kept:
            store().delete(key)
