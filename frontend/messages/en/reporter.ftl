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
we-share-means = Nothing about sent stories is kept on this phone.

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
stop-age-means = Please talk to the person who invited you. Nothing is kept.
summary-title = Your answers
summary-take-back = You can allow less, or take all of it back, at any time with your receipt code.
agree = This is what I want
others-question = Does somebody else speak too?
others-so-far =
    { $count ->
        [one] One person has answered.
       *[other] { $count } people have answered.
    }
others-add = Add the next person
others-done = That is everybody
person-who = Who is the next person?
person-name = A name, if they want one
person-hand-over = Give them the phone now. They answer for themselves.
person-number = Person { $number }

microphone-title = Microphone
microphone-why = To record, we need the microphone.
microphone-why-means = Your phone asks next. The sound stays on this phone until you send it.
microphone-allow = Allow the microphone
microphone-refused = The microphone is switched off for this page.
microphone-refused-means = Allow it in the settings of your browser, beside the address of this page. You can also write.

record-title = Record
clock = Recorded so far
stop = Stop
pause = Pause
go-on-recording = Go on
next-question = Next question
paused = Paused. What you have told is saved.
interrupted = Paused by a call or another app. Your story is safe.
phone-full = This phone is full. What you have told is safe. Delete something else on the phone, then go on.
cannot-hear = We cannot hear you. Is something covering the microphone?
time-left =
    { $minutes ->
        [one] One minute left
       *[other] { $minutes } minutes left
    }
listen-back = Listen back
leave-question = Do you want to stop here?

listen-title = Listen back
part = Part { $number }
play = Play
stop-playing = Stop
play-part = Play part { $number }
stop-part = Stop part { $number }
delete-part = Delete part { $number }
part-silent = We hear nothing in part { $number }.
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
stamp-waiting-server = Waiting for network
stamp-waiting-full = Waiting for network
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

mine-title = My stories
mine-here = On this phone
mine-here-none = Nothing is waiting here.
mine-arrived = Arrived
mine-arrived-none = Nothing has arrived yet.
open-with-code = Open with my code
rescued = You have a story from { $time }, { $length } long.

write-title = Write
write-label = Your story
not-saved = Not saved yet. We try again while you write.

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
help-seized-means = They can hear stories that have not been sent yet, and see codes that have not been handed over. Sent stories are no longer here.
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
wipe = Leave the project and wipe this phone
wipe-means = Everything of this app is deleted from this phone. Stories that have arrived stay where you allowed them.
wipe-question =
    { $count ->
        [0] Nothing unsent is on this phone. Wipe it?
        [one] One story on this phone has not been sent. It would be lost. Wipe the phone?
       *[other] { $count } stories on this phone have not been sent. They would be lost. Wipe the phone?
    }
wipe-yes = Yes, wipe everything
