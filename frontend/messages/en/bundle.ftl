# SPDX-License-Identifier: Apache-2.0
bundle-title = What we hold about you
bundle-intro = This archive holds everything this project keeps about you and your part in one story. It was made because you asked for it. Only your own data is in it.
bundle-consent = consent.json: what you were asked, what you answered, and every change since. sign-off.json: your answers to what we showed you before sharing.
bundle-receipts = receipts/: your signed consent receipts, the newest last. Anybody can check the signature.
bundle-recipients = recipients.json: who received the story, since when, and whether they confirmed. responses.json: what they answered.
bundle-acts = who-did-what.json: who looked at the story, listened to it or took it, and when. Our colleagues appear as “staff”.
bundle-words = words.txt: what you said, in writing. story.json and messages.json: what you called it, and what you wrote to us.
bundle-gist = gist.txt: a rough translation into English, which a machine made for the team. Nobody has checked it, and it is shared with nobody.
bundle-sound = sound.ogg: your voice, as we keep it.
bundle-no-sound = There is no sound in here: the story was written, or its sound is not ready yet.
bundle-withheld-taken-back = Words and sound are not in here: the story was taken back, and from then on nobody may hand it out. It is being destroyed.
bundle-withheld-closed-to-team = Words and sound are not in here: you did not let the team open them. You can read and hear them yourself with your code.
bundle-withheld-voices-together = More than one person speaks in this story. The sound is not in here, because nobody else’s voice may be. words.txt holds only what is marked as yours, if anything is.
bundle-rights = You can allow less, hide the story or take it back with your code at any time. Something is wrong or missing? Ask the contact named in consent.json.
