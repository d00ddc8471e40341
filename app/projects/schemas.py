# SPDX-License-Identifier: Apache-2.0
from typing import Annotated
from uuid import UUID

from pydantic import Field, StrictInt

from app.kit.shapes import Answer, Instant, Shape


class InviteIn(Shape):
    project_id: UUID
    expires_days: Annotated[StrictInt, Field(ge=1, le=366)] = 30


class InviteMade(Answer):
    """`invite` is the secret that goes into the link; it is told this once."""

    invite: str
    url: str
    expires_at: Instant
    qr_svg: str
