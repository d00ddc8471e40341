# SPDX-License-Identifier: Apache-2.0
app-name = نوٹس
tabs = اہم جگہیں
tab-tell = سنائیں
tab-mine = میری کہانیاں
tab-help = مدد
read-aloud = یہ صفحہ اونچی آواز میں پڑھیں
leave-quickly = جلدی نکلیں
to-start = شروع پر واپس

choose-language = زبان چنیں
join-title = شامل ہوں
join-welcome = کہانی سنائیں۔ کون سنے گا، یہ آپ طے کرتے ہیں۔
join-why = کسی نے آپ کو اپنی زندگی کی بات سنانے کی دعوت دی ہے۔ آپ جو سنائیں گے وہ بھیجنے تک اسی فون پر رہے گا۔
join-code = آپ کی دعوت: لنک یا کوڈ
join-camera = یا اس فون کا کیمرا دعوت پر بنے چوکور نشان کی طرف کریں۔
join = شامل ہوں
join-busy = ایک لمحہ …
join-no-network = ابھی نیٹ ورک نہیں ہے۔ آپ کی دعوت محفوظ ہے۔ نیٹ ورک آنے پر پھر کوشش کریں۔
join-invite-invalid = ہم اس دعوت کو نہیں پہچانتے۔ اسے پھر دیکھیں یا نئی مانگیں۔
join-invite-expired = یہ دعوت ختم ہو چکی ہے۔ نئی مانگیں۔
join-other = یہ نہیں ہو سکا۔ دعوت دینے والے سے پوچھیں۔
joined = آپ شامل ہو گئے:
who-uses = یہ فون کون استعمال کرتا ہے؟
only-me = صرف میں
only-me-means = آپ کی کہانیوں کی فہرست یہاں رہتی ہے، نیٹ ورک کے بغیر بھی۔
we-share = ہم مل کر
we-share-means = ہر ایک کی اپنی تصویر ہے۔ کوئی دوسرے کی کہانیاں نہیں دیکھتا، اور بھیجی گئی کہانیوں کا کچھ یہاں نہیں رہتا۔

tell-title = سنائیں
another-question = دوسرا سوال
write-instead = اس کے بجائے لکھیں
record = ریکارڈ کریں
who-speaks = کون بولے گا؟
kind-snapshot-means = ایک سوال، ایک دو منٹ
kind-monologue-means = میری کہانی، اکیلے یا کسی کے ساتھ
kind-dialogue-means = ہماری آپس کی بات
which-question = کون سا سوال؟
this-question = اس سوال کا جواب دیں
no-question = کوئی سوال نہیں، مجھے معلوم ہے کیا سنانا ہے

consent-title = شروع کرنے سے پہلے
consent-progress = آپ کہاں تک پہنچے
understood = میں سمجھ گیا
age-question = کیا آپ کی عمر { $age } سال یا اس سے زیادہ ہے؟
recipients = یہ کسے ملے گی:
needed-to-record = یہاں ہاں کے بغیر ہم ریکارڈ نہیں کر سکتے۔
facets-title = کس طرح؟
facet-form = ان کے پاس کیا ہو سکتا ہے؟
facet-name = ساتھ کون سا نام ہو؟
facet-place = جگہ کتنی ٹھیک بتائی جائے؟
facet-date = تاریخ کتنی ٹھیک بتائی جائے؟
facet-reuse = وہ اس کا کیا کر سکتے ہیں؟
facet-which-name = دکھانے کے لیے نام
sign-off-question = کیا آپ باہر جانے سے پہلے دیکھنا چاہتے ہیں؟
sign-off-means = پھر کچھ نہیں بانٹا جائے گا جب تک آپ ٹھیک وہی نہ دیکھ لیں جو بانٹا جائے گا اور ہاں نہ کہیں۔
stop-no = پھر ہم ریکارڈ نہیں کرتے۔ کچھ نہیں رکھا جاتا۔
stop-no-means = سوچنے کا شکریہ۔ آپ کسی بھی وقت واپس آ سکتے ہیں۔
stop-age = پھر آپ کا خیال رکھنے والے سے بھی پوچھنا ہوگا۔
stop-age-means = وہ پہلے جواب دیتے ہیں۔ پھر فون آپ کے پاس آتا ہے اور آپ اپنا جواب خود دیتے ہیں۔
talk-no = تو { $name } شامل نہیں۔
talk-no-means = ان کا کچھ نہیں رکھا جاتا: نہ نام، نہ تصویر، نہ جواب۔
talk-no-alone = ایک شخص باقی ہے۔ اب یہ اپنی بات ہوگی۔
talk-go-on = ان کے بغیر آگے چلیں
talk-stop = یہیں روکیں
summary-title = آپ کے جواب
summary-take-back = رسید کوڈ سے آپ کسی بھی وقت کم اجازت دے سکتے ہیں یا سب کچھ واپس لے سکتے ہیں۔
agree = میں یہی چاہتا ہوں
others-add = ایک فرد شامل کریں
others-done = بس اتنے ہی لوگ ہیں
person-who = یہ کون ہے؟
person-name = نام، اگر وہ چاہیں
person-number = شخص { $number }

microphone-title = مائیکروفون
microphone-why = ریکارڈ کرنے کے لیے مائیکروفون چاہیے۔
microphone-why-means = اب آپ کا فون پوچھے گا۔ آواز بھیجنے تک اسی فون پر رہتی ہے۔
microphone-allow = مائیکروفون کی اجازت دیں
microphone-refused = اس صفحے کے لیے مائیکروفون بند ہے۔
microphone-refused-means = براؤزر کی ترتیبات میں، اس صفحے کے پتے کے ساتھ، اجازت دیں۔ آپ لکھ بھی سکتے ہیں۔
microphone-picture = تصویر: صفحے کے پتے سے پہلے کا نشان، اور اس کے پیچھے مائیکروفون کا بٹن
microphone-missing = اس فون میں ہمیں کوئی مائیکروفون نہیں ملا۔
microphone-missing-means = مائیکروفون لگا کر پھر کوشش کریں، یا لکھیں، یا اپنے پاس موجود کوئی آواز چنیں۔
microphone-busy = کوئی اور چیز مائیکروفون استعمال کر رہی ہے۔
microphone-busy-means = کال ختم کریں یا دوسری ایپ بند کریں، پھر کوشش کریں۔
microphone-impossible = یہ براؤزر ریکارڈ نہیں کر سکتا۔
microphone-impossible-means = اس فون کی کسی اور ایپ سے ریکارڈ کریں اور آواز یہاں چنیں، یا لکھیں۔ باقی سب ویسا ہی رہے گا۔
choose-file = فائل چنیں

record-title = ریکارڈنگ
question = سوال
question-before = پچھلا سوال
question-after = اگلا سوال
question-of = { $number } از { $count }
question-hide = سوال چھپائیں
hide = چھپائیں
question-show = سوال دکھائیں
level = آواز کی بلندی
recorded-elsewhere = دوسری ونڈو میں ایک کہانی ریکارڈ ہو رہی ہے۔ پہلے وہاں روکیں۔
slept = یہ فون { $length } تک سویا رہا اور اس دوران کچھ نہیں سنا۔ باقی سب محفوظ ہے۔
keep-screen-on = اسکرین جلتی رکھیں: اندھیرا ہونے پر یہ فون ریکارڈنگ روک سکتا ہے۔
clock = اب تک ریکارڈ ہوا
stop = روکیں
pause = ٹھہریں
go-on-recording = آگے چلیں
next-question = اگلا سوال
paused = ٹھہرا ہوا ہے۔ آپ نے جو سنایا وہ محفوظ ہے۔
interrupted = رکا ہوا ہے۔ کسی کال یا دوسری ایپ نے مائیکروفون لے لیا، یا وہ بند ہو گیا۔ آپ کی کہانی محفوظ ہے۔
phone-full = یہاں تک سب محفوظ ہے، مگر آخری چند سیکنڈ ابھی محفوظ نہیں ہوئے: یہ فون بھر گیا ہے۔
phone-full-before = یہ فون بھر گیا ہے۔ آپ نے پہلے جو سنایا وہ محفوظ ہے، مگر جگہ ہونے تک کچھ نیا ریکارڈ نہیں ہو سکتا۔
phone-silent-before = یہ فون جواب نہیں دے رہا۔ آپ نے پہلے جو سنایا وہ محفوظ ہے۔ پھر کوشش کریں، یا یہ صفحہ دوبارہ کھولیں۔
phone-full-delete = کوئی کہانی جس کی ضرورت نہیں، یا تصویریں اور ایپس مٹائیں، پھر کوشش کریں۔
phone-silent = یہاں تک سب محفوظ ہے، مگر آخری چند سیکنڈ ابھی محفوظ نہیں ہوئے: یہ فون جواب نہیں دے رہا۔ یہ صفحہ بند نہ کریں۔
cannot-hear = ہمیں آپ کی آواز نہیں آ رہی۔ کیا مائیکروفون ڈھکا ہوا ہے، یا ہیڈ سیٹ لگا ہوا ہے؟
time-left =
    { $minutes ->
        [one] ایک منٹ باقی
       *[other] { $minutes } منٹ باقی
    }
listen-back = سن کر دیکھیں
leave-question =
    { $count ->
        [0] آپ کا کچھ بھی بھیجنا باقی نہیں۔ منصوبہ چھوڑیں؟
        [one] آپ کی ایک کہانی نہیں بھیجی گئی۔ وہ اس فون پر رہے گی اور دوبارہ شامل ہونے پر ہی بھیجی جائے گی۔ منصوبہ چھوڑیں؟
       *[other] آپ کی { $count } کہانیاں نہیں بھیجی گئیں۔ وہ اس فون پر رہیں گی اور دوبارہ شامل ہونے پر ہی بھیجی جائیں گی۔ منصوبہ چھوڑیں؟
    }
stop-here-question = کیا آپ یہیں رکنا چاہتے ہیں؟
leave-safe = آپ نے جو کچھ سنایا وہ اس فون پر محفوظ ہے۔
discard-question = جو ابھی ریکارڈ کیا، اسے مٹا دیں؟

listen-title = سن کر دیکھیں
part = حصہ { $number }
play = چلائیں
stop-playing = روکیں
play-part = حصہ { $number } چلائیں
stop-part = حصہ { $number } روکیں
delete-part = حصہ { $number } مٹائیں
part-silent = حصہ { $number } میں کچھ سنائی نہیں دیتا۔
part-newer = آپ نے حصہ { $number } پھر ریکارڈ کیا ہے: اب وہ حصہ { $newer } ہے۔ جب تک آپ ایک نہ مٹائیں، دونوں رہیں گے۔
record-again = پھر ریکارڈ کریں
part-again = پھر ریکارڈ کریں: حصہ { $number }
delete-part-question = حصہ { $number } فون سے مٹا دیں؟
cannot-play = یہ فون اسے نہیں چلا سکتا۔ پھر بھی یہ محفوظ ہے۔
add-more = اور شامل کریں
write-more = لکھنا جاری رکھیں
save-copy = نقل محفوظ کریں
delete-question = کیا یہ کہانی فون سے مٹا دیں؟
delete-yes = ہاں، مٹا دیں
story-gone = یہ کہانی اب اس فون پر نہیں ہے۔

details-title = کچھ تفصیل
details-name = عنوان، اگر آپ چاہیں
details-language = کس زبان میں سنائی

receipt-title = آپ کا رسید کوڈ
receipt-code = رسید کوڈ
receipt-yours = یہ آپ کا ہے۔ کسی اور کے پاس نہیں۔
receipt-means = اس کوڈ سے آپ دیکھ سکتے ہیں کہ کہانی کس کے پاس ہے، اور اسے واپس لے سکتے ہیں۔ ہم یہ دوبارہ نہیں دے سکتے۔
receipt-words = کوڈ آٹھ الفاظ میں
receipt-qr = کوڈ، کیمرے سے پڑھنے کی تصویر
receipt-digits = کوڈ ہندسوں میں
receipt-picture = اسے سنبھال کر رکھیں
receipt-save = تصویر محفوظ کریں
receipt-saved = تصویر اس فون کے ڈاؤن لوڈز میں ہے۔
receipt-print = چھاپیں
receipt-kept = میں نے رکھ لیا
lock-question = اس کوڈ سے کہانی خود کون کھول سکتا ہے؟
lock-pin = پن سے بند کریں
lock-pin-label = پن، چار سے چھ ہندسے
lock-pin-means = اپنی کہانی سننے اور بانٹنے کی ہاں کہنے کے لیے یہ چاہیے۔
lock-code-alone = یہ کوڈ اکیلا میری کہانی کھول سکتا ہے
lock-neither = دونوں نہیں۔ کوڈ صرف دکھاتا ہے کہ کیا ہو رہا ہے، اور واپس لیتا ہے۔
give-phone-to = فون انہیں دیں:
i-have-the-phone = فون میرے پاس ہے
show-code = کوڈ پھر دکھائیں

send-title = بھیجیں
send-now = ابھی بھیجیں
to-my-stories = میری کہانیوں پر
see-sending = دیکھیں کیا ہو رہا ہے
unsent =
    { $count ->
        [one] اس فون پر ایک کہانی۔
       *[other] اس فون پر { $count } کہانیاں۔
    }
stamp-recording = ریکارڈ ہو رہی ہے
stamp-saved = اس فون پر محفوظ
stamp-waiting-network = نیٹ ورک کا انتظار
stamp-waiting-server = سرور کا انتظار
stamp-waiting-full = سرور کا انتظار
stamp-waiting-portal = نیٹ ورک کا انتظار
stamp-sending = بھیجی جا رہی ہے { $percent } %
stamp-arrived = پہنچ گئی، شکریہ
stamp-needs-you = آپ کی ضرورت ہے
waiting-means-network = آپ کی کہانی اس فون پر محفوظ ہے۔ نیٹ ورک آتے ہی خود چلی جائے گی۔
waiting-means-server = آپ کی کہانی اس فون پر محفوظ ہے۔ سرور مصروف ہے۔ ہم جلد پھر کوشش کریں گے۔
waiting-means-full = آپ کی کہانی اس فون پر محفوظ ہے۔ سرور بھرا ہوا ہے۔ ہم بعد میں پھر کوشش کریں گے۔
waiting-means-portal = آپ کی کہانی اس فون پر محفوظ ہے۔ یہ نیٹ ورک پہلے داخلہ مانگتا ہے۔ براؤزر کھول کر وہ کریں۔
needs-you-safe = آپ کی کہانی اس فون پر محفوظ ہے۔
needs-you-other = دعوت دینے والے سے پوچھیں، یا نقل محفوظ کریں۔
arrived-means = سرور کے پاس پوری کہانی ہے۔ اس فون سے مٹا دی گئی۔ آپ کا رسید کوڈ اب بھی چلتا ہے۔
stamp-waiting-quota = سرور کا انتظار
stamp-waiting-wifi = وائی فائی کا انتظار
stamp-taken-back = واپس لے لی گئی
waiting-means-quota = آپ کی کہانی اس فون پر محفوظ ہے۔ سرور ابھی اس فون سے اور نہیں لیتا۔ ہم بعد میں پھر کوشش کریں گے۔
waiting-means-wifi = آپ کی کہانی اس فون پر محفوظ ہے۔ وائی فائی ملتے ہی خود چلی جائے گی۔ ”ابھی بھیجیں“ موبائل ڈیٹا لگاتا ہے۔
needs-you-copy = آپ اس کی نقل اس فون پر محفوظ کر سکتے ہیں۔
problem-auth-invalid = منصوبہ اب اس فون کو نہیں پہچانتا۔ دعوت دینے والے سے نئی دعوت مانگیں۔
problem-idempotency-mismatch = سرور کے پاس اسی نمبر کی ایک اور کہانی ہے۔ یہ دعوت دینے والے کو دکھائیں۔
problem-not-found = سرور اس کہانی کو اس فون کی نہیں مانتا۔ یہ دعوت دینے والے کو دکھائیں۔
problem-not-whole = اس کا ایک ٹکڑا اس فون پر نہیں ہے۔ جو ہے اسے سنیں۔
problem-media-too-large = یہ اس سے بڑی ہے جتنی سرور لیتا ہے۔
problem-media-empty = اس میں کوئی آواز نہیں۔
problem-media-type-mismatch = سرور کو اس میں آواز نہیں ملی۔
problem-media-forbidden-container = سرور اس قسم کی فائل نہیں لیتا۔
problem-upload-checksum-mismatch = یہ سرور تک جاتے ہوئے بدل جاتی ہے۔ یہ دعوت دینے والے کو دکھائیں۔
problem-consent-missing = جن کی آواز اس میں ہے ان میں سے کسی نے ہاں نہیں کہا۔
problem-consent-form-retired = اس کے بعد سوال بدل گئے ہیں۔ دعوت دینے والے سے پوچھیں۔
problem-guardian-required = سنانے والے کی دیکھ بھال کرنے والے کی ہاں بھی چاہیے۔
problem-validation = سرور اسے پڑھ نہ سکا۔ یہ دعوت دینے والے کو دکھائیں۔
join-again = پھر سے شامل ہوں
sending-elsewhere = اس ایپ کی دوسری کھڑکی ابھی بھیج رہی ہے۔
trying-now = کوشش ہو رہی ہے …
wifi-only = صرف وائی فائی پر
wifi-only-size =
    { $minutes ->
        [one] ایک منٹ کی بات، { $megabytes } ایم بی
       *[other] { $minutes } منٹ کی بات، { $megabytes } ایم بی
    }
saves-data = یہ فون ڈیٹا بچا رہا ہے۔ آپ وائی فائی کا انتظار کر سکتے ہیں۔
taken-back-means = یہ کہانی واپس لے لی گئی۔ اس کے الفاظ اور آواز اس فون سے بھی ہٹا دیے گئے۔
taken-back-ok = اسے اس فہرست سے ہٹائیں
more = مزید
rename = نام بدلیں
rename-label = اس فون پر اس کا نام
delete-sent-means = ہو سکتا ہے سرور کے پاس اس کا کچھ حصہ ہو۔ نیٹ ورک ہو تو وہ بھی مٹا دیا جاتا ہے۔ نہ ہو تو آپ کا رسید کوڈ اسے واپس لے لیتا ہے۔
being-recorded = یہ دوسری کھڑکی میں ریکارڈ ہو رہی ہے۔ پہلے وہاں روکیں۔
new-version-later = کچھ ریکارڈ ہو رہا ہے یا بھیجا جا رہا ہے۔ اس کے بعد کوشش کریں۔
replaced = دوسری کھڑکی میں نیا نسخہ چل رہا ہے۔
open-anew = یہاں بھی کھولیں

mine-title = میری کہانیاں
mine-here = اس فون پر
mine-here-none = یہاں کچھ انتظار میں نہیں۔
mine-arrived = پہنچ گئیں
mine-arrived-none = ابھی کچھ نہیں پہنچا۔
open-with-code = میرے کوڈ سے کھولیں
rescued = آپ کی { $time } کی ایک کہانی ہے، لمبائی { $length }۔
send-it = بھیجیں

write-title = لکھیں
received-title = دوسری ایپ کی ایک آواز
received-delete = یہ آواز یہاں سے مٹا دیں؟ دوسری ایپ میں یہ اب بھی ہے۔
received-waiting = آوازیں جو منتظر ہیں
received-from = { $time } کی ایک آواز
own-sound-title = میرے پاس موجود آواز
own-sound-means = اس فون پر کوئی صوتی پیغام یا ریکارڈنگ چنیں۔
own-sound-how = پہلے آپ اسے سنتے ہیں۔ پھر اس میں بولنے والوں سے پوچھا جاتا ہے، ہمیشہ کی طرح۔
file-busy = ایک لمحہ …
file-empty = یہ فائل خالی ہے۔ کوئی اور چنیں۔
file-too-large = یہ فائل بھیجنے کے لیے بہت بڑی ہے۔ کوئی چھوٹی چنیں۔
file-too-long = یہ آواز { $length } سے لمبی ہے۔ کوئی چھوٹی چنیں۔
file-no-sound = یہ ایسی آواز نہیں جسے ہم جانتے ہوں۔ کوئی اور فائل چنیں۔
file-full = یہ فون بھر گیا ہے۔ کچھ نہیں بدلا۔ کچھ مٹائیں، پھر کوشش کریں۔
file-gone = یہ آواز اب اس فون پر نہیں ہے۔
voice-question = یہ کس کی آواز ہے؟
voice-mine = میری
voice-mine-means = میں بولتا یا بولتی ہوں اور سوالوں کے جواب بھی میں دوں گا یا دوں گی
voice-other = کسی اور کی، جو یہاں ہے
voice-other-means = فون ابھی انہیں دیں۔ وہ اپنے لیے خود جواب دیں گے
voice-several = ایک سے زیادہ لوگوں کی
voice-several-means = ہر ایک سے باری باری پوچھا جائے گا
voice-absent = کسی ایسے شخص کی جو یہاں نہیں
voice-absent-means = پھر ہم اسے نہیں بھیج سکتے۔ صرف بولنے والا ہی ہاں کہہ سکتا ہے۔ ان سے کہیں کہ اپنے فون پر، یا آپ کے ساتھ مل کر سنائیں۔
write-label = آپ کی کہانی
not-saved = ابھی محفوظ نہیں ہوئی۔ لکھتے ہوئے ہم پھر کوشش کریں گے۔
written-elsewhere = یہ کہانی دوسری ونڈو میں لکھی جا رہی ہے۔ پہلے اسے وہاں بند کریں۔

help-title = مدد
help-how = یہ کیسے چلتا ہے
help-how-1 = آپ چنتے ہیں کہ آپ کی کہانی کا کیا ہو۔ ہر جواب نہیں سے شروع ہوتا ہے۔
help-how-2 = آپ ریکارڈ کرتے یا لکھتے ہیں۔ ہر سیکنڈ اس فون پر محفوظ ہوتا ہے۔
help-how-3 = آپ رسید کوڈ رکھتے ہیں۔ یہ صرف آپ کا ہے۔
help-how-4 = نیٹ ورک آنے پر کہانی خود چلی جاتی ہے۔
help-take-back = واپس کیسے لیں
help-take-back-means = نیچے کا صفحہ کھولیں اور رسید کوڈ لکھیں: آٹھ الفاظ یا 25 ہندسے۔ اکاؤنٹ کی ضرورت نہیں۔
help-whom = آپ کے منصوبے سے
help-guide = اچھی کہانی کیسے سنائیں
help-partners = شریک ادارے کیا رکھتے ہیں
help-seized = اگر کوئی یہ فون لے لے
help-language = زبان
help-look = روشن اور گہرا
look-system = جیسے فون ہے
look-light = روشن
look-dark = گہرا
help-home-screen = ہوم اسکرین پر رکھیں
help-home-screen-means = براؤزر کا مینو کھولیں اور ”ہوم اسکرین پر شامل کریں“ چنیں۔ وہاں اس کا نام ”Notes“ ہے۔
space-left =
    { $hours ->
        [one] اس فون میں ایک گھنٹے کی اور بات کی جگہ ہے۔
       *[other] اس فون میں { $hours } گھنٹے کی اور بات کی جگہ ہے۔
    }
new-version = نیا نسخہ تیار ہے۔
new-version-take = نیا نسخہ استعمال کریں
wipe = یہ فون صاف کریں
wipe-means = اس ایپ کا سب کچھ اس فون سے مٹ جاتا ہے۔ پہنچی ہوئی کہانیاں وہیں رہتی ہیں جہاں آپ نے اجازت دی۔
wipe-question =
    { $count ->
        [0] آپ کا بھیجنے کو کچھ باقی نہیں۔ صاف کر دیں؟
        [one] اس فون کی ایک کہانی نہیں بھیجی گئی۔ وہ کھو جائے گی۔ فون صاف کر دیں؟
       *[other] اس فون کی { $count } کہانیاں نہیں بھیجی گئیں۔ وہ کھو جائیں گی۔ فون صاف کر دیں؟
    }
wipe-yes = ہاں، سب صاف کر دیں

joined-why = اس منصوبے کے لوگ آپ کی کہانی آپ کے اپنے لفظوں میں سننا چاہتے ہیں۔ اس کا کیا ہو، یہ آپ طے کرتے ہیں۔
card-of = کارڈ { $number } از { $count }
copy-invite = میرا دعوت نامہ نقل کریں
invite-copied = نقل ہو گیا۔ جہاں دوبارہ شامل ہوں وہاں چسپاں کریں۔
invite-copy-by-hand = یہ فون ہمیں نقل نہیں کرنے دیتا۔ نیچے کی سطر پر انگلی دبائے رکھیں۔
home-screen-why = براؤزر میں یہ فون نہ بھیجی گئی کہانیاں سات دن بعد مٹا سکتا ہے۔ ہوم اسکرین پر وہ رہتی ہیں۔
home-screen-1 = اپنے براؤزر کا شیئر کا نشان دبائیں۔
home-screen-2 = ”ہوم اسکرین میں شامل کریں“ چنیں۔
home-screen-3 = ہوم اسکرین سے ”نوٹس“ کھولیں اور وہاں سنائیں۔
home-screen-join-again = وہاں آپ ایک بار پھر شامل ہوں گے۔ دعوت نامہ ساتھ لیں، اور جو یہاں ہے پہلے بھیج دیں۔
home-screen-seven-days = ابھی نیٹ ورک نہیں ہے۔ یہاں سنائی گئی کہانی 7 دن کے اندر بھیجنی ہوگی۔
evicted-title = 7 دن کے اندر بھیجیں
evicted-soon =
    { $count ->
        [one] ایک کہانی پانچ دن سے اس فون پر ہے۔ سات دن بعد فون اسے مٹا سکتا ہے۔ اسے ابھی بھیجیں یا ایک نقل رکھ لیں۔
       *[other] { $count } کہانیاں پانچ دن سے اس فون پر ہیں۔ سات دن بعد فون انہیں مٹا سکتا ہے۔ انہیں ابھی بھیجیں یا نقلیں رکھ لیں۔
    }
install = وہاں رکھیں
install-title = ہوم اسکرین پر رکھیں
install-means = ہوم اسکرین پر یہ جلدی کھلتا ہے اور یہ فون آپ کی کہانیاں زیادہ محفوظ رکھتا ہے۔
installed-already = یہ ہوم اسکرین پر ہے۔
not-now = ابھی نہیں
use-a-sound = میرے پاس کی آواز
question-cards = سوالات
who-title = فون کس کے پاس ہے؟
who-give = فون کس کو دیں …
who-add = کوئی نیا
who-new = آپ کی اپنی تصویر
who-me = میری تصویر، نام اور پِن
who-has-pin = پِن کے ساتھ
picture-choose = ایک تصویر چنیں جو یہاں آپ کی ہو
picture-bird = پرندہ
picture-boat = کشتی
picture-tree = درخت
picture-cup = پیالی
picture-star = ستارہ
picture-lamp = چراغ
picture-leaf = پتا
picture-shell = سیپی
picture-kite = پتنگ
picture-key = چابی
picture-mountain = پہاڑ
picture-fish = مچھلی
pin = پِن
pin-if-wanted = پِن، اگر چاہیں: چار سے چھ ہندسے
pin-new = نیا پِن: چار سے چھ ہندسے
pin-remove = اب سے پِن کے بغیر
pin-curtain = پِن پردہ ہے، تالا نہیں۔ یہ دوسروں کو جھانکنے سے روکتا ہے۔ یہ فون پر رکھی چیزوں کو خفیہ نہیں بناتا۔ اگر آپ اسے بھول جائیں تو آپ کے منصوبے کا کوئی شخص کھول سکتا ہے۔
pin-wrong = یہ پِن نہیں ہے۔
pin-wait = { $time } انتظار کریں، پھر کوشش کریں۔
pin-forgot = مجھے پِن یاد نہیں
pin-forgot-safe = کچھ ضائع نہیں ہوتا۔ مکمل کہانیاں خود بھیجی جاتی ہیں۔ باقی سب یہاں بند رہتا ہے۔
pin-forgot-means = پِن کے بغیر کھولنے کے لیے آپ کے منصوبے کا کوئی شخص ساتھ ہونا چاہیے۔ وہ نئی دعوت بناتا ہے، اور آپ اسے یہاں ڈالتے ہیں۔
pin-forgot-open = پِن کے بغیر کھولیں
pin-forgot-known = یہ فون اس دعوت کو پہلے سے جانتا ہے۔ نئی دعوت چاہیے۔
pin-forgot-elsewhere = یہ دعوت کسی اور منصوبے کی ہے۔
pin-forgot-no-network = نیٹ ورک نہیں ہے۔ کچھ نہیں بدلا۔ نیٹ ورک آنے پر پھر کوشش کریں۔
pin-for-me = ایپ پر پِن لگائیں
pass-on = فون آگے دیں
share-from-now = اب سے ہم مل کر استعمال کریں گے
remove-me = مجھے اس فون سے ہٹائیں
remove-me-means = آپ کی تصویر، نام اور جو کچھ نہیں بھیجا گیا اس فون سے مٹ جاتا ہے۔ بھیجی گئی کہانیاں وہیں رہتی ہیں جہاں آپ نے اجازت دی، اور آپ کے کوڈ چلتے رہتے ہیں۔
remove-me-question =
    { $count ->
        [0] آپ کا کچھ بھی بھیجنا باقی نہیں۔ آپ کو اس فون سے ہٹا دیں؟
        [one] آپ کی ایک کہانی نہیں بھیجی گئی۔ وہ کھو جائے گی۔ آپ کو اس فون سے ہٹا دیں؟
       *[other] آپ کی { $count } کہانیاں نہیں بھیجی گئیں۔ وہ کھو جائیں گی۔ آپ کو اس فون سے ہٹا دیں؟
    }
remove-me-yes = ہاں، مجھے ہٹا دیں
workshop-title = ورکشاپ
workshop-means = بہت سے لوگ اس فون پر باری باری سناتے ہیں۔ ہر کہانی کے بعد فون آگے دینے کو کہتا ہے، اور پہلے شخص کا کچھ نظر نہیں آتا۔
workshop-begin = ورکشاپ شروع کریں
workshop-end = ورکشاپ ختم کریں
workshop-is-on = ورکشاپ جاری ہے۔ ادھوری کہانیاں اس کے ختم ہونے پر دکھیں گی۔
workshop-next = فون اگلے شخص کو دیں
workshop-go-on = جہاں رکے تھے وہاں سے چلیں
workshop-pass-on = اگلا شخص
speakers-question = کون شامل ہے؟
speakers-means = ہر شخص اکیلے جواب دیتا ہے اور اپنا الگ کوڈ پاتا ہے۔
speakers-first = ایک شخص شامل کریں
speakers-no-teller = کم از کم ایک شخص کہانی سنائے۔
speaker-remove = { $name } کو فہرست سے ہٹائیں
helper-question = کیا جواب دینے میں کوئی آپ کی مدد کر رہا ہے؟
helper-who = کون مدد کر رہا ہے؟
helper-means = وہ فون پکڑ سکتے ہیں، پڑھ کر سنا سکتے ہیں اور سمجھا سکتے ہیں۔ جواب آپ کے ہیں۔ اگر آپ کچھ نہ کہیں تو جواب نہیں ہے۔
helper-family = گھر والے یا دوست
helper-interpreter = ترجمان
helper-carer = خیال رکھنے والا یا مددگار
helper-reporter = ریکارڈ کرنے والا
helper-other = کوئی اور
give-phone-to-guardian = فون اپنے والدین یا سرپرست کو دیں
give-phone-to-young = فون بچے کو واپس دیں
relation-question = آپ کا بچے سے کیا رشتہ ہے؟
relation-mother = ماں
relation-father = باپ
relation-grandparent = دادی، دادا، نانی یا نانا
relation-relative = کوئی اور رشتہ دار
relation-guardian = قانونی سرپرست
guardian-means = پہلے آپ سے پوچھا جاتا ہے، پھر بچے سے اکیلے۔ صرف وہی ہوتا ہے جس کی دونوں اجازت دیں۔
guardian-answers = آپ والد، والدہ یا سرپرست کے طور پر جواب دے رہے ہیں۔
guardian-then = اب بچہ فیصلہ کرتا ہے۔ وہ ہر ایک پر نہیں کہہ سکتا ہے، اور کوئی اس کی جگہ جواب نہیں دے سکتا۔
guardian-agree = یہ میرے جواب ہیں
stop-guardian-means = والدین یا سرپرست کی ہاں کے بغیر ہم یہ کہانی نہیں رکھ سکتے۔ آپ کسی بھی وقت واپس آ سکتے ہیں۔
facets-more = مزید اختیارات
facet-expires_at = کب تک؟
facet-expires_at-months_6 = 6 مہینے تک
facet-expires_at-months_12 = 1 سال تک
facet-expires_at-months_60 = 5 سال تک
facet-expires_at-none = جب تک میں واپس نہ لوں
facet-embargo_until = کب سے؟
facet-embargo_until-months_12 = ایک سال سے پہلے نہیں
facet-embargo_until-months_6 = 6 مہینے سے پہلے نہیں
facet-embargo_until-months_1 = ایک مہینے سے پہلے نہیں
facet-embargo_until-none = جیسے ہی تیار ہو
facet-licence = کیا دوسرے اسے نقل کر کے استعمال کر سکتے ہیں؟
facet-licence-means = سب کو دی گئی اجازت پہلے بنی نقلوں سے واپس نہیں لی جا سکتی۔
facet-licence-ask-each-time = ہر بار مجھ سے پوچھیں
facet-licence-none = کوئی لائسنس نہیں۔ صرف وہ جس کی میں یہاں اجازت دوں
facet-licence-CC-BY-NC-4-0 = سب کو، پیسے کے لیے نہیں، میرے نام کے ساتھ (CC BY-NC 4.0)
facet-licence-CC-BY-4-0 = سب کو، میرے نام کے ساتھ (CC BY 4.0)
facet-audience = ان میں سے کس کو مل سکتی ہے؟
facet-not-these = نہیں:
change-how = طریقہ بدلیں
details-place = کہاں ہوا، اپنے لفظوں میں
details-place-means = منصوبے سے باہر صرف اتنی تفصیل جاتی ہے جتنی آپ نے اجازت دی۔
receipt-read = بلند آواز سے پڑھیں
receipt-others-hear = دوسرے سن سکتے ہیں۔
receipt-read-yes = ابھی پڑھیں
help-text-size = حروف کا سائز
text-size-1 = عام
text-size-2 = بڑا
text-size-3 = بہت بڑا
help-seized-unsent = نہ بھیجی گئی کہانیاں سنی جا سکتی ہیں، اور جو کوڈ حوالے نہیں ہوئے وہ دیکھے جا سکتے ہیں۔
help-seized-sent = بھیجی گئی کہانیاں اب یہاں نہیں ہیں۔ ان کے نشان کچھ دیر براؤزر کی فائلوں میں رہ سکتے ہیں۔
help-seized-used = یہ دیکھا جا سکتا ہے کہ یہ ایپ استعمال ہوئی۔
help-seized-pin = پِن اسے نہیں روکتا جو فون خوب جانتا ہو۔
leave-project = منصوبہ چھوڑیں
leave-means = پھر یہ فون منصوبے کو کچھ نہیں بھیجے گا۔ آپ کے کوڈ چلتے رہیں گے۔
leave-yes = ہاں، منصوبہ چھوڑیں
stay = رہیں
wipe-others = اس فون پر دوسروں نے جو نہیں بھیجا وہ بھی ضائع ہو جائے گا۔

profile-name = نام، اگر آپ چاہیں
picture-for-them = اس شخص کے لیے تصویر چنیں
page-before = پچھلا
page-next = اگلا
