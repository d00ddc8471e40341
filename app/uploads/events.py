# SPDX-License-Identifier: Apache-2.0
from dataclasses import dataclass
from uuid import UUID

from app.kit.events import Event


@dataclass(frozen=True, kw_only=True)
class UploadCompleted(Event):
    upload_id: UUID


@dataclass(frozen=True, kw_only=True)
class UploadAssembled(Event):
    upload_id: UUID


@dataclass(frozen=True, kw_only=True)
class UploadReleased(Event):
    """Its row is bare; its bytes are to be dropped."""

    upload_id: UUID
