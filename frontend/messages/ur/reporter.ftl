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
we-share-means = بھیجی گئی کہانیوں کا کچھ بھی اس فون پر نہیں رہتا۔

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
stop-age-means = جس نے آپ کو بلایا اس سے بات کریں۔ کچھ نہیں رکھا جاتا۔
summary-title = آپ کے جواب
summary-take-back = رسید کوڈ سے آپ کسی بھی وقت کم اجازت دے سکتے ہیں یا سب کچھ واپس لے سکتے ہیں۔
agree = میں یہی چاہتا ہوں
others-question = کیا کوئی اور بھی بولے گا؟
others-so-far =
    { $count ->
        [one] ایک شخص نے جواب دیا ہے۔
       *[other] { $count } لوگوں نے جواب دیا ہے۔
    }
others-add = اگلے شخص کو شامل کریں
others-done = بس اتنے ہی لوگ ہیں
person-who = اگلا شخص کون ہے؟
person-name = نام، اگر وہ چاہیں
person-hand-over = اب فون انہیں دیں۔ وہ اپنا جواب خود دیں گے۔
person-number = شخص { $number }

microphone-title = مائیکروفون
microphone-why = ریکارڈ کرنے کے لیے مائیکروفون چاہیے۔
microphone-why-means = اب آپ کا فون پوچھے گا۔ آواز بھیجنے تک اسی فون پر رہتی ہے۔
microphone-allow = مائیکروفون کی اجازت دیں
microphone-refused = اس صفحے کے لیے مائیکروفون بند ہے۔
microphone-refused-means = براؤزر کی ترتیبات میں، اس صفحے کے پتے کے ساتھ، اجازت دیں۔ آپ لکھ بھی سکتے ہیں۔

record-title = ریکارڈنگ
clock = اب تک ریکارڈ ہوا
stop = روکیں
pause = ٹھہریں
go-on-recording = آگے چلیں
next-question = اگلا سوال
paused = ٹھہرا ہوا ہے۔ آپ نے جو سنایا وہ محفوظ ہے۔
interrupted = کال یا کسی اور ایپ کی وجہ سے رک گیا۔ آپ کی کہانی محفوظ ہے۔
phone-full = یہ فون بھر گیا ہے۔ آپ نے جو سنایا وہ محفوظ ہے۔ فون سے کچھ اور مٹائیں، پھر آگے چلیں۔
cannot-hear = ہمیں آپ کی آواز نہیں آ رہی۔ کیا مائیکروفون ڈھکا ہوا ہے؟
time-left =
    { $minutes ->
        [one] ایک منٹ باقی
       *[other] { $minutes } منٹ باقی
    }
listen-back = سن کر دیکھیں
leave-question = کیا آپ یہیں رکنا چاہتے ہیں؟

listen-title = سن کر دیکھیں
part = حصہ { $number }
play = چلائیں
stop-playing = روکیں
play-part = حصہ { $number } چلائیں
stop-part = حصہ { $number } روکیں
delete-part = حصہ { $number } مٹائیں
part-silent = حصہ { $number } میں کچھ سنائی نہیں دیتا۔
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
stamp-waiting-server = نیٹ ورک کا انتظار
stamp-waiting-full = نیٹ ورک کا انتظار
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

mine-title = میری کہانیاں
mine-here = اس فون پر
mine-here-none = یہاں کچھ انتظار میں نہیں۔
mine-arrived = پہنچ گئیں
mine-arrived-none = ابھی کچھ نہیں پہنچا۔
open-with-code = میرے کوڈ سے کھولیں
rescued = آپ کی { $time } کی ایک کہانی ہے، لمبائی { $length }۔

write-title = لکھیں
write-label = آپ کی کہانی
not-saved = ابھی محفوظ نہیں ہوئی۔ لکھتے ہوئے ہم پھر کوشش کریں گے۔

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
help-seized-means = وہ نہ بھیجی گئی کہانیاں سن سکتا ہے اور وہ کوڈ دیکھ سکتا ہے جو ابھی حوالے نہیں ہوئے۔ بھیجی گئی کہانیاں اب یہاں نہیں ہیں۔
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
wipe = منصوبہ چھوڑیں اور یہ فون صاف کریں
wipe-means = اس ایپ کا سب کچھ اس فون سے مٹ جاتا ہے۔ پہنچی ہوئی کہانیاں وہیں رہتی ہیں جہاں آپ نے اجازت دی۔
wipe-question =
    { $count ->
        [0] اس فون پر بھیجنے کو کچھ نہیں۔ صاف کر دیں؟
        [one] اس فون کی ایک کہانی نہیں بھیجی گئی۔ وہ کھو جائے گی۔ فون صاف کر دیں؟
       *[other] اس فون کی { $count } کہانیاں نہیں بھیجی گئیں۔ وہ کھو جائیں گی۔ فون صاف کر دیں؟
    }
wipe-yes = ہاں، سب صاف کر دیں
