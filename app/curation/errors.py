# SPDX-License-Identifier: Apache-2.0
from app.kit.errors import DomainError


class ClaimedByOther(DomainError):
    slug = "claimed-by-other"
    status = 409


class StoryNotOpen(DomainError):
    """The desk may read it but not change it: it is on its way, decided, or taken back."""

    slug = "story-not-open"
    status = 409


class TeamMayNotRead(DomainError):
    """The storyteller did not let the project team open it."""

    slug = "team-may-not-read"
    status = 403
