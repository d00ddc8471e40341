# SPDX-License-Identifier: Apache-2.0
receipt-page = آپ کی کہانی
receipt-language = زبان
receipt-open-title = اپنی کہانی کھولیں
receipt-open-hint = اپنے کوڈ کے 8 الفاظ، حروف یا ہندسے لکھیں۔ خالی جگہ اور بڑے چھوٹے حروف سے فرق نہیں پڑتا۔
receipt-code = آپ کا کوڈ
receipt-open = میری کہانی کھولیں
receipt-open-private = ہم کبھی آپ کا نام نہیں پوچھتے۔ اس فون پر کچھ نہیں رہتا۔
receipt-close = میری کہانی بند کریں
receipt-back = اپنی کہانی پر واپس
receipt-leave-as-is = جیسا ہے ویسا رہنے دیں

receipt-problem-invalid = اس کوڈ سے کوئی کہانی نہیں کھلی۔ اسے ایک ایک لفظ کر کے دوبارہ دیکھیں۔ اگر آپ کی کہانی واپس لے کر ضائع کر دی گئی ہے تو اس کا کوڈ اب کچھ نہیں کھولتا۔
receipt-problem-wait = آپ کی کہانی محفوظ ہے۔ یہاں سے بہت سی غلط کوششیں ہوئیں۔ کچھ دیر انتظار کریں اور پھر کوشش کریں۔
receipt-problem-session = آپ کی کہانی محفوظ ہے اور بند ہے، کیونکہ کچھ وقت گزر گیا۔ جاری رکھنے کے لیے اپنا کوڈ دوبارہ لکھیں۔
receipt-problem-pin = یہ پن درست نہیں تھا۔ پانچ غلط کوششوں کے بعد آپ کو پراجیکٹ کے کسی فرد کی ضرورت ہوگی۔
receipt-problem-second-step = اس کے لیے کوڈ سے زیادہ چاہیے: آپ کا پن، یا پراجیکٹ کا کوئی فرد جو آپ کے ساتھ اسے کھولے۔
receipt-problem-undo = واپس پلٹنے کو کچھ باقی نہیں۔
receipt-problem-proof = کچھ شیئر نہیں ہوا۔ جو ہم شیئر کرتے وہ آپ کے دیکھنے کے بعد بدل گیا ہے۔ براہ کرم دوبارہ دیکھیں۔
receipt-problem-stands = کچھ نہیں بدلا۔ آپ کی کہانی اب کسی اور مرحلے پر ہے۔ نیچے دیکھیں کہ وہ کہاں ہے۔
receipt-problem-words = کچھ نہیں بھیجا گیا۔ پہلے چند الفاظ لکھیں، زیادہ سے زیادہ 5000 حروف۔
receipt-problem-other = کچھ نہیں بدلا۔ ہماری طرف کچھ ٹھیک نہیں چلا۔ تھوڑی دیر بعد پھر کوشش کریں۔

receipt-status-awaiting_recording = راستے میں
receipt-status-received = پہنچ گئی
receipt-status-transcribing = لکھی جا رہی ہے
receipt-status-in_review = دیکھی جا رہی ہے
receipt-status-awaiting_sign_off = آپ کی منتظر
receipt-status-approved = شیئر کے لیے تیار
receipt-status-shared = شیئر ہو گئی
receipt-status-declined = شیئر نہیں ہوئی
receipt-status-withdrawn = واپس لے لی گئی
receipt-status-hidden = چھپی ہوئی

receipt-kind-monologue = ایک کہانی جو آپ نے سنائی
receipt-kind-dialogue = لوگوں کے درمیان بات چیت
receipt-kind-snapshot = ایک مختصر جواب
receipt-without-words = آپ کے الفاظ اور آواز یہاں نہیں دکھائے جاتے۔ صرف کوڈ سے وہی کھلتا ہے جو اس صفحے پر ہے۔

receipt-happened = کیا ہوا
receipt-date-of = { $date }
receipt-happened-declared = فون نے ہمیں بتایا کہ ایک کہانی آ رہی ہے۔
receipt-happened-arrived = آپ کی کہانی پوری اور محفوظ پہنچ گئی۔
receipt-happened-writing = ہم نے آپ کی بات لکھنا شروع کی۔
receipt-happened-looking = یہ لکھ لی گئی۔ ایک فرد اسے دیکھ رہا ہے۔
receipt-happened-asked = ہم نے آپ سے کہا کہ جو ہم شیئر کریں گے اسے دیکھ لیں۔
receipt-happened-change = شیئر کرنے سے پہلے ایک تبدیلی مانگی گئی۔
receipt-happened-approved = ایک فرد نے ہاں کہی: آپ کی اجازت کے مطابق شیئر ہو سکتی ہے۔
receipt-happened-declined = فیصلہ ہوا کہ اسے شیئر نہ کیا جائے۔
receipt-happened-reopened = ایک فرد نے اسے دوبارہ دیکھنا شروع کیا۔
receipt-happened-withdrawn = یہ واپس لے لی گئی۔ سب کچھ رک گیا۔
receipt-happened-restored = یہ واپس آ گئی۔ جب تک کوئی فرد اسے دوبارہ نہ دیکھے کچھ شیئر نہیں ہوتا۔
receipt-happened-choices = جس کی اجازت ہے وہ لکھ لیا گیا۔
receipt-happened-shared = { $name } کے ساتھ شیئر ہوئی۔
receipt-happened-stopped = { $name } اب اسے استعمال نہیں کر سکتے۔

receipt-who = یہ کس کے پاس ہے
receipt-who-nobody = پراجیکٹ سے باہر کسی کے پاس آپ کی کہانی نہیں۔
receipt-who-since = { $date } سے
receipt-who-until = { $date } تک
receipt-form-words = صرف الفاظ
receipt-form-voice = الفاظ اور آواز
receipt-who-read = انہوں نے اسے کھولا۔
receipt-who-not-read = انہوں نے ابھی اسے نہیں کھولا۔
receipt-who-told-confirmed = رکنے کو کہا گیا۔ انہوں نے تصدیق کی۔
receipt-who-told-waiting = رکنے کو کہا گیا۔ ابھی تصدیق نہیں ہوئی۔

receipt-answers = انہوں نے کیا جواب دیا
receipt-answers-none = ابھی کسی نے جواب نہیں دیا۔
receipt-answer-heard = { $name } نے آپ کی بات سنی۔
receipt-answer-acting = { $name } کچھ کر رہے ہیں۔
receipt-answer-changed = { $name } نے کچھ بدلا۔
receipt-answer-cannot = { $name } یہ نہیں کر سکتے، اور وجہ بتاتے ہیں۔

receipt-waiting = آپ کی منتظر
receipt-waiting-why = کچھ بھی شیئر کرنے سے پہلے براہ کرم اسے دیکھ لیں۔ اگر آپ یہ صفحہ بند کر دیں تو کچھ شیئر نہیں ہوتا۔
receipt-look = دیکھیں کہ ہم کیا شیئر کریں گے
receipt-refuse = شیئر نہ کریں
receipt-refuse-what = آپ ابھی نہیں بھی کہہ سکتے ہیں۔ پھر یہ شیئر نہیں ہوگی۔
receipt-pin = آپ کا پن
receipt-pin-open = میرے پن سے کھولیں
receipt-no-pin = پڑھنے اور سننے کے لیے پراجیکٹ کے کسی فرد سے کہیں۔ وہ آدھے گھنٹے کے لیے آپ کے ساتھ اسے کھول سکتے ہیں۔

receipt-read = میری کہانی پڑھیں اور سنیں
receipt-said = جو آپ نے کہا
receipt-shared = جو ہم شیئر کریں گے
receipt-shared-now = جو شیئر ہے
receipt-said-not-yet = آپ کے الفاظ ابھی لکھے نہیں گئے۔
receipt-listen-said = سنیں جو آپ نے کہا
receipt-listen-shared = سنیں جو ہم شیئر کریں گے
receipt-sound-others = آس پاس کے لوگ سن سکتے ہیں۔
receipt-sound-not-yet = آواز ابھی نہیں چل سکتی۔ آپ کی کہانی محفوظ ہے۔ تھوڑی دیر بعد پھر کوشش کریں۔
receipt-title = عنوان
receipt-untitled = بغیر عنوان
receipt-removed = ہٹایا گیا
receipt-credit = کس نے سنائی
receipt-place = جگہ
receipt-date = کب
receipt-for = کس کو ملے گی
receipt-for-nobody = ابھی کسی کو نہیں
receipt-not-told = نہیں بتایا جاتا
receipt-nothing-to-share = شیئر کرنے کو کچھ تیار نہیں۔
receipt-quotes = اس کا ایک چھوٹا حصہ
receipt-quote-yes = ہاں
receipt-quote-change = بدلیں
receipt-quote-leave_out = چھوڑ دیں
receipt-your-answer = آپ کا جواب
receipt-answer-whole = کچھ چنا نہیں گیا۔ اگر آپ کچھ نہ چنیں تو کچھ شیئر نہیں ہوتا۔
receipt-yes = ہاں، یہ شیئر کریں
receipt-change = کچھ بدلیں
receipt-change-what = ہم کیا بدلیں؟

receipt-choices = آپ کے فیصلے
receipt-given = آپ نے ہاں کہی
receipt-refused = آپ نے نہیں کہا
receipt-not-before = { $date } سے پہلے نہیں
receipt-hidden-now = چھپی ہوئی۔ کسی کو نہیں ملتی۔
receipt-purpose-hold_and_transcribe = میری کہانی رکھیں اور لکھیں
receipt-purpose-project_team = اس پراجیکٹ کے لوگ اسے سن اور پڑھ سکتے ہیں
receipt-purpose-research = محقق اس پر تحقیق کر سکتے ہیں
receipt-purpose-public_words = کوئی بھی میرے الفاظ پڑھ سکتا ہے
receipt-purpose-public_voice = کوئی بھی میری آواز سن سکتا ہے
receipt-purpose-quote_only = چھوٹے حصے استعمال ہو سکتے ہیں
receipt-purpose-recontact = آپ مجھ سے دوبارہ رابطہ کر سکتے ہیں
receipt-purpose-community_archive = کمیونٹی آرکائیو اسے رکھ سکتا ہے
receipt-purpose-services = مقامی خدمات اسے لے سکتی ہیں
receipt-purpose-partner = { $name } اسے لے سکتے ہیں
receipt-facet-form-words = میرے الفاظ، میری آواز نہیں
receipt-facet-form-voice = میرے الفاظ اور میری آواز
receipt-facet-name-none = میرے نام کے بغیر
receipt-facet-name-pseudonym = ایک نام کے ساتھ جو میں نے چنا
receipt-facet-name-real = میرے نام کے ساتھ

receipt-take-back = روکیں یا واپس لیں
receipt-copies = جو نقلیں وہ پہلے بنا چکے وہ ہم صرف مانگ سکتے ہیں۔
receipt-narrow = کم اجازت دیں
receipt-narrow-what = آپ چنتے ہیں کہ اب کس کی اجازت نہیں۔ باقی ویسا ہی رہتا ہے۔
receipt-hide = میری کہانی چھپائیں
receipt-hide-what = آج سب کے لیے رک جاتی ہے۔ ہم اسے محفوظ رکھتے ہیں اور آپ اسے بعد میں دکھا سکتے ہیں۔
receipt-withdraw = میری کہانی واپس لیں
receipt-withdraw-what = آج سب کے لیے رک جاتی ہے۔ 14 دن بعد ضائع کر دی جاتی ہے۔ تب تک آپ پلٹ سکتے ہیں۔
receipt-touches = اس کا اثر ان پر ہے: { $names }۔
receipt-touches-nobody = پراجیکٹ سے باہر کسی کے پاس نہیں۔

receipt-narrow-title = کم اجازت دیں
receipt-narrow-keep = اب بھی اجازت ہے
receipt-narrow-stop = اب نہیں
receipt-narrow-words = میرے الفاظ، لیکن اب میری آواز نہیں
receipt-narrow-nameless = اب میرے نام کے ساتھ نہیں
receipt-narrow-do = صرف اس کی اجازت دیں
receipt-narrow-nothing = اب کچھ ایسا نہیں جسے کم کیا جا سکے۔ آپ اپنی کہانی واپس لے سکتے ہیں۔
receipt-hide-title = میری کہانی چھپائیں
receipt-hide-how-long = کتنی دیر کے لیے؟
receipt-hide-always = جب تک میں نہ کہوں
receipt-hide-month = ایک مہینہ
receipt-hide-half = چھ مہینے
receipt-hide-year = ایک سال
receipt-hide-do = ابھی چھپائیں
receipt-show = دوبارہ دکھائیں
receipt-show-what = آپ کی اجازت کے مطابق دوبارہ شیئر ہو سکتی ہے۔ اس کے لیے آپ کا پن یا پراجیکٹ کا کوئی فرد چاہیے۔
receipt-withdraw-title = میری کہانی واپس لیں
receipt-withdraw-do = ابھی واپس لیں
receipt-withdraw-stop = آج سے کسی کو ہم سے اس کا ایک لفظ بھی نہیں ملتا۔
receipt-withdraw-told = جس کے پاس تھی اسے فوراً بتایا جاتا ہے اور ہٹانے کو کہا جاتا ہے۔
receipt-withdraw-14 = 14 دن تک آپ اس کوڈ سے پلٹ سکتے ہیں۔ اس کے بعد یہ ضائع کر دی جاتی ہے اور کوڈ کچھ نہیں کھولتا۔
receipt-urgent = ابھی ضائع کریں
receipt-urgent-what = 14 دن انتظار کیے بغیر۔ اسے کوئی نہیں پلٹ سکتا، ہم بھی نہیں۔

receipt-stopped = { $time } پر رک گئی۔
receipt-stopped-told = { $told ->
    [0] پراجیکٹ سے باہر کسی کے پاس نہیں تھی۔
    [one] 1 شراکت دار کو بتایا گیا، { $confirmed ->
        [0] ابھی تصدیق نہیں ہوئی
       *[other] تصدیق ہو گئی
    }۔
   *[other] { $told } شراکت داروں کو بتایا گیا، { $confirmed } نے تصدیق کی۔
}
receipt-undo-until = آپ { $date } تک پلٹ سکتے ہیں۔
receipt-undo = میری کہانی واپس لائیں
receipt-undo-what = آپ کے فیصلے ویسے ہی لوٹ آتے ہیں۔ جب تک کوئی فرد دوبارہ نہ دیکھے کچھ شیئر نہیں ہوتا۔
receipt-voice-withdrawn = آپ نے اپنا حصہ واپس لے لیا۔ کہانی سب سے چھپی ہوئی ہے۔
receipt-shut = اس کہانی میں کسی اور نے اپنا حصہ واپس لے لیا۔ جب تک وہ حصہ کاٹا نہ جائے، کہانی نہ کوئی پڑھتا ہے نہ سنتا ہے، آپ بھی نہیں۔

receipt-done-undone = آپ کی کہانی واپس آ گئی۔ جب تک کوئی فرد دوبارہ نہ دیکھے کچھ شیئر نہیں ہوتا۔
receipt-done-narrowed = ہو گیا۔ اب سے صرف اس کی اجازت ہے۔
receipt-done-hidden = چھپا دی گئی۔ اب کسی کو نہیں ملتی۔
receipt-done-shown = ہو گیا۔ آپ کی کہانی آپ کی اجازت کے مطابق دوبارہ شیئر ہو سکتی ہے۔
receipt-done-message = آپ کا پیغام پہنچ گیا۔ پراجیکٹ کا ایک فرد اسے پڑھتا ہے۔
receipt-done-harm = آپ کا پیغام پہنچ گیا۔ آپ کی کہانی روک لی گئی ہے اور پراجیکٹ کا ایک فرد جلد اسے دیکھے گا۔
receipt-done-second-step = کھل گئی۔ آپ کے الفاظ صرف آپ کے لیے ہیں۔
receipt-done-yes = شکریہ۔ یہ ویسے ہی شیئر ہوتی ہے جیسے آپ نے دیکھی۔
receipt-done-change = شکریہ۔ پراجیکٹ کا ایک فرد آپ کی بات پڑھتا ہے۔ جب تک آپ دوبارہ نہ دیکھیں کچھ شیئر نہیں ہوتا۔
receipt-done-leave_out = یہ شیئر نہیں ہوگی۔
receipt-done-contact = اس کہانی کے بارے میں کوئی آپ سے رابطہ نہیں کرے گا۔
receipt-done-destroyed = آپ کی کہانی ضائع کی جا رہی ہے۔ اس کا کوڈ اب کچھ نہیں کھولتا۔
receipt-done-not-destroyed = آپ کا حصہ واپس لے لیا گیا اور کہانی سب سے چھپی ہوئی ہے۔ یہ ابھی ضائع نہیں ہوئی، کیونکہ کوئی اور بھی اسے سناتا ہے۔ جب تک آپ کا حصہ اس میں ہے یہ چھپی رہے گی۔

receipt-more = مزید
receipt-message = پراجیکٹ کو لکھیں
receipt-message-what = پراجیکٹ کا ایک فرد اسے پڑھتا ہے۔ دوسرے نہیں۔
receipt-message-text = آپ کا پیغام
receipt-message-send = میرا پیغام بھیجیں
receipt-harm = میری کہانی کی وجہ سے کچھ برا ہوا
receipt-harm-what = ہمیں بتائیں۔ ہم آپ کی کہانی فوراً روک لیتے ہیں اور دیکھتے ہیں۔
receipt-harm-send = پراجیکٹ کو ابھی بتائیں
receipt-contact-stop = مجھ سے دوبارہ رابطہ نہ کریں
receipt-document = میری رضامندی، کاغذ پر
receipt-document-what = جس کی آپ نے اجازت دی، ہمارے دستخط کے ساتھ۔ آپ اسے چھاپ یا رکھ سکتے ہیں۔
receipt-document-open = چھاپنے کے لیے دکھائیں
receipt-document-save = فائل کے طور پر رکھیں
receipt-document-title = جس کی آپ نے اجازت دی
receipt-document-from = { $date } کو بنائی گئی
receipt-document-controller = آپ کی کہانی کس کے پاس ہے
receipt-document-contact = ان سے کیسے ملیں
receipt-document-number = نمبر
receipt-document-fingerprint = ہماری کلید کا نشان
receipt-document-check = کوئی بھی بغیر نیٹ ورک کے اس نشان سے محفوظ فائل کی جانچ کر سکتا ہے۔
