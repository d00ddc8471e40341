# SPDX-License-Identifier: Apache-2.0
from dataclasses import dataclass, fields
from typing import Any, get_type_hints
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened, told in ids: frozen, named in the past tense, of UUIDs, strings and ints."""

    project_id: UUID

    @property
    def subject(self) -> str:
        """The id this is about: the first field a subclass adds."""
        return str(getattr(self, fields(self)[1].name))


def rebuild(event_type: type[Event], told: dict[str, Any]) -> Event:
    """The event again, from what crossed the queue as strings."""
    hints = get_type_hints(event_type)
    return event_type(**{name: UUID(value) if hints[name] is UUID else value for name, value in told.items()})
