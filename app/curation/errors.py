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


class WordsWorkedOn(DomainError):
    """The machine's words are replaced only while nobody has corrected, redacted or quoted any."""

    slug = "words-worked-on"
    status = 409


class NotClaimed(DomainError):
    """Whoever hears a voice that is gone holds the story meanwhile."""

    slug = "not-claimed"
    status = 409


class NothingToCut(DomainError):
    slug = "nothing-to-cut"
    status = 409


class UndoStillOpen(DomainError):
    """Until then nobody looks: they may come back."""

    slug = "undo-still-open"
    status = 409


class HeldBack(DomainError):
    """Nothing is destroyed while somebody may be in danger."""

    slug = "on-hold"
    status = 409


class CutBegun(DomainError):
    slug = "cut-begun"
    status = 409


class CutNotMarked(DomainError):
    slug = "cut-not-marked"
    status = 409


class CutUnheard(DomainError):
    slug = "cut-unheard"
    status = 409


class CutWordsOutside(DomainError):
    slug = "cut-words-outside"
    status = 409


class CutOverlap(DomainError):
    slug = "cut-overlap"
    status = 409


class CutNoSound(DomainError):
    slug = "cut-no-sound"
    status = 409


LEFT_TO_CUT: dict[str, type[DomainError]] = {
    refusal.slug: refusal for refusal in (CutNoSound, CutNotMarked, CutUnheard, CutWordsOutside, CutOverlap)
}
