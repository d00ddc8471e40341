# SPDX-License-Identifier: Apache-2.0
"""The one catalogue of refusals (RFC 9457). The slug is stable for ever; title and detail are plain words to act on."""

from typing import NamedTuple


class Problem(NamedTuple):
    title: str
    detail: str


PROBLEMS: dict[str, Problem] = {
    "auth-invalid": Problem("That did not open the door", "Check what you entered, or ask for a new way in."),
    "auth-required": Problem("Please sign in first", "This door opens with a session, a key or a joined phone."),
    "cursor-invalid": Problem("This cursor is not ours", "Use the cursor exactly as we gave it, with the same key."),
    "csrf": Problem("This came from another site", "Open Heardwell itself and try there."),
    "fault": Problem("Something broke on our side", "Nothing was lost. Try again, and tell us the request id."),
    "forbidden": Problem("Not with these rights", "Ask whoever gave you access for the right that this needs."),
    "header-too-large": Problem("The headers are too large", "Send smaller headers."),
    "idempotency-mismatch": Problem("This id was used for something else", "Make a new id for new content."),
    "malformed-request": Problem("We could not read this", "Check how the request is written."),
    "media-too-large": Problem("This is larger than we can take", "Send it in smaller parts."),
    "method-not-allowed": Problem("This door does not open that way", "Use one of the methods named in Allow."),
    "misdirected-request": Problem("This is not our address", "Use the address this server is known by."),
    "not-acceptable": Problem("We do not have it in that form", "We have application/json, and sound and captions."),
    "not-found": Problem("There is nothing here", "Check the address."),
    "precondition-failed": Problem("Somebody changed it meanwhile", "Load it again and repeat your change."),
    "precondition-required": Problem("Say which version you mean", "Send what the last answer gave you to send back."),
    "quota-exceeded": Problem("Too many at once", "Everything is safe on the phone. It tries again later."),
    "range-invalid": Problem("That stretch does not exist", "Ask for one stretch inside the sound."),
    "rate-limited": Problem("Please wait a moment", "Too many tries. Try again after the time in Retry-After."),
    "storage-full": Problem("The server is full", "Your copy is safe where it is. Try again later."),
    "timeout": Problem("Nothing came for too long", "Try again; what arrived is kept."),
    "unavailable": Problem("Something we need is out of reach", "Nothing was changed. Try again in a little while."),
    "unsupported-media-type": Problem("We do not take this type here", "Send the type this door names."),
    "uri-too-long": Problem("The address is too long", "Use the address as we gave it."),
    "validation": Problem("Something in it is not right", "Look at the fields named in errors."),
    "media-forbidden-container": Problem(
        "This kind of file is not taken", "Send the sound itself, not a list, page, picture or archive."
    ),
    "media-type-mismatch": Problem("This is not a sound recording", "Choose a file with sound."),
    "media-undecodable": Problem("This recording cannot be played", "It is kept; a facilitator will look at it."),
    "media-too-long": Problem("This recording is too long", "It is kept; a facilitator will look at it."),
    "media-encrypted": Problem("This recording is locked", "Send it without copy protection."),
    "media-empty": Problem("There is no sound in this file", "Record again, or choose another file."),
    "claimed-by-other": Problem("A colleague holds this story", "Ask them to leave it, or take another."),
    "words-worked-on": Problem(
        "Somebody has worked on these words",
        "Take back its redactions and quotes, then ask again. A text that was corrected stays.",
    ),
    "already-listening": Problem("The machine is listening to it already", "Wait until it is done, then ask again."),
    "nothing-to-hear": Problem("There is no sound in this story", "A story in writing has its words already."),
    "model-not-here": Problem(
        "This model is not here", "Choose one that is, or ask whoever runs the server to fetch it."
    ),
    "model-english-only": Problem(
        "This model knows English only", "Choose another model, or say that English is spoken here."
    ),
    "not-claimed": Problem("Take this story first", "One person at a time hears it. Take it, then open this again."),
    "nothing-to-cut": Problem("No voice waits to be taken out", "Load the story again to see where it stands."),
    "undo-still-open": Problem(
        "Somebody in it may still come back", "Nobody opens it until their days to undo are over."
    ),
    "cut-begun": Problem(
        "The voice is being taken out", "It cannot be changed any more. Wait a moment, then load it again."
    ),
    "cut-no-sound": Problem("There is no sound to listen to yet", "Wait until it can be heard, then go on."),
    "cut-not-marked": Problem("Nothing is marked yet", "Mark what they said, or say that they said nothing in it."),
    "cut-unheard": Problem(
        "Not all of it was heard", "Somebody must hear the whole original once: they may speak anywhere."
    ),
    "cut-words-outside": Problem(
        "A word of theirs is not marked", "Mark every word that bears their name, or take the name off."
    ),
    "cut-overlap": Problem("Somebody who stays is in a marked stretch", "Move its edge, or say that both go there."),
    "details-unconfirmed": Problem(
        "Read again what was written about it",
        "A voice was taken out. Look through title, summary and labels, and save.",
    ),
    "story-not-open": Problem("This story cannot be changed now", "Reopen it first, or wait until it has arrived."),
    "team-may-not-read": Problem("The storyteller did not let the team open it", "It is kept, and stays closed."),
    "transition-not-allowed": Problem("The story stands elsewhere now", "Load it again to see where it stands."),
    "story-erased": Problem("This story was taken back", "It is gone for good. The phone removes its copy too."),
    "upload-of-erased-story": Problem(
        "This story was taken back", "It is gone for good. The phone removes its copy too."
    ),
    "upload-offset-conflict": Problem(
        "The upload continues elsewhere", "Ask for the current offset and go on from there."
    ),
    "upload-finished": Problem("This recording has arrived already", "Ask for the story to see that it is kept."),
    "upload-length-mismatch": Problem(
        "More came than was announced", "Ask for the current offset and send what is missing."
    ),
    "upload-checksum-mismatch": Problem("Some of it changed on the way", "Nothing of it was kept. Send it again."),
    "upload-version": Problem("We speak tus 1.0.0", "Send the header `Tus-Resumable: 1.0.0`."),
    "upload-expired": Problem("This upload waited too long", "Keep your copy and begin the upload again."),
    "consent-missing": Problem(
        "Somebody has not said yes", "Ask everyone whose voice is in it; without that yes it stays."
    ),
    "consent-insufficient": Problem(
        "The yes does not reach this far", "Narrow what would be shared, or ask the storyteller."
    ),
    "consent-form-retired": Problem("That consent form has ended", "Ask the storyteller again on the form of today."),
    "form-in-use": Problem("This version can no longer be changed", "Begin a new version; older stories keep theirs."),
    "form-incomplete": Problem("Something is still missing", "Fill in every text of the first language."),
    "form-needed": Problem("Phones still ask with this version", "Publish a new version first, then retire this one."),
    "consent-withdrawn": Problem("This was taken back already", "You can undo that while the days for it last."),
    "guardian-required": Problem("A guardian has to say yes too", "Ask the person who looks after them."),
    "receipt-invalid": Problem("This code opens nothing", "Check the code and try again."),
    "second-step-required": Problem(
        "This needs one more step", "Enter your PIN, or ask a facilitator to open it with you."
    ),
    "only-less": Problem(
        "Only the storyteller can allow more", "They do so with their code. Here it can be made less."
    ),
    "child-objects": Problem(
        "The child does not want this done for them",
        "They said so with their own code, or took it back themselves. Talk with them; who is in danger needs a hold.",
    ),
    "sound-stands": Problem(
        "This has its sound already", "What people heard is never replaced. A new version of the form can have another."
    ),
    "nothing-to-undo": Problem("There is nothing to undo", "Nothing was taken back, or it was undone already."),
    "invite-invalid": Problem("We do not know this invite", "Check the link, or ask for a new one."),
    "invite-expired": Problem("This invite is over", "Ask whoever gave it to you for a new one."),
    "already-shown": Problem(
        "The storyteller can read this already", "What somebody has read cannot be kept from them."
    ),
    "on-hold": Problem("A safeguarding concern holds it back", "It can leave once the concern is closed."),
    "proof-changed": Problem("What would be shared has changed", "Look at the newest version and answer again."),
    "proof-failed": Problem("The proof could not be made", "Ask for the proof again."),
    "proof-missing": Problem("There is no proof of it as it is now", "Ask for a proof and listen to it."),
    "proof-not-ready": Problem("The proof is being made", "Wait a moment, then load the story again."),
    "redaction-unplaced": Problem("A redaction has lost its place", "Place it again, or take it off."),
    "sign-off-missing": Problem("The storyteller wants to see it first", "Ask them, and wait for their yes."),
    "story-withdrawn": Problem("This story was taken back", "Remove every copy you hold, then acknowledge the change."),
    "target-not-allowed": Problem(
        "We do not send anything there",
        "Name a public https address that can be found, without a port, a user or a number for a name.",
    ),
    "too-many-webhooks": Problem("Five targets are set already", "Remove one of them before adding another."),
    "too-many-keys": Problem("Two keys are alive already", "End one of them before making another."),
    "unheard-flag": Problem("An unsure stretch was not heard", "Listen to every stretch that is marked."),
    "unheard-quote": Problem(
        "A doubtful quote was not heard", "The machine may have made these words up. Listen to the quote in the proof."
    ),
    "unheard-redaction": Problem("A redaction was not heard", "Listen to every redaction in the proof."),
    "unheard-sound": Problem("Nobody has heard all of it", "Listen to the whole proof once, at any speed."),
}
