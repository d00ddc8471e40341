# SPDX-License-Identifier: Apache-2.0
from app.kit.errors import DomainError


class StoryNotShared(DomainError):
    """This reader never had it."""

    slug = "not-found"
    status = 404


class StoryTakenBack(DomainError):
    """This reader had it, and may not have it any more."""

    slug = "story-withdrawn"
    status = 410


class NoSuchProof(DomainError):
    slug = "not-found"
    status = 404


class ProofChanged(DomainError):
    """The answer names a proof that is not the newest: what it would approve is not what would leave."""

    slug = "proof-changed"
    status = 409


class ConsentMissing(DomainError):
    slug = "consent-missing"
    status = 409


class ConsentInsufficient(DomainError):
    slug = "consent-insufficient"
    status = 409


class ConsentFormRetired(DomainError):
    slug = "consent-form-retired"
    status = 409


class GuardianRequired(DomainError):
    slug = "guardian-required"
    status = 409


class OnHold(DomainError):
    slug = "on-hold"
    status = 409


class ProofMissing(DomainError):
    slug = "proof-missing"
    status = 409


class ProofNotReady(DomainError):
    slug = "proof-not-ready"
    status = 409


class ProofFailed(DomainError):
    slug = "proof-failed"
    status = 409


class UnheardRedaction(DomainError):
    slug = "unheard-redaction"
    status = 409


class UnheardFlag(DomainError):
    slug = "unheard-flag"
    status = 409


class UnheardQuote(DomainError):
    """A quote stands on a stretch that the machine may have made up."""

    slug = "unheard-quote"
    status = 409


class UnheardSound(DomainError):
    slug = "unheard-sound"
    status = 409


class DetailsUnconfirmed(DomainError):
    """Written about the whole story while somebody was in it whose voice has been cut out since."""

    slug = "details-unconfirmed"
    status = 409


class SignOffMissing(DomainError):
    slug = "sign-off-missing"
    status = 409


class RedactionUnplaced(DomainError):
    """The words it covered are gone from the text and nothing says where in the sound they were."""

    slug = "redaction-unplaced"
    status = 409


OBSTACLES: dict[str, type[DomainError]] = {
    refusal.slug: refusal
    for refusal in (
        ConsentMissing,
        ConsentInsufficient,
        ConsentFormRetired,
        GuardianRequired,
        OnHold,
        ProofMissing,
        ProofNotReady,
        ProofFailed,
        UnheardRedaction,
        UnheardFlag,
        UnheardQuote,
        UnheardSound,
        SignOffMissing,
        DetailsUnconfirmed,
        RedactionUnplaced,
    )
}
