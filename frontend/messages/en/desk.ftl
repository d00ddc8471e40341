# SPDX-License-Identifier: Apache-2.0
desk-name = Heardwell
desk-places = Places
desk-queue = Stories
desk-invites = Invitations
desk-close = Close
desk-cancel = Leave it as it was
desk-back-to-queue = All stories
desk-opening = Opening the story…

desk-unreachable = The server cannot be reached
desk-unreadable = The server gave an answer we cannot read
desk-try-again = Nothing is lost. Look at your network and try again.
desk-problem-details = Details for whoever looks after the server

desk-sign-in-title = Come to the desk
desk-email = E-mail
desk-password = Password
desk-one-time-code = One-time code
desk-have-code = I have a one-time code
desk-sign-in = Sign in
desk-sign-out = Sign out
desk-me = Me
desk-language = Language
desk-look = Light or dark
desk-look-system = As this device
desk-look-light = Light
desk-look-dark = Dark

desk-keys = Keys
desk-key-play = play or pause
desk-key-play-typing = play or pause while typing
desk-key-back = 3 seconds back
desk-key-on = 3 seconds on
desk-key-word = from word to word
desk-key-select = choose words
desk-key-hear = hear the word
desk-key-doubt = to the next doubtful stretch
desk-key-release = open the release page
desk-key-leave = leave what is open; stop the sound
desk-key-help = this list

desk-queue-title = Stories that wait
desk-queue-empty = No story here. New ones appear by themselves.
desk-take-next = Take the next
desk-none-left = Every story that waits is in somebody’s hands.
desk-new-stories = { $count ->
    [one] Show 1 new story
   *[other] Show { $count } new stories
}
desk-more = Show more
desk-by-status = By status
desk-all = All
desk-search = Search in titles
desk-find = Find
desk-mine = Only mine
desk-untitled = Without a title

desk-status-awaiting_recording = On its way
desk-status-received = Arrived
desk-status-transcribing = Being written down
desk-status-in_review = To look at
desk-status-awaiting_sign_off = With the storyteller
desk-status-approved = Shared
desk-status-declined = Not shared
desk-status-withdrawn = Taken back
desk-written-down = Written down: { $share }
desk-kind-snapshot = Snapshot
desk-kind-monologue = Monologue
desk-kind-dialogue = Dialogue
desk-flag-concern = Concern
desk-flag-sound_damaged = Sound cannot be read
desk-flag-wants_sign_off = Wants to see it first
desk-flag-not_transcribed = Not written down
desk-flag-waiting_for_engine = Waits to be written down
desk-flag-no-speech = Nobody seems to speak
desk-flag-language-unsure = The machine was not sure which language this is.
desk-flag-not-all-heard = The machine could not hear all of the sound.

desk-story-parts = Parts of this story
desk-part-words = Words
desk-part-details = Details
desk-part-consent = Consent
desk-part-release = Release
desk-part-history = History
desk-consent-says = What was allowed:
desk-allowed-no-consent = No consent is on record: nothing may leave.
desk-allowed-taken-back = Taken back: nothing may leave.
desk-allowed-guardian-missing = A guardian’s yes is missing: nothing may leave.
desk-allowed-form-ended = The consent form is no longer valid: nothing may leave.
desk-allowed-not-team = The team may not open it.
desk-allowed-nowhere = Nothing may leave the project.
desk-allowed-to = May go to { $who }.
desk-allowed-not-to = Not to { $who }.
desk-allowed-way = { $who } ({ $how })
desk-allowed-reports = reports and articles
desk-allowed-public-words = in words
desk-allowed-public-voice = with the voice
desk-allowed-quote-only = short quotes
desk-allowed-until = until { $day }
desk-allowed-hidden = Hidden for now.
desk-allowed-not-before = Not before { $day }.
desk-allowed-ask-again = May be asked again.
desk-warned-of = Before you listen:
desk-claim = Take this story
desk-leave = Hand it back
desk-yours-for = { $minutes ->
    [one] Yours for 1 more minute
   *[other] Yours for { $minutes } more minutes
}
desk-held-by = { $name } is working on this story
desk-teller-writes = The storyteller writes, { $when }:
desk-teller-reports = The storyteller reports harm, { $when }:
desk-bare = There is nothing here to read or hear now.
desk-raise-concern = Raise a concern
desk-concern-means = Somebody may be in danger. The safeguarding lead is told at once, and nothing leaves until they have looked.
desk-how-urgent = How urgent is it?
desk-urgency-now = Now: somebody is in danger
desk-urgency-soon = Soon: today or tomorrow
desk-urgency-watch = Keep an eye on it
desk-what-worries = What worries you?
desk-concern-send = Tell the safeguarding lead

desk-no-words-yet = The words are still being written down. You can listen already.
desk-no-words = No words could be written down. You can still listen.
desk-no-words-no-sound = No words could be written down.
desk-one-voice = one voice
desk-turn = Part { $number }, { $speaker }, at { $at }
desk-words-chosen = { $count ->
    [one] 1 word chosen
   *[other] { $count } words chosen
}
desk-correct = Correct
desk-redact = Redact
desk-quote = Quote
desk-clear-choice = Choose nothing
desk-correct-turn = Correct: { $turn }
desk-correct-save = Keep the correction
desk-margin = Notes in the margin
desk-doubts = { $count ->
    [one] The machine may be wrong in 1 stretch.
   *[other] The machine may be wrong in { $count } stretches.
}
desk-doubt-next = Next doubtful stretch
desk-doubt-listen = Listen to this
desk-doubt-over-silence = The machine may have made this up: nobody seems to speak here.
desk-doubt-no-voice = The machine may have made this up: it heard hardly any voice here.
desk-doubt-repeats = The machine may have got stuck: the same words come again and again.
desk-doubt-too-dense = The machine may have made this up: nobody speaks this fast.
desk-doubt-unsure = The machine was unsure of this whole stretch.
desk-removed = removed
desk-removed-word = { $word } (removed)
desk-removed-because = Removed: { $reason }
desk-put-back = Put it back
desk-hear-quote = Hear the quote
desk-unquote = No longer a quote
desk-redact-title = Remove these words
desk-redact-means = They go from the words, the captions and the sound of everything that leaves. The original stays at the desk.
desk-redact-why = Why?
desk-reason-name = A name
desk-reason-place = A place
desk-reason-contact = A number or address
desk-reason-other_person = About somebody else
desk-reason-health = Health
desk-reason-danger = Could put somebody in danger
desk-replacement = Words in their place, if any
desk-replacement-hint = For example: a town. They are shown as added.
desk-redact-do = Remove from words and sound
desk-rescued = Your words were not saved
desk-rescued-means = The story changed while you were writing. It now shows how it stands; what you wrote is kept here so that you can copy it.
desk-rescued-done = I have what I need

desk-player = Player
desk-play = Play
desk-pause = Pause
desk-back-3 = Back 3 seconds
desk-on-3 = On 3 seconds
desk-speed = Speed
desk-place-in-sound = Place in the sound
desk-at-of = { $at } of { $whole }
desk-which-sound = Which sound
desk-sound-original = Original
desk-sound-release = As released
desk-sound-failed = This sound cannot be played now.
desk-sound = The sound
desk-sound-shut = Some sound cannot be played
desk-sound-shut-kept = It is kept just as it came.
desk-sound-shut-media-undecodable = { $count ->
    [one] 1 recording could not be opened. It may be damaged, or made in a way that this server does not know yet.
   *[other] { $count } recordings could not be opened. They may be damaged, or made in a way that this server does not know yet.
}
desk-sound-shut-media-too-long = { $count ->
    [one] 1 recording is left out, because the story is longer than this server takes. Whoever looks after the server can allow longer ones.
   *[other] { $count } recordings are left out, because the story is longer than this server takes. Whoever looks after the server can allow longer ones.
}
desk-sound-shut-media-encrypted = { $count ->
    [one] 1 recording is locked with copy protection.
   *[other] { $count } recordings are locked with copy protection.
}
desk-sound-shut-media-empty = { $count ->
    [one] 1 recording has no sound in it.
   *[other] { $count } recordings have no sound in them.
}
desk-sound-try = Try the sound again
desk-sound-trying = The sound is being tried again. You can leave this page.
desk-sound-tried = Tried again { $when }. It still cannot be played.
desk-sound-opened = The sound can be played now.
desk-sound-worked-on = Somebody has worked on the words, and sound that comes back would shift them. To try it again, take back redactions and quotes first. Once a text is corrected, it stays.

desk-title = Title
desk-summary = Summary
desk-themes = Themes
desk-tags = Tags
desk-content-warnings = Content warnings
desk-with-commas = Put commas between them.
desk-place-exact = Place, exactly
desk-place-area = Area around it
desk-place-shown = Place that is shown
desk-place-none-shown = No place
desk-place-area-shown = Only the area
desk-place-exact-shown = The exact place
desk-date-shown = Date that is shown
desk-date-year = Only the year
desk-date-month = Month and year
desk-date-exact = The exact day
desk-save-details = Save the details
desk-saved = Saved

desk-consent-only-less = What somebody allowed can be made less here, never more. More needs the storyteller.
desk-role-storyteller = Storyteller
desk-role-interviewer = Interviewer
desk-role-supporter = Supporter
desk-basis-adult = answered for themselves
desk-basis-child_competent = a young person who answered for themselves
desk-basis-guardian = a guardian answered too
desk-basis-supported = answered with support
desk-basis-deceased_next_of_kin = answered by next of kin
desk-form-active = current form
desk-form-retired-in-grace = older form, still valid
desk-form-retired = form no longer valid
desk-form-untranslated = form not translated
desk-form-draft = form not ready
desk-form-altered = form is not what was agreed to
desk-voice-withdrawn = This person took their part back.
desk-choice-given = Yes
desk-choice-refused = No
desk-purpose-hold-and-transcribe = Keep the story and write it down
desk-purpose-project-team = The project’s team may hear it
desk-purpose-research = Researchers
desk-purpose-public-words = Everybody may read the words
desk-purpose-public-voice = Everybody may hear the voice
desk-purpose-quote-only = Quotes only
desk-purpose-recontact = We may ask again
desk-purpose-community-archive = The community’s archive
desk-purpose-machine-training = Training of machines
desk-purpose-share-partner = Partners: { $partner }
desk-facet-form-words = words only
desk-facet-form-voice = words and voice
desk-facet-name-real = with the name
desk-facet-name-pseudonym = with another name
desk-facet-name-none = without a name
desk-facet-reuse-view = to read and hear
desk-facet-reuse-quote = may be quoted
desk-facet-reuse-remix = may be worked with
desk-facet-place-exact = exact place
desk-facet-place-area = area only
desk-facet-place-none = no place
desk-facet-date-exact = exact day
desk-facet-date-month = month
desk-facet-date-year = year
desk-facet-form = Words or voice
desk-facet-name = Name
desk-facet-reuse = What may be done with it
desk-facet-place = Place
desk-facet-date = Date
desk-choose = Choose one
desk-voice-number = { $role }, voice { $place }
desk-voice-hidden = Hidden: nothing of it leaves.
desk-voice-not-before = Nothing leaves before { $when }.
desk-voice-undo-until = Their code can bring it back until { $when }.
desk-voice-objects = They told us with their code: their guardian may not have it changed.
desk-voice-overdue = The days to undo it are over. The story stays closed to everybody while this voice is in it.
desk-for-them = When they ask you to
desk-narrow = Make less of it
desk-narrow-title = Make less of it, because they asked
desk-narrow-means = Only what makes it less can be chosen here. It counts at once, and their own page says who asked.
desk-narrow-nothing = There is nothing left that could be made less.
desk-narrow-stop = Stop this use
desk-narrow-do = Make it less now
desk-hide = Hide it now
desk-hide-title = Hide it at once
desk-hide-means = For somebody who lost their code or is afraid. Nothing of the story leaves any more; it is kept safe. Only the storyteller can show it again, with their code and one more step.
desk-hide-do = Hide it for them
desk-withdraw = Take it back
desk-withdraw-title = Take back all that this person gave
desk-withdraw-means = It stops at once for everybody, and partners are told. When the days to undo are over it is destroyed; a story that never fully arrived is destroyed at once. Before that their code can bring it back, and so can a guardian who asked for it. Nobody else at the desk can.
desk-withdraw-of-several = Others told it too: the story closes for everybody while this voice is in it. Nobody else’s words are destroyed.
desk-withdraw-do = Take it back for them
desk-undo = Bring it back for their guardian
desk-undo-title = Bring back what their guardian took back
desk-undo-means = The choices come back as they were. Nothing is shared before somebody here approves it again. Only what the guardian had asked for comes back this way; what the child took back, the child brings back.
desk-undo-do = Bring it back now
desk-asked-by = Who asked for it?
desk-asked-by-speaker = The person themselves
desk-asked-by-guardian = Their guardian
desk-asked-by-next_of_kin = Their family, after a death or when they can no longer decide
desk-asked-by-community_authority = Whoever speaks for their community
desk-asked-why = Why?
desk-asked-hint = It is kept with the consent and cannot be changed later.
desk-asked-objects = Not their guardian: the child told us that they do not want it changed for them. Talk with the child. Whoever is in danger needs a hold.
desk-asked-why-none_given = They gave no reason, and need none
desk-asked-why-changed_mind = They changed their mind
desk-asked-why-afraid = They are afraid of what may follow
desk-asked-why-wrong_answer = It was not what they had meant
desk-asked-why-lost_code = Their code is lost
desk-asked-why-died = They died
desk-asked-why-cannot_decide = They can no longer decide
desk-window = Open it with them for 30 minutes
desk-window-title = Open it with them for 30 minutes
desk-window-means = For half an hour their code alone opens what else needs their PIN: they can read and hear their story, answer whether it may be shared, and allow more. You see nothing of it here. It closes by itself.
desk-window-in-person = I am with this person, and I know who they are.
desk-window-do = Open it for 30 minutes
desk-window-lent = Their code alone opens their story until { $when }.
desk-window-close = Close it now
desk-window-own-step = They have a PIN of their own, or chose that the code alone is enough. This is for when the PIN is forgotten.
desk-window-no-step = They chose no PIN. Without you they can stop it and take it back, but not read it or say yes to sharing.
desk-gone = A voice that was taken back is still in a story
desk-gone-mean = Its days to undo are over. Nobody reads or hears these stories while it is in them. Open one to cut that voice out: what the others said stays. If the others take theirs back too, all of it is destroyed.
desk-gone-story = Cut voice { $place } out of its story
desk-deeds = Done because somebody asked
desk-deed-narrowed = Made less
desk-deed-withdrawn = Taken back
desk-deed-embargoed = Hidden
desk-deed-undone = Brought back
desk-as-a-result = What follows from it
desk-will-get = Would get it
desk-will-not-get = Would not get it
desk-nobody-yet = Nobody yet.

desk-as-it-leaves = As it would leave
desk-by-ear = By ear
desk-proof = The proof
desk-proof-means-text = Make the proof first: it is exactly what would leave.
desk-proof-means = Nothing leaves unheard. Make the proof, then listen to each place where something was removed.
desk-proof-make = Make the proof
desk-proof-again = Make it again
desk-proof-rendering = The proof is being made…
desk-proof-failed = The proof could not be made.
desk-heard-count = { $heard } of { $all } heard.
desk-heard = heard
desk-not-heard = not yet
desk-listen-at = Listen at { $at }
desk-listen-to-all = Listen to all of it
desk-why-redaction = Something was removed
desk-why-flag = The machine was unsure
desk-why-quote = A quote stands on words the machine may have made up
desk-why-sound = The voice leaves: all of it
desk-nothing-to-hear = There is nothing that must be heard.
desk-proof-old = The story has changed since this proof was made.
desk-who-gets-it = Who gets it
desk-standing-edition = Out now
desk-edition-since = Edition { $version }, since { $since }
desk-edition-with = With { $names }
desk-decision = Your decision
desk-in-the-way = What stands in the way
desk-obstacle-consent-missing = Somebody whose voice is in it has not agreed to share it with anyone.
desk-obstacle-consent-form-retired = The form it was given on has been retired. Ask again on the new one.
desk-obstacle-guardian-required = A guardian’s yes is missing for a child in this story.
desk-obstacle-consent-insufficient = The storyteller has hidden it or does not let us keep it, or the people in it agreed to different uses.
desk-obstacle-on-hold = A safeguarding concern is open.
desk-obstacle-redaction-unplaced = A redaction has lost the words it stood on. Remove it and redact again.
desk-obstacle-proof-missing = Nobody has made a proof of the story as it is now.
desk-obstacle-proof-failed = The sound could not be rendered. Make the proof again.
desk-obstacle-proof-not-ready = The proof is still being made.
desk-obstacle-unheard-redaction = Somebody must listen to every stretch where something was removed.
desk-obstacle-unheard-flag = Somebody must listen to every stretch that the machine doubted.
desk-obstacle-unheard-quote = A quote stands on words the machine may have made up: somebody must listen to them.
desk-obstacle-unheard-sound = The voice would leave: somebody must hear the whole proof once.
desk-obstacle-sign-off-missing = The storyteller wants to see it before it is shared.
desk-note-to-teller = A note to the storyteller
desk-note-is-read = The storyteller reads it on their page.
desk-share-with = { $count ->
    [0] Approve; no partner gets it yet
    [one] Share with 1 partner
   *[other] Share with { $count } partners
}
desk-ask-teller = Ask the storyteller
desk-decline = Decline
desk-reopen = Open it again
desk-unpublish = Stop sharing
desk-unpublish-means = { $names } can no longer read or hear it, from this moment. Copies they made we can only ask for.
desk-unpublish-nobody = Nobody can get it from this moment.
desk-unpublish-do = Stop sharing now
desk-decided-awaiting_recording = The sound has not all arrived yet.
desk-decided-received = It is still to be written down.
desk-decided-transcribing = It is still being written down.
desk-decided-awaiting_sign_off = The storyteller has been asked. Silence shares nothing.
desk-decided-approved = This story is shared as shown here.
desk-decided-declined = This story is not shared.
desk-decided-withdrawn = The storyteller took this story back.

desk-invites-title = Invite reporters
desk-invites-mean = One invitation serves a whole room: everybody opens it with their own phone. No account, no e-mail.
desk-invite = Invitation
desk-invite-qr = Code to point a phone’s camera at
desk-invite-scan = Point the phone’s camera at the code, or open the link.
desk-make-invite = Make an invitation
desk-copy-link = Copy the link
desk-copied = Copied
desk-print = Print
desk-project = Project
desk-until = It works until { $when }.

desk-did-story-declared = Told and promised to us
desk-did-story-received = Arrived in full
desk-did-transcription-started = Began to be written down
desk-did-story-in-review = Ready to be looked at
desk-did-sign-off-asked = The storyteller was asked
desk-did-change-asked = The storyteller asked for a change
desk-did-story-approved = Approved
desk-did-story-declined = Declined
desk-did-story-reopened = Opened again
desk-did-story-withdrawn = Taken back
desk-did-story-restored = Brought back by the storyteller
desk-did-consent-changed = What is allowed has changed
desk-did-saw-voices = Looked at who is in it and what they allow
desk-did-window-opened = Opened with the storyteller for 30 minutes
desk-did-window-closed = Closed again after that
desk-did-proof-asked = A proof was asked for
desk-did-edition-released = An edition went out
desk-did-concern-raised = A concern was raised
desk-did-concern-closed = A concern was closed
desk-did-claimed = Taken in hand
desk-did-left = Handed back
desk-did-receipt-opened = The storyteller looked in
desk-did-read-story = Read at the desk
desk-did-heard-original = The original was listened to
desk-did-heard-release = The proof was listened to
desk-did-heard-proof = Part of the proof was heard
desk-did-consent-given = Consent was given
desk-did-consent-narrowed = Consent was made less
desk-did-consent-withdrawn = Consent was taken back
desk-did-consent-undone = Consent was brought back

desk-answers = Answers
desk-answers-title = What partners answered
desk-answers-mean = Read it before the storyteller does. What you show stands on their own page from then on; what you keep back never reaches them.
desk-answers-which = Which answers
desk-answers-new = New
desk-answers-shown = Shown
desk-answers-kept_back = Kept back
desk-answers-none-new = No new answers.
desk-answers-none-shown = None has been shown yet.
desk-answers-none-kept_back = None was kept back.
desk-answer-heard = { $partner } heard it
desk-answer-acting = { $partner } is doing something
desk-answer-changed = { $partner } changed something
desk-answer-cannot = { $partner } cannot do it, and says why
desk-answers-story = Open the story
desk-answers-show = Show it to the storyteller
desk-answers-keep-back = Keep it back
desk-answers-done-show = The storyteller can read it now.
desk-answers-done-keep-back = It does not reach the storyteller.
desk-answers-more = More wait behind these. Decide some, then load this page again.

desk-spoken = Spoken words
desk-spoken-title = Let people hear every question
desk-spoken-mean = What you record here goes to every phone of the project and plays there without a network. People press the speaker at the top of the screen.
desk-spoken-language = Language you speak
desk-spoken-prompt = Questions for a story
desk-spoken-card = Before somebody begins
desk-spoken-question = What you ask them to allow
desk-spoken-word = Words of the app
desk-spoken-so-far = { $count } of { $all } recorded
desk-spoken-record = Record
desk-spoken-again = Record again
desk-spoken-stop = Stop
desk-spoken-file = Choose a sound
desk-spoken-keep = Keep this recording
desk-spoken-listen = Listen to it
desk-spoken-take-off = Take it off the phones
desk-spoken-take-off-yes = Yes, take it off
desk-spoken-take-off-means = This form then stays without a sound here. A new version of the form can have one.
desk-spoken-for-good = Listen before you keep it. It becomes part of what people agreed to, so it can be taken off later but not replaced.
desk-spoken-microphone = This page may not use the microphone. Allow it beside the address, or choose a sound.
desk-spoken-too-large = This sound is too large
desk-spoken-too-large-means = It may have 700 kB, which is about three minutes of speech. Record it here, or make it shorter.
desk-spoken-state-none = Not recorded yet
desk-spoken-state-preparing = Being made ready for the phones
desk-spoken-state-ready = On its way to every phone
desk-spoken-state-refused = This could not be played. Record it again.
desk-spoken-state-taken_off = Taken off. This form stays without a sound here.

desk-register = Register
desk-register-title = Register of consents
desk-register-parts = Parts of the register
desk-register-records = Consents
desk-register-unconfirmed = Not confirmed
desk-register-audit = Who did what
desk-register-mean = Everybody who told a story, and what they allow now. Their words and names are not here.
desk-register-filters = Show only
desk-register-state = How it stands
desk-register-allows = Allows
desk-register-form = Form
desk-register-version = version { $version }
desk-register-version-of = { $project }, version { $version }
desk-register-ends-before = Ends before
desk-register-number = Number on a receipt
desk-register-no-number = This is no number from a receipt. It looks like 0b6f2f6e-8c0c-4b1e-9d0a-70fcbe27f3b6.
desk-register-csv = Save as a sheet (CSV)
desk-register-clear = Show all
desk-register-looking = Looking…
desk-register-none = No consent fits.
desk-register-none-yet = None so far. There are more to look through.
desk-register-who = Who, and when
desk-register-given-on = { $role }, { $when }
desk-register-lets-out = Lets out to
desk-register-nothing = Nobody outside
desk-register-ends = Ends
desk-register-no-end = No end named
desk-register-held-by = Who has it
desk-register-nobody = Nobody
desk-register-back = Back to the register
desk-register-how = How it was given
desk-register-given = Given
desk-register-signed-on = Signed on paper
desk-register-method = How
desk-register-basis = Who answered
desk-register-controller = Who holds the story
desk-register-undo-until = Can be brought back until
desk-register-not-before = Nothing leaves before
desk-register-clock-doubtful = The phone’s clock said { $when }, which cannot be right. Our own time counts.
desk-register-answers = What was answered
desk-register-until = until { $when }
desk-register-since = Every word since
desk-register-receipt = Receipt
desk-register-unbroken = Each word follows from the one before. Nothing was changed.
desk-register-broken = These words no longer follow from each other. Somebody changed them. Tell whoever looks after the server.
desk-register-who-did-what = Who did what with it
desk-register-open-story = Open the story
desk-state-given = Given
desk-state-narrowed = Made less
desk-state-embargoed = Not yet
desk-state-hidden = Hidden
desk-state-expired = Ended
desk-state-invalid = Not valid
desk-state-undo = Taken back, can be undone
desk-state-withdrawn = Taken back
desk-method-tick = ticked on the phone
desk-method-sign = signed
desk-method-witnessed = in front of a witness
desk-method-written = in writing on paper
desk-method-spoken = spoken
desk-party-guardian = Guardian
desk-party-witness = Witness
desk-party-interpreter = Interpreter
desk-party-community_authority = For the community
desk-party-person_mentioned = Somebody mentioned
desk-event-given = Given
desk-event-refused = Refused
desk-event-narrowed = Made less
desk-event-widened = Made more
desk-event-embargoed = Held back until a day
desk-event-hidden = Hidden
desk-event-withdrawn = Taken back
desk-event-undone = Brought back
desk-event-expired = Ended
desk-event-invalidated = No longer valid
desk-event-reconfirmed = Confirmed again
desk-event-requested = Asked for
desk-by-reporter_receipt = by the person
desk-by-guardian = by the guardian
desk-by-facilitator = at the desk, because they asked
desk-by-safeguarding = for safety
desk-by-system = by itself
desk-holder-has = has it since { $since }
desk-holder-had = had it from { $since } to { $until }
desk-holder-read = opened it
desk-holder-not-read = never opened it
desk-holder-confirmed = Confirmed on { $when } that it was removed.
desk-holder-silent = Has not confirmed that it was removed.
desk-holder-nobody = Nobody has it, and nobody had.
desk-silent-mean = These partners were told in their feed that a story was taken back, and have not confirmed that they removed it. After 1, 7 and 30 days each is marked as overdue here. Ask them yourself: a call helps more than another message.
desk-silent-told = Told on { $when }.
desk-silent-agreement-ended = The agreement with them has ended.
desk-silent-not-chased = Not overdue yet.
desk-silent-consent = The consent it stood on
desk-silent-consent-of = Consent of voice { $place }
desk-silent-erased = The story has been destroyed here.
desk-silent-none = Every partner has confirmed.
desk-audit-mean = Every deed is bound to the one before it, so nothing can be changed or taken out unseen.
desk-audit-when = When
desk-audit-deed = What was done
desk-audit-who = Who
desk-audit-what = To what
desk-audit-record = A consent
desk-audit-story = A story
desk-audit-other = Something else
desk-audit-about-one = Only about one story or consent.
desk-audit-about-all = Show all stories
desk-audit-none = Nothing was done that fits.
desk-audit-verify = Check that nothing was changed
desk-audit-broken = Something was changed or taken out. Tell whoever looks after the server; do not write over it.
desk-actor-staff = Somebody at the desk
desk-actor-partner = A partner
desk-actor-phone = A reporter’s phone
desk-actor-storyteller = The storyteller
desk-actor-house = Heardwell itself
desk-told-released = A partner was given it
desk-told-updated = A partner was told that it changed
desk-told-withdrawn = A partner was told to remove it
desk-bundle = Export this person’s data
desk-bundle-title = Everything we hold about this person
desk-bundle-means = One archive: their consent and its signed receipts, their own words and sound, who received it, what was answered, and who looked.
desk-bundle-not = Nobody else’s words or voice are in it. Words and sound are left out once the story was taken back, or where the team may not open it.
desk-bundle-sure = This person asked for it, and I am sure that it is them.
desk-bundle-do = Save the archive
desk-bundle-taken = It is written down that you took it. Give it to nobody else.
desk-did-consent-widened = Consent was made more
desk-did-consent-embargoed = Consent was held back or hidden
desk-did-story-erased = Destroyed
desk-did-revised = The words were corrected
desk-did-redacted = Something was removed
desk-did-unredacted = Something removed was put back
desk-did-quoted = A quote was marked
desk-did-unquoted = A quote was unmarked
desk-did-described = Details were written
desk-did-sound-ready = The sound was made ready to hear
desk-did-sound-shut = Some sound could not be opened
desk-did-sound-tried-again = The sound was to be tried again
desk-did-left-message = The storyteller left a message
desk-did-left-harm = The storyteller reported harm
desk-did-listed-stories = A partner looked through its stories
desk-did-partner-read-story = A partner read it
desk-did-partner-read-audio = A partner heard it
desk-did-partner-responded = A partner answered
desk-did-partner-created = A partner was added
desk-did-key-revoked = A partner’s key was ended
desk-did-invite-created = An invitation was made
desk-did-device-left = A phone left the project
desk-did-read-own-story = The storyteller read their story
desk-did-heard-own-story = The storyteller heard their story
desk-did-transcription-wanted = Waits to be written down
desk-did-upload-completed = A recording came in
desk-did-upload-assembled = A recording was put together
desk-did-upload-released = A recording was let go
desk-did-release-erased = What a partner had of it was forgotten here
desk-did-spoken-kept = A spoken line was recorded
desk-did-spoken-taken-off = A spoken line was taken off
desk-did-tombstone-chased = A partner’s confirmation is overdue
desk-did-read-register = The register was read
desk-did-read-consent-record = One consent was read
desk-did-exported-register = The register was saved as a sheet
desk-did-exported-person = One person’s data was exported
desk-did-read-audit = This list was read
desk-did-verified-audit = It was checked that nothing was changed
desk-register-shown = { $count ->
    [one] 1 consent shown
   *[other] { $count } consents shown
}
desk-silent-days = { $days ->
    [0] Today
    [one] 1 day
   *[other] { $days } days
}
desk-silent-chased = { $stage ->
    [1] Overdue: no answer after 1 day. Noted on { $when }.
   *[other] Overdue: no answer after { $stage } days. Noted on { $when }.
}
desk-audit-stands = { $count ->
    [one] 1 deed stands as it was written.
   *[other] All { $count } deeds stand as they were written.
}

desk-forms = Consent form
desk-forms-title = What people are asked
desk-forms-mean = Phones show this before anybody tells a story, and ask each question on its own. A version that people can answer never changes. What you change becomes a new version, and older stories keep theirs.
desk-forms-all = All versions
desk-forms-begin = Begin a new version
desk-forms-go-on = Go on writing
desk-forms-look = Look at it
desk-forms-version = Version { $version }
desk-forms-standing-draft = Draft
desk-forms-standing-current = Phones ask with it
desk-forms-standing-earlier = Older stories stand on it
desk-forms-standing-retired = Retired
desk-forms-since = In use since { $when }.
desk-forms-begun = Begun { $when }.
desk-forms-grace = Stories told on it can be shared until { $when }.
desk-forms-grace-over = Stories told on it are no longer shared.
desk-forms-answered = { $count ->
    [0] Nobody has answered it yet.
    [one] 1 person has answered it.
   *[other] { $count } people have answered it.
}
desk-forms-altered = Somebody changed this version outside Heardwell. Nothing told on it is shared. Tell whoever looks after the server, and publish a new version.
desk-forms-stands-for-good = This version stands for good. To change anything, begin a new version.
desk-forms-fingerprint = Fingerprint
desk-forms-parts = Views of this version
desk-forms-write = Write
desk-forms-preview = As a phone shows it
desk-forms-stays-out = Something is missing in this language. Phones ask in { $source } instead.
desk-forms-beside = Language beside { $source }
desk-forms-cards = Before somebody begins
desk-forms-card = Card { $number }
desk-forms-add-card = Add a card
desk-forms-remove-card = Take card { $number } away
desk-forms-questions = What you ask them to allow
desk-forms-notes = In short, for the records
desk-forms-terms = Who stands behind it
desk-forms-piece-title = Heading
desk-forms-piece-text = Text
desk-forms-piece-question = Question
desk-forms-piece-limits = When it cannot stay secret
desk-forms-piece-note = What partners keep
desk-forms-term-controller = Who holds the stories
desk-forms-term-contact = How people reach them
desk-forms-term-jurisdiction = Country whose law holds
desk-forms-term-retention = How long stories are kept
desk-forms-purpose-hold_and_transcribe = Keep it and write it down
desk-forms-purpose-project_team = The team opens it
desk-forms-purpose-share_partner = Share it with { $who }
desk-forms-purpose-research = Research
desk-forms-purpose-public_words = The public, in words
desk-forms-purpose-public_voice = The public, with the voice
desk-forms-purpose-quote_only = Short quotes
desk-forms-purpose-recontact = Ask them again
desk-forms-purpose-community_archive = The community’s archive
desk-forms-purpose-machine_training = Training of machines
desk-forms-recipients = Who gets it
desk-forms-recipients-mean = An audience or partners by name, with commas. Nobody else gets it.
desk-forms-recipients-none = Name at least one, or nobody can be told who gets it.
desk-forms-expires = Ends by itself after days
desk-forms-expires-mean = Empty: it lasts until they take it back.
desk-forms-facets = What a Yes lets them choose
desk-forms-facet-form = Words or voice
desk-forms-facet-name = Which name
desk-forms-facet-place = How exact the place
desk-forms-facet-date = How exact the date
desk-forms-facet-reuse = What others may do
desk-forms-facet-licence = A licence
desk-forms-facet-audience = Which of them
desk-forms-facet-embargo_until = From when on
desk-forms-facet-expires_at = Until when
desk-forms-remove-question = Ask this no more
desk-forms-add-question = Ask one more question
desk-forms-share-with = Share it with somebody
desk-forms-share-whom = Audience or partner
desk-forms-add = Add it
desk-forms-missing = Still to be written
desk-forms-behind = { $source } has changed here. Does this still say the same?
desk-forms-left = { $count ->
    [one] 1 text is still to be written in this language.
   *[other] { $count } texts are still to be written in this language.
}
desk-forms-age = Can be read at { $age }
desk-forms-age-high = Can be read at { $age }. Shorter words and sentences bring it to { $oldest }.
desk-forms-age-whole = The English as a whole can be read at { $age }. Aim for { $oldest } or less.
desk-forms-stands-saved = Saved
desk-forms-stands-waiting = Not saved yet
desk-forms-stands-saving = Saving…
desk-forms-stands-refused = Not saved
desk-forms-theirs = Show me what they wrote
desk-forms-over = Keep what I wrote
desk-forms-review-none = Needs a community’s own review
desk-forms-review-means = Nobody who speaks { $language } at home has told us that these words are right. You can use them meanwhile.
desk-forms-review-say = A community has reviewed it
desk-forms-review-who = Who reviewed it
desk-forms-review-when = When
desk-forms-review-do = Put it on record
desk-forms-review-undo = Take this off
desk-forms-reviewed = Reviewed by { $who }, { $when }
desk-forms-publish = Publish version { $version }
desk-forms-publish-in = Phones will ask in { $languages }.
desk-forms-publish-not-yet = Something is still missing in { $source }. Write it first: phones ask in it wherever a language is missing.
desk-forms-publish-out = { $count ->
    [one] { $language } stays out: 1 text is not written.
   *[other] { $language } stays out: { $count } texts are not written.
}
desk-forms-publish-behind = { $count ->
    [one] { $language } may be behind: 1 text stands as it was.
   *[other] { $language } may be behind: { $count } texts stand as they were.
}
desk-forms-publish-means = After this nobody can change it. Older stories keep the version they were told on.
desk-forms-drop = Throw the draft away
desk-forms-drop-yes = Yes, throw it away
desk-forms-retire = Retire version { $version }
desk-forms-retire-means = What was told on this version stops being shared, unless people are asked again. This cannot be undone.
desk-forms-retire-days = Days until then
desk-forms-retire-days-mean = Phones can be without a network for a long time. 90 days give their stories time to arrive. 0 stops it now.

desk-cut = Cut this voice out
desk-cut-way-in = What this person said can be cut out for good. What the others said stays, and the story comes back to the desk. You listen to all of it first.
desk-cut-title = Cut a voice out
desk-cut-back = Back to the story
desk-cut-mean = { $names } took their part back, and the days to undo it are over. Listen to all of it and mark every place where they speak. What you mark and hear is kept as you go: you can stop and come back.
desk-cut-mean-text = { $names } took their part back, and the days to undo it are over. Read all of it and mark every word that is theirs. What you mark is kept as you go: you can stop and come back.
desk-cut-leave = Hand it back for now
desk-cut-stands-saved = All marks are saved
desk-cut-stands-waiting = Not saved yet
desk-cut-stands-saving = Saving…
desk-cut-stands-refused = Not saved. Your marks stay on this page, and we keep trying. Leave it open.
desk-cut-lost = This story is not in your hands
desk-cut-lost-mean = One person at a time works on it. After half an hour without work it is free again.
desk-cut-held-mean = One person at a time works on it. Speak with them before you go on.
desk-cut-still-here = What you marked is still here.
desk-cut-take = Take it in hand
desk-cut-take-try = Try to take it again
desk-cut-changed = Somebody else changed the marks
desk-cut-changed-mean = Nothing is lost. You see what they marked; what you marked is kept here. How shall it go on?
desk-cut-theirs = { $count ->
    [0] Theirs: no marks
    [one] Theirs: 1 mark, { $time } in all
   *[other] Theirs: { $count } marks, { $time } in all
}
desk-cut-yours = { $count ->
    [0] Yours: no marks
    [one] Yours: 1 mark, { $time } in all
   *[other] Yours: { $count } marks, { $time } in all
}
desk-cut-theirs-text = { $count ->
    [one] Theirs: 1 passage
   *[other] Theirs: { $count } passages
}
desk-cut-yours-text = { $count ->
    [one] Yours: 1 passage
   *[other] Yours: { $count } passages
}
desk-cut-settle-both = Use both together
desk-cut-settle-mine = Only mine
desk-cut-settle-theirs = Only theirs
desk-cut-failed = The voice could not be cut out.
desk-cut-failed-mean = Nothing was changed, and all marks are here. Look through them and ask again. If it fails twice, tell whoever looks after the server.
desk-cut-sound-making = The sound is being put together. You can read already; the player comes by itself.
desk-cut-no-sound = There is no sound here that can be played.
desk-cut-no-sound-mean = Nobody can hear who speaks, so nothing can be cut out. Tell whoever looks after the server.
desk-cut-unplayable = { $count ->
    [one] 1 recording cannot be played by anybody.
   *[other] { $count } recordings cannot be played by anybody.
}
desk-cut-unplayable-mean = Nobody knows who speaks there. It is destroyed together with this voice.
desk-cut-labels = Who in the text is { $names }?
desk-cut-label-words = { $count ->
    [one] 1 word
   *[other] { $count } words
}
desk-cut-no-labels = The text does not say who speaks. Mark it while you listen.
desk-cut-take-labelled = { $count ->
    [one] Mark 1 passage under this name
   *[other] Mark { $count } passages under this name
}
desk-cut-shown-goes = goes
desk-cut-shown-outside = theirs, not marked yet
desk-cut-shown-stays = somebody else, inside a mark
desk-cut-shown-struck = taken out before, still in the original
desk-cut-word-goes = { $word } (goes)
desk-cut-word-outside = { $word } (theirs, not marked yet)
desk-cut-word-stays = { $word } (somebody else, inside a mark)
desk-cut-word-struck = { $word } (taken out before, still in the original)
desk-cut-paragraph = Part { $number }, { $speaker }
desk-cut-mark-words = They said this
desk-cut-leave-in = Leave it in
desk-cut-open-mark = Open the mark
desk-cut-marks = What goes
desk-cut-marks-sum = { $count ->
    [one] 1 mark, { $time }. A third of a second before and after it falls silent too.
   *[other] { $count } marks, { $time } in all. A third of a second before and after each falls silent too.
}
desk-cut-marks-count = { $count ->
    [one] 1 mark
   *[other] { $count } marks
}
desk-cut-none-marked = Nothing is marked yet.
desk-cut-nothing-said = { $names }: no word can be heard or read here
desk-cut-no-words-here = no words here
desk-cut-undo = Undo the last change
desk-cut-mark-of = Mark { $number } of { $count }
desk-cut-mark-number = Mark { $number }
desk-cut-close-mark = Close this mark
desk-cut-start = Starts at
desk-cut-end = Ends at
desk-cut-move-start = Move the start
desk-cut-move-end = Move the end
desk-cut-hear-start = Hear the start
desk-cut-hear-end = Hear the end
desk-cut-edge-hint = Minutes, seconds and a tenth: 1:02.3. Arrow up and down move it by a tenth of a second.
desk-cut-hear-mark = Hear it
desk-cut-remove = Remove this mark
desk-cut-others = Others speak here too
desk-cut-others-lose = Of { $names }, this would be lost:
desk-cut-with-others = It goes as well
desk-cut-or-move = Or move the start or the end, so that it stays.
desk-cut-begin = They begin
desk-cut-stop = They stop
desk-cut-start-here = Starts here
desk-cut-end-here = Ends here
desk-cut-begun = Begun at { $at }. Now press “They stop” where they stop.
desk-cut-give-up = No, not here
desk-cut-heard-of = { $heard } of { $whole } heard
desk-cut-heard-all = All of it is heard
desk-cut-next-unheard = Next unheard stretch
desk-cut-sound-failed = The sound does not come.
desk-cut-sound-again = Get it again
desk-cut-key-skip = 3 seconds back or on
desk-cut-key-leave = leave the mark; stop the sound
desk-cut-left = Left to do
desk-cut-left-unheard = Not heard yet: { $time }. They may speak anywhere in it.
desk-cut-left-outside = { $count ->
    [one] 1 word under their name is not marked.
   *[other] { $count } words under their name are not marked.
}
desk-cut-left-overlap = { $count ->
    [one] In 1 mark somebody speaks who stays. Move its edge, or say that it goes as well.
   *[other] In { $count } marks somebody speaks who stays. Move the edges, or say that it goes as well.
}
desk-cut-left-not-marked = Nothing is marked. Mark what they said, or say that nothing of them is in it.
desk-cut-left-no-sound = There is no sound to listen to yet.
desk-cut-ready = All of it is heard, and all that is theirs is marked.
desk-cut-ready-text = All that is theirs is marked.
desk-cut-finish = Cut the voice out…
desk-cut-shut = { $count ->
    [one] 1 thing is left to do first.
   *[other] { $count } things are left to do first.
}
desk-cut-shut-saving = Wait until the marks are saved.
desk-cut-finish-title = Cut this voice out for good
desk-cut-finish-goes = { $count ->
    [one] { $names }: 1 place in the sound goes, { $time }.
   *[other] { $names }: { $count } places in the sound go, { $time } in all.
}
desk-cut-finish-goes-text = { $count ->
    [one] { $names }: 1 passage goes.
   *[other] { $names }: { $count } passages go.
}
desk-cut-finish-nothing = { $names }: no word of theirs is in it. Nothing is cut, but their name and answers go.
desk-cut-finish-sound = These places fall silent in the recording. The recording as it was is destroyed.
desk-cut-finish-words = Their words, their name and their answers are erased.
desk-cut-finish-stays = What the others said stays. It comes back to the desk, and nobody gets it until it is approved again.
desk-cut-finish-for-good = Nothing brings it back.
desk-cut-finish-sure = I heard all of it, and I am sure of every mark.
desk-cut-finish-sure-text = I read all of it, and I am sure of every mark.
desk-cut-finish-do = Cut it out for good
desk-cut-making = The voice is being cut out
desk-cut-making-mean = This can take some minutes. It goes on by itself, so you can leave this page. Nobody opens the story meanwhile.
desk-cut-done = The voice is out
desk-cut-done-mean = What was theirs is destroyed. What the others said is at the desk again, and nobody gets it until it is approved.
desk-cut-look-at = Written about the whole story, so read it again and save it: { $fields }.
desk-cut-open-story = Open the story
desk-cut-open-details = Read the details
desk-obstacle-details-unconfirmed = A voice was cut out. Read again what was written about the story, and save it.
desk-did-read-to-cut = Read, to cut a voice out
desk-did-heard-to-cut = Listened to, to cut a voice out
desk-did-cut-marked = Marked what is to be cut out
desk-did-cut-asked = A voice was to be cut out for good
desk-did-voice-erased = A voice was cut out and destroyed
desk-did-consent-erased = A consent was destroyed

## The machine that listens

desk-listening = What the machine heard
desk-heard-language = The machine heard { $language }.
desk-heard-told = The machine was told that this is { $language }.
desk-heard-sure = It was sure.
desk-heard-fairly = It was fairly sure.
desk-heard-unsure = It was not sure.
desk-heard-nobody = The machine heard nobody speak.
desk-heard-nothing = The machine could not write this down.
desk-heard-by = Heard with { $engine }, model { $model }
desk-listen-again = Have it heard again
desk-listen-language = Language spoken
desk-listen-auto = Let the machine find out
desk-listen-model = Model
desk-listen-larger = A larger model hears more, and takes longer.
desk-listen-model-usual = { $model }, { $size } (the usual one)
desk-listen-model-other = { $model }, { $size }
desk-listen-model-english-only = { $model }, { $size } (English only)
desk-listen-start = Listen again
desk-listen-keeps = The words below stay until it is done. Then the new ones take their place. If somebody starts to work on them first, they stay.
desk-listen-worked-on = Somebody has worked on these words, so they stay. Take back redactions and quotes first. A corrected text is never replaced.
desk-listen-running = The machine is listening again.
desk-listen-waiting = It waits for its turn.
desk-listen-share = How far the machine is
desk-listen-in-vain = That did not work. The words are as they were.
desk-listen-people-began = Somebody began to work on the words, so those stay.
desk-listen-story-moved = The story moved on meanwhile, so its words stay.
desk-so-far = Written down so far
desk-so-far-listening = The machine is listening.
desk-so-far-unfinished = Not finished yet. You can read along and listen. You can work on the words when the machine is done.
desk-so-far-gap = From { $from } to { $to }: not heard yet, or nobody speaks.
desk-so-far-goes-on = The machine has come this far.
desk-ready-soon = Ready in less than a minute
desk-ready-minutes = { $count ->
    [one] Ready in about a minute
   *[other] Ready in about { $count } minutes
}
desk-ready-hours = { $count ->
    [one] Ready in about an hour
   *[other] Ready in about { $count } hours
}
desk-gist = Rough English translation
desk-gist-ask = Make a rough English translation
desk-gist-anew = Make the translation anew
desk-gist-running = The machine is making a rough translation.
desk-gist-warning = A rough machine translation. Do not quote it.
desk-gist-from = Made from what was heard as { $language }.
desk-did-asked-again = The machine was asked to listen again
desk-did-asked-gist = A rough translation was asked for
desk-did-heard-again = The machine had listened again
