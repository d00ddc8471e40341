# SPDX-License-Identifier: Apache-2.0
receipt-page = Your story
receipt-language = Language
receipt-open-title = Open your story
receipt-open-hint = Type the 8 words, the letters or the numbers of your code. Spaces and capitals do not matter.
receipt-code = Your code
receipt-open = Open my story
receipt-open-private = We never ask for your name. Nothing is kept on this phone.
receipt-close = Close my story
receipt-back = Back to my story
receipt-leave-as-is = Leave it as it is

receipt-problem-invalid = That code did not open a story. Look at it again, word by word. If your story was taken back and destroyed, its code opens nothing any more.
receipt-problem-wait = Your story is safe. There were too many wrong tries from here. Please wait a while and try again.
receipt-problem-session = Your story is safe and closed, because some time has passed. Type your code again to go on.
receipt-problem-pin = That PIN was not right. After five wrong tries you need a person from the project.
receipt-problem-second-step = This needs more than the code: your PIN, or a person from the project who opens it with you.
receipt-problem-undo = There is nothing left to undo.
receipt-problem-proof = Nothing was shared. What we would share has changed since you looked. Please look at it again.
receipt-problem-stands = Nothing was changed. Your story is at another point by now. Look below at where it is.
receipt-problem-words = Nothing was sent. Please write a few words first, at most 5,000 letters.
receipt-problem-other = Nothing was changed. Something did not work on our side. Please try again in a little while.

receipt-status-awaiting_recording = On its way
receipt-status-received = Arrived
receipt-status-transcribing = Being written down
receipt-status-in_review = Being looked at
receipt-status-awaiting_sign_off = Waiting for you
receipt-status-approved = Ready to share
receipt-status-shared = Shared
receipt-status-declined = Not shared
receipt-status-withdrawn = Taken back
receipt-status-hidden = Hidden

receipt-kind-monologue = A story you told
receipt-kind-dialogue = A talk between people
receipt-kind-snapshot = A short answer
receipt-without-words = Your words and your voice are not shown here. This code alone opens only what is on this page.

receipt-happened = What happened
receipt-date-of = { $date }
receipt-happened-declared = The phone told us that a story is on its way.
receipt-happened-arrived = Your story arrived, whole and safe.
receipt-happened-writing = We began to write down what you said.
receipt-happened-looking = It was written down. A person is looking at it.
receipt-happened-asked = We asked you to check what we would share.
receipt-happened-change = A change was asked for before sharing.
receipt-happened-approved = A person said yes: it may be shared as you allowed.
receipt-happened-declined = We decided not to share it.
receipt-happened-reopened = A person took it up again.
receipt-happened-withdrawn = It was taken back. Everything stopped.
receipt-happened-restored = It was brought back. Nothing is shared until a person looks at it again.
receipt-happened-choices = What is allowed was written down.
receipt-happened-shared = Shared with { $name }.
receipt-happened-stopped = { $name } may not use it any more.

receipt-who = Who has it
receipt-who-nobody = Nobody outside the project has your story.
receipt-who-since = since { $date }
receipt-who-until = until { $date }
receipt-form-words = words only
receipt-form-voice = words and voice
receipt-who-read = They opened it.
receipt-who-not-read = They have not opened it yet.
receipt-who-told-confirmed = Told to stop. They confirmed.
receipt-who-told-waiting = Told to stop. Not confirmed yet.

receipt-answers = What they answered
receipt-answers-none = Nobody has answered yet.
receipt-answer-heard = { $name } heard you.
receipt-answer-acting = { $name } is doing something.
receipt-answer-changed = { $name } changed something.
receipt-answer-cannot = { $name } cannot do it, and says why.

receipt-waiting = Waiting for you
receipt-waiting-why = Before anything is shared, please check it. If you close this page, nothing is shared.
receipt-look = Look at what we would share
receipt-refuse = Do not share
receipt-refuse-what = You can also say no right away. Then it is not shared.
receipt-pin = Your PIN
receipt-pin-open = Open with my PIN
receipt-no-pin = To read and hear it, ask a person from the project. They can open it with you, for half an hour.

receipt-read = Read and hear my story
receipt-said = What you said
receipt-shared = What we would share
receipt-shared-now = What is shared
receipt-said-not-yet = Your words are not written down yet.
receipt-listen-said = Hear what you said
receipt-listen-shared = Hear what we would share
receipt-sound-others = Others near you may hear it.
receipt-sound-not-yet = The sound cannot be played right now. Your story is safe. Try again in a little while.
receipt-title = Title
receipt-untitled = Without a title
receipt-removed = removed
receipt-credit = Who told it
receipt-place = Place
receipt-date = When
receipt-for = Who would get it
receipt-for-nobody = Nobody yet
receipt-not-told = not told
receipt-nothing-to-share = There is nothing ready to share.
receipt-quotes = Short pieces of it
receipt-quote-yes = Yes
receipt-quote-change = Change
receipt-quote-leave_out = Leave out
receipt-your-answer = Your answer
receipt-answer-whole = Nothing is chosen. If you choose nothing, nothing is shared.
receipt-yes = Yes, share this
receipt-change = Change something
receipt-change-what = What should we change?

receipt-choices = Your choices
receipt-given = You said yes
receipt-refused = You said no
receipt-not-before = Not before { $date }
receipt-hidden-now = Hidden. Nobody gets it.
receipt-purpose-hold_and_transcribe = Keep my story and write it down
receipt-purpose-project_team = People of this project may hear and read it
receipt-purpose-research = Researchers may study it
receipt-purpose-public_words = Anyone may read my words
receipt-purpose-public_voice = Anyone may hear my voice
receipt-purpose-quote_only = Short quotes may be used
receipt-purpose-recontact = You may contact me again
receipt-purpose-community_archive = The community archive may keep it
receipt-purpose-services = Local services may have it
receipt-purpose-partner = { $name } may have it
receipt-facet-form-words = my words, not my voice
receipt-facet-form-voice = my words and my voice
receipt-facet-name-none = without my name
receipt-facet-name-pseudonym = with a name I chose
receipt-facet-name-real = with my name

receipt-take-back = Stop or take back
receipt-copies = Copies they already made we can only ask for.
receipt-narrow = Allow less
receipt-narrow-what = You choose what is no longer allowed. The rest stays as it is.
receipt-hide = Hide my story
receipt-hide-what = It stops today for everybody. We keep it safe, and you can show it again later.
receipt-withdraw = Take my story back
receipt-withdraw-what = It stops today for everybody. After 14 days it is destroyed. Until then you can undo it.
receipt-touches = This touches: { $names }.
receipt-touches-nobody = Nobody outside the project has it.

receipt-narrow-title = Allow less
receipt-narrow-keep = Still allowed
receipt-narrow-stop = No longer
receipt-narrow-words = My words, but no longer my voice
receipt-narrow-nameless = No longer with my name
receipt-narrow-do = Allow only this
receipt-narrow-nothing = You allow nothing more that could be made less. You can take your story back.
receipt-hide-title = Hide my story
receipt-hide-how-long = For how long?
receipt-hide-always = Until I say so
receipt-hide-month = For one month
receipt-hide-half = For six months
receipt-hide-year = For one year
receipt-hide-do = Hide it now
receipt-show = Show it again
receipt-show-what = It may be shared again as you allowed. This needs your PIN or a person from the project.
receipt-withdraw-title = Take my story back
receipt-withdraw-do = Take it back now
receipt-withdraw-stop = From today nobody gets a single word of it from us.
receipt-withdraw-told = Everybody who had it is told at once and asked to remove it.
receipt-withdraw-14 = For 14 days you can undo it with this code. After that it is destroyed, and the code opens nothing.
receipt-urgent = Destroy it now
receipt-urgent-what = Do not wait 14 days. Nobody can undo this, not even us.

receipt-stopped = Stopped at { $time }.
receipt-stopped-told = { $told ->
    [0] Nobody outside the project had it.
    [one] 1 partner told, { $confirmed ->
        [0] not confirmed yet
       *[other] confirmed
    }.
   *[other] { $told } partners told, { $confirmed } confirmed.
}
receipt-undo-until = You can undo until { $date }.
receipt-undo = Bring my story back
receipt-undo-what = Your choices come back as they were. Nothing is shared before a person has looked at it again.
receipt-voice-withdrawn = You took your part back. The story is hidden from everybody.
receipt-shut = Somebody else in this story took their part back. Until it has been cut out, nobody reads or hears the story, not even you.

receipt-done-undone = Your story is back. Nothing is shared until a person looks at it again.
receipt-done-narrowed = Done. From now on only this is allowed.
receipt-done-hidden = Hidden. Nobody gets it any more.
receipt-done-shown = Done. Your story may be shared again as you allowed.
receipt-done-message = Your message has arrived. A person of the project reads it.
receipt-done-harm = Your message has arrived. Your story is held back, and a person of the project looks at it soon.
receipt-done-second-step = Opened. Your words are for you alone.
receipt-done-yes = Thank you. It is shared as you saw it.
receipt-done-change = Thank you. A person of the project reads what you asked for. Nothing is shared until you have seen it again.
receipt-done-leave_out = It is not shared.
receipt-done-contact = Nobody will contact you about this story.
receipt-done-destroyed = Your story is being destroyed. Its code opens nothing any more.
receipt-done-not-destroyed = Your part is taken back, and the story is hidden from everybody. It is not destroyed yet, because somebody else tells it too. It stays hidden as long as your part is in it.

receipt-more = More
receipt-message = Write to the project
receipt-message-what = A person of the project reads it. Other people do not.
receipt-message-text = Your message
receipt-message-send = Send my message
receipt-harm = Something bad happened because of my story
receipt-harm-what = Tell us. We hold your story back at once and look at it.
receipt-harm-send = Tell the project now
receipt-contact-stop = Do not contact me again
receipt-document = My consent, on paper
receipt-document-what = What you allowed, signed by us. You can print it or keep it.
receipt-document-open = Show it to print
receipt-document-save = Save it as a file
receipt-document-title = What you allowed
receipt-document-from = Made on { $date }
receipt-document-controller = Who holds your story
receipt-document-contact = How to reach them
receipt-document-number = Number
receipt-document-fingerprint = Fingerprint of our key
receipt-document-check = Anybody can check the saved file against this fingerprint, without a network.
