# SPDX-License-Identifier: Apache-2.0
app-name = Notes
tabs = Main places
tab-tell = Tell
tab-mine = My stories
tab-help = Help
read-aloud = Read this screen aloud
leave-quickly = Leave quickly
to-start = Back to the start

choose-language = Choose a language
join-title = Join
join-welcome = Tell a story. You decide who hears it.
join-why = Somebody has invited you to tell about your own life. What you tell stays on this phone until you send it.
join-code = Your invitation: a link or a code
join-camera = Or point the camera app of this phone at the square picture on the invitation.
join = Join
join-busy = Joining …
join-no-network = No network yet. Your invitation is kept. Try again when there is one.
join-invite-invalid = We do not know this invitation. Look at it again, or ask for a new one.
join-invite-expired = This invitation has ended. Ask for a new one.
join-other = That did not work. Ask the person who invited you.
joined = You have joined
who-uses = Who uses this phone?
only-me = Only me
only-me-means = The list of your stories stays here, also without network.
we-share = We share it
we-share-means = Each of you has a picture. You do not see each other’s stories, and nothing about sent stories is kept here.

tell-title = Tell
another-question = Another question
write-instead = Write instead
record = Record
who-speaks = Who speaks?
kind-snapshot-means = One question, a minute or two
kind-monologue-means = My story, alone or with someone beside me
kind-dialogue-means = A talk between us
which-question = Which question?
this-question = Answer this question
no-question = No question, I know what to tell

consent-title = Before you begin
consent-progress = How far you are
understood = I understand
age-question = Are you { $age } years old or older?
recipients = Who gets it:
needed-to-record = Without a Yes here we cannot record.
facets-title = In which way?
facet-form = What may they have?
facet-name = Which name stands beside it?
facet-place = How exact may the place be?
facet-date = How exact may the date be?
facet-reuse = What may they do with it?
facet-which-name = The name to show
sign-off-question = Do you want to check before it goes out?
sign-off-means = Then nothing is shared until you have seen exactly what would be shared, and said yes.
stop-no = Then we do not record. Nothing is kept.
stop-no-means = Thank you for thinking about it. You can come back at any time.
stop-age = Then somebody who looks after you has to be asked as well.
stop-age-means = They answer first. Then the phone comes back to you, and you answer for yourself.
talk-no = Then { $name } does not take part.
talk-no-means = Nothing of them is kept: no name, no picture, no answers.
talk-no-alone = One person is left. It becomes a monologue.
talk-go-on = Go on without them
talk-stop = Stop here
summary-title = Your answers
summary-take-back = You can allow less, or take all of it back, at any time with your receipt code.
agree = This is what I want
others-add = Add a person
others-done = That is everybody
person-who = Who is it?
person-name = A name, if they want one
person-number = Person { $number }

microphone-title = Microphone
microphone-why = To record, we need the microphone.
microphone-why-means = Your phone asks next. The sound stays on this phone until you send it.
microphone-allow = Allow the microphone
microphone-refused = The microphone is switched off for this page.
microphone-refused-means = Allow it in the settings of your browser, beside the address of this page. You can also write.
microphone-picture = A picture: the sign before the address of the page, and the switch for the microphone behind it
microphone-missing = We found no microphone on this phone.
microphone-missing-means = Plug one in and try again, or write, or choose a sound that you have.
microphone-busy = Something else is using the microphone.
microphone-busy-means = End the call or close the other app, then try again.
microphone-impossible = This browser cannot record.
microphone-impossible-means = Record with another app of this phone and choose the sound here, or write. Everything else stays the same.
choose-file = Choose a file

record-title = Record
question = Question
question-before = The question before
question-after = The next question
question-of = { $number } of { $count }
question-hide = Hide the question
hide = Hide
question-show = Show the question
level = Loudness
recorded-elsewhere = A story is being recorded in another window. Stop there first.
slept = This phone slept for { $length } and heard nothing in that time. All the rest is safe.
keep-screen-on = Keep the screen on: this phone may stop recording when it goes dark.
clock = Recorded so far
stop = Stop
pause = Pause
go-on-recording = Go on
next-question = Next question
paused = Paused. What you have told is saved.
interrupted = Paused. A call or another app took the microphone, or it was switched off. Your story is safe.
phone-full = Everything up to here is safe, but the last seconds are not saved yet: this phone is full.
phone-full-before = This phone is full. What you told before is safe, but nothing new can be recorded until there is room.
phone-silent-before = This phone does not answer. What you told before is safe. Try again, or open this page anew.
phone-full-delete = Delete a story you no longer need, or pictures and apps, then try again.
phone-silent = Everything up to here is safe, but the last seconds are not saved yet: this phone does not answer. Do not close this page.
cannot-hear = We cannot hear you. Is something covering the microphone, or is a headset plugged in?
time-left =
    { $minutes ->
        [one] One minute left
       *[other] { $minutes } minutes left
    }
listen-back = Listen back
leave-question =
    { $count ->
        [0] Nothing unsent of yours is on this phone. Leave the project?
        [one] One of your stories has not been sent. It stays on this phone and is sent only if you join again. Leave the project?
       *[other] { $count } of your stories have not been sent. They stay on this phone and are sent only if you join again. Leave the project?
    }
stop-here-question = Do you want to stop here?
leave-safe = All you have told is saved on this phone.
discard-question = Delete what you have just recorded?

listen-title = Listen back
part = Part { $number }
play = Play
stop-playing = Stop
play-part = Play part { $number }
stop-part = Stop part { $number }
delete-part = Delete part { $number }
part-silent = We hear nothing in part { $number }.
part-newer = You have recorded part { $number } again: it is part { $newer } now. Both stay until you delete one.
record-again = Record again
part-again = Record again: part { $number }
delete-part-question = Delete part { $number } from the phone?
cannot-play = This phone cannot play it. It is safe all the same.
add-more = Add more
write-more = Go on writing
save-copy = Save a copy
delete-question = Delete this story from the phone?
delete-yes = Yes, delete it
story-gone = This story is no longer on this phone.

details-title = A few details
details-name = A title, if you want one
details-language = Told in

receipt-title = Your receipt code
receipt-code = Receipt code
receipt-yours = This is yours. Nobody else has it.
receipt-means = With this code you can see who has your story, and take it back. We cannot give it to you again.
receipt-words = The code in eight words
receipt-qr = The code as a picture to scan
receipt-digits = The code in digits
receipt-picture = Keep this
receipt-save = Save as picture
receipt-saved = The picture is with the downloads of this phone.
receipt-print = Print
receipt-kept = I have kept it
lock-question = Who may open the story itself with this code?
lock-pin = Lock it with a PIN
lock-pin-label = PIN, four to six digits
lock-pin-means = You need it to listen to your story and to say yes to sharing.
lock-code-alone = This code alone may open my story
lock-neither = Neither. The code shows what happens to it, and takes it back.
give-phone-to = Give the phone to
i-have-the-phone = I have the phone
show-code = Show the code again

send-title = Send
send-now = Send now
to-my-stories = To my stories
see-sending = See how it goes
unsent =
    { $count ->
        [one] One story on this phone.
       *[other] { $count } stories on this phone.
    }
stamp-recording = Recording
stamp-saved = Saved on this phone
stamp-waiting-network = Waiting for network
stamp-waiting-server = Waiting for the server
stamp-waiting-full = Waiting for the server
stamp-waiting-portal = Waiting for network
stamp-sending = Sending { $percent } %
stamp-arrived = Arrived, thank you
stamp-needs-you = Needs you
waiting-means-network = Your story is safe on this phone. It is sent by itself when there is a network.
waiting-means-server = Your story is safe on this phone. The server is busy. We try again soon.
waiting-means-full = Your story is safe on this phone. The server is full. We try again later.
waiting-means-portal = Your story is safe on this phone. This network asks you to sign in first. Open your browser and do that.
needs-you-safe = Your story is safe on this phone.
needs-you-other = Ask the person who invited you, or save a copy.
arrived-means = The server has all of it. It has been deleted from this phone. Your receipt code still works.
stamp-waiting-quota = Waiting for the server
stamp-waiting-wifi = Waiting for Wi-Fi
stamp-taken-back = Taken back
waiting-means-quota = Your story is safe on this phone. The server takes no more from this phone just now. We try again later.
waiting-means-wifi = Your story is safe on this phone. It is sent by itself on Wi-Fi. “Send now” uses mobile data.
needs-you-copy = You can save a copy of it on this phone.
problem-auth-invalid = The project no longer knows this phone. Ask the person who invited you for a new invitation.
problem-idempotency-mismatch = The server already has another story under the same number. Show this to the person who invited you.
problem-not-found = The server does not know this story as one of this phone. Show this to the person who invited you.
problem-not-whole = A piece of it is missing on this phone. Listen to what is there.
problem-media-too-large = It is larger than the server takes.
problem-media-empty = There is no sound in it.
problem-media-type-mismatch = The server could not find a sound in it.
problem-media-forbidden-container = The server does not take this kind of file.
problem-upload-checksum-mismatch = It changes on its way to the server. Show this to the person who invited you.
problem-consent-missing = Somebody whose voice is in it has not said yes.
problem-consent-form-retired = The questions have changed since. Ask the person who invited you.
problem-guardian-required = Somebody who looks after the teller has to say yes as well.
problem-validation = The server could not read it. Show this to the person who invited you.
join-again = Join again
sending-elsewhere = Another window of this app is sending just now.
trying-now = Trying now …
wifi-only = Only on Wi-Fi
wifi-only-size =
    { $minutes ->
        [one] One minute of speech, { $megabytes } MB
       *[other] { $minutes } minutes of speech, { $megabytes } MB
    }
saves-data = This phone is set to save data. You can wait for Wi-Fi.
taken-back-means = This story was taken back. Its words and its sound have been removed from this phone too.
taken-back-ok = Take it off this list
more = More
rename = Rename
rename-label = Its name on this phone
delete-sent-means = The server may have part of it already. Where there is a network, that is deleted as well. Where there is none, your receipt code takes it back.
being-recorded = It is being recorded in another window. Stop there first.
new-version-later = Something is being recorded or sent. Try again after that.
replaced = A newer version is in use in another window.
open-anew = Open it here too

mine-title = My stories
mine-here = On this phone
mine-here-none = Nothing is waiting here.
mine-arrived = Arrived
mine-arrived-none = Nothing has arrived yet.
open-with-code = Open with my code
rescued = You have a story from { $time }, { $length } long.
send-it = Send

write-title = Write
received-title = A sound from another app
received-delete = Delete this sound here? The other app still has it.
received-waiting = Sounds that wait
received-from = A sound from { $time }
own-sound-title = A sound I have
own-sound-means = Choose a voice memo or a recording on this phone.
own-sound-how = You hear it first. Then the people who speak in it are asked, as always.
file-busy = One moment …
file-empty = This file is empty. Choose another one.
file-too-large = This file is too large to be sent. Choose a shorter one.
file-too-long = This sound is longer than { $length }. Choose a shorter one.
file-no-sound = This is not a sound that we know. Choose another file.
file-full = This phone is full. Nothing was changed. Delete something, then try again.
file-gone = This sound is no longer on this phone.
voice-question = Whose voice is it?
voice-mine = Mine
voice-mine-means = I speak and I answer the questions
voice-other = Somebody else’s, who is here
voice-other-means = Give them the phone now. They answer for themselves
voice-several = More than one person’s
voice-several-means = Each of them is asked in turn
voice-absent = Somebody who is not here
voice-absent-means = Then we cannot send it. Only the person who speaks can say yes. Ask them to tell it on a phone of their own, or together with you.
write-label = Your story
not-saved = Not saved yet. We try again while you write.
written-elsewhere = This story is being written in another window. Close it there first.

help-title = Help
help-how = How it works
help-how-1 = You choose what may be done with your story. Every answer starts at No.
help-how-2 = You record or write. Every second is saved on this phone.
help-how-3 = You keep a receipt code. It is yours alone.
help-how-4 = The story is sent by itself when there is a network.
help-take-back = How to take it back
help-take-back-means = Open the page below and enter your receipt code: eight words or 25 digits. You need no account.
help-whom = From your project
help-guide = How to tell a good story
help-partners = What partners keep
help-seized = If somebody takes this phone
help-language = Language
help-look = Light and dark
look-system = As the phone does
look-light = Light
look-dark = Dark
help-home-screen = Put it on the home screen
help-home-screen-means = Open the menu of your browser and choose “Add to home screen”. It is called “Notes” there.
space-left =
    { $hours ->
        [one] This phone has space for one more hour of speech.
       *[other] This phone has space for { $hours } more hours of speech.
    }
new-version = A new version is ready.
new-version-take = Use the new version
wipe = Wipe this phone
wipe-means = Everything of this app is deleted from this phone. Stories that have arrived stay where you allowed them.
wipe-question =
    { $count ->
        [0] You have nothing unsent on this phone. Wipe it?
        [one] One story on this phone has not been sent. It would be lost. Wipe the phone?
       *[other] { $count } stories on this phone have not been sent. They would be lost. Wipe the phone?
    }
wipe-yes = Yes, wipe everything

joined-why = The people of this project want to hear your story in your own words. You decide what happens to it.
card-of = Card { $number } of { $count }
copy-invite = Copy my invitation
invite-copied = Copied. Paste it where you join again.
invite-copy-by-hand = This phone does not let us copy. Hold your finger on the line below.
home-screen-why = In the browser, this phone may delete stories that have not been sent after seven days. On the home screen they stay.
home-screen-1 = Tap the share sign of your browser.
home-screen-2 = Choose “Add to Home Screen”.
home-screen-3 = Open “Notes” from the home screen and tell there.
home-screen-join-again = There you join once more. Take your invitation with you, and send first what is still here.
home-screen-seven-days = There is no network now. A story told here must be sent within 7 days.
evicted-title = Send within 7 days
evicted-soon =
    { $count ->
        [one] A story has been on this phone for five days. This phone may delete it after seven. Send it now, or save a copy.
       *[other] { $count } stories have been on this phone for five days. This phone may delete them after seven. Send them now, or save copies.
    }
install = Put it there
install-title = Put it on the home screen
install-means = On the home screen it opens faster, and this phone keeps your stories more safely.
installed-already = It is on the home screen.
not-now = Not now
use-a-sound = Use a sound I have
question-cards = Questions
who-title = Who has the phone?
who-give = Give the phone to …
who-add = Somebody new
who-new = Your own picture
who-me = My picture, name and PIN
who-has-pin = with a PIN
picture-choose = Choose a picture that stands for you here
picture-bird = Bird
picture-boat = Boat
picture-tree = Tree
picture-cup = Cup
picture-star = Star
picture-lamp = Lamp
picture-leaf = Leaf
picture-shell = Shell
picture-kite = Kite
picture-key = Key
picture-mountain = Mountain
picture-fish = Fish
pin = PIN
pin-if-wanted = A PIN, if you want one: four to six digits
pin-new = Another PIN: four to six digits
pin-remove = Without a PIN from now on
pin-curtain = A PIN is a curtain, not a lock. It keeps others from looking in. It does not scramble what is on this phone. If you forget it, somebody of your project can open it for you.
pin-wrong = That is not the PIN.
pin-wait = Wait { $time }, then try again.
pin-forgot = I forgot my PIN
pin-forgot-safe = Nothing is lost. Finished stories are sent by themselves. All the rest stays here, closed.
pin-forgot-means = To open it without the PIN, somebody of your project has to be with you. They make a new invitation, and you put it in here.
pin-forgot-open = Open without the PIN
pin-forgot-known = This phone knows that invitation already. It needs a new one.
pin-forgot-elsewhere = That invitation belongs to another project.
pin-forgot-no-network = There is no network. Nothing has changed. Try again when there is one.
pin-for-me = Lock the app with a PIN
pass-on = Give the phone on
share-from-now = We share it from now on
remove-me = Take me off this phone
remove-me-means = Your picture, your name and what you have not sent are deleted from this phone. Sent stories stay where you allowed them, and your codes go on working.
remove-me-question =
    { $count ->
        [0] Nothing unsent of yours is on this phone. Take you off it?
        [one] One of your stories has not been sent. It would be lost. Take you off this phone?
       *[other] { $count } of your stories have not been sent. They would be lost. Take you off this phone?
    }
remove-me-yes = Yes, take me off
workshop-title = Workshop
workshop-means = Many people tell on this phone, one after the other. After each story the phone asks to be handed on, and nothing of the person before can be seen.
workshop-begin = Begin a workshop
workshop-end = End the workshop
workshop-is-on = A workshop is going on. Stories that somebody left unfinished are shown when it ends.
workshop-next = Give the phone to the next person
workshop-go-on = Go on where we stopped
workshop-pass-on = Next person
speakers-question = Who takes part?
speakers-means = Each of you answers alone and gets a code of their own.
speakers-first = Add a person
speakers-no-teller = At least one of you tells a story.
speaker-remove = Take { $name } off the list
helper-question = Is somebody helping you to answer?
helper-who = Who helps you?
helper-means = They may hold the phone, read to you and explain. The answers are yours. If you say nothing, it is No.
helper-family = Family or a friend
helper-interpreter = An interpreter
helper-carer = A carer or support worker
helper-reporter = The person who records
helper-other = Somebody else
give-phone-to-guardian = Give the phone to your parent or guardian
give-phone-to-young = Give the phone back to the young person
relation-question = Who are you to the young person?
relation-mother = Mother
relation-father = Father
relation-grandparent = Grandmother or grandfather
relation-relative = Another relative
relation-guardian = Legal guardian
guardian-means = You are asked first, then the young person alone. Only what both of you allow is done.
guardian-answers = You answer as parent or guardian.
guardian-then = Now the young person decides. They can say No to each of these, and nobody may answer for them.
guardian-agree = These are my answers
stop-guardian-means = Without a Yes from a parent or guardian we cannot keep this story. You can come back at any time.
facets-more = More choices
facet-expires_at = Until when?
facet-expires_at-months_6 = For 6 months
facet-expires_at-months_12 = For 1 year
facet-expires_at-months_60 = For 5 years
facet-expires_at-none = Until I take it back
facet-embargo_until = From when on?
facet-embargo_until-months_12 = Not before a year from now
facet-embargo_until-months_6 = Not before 6 months from now
facet-embargo_until-months_1 = Not before a month from now
facet-embargo_until-none = As soon as it is ready
facet-licence = May others copy it and build on it?
facet-licence-means = A licence for everybody cannot be taken back for copies that were made before.
facet-licence-ask-each-time = Ask me each time
facet-licence-none = No licence. Only what I allow here
facet-licence-CC-BY-NC-4-0 = Everybody may, not for money, with my credit line (CC BY-NC 4.0)
facet-licence-CC-BY-4-0 = Everybody may, with my credit line (CC BY 4.0)
facet-audience = Which of them may have it?
facet-not-these = Not:
change-how = Change how
details-place = Where it happened, in your own words
details-place-means = Only as exact as you allowed goes further than the project.
receipt-read = Read aloud
receipt-others-hear = Others may hear it.
receipt-read-yes = Read it now
help-text-size = Size of the letters
text-size-1 = Normal
text-size-2 = Large
text-size-3 = Very large
help-seized-unsent = Stories that have not been sent can be heard, and codes that have not been handed over can be seen.
help-seized-sent = Sent stories are no longer here. Traces of them may stay in the files of the browser for a while.
help-seized-used = It can be seen that this app was used.
help-seized-pin = A PIN does not stop somebody who knows phones well.
leave-project = Leave the project
leave-means = This phone then sends nothing more for the project. Your codes go on working.
leave-yes = Yes, leave the project
stay = Stay
wipe-others = Whatever others on this phone have not sent would be lost as well.

profile-name = A name, if you want one
picture-for-them = Choose a picture for this person
page-before = Before
page-next = Next
