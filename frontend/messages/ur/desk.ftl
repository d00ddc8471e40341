# SPDX-License-Identifier: Apache-2.0
desk-name = Heardwell
desk-places = جگہیں
desk-queue = کہانیاں
desk-invites = دعوت نامے
desk-close = بند کریں
desk-cancel = جیسا تھا ویسا رہنے دیں
desk-back-to-queue = سب کہانیاں
desk-opening = کہانی کھل رہی ہے…

desk-unreachable = سرور تک رسائی نہیں ہو رہی
desk-unreadable = سرور نے ایسا جواب دیا جو ہم پڑھ نہیں سکتے
desk-try-again = کچھ ضائع نہیں ہوا۔ اپنا نیٹ ورک دیکھیں اور دوبارہ کوشش کریں۔
desk-problem-details = سرور سنبھالنے والے کے لیے تفصیل

desk-sign-in-title = میز پر آئیں
desk-email = ای میل
desk-password = پاس ورڈ
desk-one-time-code = ایک بار کا کوڈ
desk-have-code = میرے پاس ایک بار کا کوڈ ہے
desk-sign-in = اندر آئیں
desk-sign-out = باہر جائیں
desk-me = میں
desk-language = زبان
desk-look = روشن یا گہرا
desk-look-system = اس آلے کی طرح
desk-look-light = روشن
desk-look-dark = گہرا

desk-keys = کنجیاں
desk-key-play = چلائیں یا روکیں
desk-key-play-typing = لکھتے ہوئے چلائیں یا روکیں
desk-key-back = 3 سیکنڈ پیچھے
desk-key-on = 3 سیکنڈ آگے
desk-key-word = لفظ سے لفظ تک
desk-key-select = لفظ چنیں
desk-key-hear = لفظ سنیں
desk-key-doubt = اگلے مشکوک حصے پر
desk-key-release = اجرا کا صفحہ کھولیں
desk-key-leave = کھلی چیز چھوڑیں؛ آواز روکیں
desk-key-help = یہ فہرست

desk-queue-title = منتظر کہانیاں
desk-queue-empty = یہاں کوئی کہانی نہیں۔ نئی خود ظاہر ہو جاتی ہیں۔
desk-take-next = اگلی لیں
desk-none-left = ہر منتظر کہانی کسی کے ہاتھ میں ہے۔
desk-new-stories = { $count ->
    [one] 1 نئی کہانی دکھائیں
   *[other] { $count } نئی کہانیاں دکھائیں
}
desk-more = مزید دکھائیں
desk-by-status = حالت کے لحاظ سے
desk-all = سب
desk-search = عنوانوں میں تلاش
desk-find = تلاش کریں
desk-mine = صرف میری
desk-untitled = بغیر عنوان

desk-status-awaiting_recording = راستے میں
desk-status-received = پہنچ گئی
desk-status-transcribing = لکھی جا رہی ہے
desk-status-in_review = دیکھنی ہے
desk-status-awaiting_sign_off = کہانی والے کے پاس
desk-status-approved = شیئر ہو گئی
desk-status-declined = شیئر نہیں ہوئی
desk-status-withdrawn = واپس لے لی گئی
desk-written-down = لکھی گئی: { $share }
desk-kind-snapshot = جھلک
desk-kind-monologue = اپنی کہانی
desk-kind-dialogue = گفتگو
desk-flag-concern = تشویش
desk-flag-sound_damaged = آواز پڑھی نہیں جا سکتی
desk-flag-wants_sign_off = پہلے دیکھنا چاہتے ہیں
desk-flag-not_transcribed = لکھی نہیں گئی
desk-flag-waiting_for_engine = لکھے جانے کی منتظر
desk-flag-no-speech = لگتا ہے کوئی نہیں بول رہا
desk-flag-language-unsure = مشین کو یقین نہیں تھا کہ یہ کون سی زبان ہے۔
desk-flag-not-all-heard = مشین پوری آواز نہیں سن سکی۔

desk-story-parts = اس کہانی کے حصے
desk-part-words = الفاظ
desk-part-details = تفصیل
desk-part-consent = رضامندی
desk-part-release = اجرا
desk-part-history = تاریخ
desk-consent-says = جس کی اجازت ملی:
desk-allowed-no-consent = کوئی رضامندی درج نہیں: کچھ باہر نہیں جا سکتا۔
desk-allowed-taken-back = واپس لے لی گئی: کچھ باہر نہیں جا سکتا۔
desk-allowed-guardian-missing = سرپرست کی ہاں نہیں ملی: کچھ باہر نہیں جا سکتا۔
desk-allowed-form-ended = رضامندی کا فارم اب درست نہیں رہا: کچھ باہر نہیں جا سکتا۔
desk-allowed-not-team = ٹیم اسے نہیں کھول سکتی۔
desk-allowed-nowhere = کچھ بھی منصوبے سے باہر نہیں جا سکتا۔
desk-allowed-to = یہ انہیں مل سکتی ہے: { $who }۔
desk-allowed-not-to = انہیں نہیں: { $who }۔
desk-allowed-way = { $who } ({ $how })
desk-allowed-reports = رپورٹیں اور مضامین
desk-allowed-public-words = الفاظ میں
desk-allowed-public-voice = آواز کے ساتھ
desk-allowed-quote-only = مختصر اقتباس
desk-allowed-until = { $day } تک
desk-allowed-hidden = فی الحال چھپی ہوئی۔
desk-allowed-not-before = { $day } سے پہلے نہیں۔
desk-allowed-ask-again = دوبارہ پوچھا جا سکتا ہے۔
desk-warned-of = سننے سے پہلے:
desk-claim = یہ کہانی لیں
desk-leave = واپس رکھ دیں
desk-yours-for = { $minutes ->
    [one] مزید 1 منٹ آپ کے پاس
   *[other] مزید { $minutes } منٹ آپ کے پاس
}
desk-held-by = { $name } اس کہانی پر کام کر رہے ہیں
desk-teller-writes = کہانی والے لکھتے ہیں، { $when }:
desk-teller-reports = کہانی والے نقصان کی خبر دیتے ہیں، { $when }:
desk-bare = اب یہاں پڑھنے یا سننے کو کچھ نہیں۔
desk-raise-concern = تشویش بتائیں
desk-concern-means = شاید کوئی خطرے میں ہو۔ تحفظ کے ذمہ دار کو فوراً بتایا جاتا ہے، اور جب تک وہ نہ دیکھیں کچھ باہر نہیں جاتا۔
desk-how-urgent = کتنی جلدی ہے؟
desk-urgency-now = ابھی: کوئی خطرے میں ہے
desk-urgency-soon = جلد: آج یا کل
desk-urgency-watch = نظر رکھیں
desk-what-worries = آپ کو کیا فکر ہے؟
desk-concern-send = تحفظ کے ذمہ دار کو بتائیں

desk-no-words-yet = الفاظ ابھی لکھے جا رہے ہیں۔ آپ سن سکتے ہیں۔
desk-no-words = الفاظ لکھے نہیں جا سکے۔ آپ پھر بھی سن سکتے ہیں۔
desk-no-words-no-sound = الفاظ لکھے نہیں جا سکے۔
desk-one-voice = ایک آواز
desk-turn = حصہ { $number }، { $speaker }، { $at } پر
desk-words-chosen = { $count ->
    [one] 1 لفظ چنا گیا
   *[other] { $count } لفظ چنے گئے
}
desk-correct = درست کریں
desk-redact = مٹائیں
desk-quote = اقتباس
desk-clear-choice = کچھ نہ چنیں
desk-correct-turn = درستی: { $turn }
desk-correct-save = درستی رکھیں
desk-margin = حاشیے کے نوٹ
desk-doubts = { $count ->
    [one] شاید مشین 1 حصے میں غلط ہو۔
   *[other] شاید مشین { $count } حصوں میں غلط ہو۔
}
desk-doubt-next = اگلا مشکوک حصہ
desk-doubt-listen = اسے سنیں
desk-doubt-over-silence = شاید مشین نے یہ خود بنا لیا ہو: لگتا ہے یہاں کوئی نہیں بول رہا۔
desk-doubt-no-voice = شاید مشین نے یہ خود بنا لیا ہو: یہاں اسے مشکل سے کوئی آواز سنائی دی۔
desk-doubt-repeats = شاید مشین اٹک گئی ہو: وہی الفاظ بار بار آتے ہیں۔
desk-doubt-too-dense = شاید مشین نے یہ خود بنا لیا ہو: کوئی اتنی تیزی سے نہیں بولتا۔
desk-doubt-unsure = مشین کو اس پورے حصے پر یقین نہیں تھا۔
desk-removed = ہٹایا گیا
desk-removed-word = { $word } (ہٹایا گیا)
desk-removed-because = ہٹایا گیا: { $reason }
desk-put-back = واپس لائیں
desk-hear-quote = اقتباس سنیں
desk-unquote = اب اقتباس نہیں
desk-redact-title = یہ الفاظ ہٹائیں
desk-redact-means = یہ باہر جانے والی ہر چیز کے الفاظ، ذیلی تحریر اور آواز سے نکل جاتے ہیں۔ اصل میز پر رہتی ہے۔
desk-redact-why = کیوں؟
desk-reason-name = نام
desk-reason-place = جگہ
desk-reason-contact = نمبر یا پتا
desk-reason-other_person = کسی اور کے بارے میں
desk-reason-health = صحت
desk-reason-danger = کسی کو خطرے میں ڈال سکتا ہے
desk-replacement = ان کی جگہ الفاظ، اگر ہوں
desk-replacement-hint = مثلاً: ایک قصبہ۔ نظر آتا ہے کہ یہ بعد میں لکھے گئے۔
desk-redact-do = الفاظ اور آواز سے ہٹائیں
desk-rescued = آپ کے الفاظ محفوظ نہیں ہوئے
desk-rescued-means = آپ کے لکھتے ہوئے کہانی بدل گئی۔ اب وہ جیسی ہے ویسی دکھائی دے رہی ہے؛ آپ کا لکھا یہاں رکھا ہے تاکہ نقل کر سکیں۔
desk-rescued-done = جو چاہیے تھا لے لیا

desk-player = پلیئر
desk-play = چلائیں
desk-pause = روکیں
desk-back-3 = 3 سیکنڈ پیچھے
desk-on-3 = 3 سیکنڈ آگے
desk-speed = رفتار
desk-place-in-sound = آواز میں جگہ
desk-at-of = { $whole } میں سے { $at }
desk-which-sound = کون سی آواز
desk-sound-original = اصل
desk-sound-release = جیسے جاری ہو
desk-sound-failed = یہ آواز ابھی نہیں چل سکتی۔
desk-sound = آواز
desk-sound-shut = کچھ آواز چلائی نہیں جا سکتی
desk-sound-shut-kept = وہ ویسی ہی محفوظ ہے جیسی آئی تھی۔
desk-sound-shut-media-undecodable = { $count ->
    [one] 1 ریکارڈنگ کھل نہیں سکی۔ شاید وہ خراب ہو، یا ایسے طریقے سے بنی ہو جسے یہ سرور ابھی نہیں جانتا۔
   *[other] { $count } ریکارڈنگیں کھل نہیں سکیں۔ شاید وہ خراب ہوں، یا ایسے طریقے سے بنی ہوں جسے یہ سرور ابھی نہیں جانتا۔
}
desk-sound-shut-media-too-long = { $count ->
    [one] 1 ریکارڈنگ باہر رہ گئی، کیونکہ کہانی اس سے لمبی ہے جتنی یہ سرور لیتا ہے۔ جو سرور کی دیکھ بھال کرتا ہے وہ لمبی کہانیوں کی اجازت دے سکتا ہے۔
   *[other] { $count } ریکارڈنگیں باہر رہ گئیں، کیونکہ کہانی اس سے لمبی ہے جتنی یہ سرور لیتا ہے۔ جو سرور کی دیکھ بھال کرتا ہے وہ لمبی کہانیوں کی اجازت دے سکتا ہے۔
}
desk-sound-shut-media-encrypted = { $count ->
    [one] 1 ریکارڈنگ پر نقل سے بچاؤ کا تالا ہے۔
   *[other] { $count } ریکارڈنگوں پر نقل سے بچاؤ کا تالا ہے۔
}
desk-sound-shut-media-empty = { $count ->
    [one] 1 ریکارڈنگ میں کوئی آواز نہیں۔
   *[other] { $count } ریکارڈنگوں میں کوئی آواز نہیں۔
}
desk-sound-try = آواز دوبارہ آزمائیں
desk-sound-trying = آواز دوبارہ آزمائی جا رہی ہے۔ آپ یہ صفحہ چھوڑ سکتے ہیں۔
desk-sound-tried = { $when } دوبارہ آزمائی گئی۔ وہ اب بھی نہیں چلتی۔
desk-sound-opened = آواز اب چل سکتی ہے۔
desk-sound-worked-on = کسی نے الفاظ پر کام کیا ہے، اور لوٹ آنے والی آواز انہیں اپنی جگہ سے ہٹا دے گی۔ دوبارہ آزمانے کے لیے پہلے ہٹائے گئے حصے اور اقتباس واپس لیں۔ درست کیا ہوا متن ویسا ہی رہتا ہے۔

desk-title = عنوان
desk-summary = خلاصہ
desk-themes = موضوع
desk-tags = ٹیگ
desk-content-warnings = مواد کی تنبیہیں
desk-with-commas = درمیان میں کوما لگائیں۔
desk-place-exact = ٹھیک جگہ
desk-place-area = آس پاس کا علاقہ
desk-place-shown = جو جگہ دکھائی جائے
desk-place-none-shown = کوئی جگہ نہیں
desk-place-area-shown = صرف علاقہ
desk-place-exact-shown = ٹھیک جگہ
desk-date-shown = جو تاریخ دکھائی جائے
desk-date-year = صرف سال
desk-date-month = مہینہ اور سال
desk-date-exact = ٹھیک دن
desk-save-details = تفصیل محفوظ کریں
desk-saved = محفوظ ہو گیا

desk-consent-only-less = کسی کی اجازت یہاں کم ہو سکتی ہے، زیادہ کبھی نہیں۔ زیادہ کے لیے کہانی والا چاہیے۔
desk-role-storyteller = کہانی والا
desk-role-interviewer = سوال کرنے والا
desk-role-supporter = ساتھ دینے والا
desk-basis-adult = خود جواب دیا
desk-basis-child_competent = کم عمر نے خود جواب دیا
desk-basis-guardian = سرپرست نے بھی جواب دیا
desk-basis-supported = مدد کے ساتھ جواب دیا
desk-basis-deceased_next_of_kin = قریبی رشتہ دار نے جواب دیا
desk-form-active = موجودہ فارم
desk-form-retired-in-grace = پرانا فارم، اب بھی درست
desk-form-retired = فارم اب درست نہیں
desk-form-untranslated = فارم کا ترجمہ نہیں ہوا
desk-form-draft = فارم تیار نہیں
desk-form-altered = فارم وہ نہیں جس پر رضامندی ہوئی تھی
desk-voice-withdrawn = اس شخص نے اپنا حصہ واپس لے لیا۔
desk-choice-given = ہاں
desk-choice-refused = نہیں
desk-purpose-hold-and-transcribe = کہانی رکھنا اور لکھنا
desk-purpose-project-team = منصوبے کی ٹیم سن سکتی ہے
desk-purpose-research = محققین
desk-purpose-public-words = سب لوگ الفاظ پڑھ سکتے ہیں
desk-purpose-public-voice = سب لوگ آواز سن سکتے ہیں
desk-purpose-quote-only = صرف اقتباس
desk-purpose-recontact = ہم دوبارہ پوچھ سکتے ہیں
desk-purpose-community-archive = برادری کا ذخیرہ
desk-purpose-machine-training = مشینوں کی تربیت
desk-purpose-share-partner = شریک ادارے: { $partner }
desk-facet-form-words = صرف الفاظ
desk-facet-form-voice = الفاظ اور آواز
desk-facet-name-real = نام کے ساتھ
desk-facet-name-pseudonym = کسی اور نام سے
desk-facet-name-none = بغیر نام
desk-facet-reuse-view = پڑھنے اور سننے کے لیے
desk-facet-reuse-quote = اقتباس ہو سکتا ہے
desk-facet-reuse-remix = اس پر کام ہو سکتا ہے
desk-facet-place-exact = ٹھیک جگہ
desk-facet-place-area = صرف علاقہ
desk-facet-place-none = کوئی جگہ نہیں
desk-facet-date-exact = ٹھیک دن
desk-facet-date-month = مہینہ
desk-facet-date-year = سال
desk-facet-form = الفاظ یا آواز
desk-facet-name = نام
desk-facet-reuse = اس کا کیا ہو سکتا ہے
desk-facet-place = جگہ
desk-facet-date = تاریخ
desk-choose = ایک چنیں
desk-voice-number = { $role }، آواز { $place }
desk-voice-hidden = چھپی ہوئی: اس میں سے کچھ باہر نہیں جاتا۔
desk-voice-not-before = { $when } سے پہلے کچھ باہر نہیں جاتا۔
desk-voice-undo-until = ان کا کوڈ اسے { $when } تک واپس لا سکتا ہے۔
desk-voice-objects = انہوں نے اپنے کوڈ سے بتایا: ان کے سرپرست اسے نہیں بدلوا سکتے۔
desk-voice-overdue = پلٹنے کے دن ختم ہو گئے۔ جب تک یہ آواز اس میں ہے کہانی سب کے لیے بند رہتی ہے۔
desk-for-them = جب وہ آپ سے کہیں
desk-narrow = اجازت کم کریں
desk-narrow-title = اجازت کم کریں، کیونکہ انہوں نے کہا
desk-narrow-means = یہاں صرف کم کرنے والی بات چنی جا سکتی ہے۔ فوراً لاگو ہوتی ہے، اور ان کا اپنا صفحہ بتاتا ہے کہ کس نے کہا۔
desk-narrow-nothing = کم کرنے کو کچھ باقی نہیں۔
desk-narrow-stop = یہ استعمال روکیں
desk-narrow-do = ابھی کم کریں
desk-hide = ابھی چھپائیں
desk-hide-title = فوراً چھپائیں
desk-hide-means = اس کے لیے جس کا کوڈ کھو گیا یا جو ڈرتا ہے۔ کہانی میں سے اب کچھ باہر نہیں جاتا؛ وہ محفوظ رہتی ہے۔ صرف کہانی والا اپنے کوڈ اور ایک اور قدم سے اسے دوبارہ دکھا سکتا ہے۔
desk-hide-do = ان کے لیے چھپائیں
desk-withdraw = واپس لیں
desk-withdraw-title = اس شخص نے جو دیا سب واپس لیں
desk-withdraw-means = یہ سب کے لیے فوراً رک جاتی ہے اور شراکت داروں کو بتایا جاتا ہے۔ پلٹنے کے دن ختم ہوں تو ضائع کر دی جاتی ہے؛ جو کہانی کبھی پوری نہ پہنچی وہ فوراً ضائع ہوتی ہے۔ اس سے پہلے ان کا کوڈ اسے واپس لا سکتا ہے، اور وہ سرپرست بھی جنہوں نے یہ کہا تھا۔ ٹیم میں سے اور کوئی نہیں۔
desk-withdraw-of-several = اوروں نے بھی اسے سنایا: جب تک یہ آواز اس میں ہے کہانی سب کے لیے بند ہو جاتی ہے۔ کسی اور کے الفاظ ضائع نہیں ہوتے۔
desk-withdraw-do = ان کے لیے واپس لیں
desk-undo = سرپرست کے لیے واپس لائیں
desk-undo-title = جو سرپرست نے واپس لیا تھا اسے لوٹائیں
desk-undo-means = فیصلے ویسے ہی لوٹ آتے ہیں۔ جب تک یہاں کوئی دوبارہ منظور نہ کرے کچھ شیئر نہیں ہوتا۔ اس طرح صرف وہی لوٹتا ہے جو سرپرست نے کہا تھا؛ جو بچے نے واپس لیا وہ بچہ ہی لوٹاتا ہے۔
desk-undo-do = ابھی واپس لائیں
desk-asked-by = کس نے کہا؟
desk-asked-by-speaker = خود اس شخص نے
desk-asked-by-guardian = ان کے سرپرست نے
desk-asked-by-next_of_kin = ان کے گھر والوں نے، وفات کے بعد یا جب وہ خود فیصلہ نہ کر سکیں
desk-asked-by-community_authority = جو ان کی برادری کی طرف سے بولتا ہے
desk-asked-why = کیوں؟
desk-asked-hint = یہ اجازت کے ساتھ رکھا جاتا ہے اور بعد میں بدلا نہیں جا سکتا۔
desk-asked-objects = سرپرست نہیں: بچے نے ہمیں بتایا کہ وہ نہیں چاہتا کہ اس کی جگہ کچھ بدلا جائے۔ بچے سے بات کریں۔ جو خطرے میں ہو اس کے لیے روک لگائیں۔
desk-asked-why-none_given = وجہ نہیں بتائی، اور ضرورت بھی نہیں
desk-asked-why-changed_mind = ارادہ بدل گیا
desk-asked-why-afraid = انہیں ڈر ہے کہ کچھ ہو نہ جائے
desk-asked-why-wrong_answer = ان کا مطلب یہ نہیں تھا
desk-asked-why-lost_code = ان کا کوڈ کھو گیا
desk-asked-why-died = ان کی وفات ہو گئی
desk-asked-why-cannot_decide = وہ اب خود فیصلہ نہیں کر سکتے
desk-window = ان کے ساتھ 30 منٹ کے لیے کھولیں
desk-window-title = ان کے ساتھ 30 منٹ کے لیے کھولیں
desk-window-means = آدھے گھنٹے کے لیے صرف ان کا کوڈ وہ سب کھولتا ہے جس کے لیے پن چاہیے: وہ اپنی کہانی پڑھ اور سن سکتے ہیں، بتا سکتے ہیں کہ شیئر ہو یا نہیں، اور زیادہ اجازت دے سکتے ہیں۔ آپ کو یہاں اس میں سے کچھ نظر نہیں آتا۔ یہ خود بند ہو جاتا ہے۔
desk-window-in-person = میں اس شخص کے ساتھ ہوں اور جانتا ہوں کہ وہ کون ہے۔
desk-window-do = 30 منٹ کے لیے کھولیں
desk-window-lent = { $when } تک صرف ان کا کوڈ ان کی کہانی کھولتا ہے۔
desk-window-close = ابھی بند کریں
desk-window-own-step = ان کا اپنا پن ہے، یا انہوں نے چنا کہ صرف کوڈ کافی ہے۔ یہ تب کے لیے ہے جب پن بھول جائیں۔
desk-window-no-step = انہوں نے پن نہیں چنا۔ آپ کے بغیر وہ اسے روک اور واپس لے سکتے ہیں، مگر پڑھ نہیں سکتے اور شیئر کرنے کو ہاں نہیں کہہ سکتے۔
desk-gone = واپس لی گئی آواز ابھی ایک کہانی میں ہے
desk-gone-mean = اس کے پلٹنے کے دن ختم ہو گئے۔ جب تک یہ ان کہانیوں میں ہے کوئی انہیں پڑھ یا سن نہیں سکتا۔ کہانی کھول کر وہ آواز نکالیں: دوسروں نے جو کہا وہ رہتا ہے۔ اگر وہ بھی اپنا واپس لیں تو سب ضائع کر دیا جاتا ہے۔
desk-gone-story = آواز { $place } کو اس کی کہانی سے نکالیں
desk-deeds = کسی کے کہنے پر کیا گیا
desk-deed-narrowed = کم کیا گیا
desk-deed-withdrawn = واپس لیا گیا
desk-deed-embargoed = چھپایا گیا
desk-deed-undone = واپس لایا گیا
desk-as-a-result = اس کا نتیجہ
desk-will-get = جنہیں ملے گی
desk-will-not-get = جنہیں نہیں ملے گی
desk-nobody-yet = ابھی کوئی نہیں۔

desk-as-it-leaves = جیسے باہر جائے گی
desk-by-ear = کان سے
desk-proof = پروف
desk-proof-means-text = پہلے پروف بنائیں: بالکل وہی باہر جائے گا۔
desk-proof-means = بغیر سنے کچھ باہر نہیں جاتا۔ پروف بنائیں، پھر ہر وہ جگہ سنیں جہاں کچھ ہٹایا گیا۔
desk-proof-make = پروف بنائیں
desk-proof-again = دوبارہ بنائیں
desk-proof-rendering = پروف بن رہا ہے…
desk-proof-failed = پروف نہیں بن سکا۔
desk-heard-count = { $all } میں سے { $heard } سنے گئے۔
desk-heard = سنا گیا
desk-not-heard = ابھی نہیں
desk-listen-at = { $at } پر سنیں
desk-listen-to-all = پوری سنیں
desk-why-redaction = کچھ ہٹایا گیا
desk-why-flag = مشین کو یقین نہیں تھا
desk-why-quote = ایک اقتباس ان الفاظ پر ہے جو شاید مشین نے خود بنائے ہوں
desk-why-sound = آواز باہر جاتی ہے: پوری سنیں
desk-nothing-to-hear = کوئی ایسی جگہ نہیں جسے سننا لازم ہو۔
desk-proof-old = یہ پروف بننے کے بعد کہانی بدل گئی۔
desk-who-gets-it = کسے ملے گی
desk-standing-edition = اس وقت باہر
desk-edition-since = اشاعت { $version }، { $since }
desk-edition-with = ان کے پاس: { $names }
desk-decision = آپ کا فیصلہ
desk-in-the-way = کیا رکاوٹ ہے
desk-obstacle-consent-missing = جس کی آواز اس میں ہے اس نے اسے کسی کو دینے کی اجازت نہیں دی۔
desk-obstacle-consent-form-retired = جس فارم پر اجازت ملی تھی وہ اب نہیں چلتا۔ نئے فارم پر دوبارہ پوچھیں۔
desk-obstacle-guardian-required = اس کہانی میں ایک بچے کے سرپرست کی ہاں نہیں ملی۔
desk-obstacle-consent-insufficient = سنانے والے نے اسے چھپایا ہے یا رکھنے نہیں دیتا، یا اس میں موجود لوگوں نے الگ الگ استعمال کی اجازت دی۔
desk-obstacle-on-hold = حفاظت کی ایک تشویش کھلی ہے۔
desk-obstacle-redaction-unplaced = ایک حذف کے الفاظ اب نہیں رہے۔ اسے ہٹائیں اور دوبارہ حذف کریں۔
desk-obstacle-proof-missing = کہانی جیسی اب ہے اس کا پروف کسی نے نہیں بنایا۔
desk-obstacle-proof-failed = آواز تیار نہ ہو سکی۔ پروف دوبارہ بنائیں۔
desk-obstacle-proof-not-ready = پروف ابھی بن رہا ہے۔
desk-obstacle-unheard-redaction = جہاں کچھ ہٹایا گیا وہ ہر جگہ کسی کو سننی ہے۔
desk-obstacle-unheard-flag = جہاں مشین کو شک تھا وہ ہر جگہ کسی کو سننی ہے۔
desk-obstacle-unheard-quote = ایک اقتباس ان الفاظ پر ہے جو شاید مشین نے خود بنائے ہوں: کسی کو انہیں سننا ہے۔
desk-obstacle-unheard-sound = آواز باہر جائے گی: کسی کو پورا پروف ایک بار سننا ہے۔
desk-obstacle-sign-off-missing = سنانے والا بانٹنے سے پہلے اسے دیکھنا چاہتا ہے۔
desk-note-to-teller = کہانی والے کے لیے نوٹ
desk-note-is-read = وہ اسے اپنے صفحے پر پڑھتے ہیں۔
desk-share-with = { $count ->
    [0] منظور کریں؛ ابھی کسی شریک کو نہیں ملے گی
    [one] 1 شریک ادارے کے ساتھ شیئر کریں
   *[other] { $count } شریک اداروں کے ساتھ شیئر کریں
}
desk-ask-teller = کہانی والے سے پوچھیں
desk-decline = شیئر نہ کریں
desk-reopen = دوبارہ کھولیں
desk-unpublish = شیئر کرنا بند کریں
desk-unpublish-means = { $names } اس لمحے سے اسے پڑھ یا سن نہیں سکتے۔ جو نقلیں وہ بنا چکے، وہ ہم صرف مانگ سکتے ہیں۔
desk-unpublish-nobody = اس لمحے سے کسی کو نہیں ملے گی۔
desk-unpublish-do = ابھی شیئر کرنا بند کریں
desk-decided-awaiting_recording = آواز ابھی پوری نہیں پہنچی۔
desk-decided-received = ابھی لکھی جانی ہے۔
desk-decided-transcribing = ابھی لکھی جا رہی ہے۔
desk-decided-awaiting_sign_off = کہانی والے سے پوچھا گیا ہے۔ خاموشی سے کچھ شیئر نہیں ہوتا۔
desk-decided-approved = یہ کہانی یہاں دکھائی گئی صورت میں شیئر ہے۔
desk-decided-declined = یہ کہانی شیئر نہیں۔
desk-decided-withdrawn = کہانی والے نے یہ کہانی واپس لے لی۔

desk-invites-title = رپورٹروں کو بلائیں
desk-invites-mean = ایک دعوت نامہ پورے کمرے کے لیے کافی ہے: ہر کوئی اپنے فون سے کھولتا ہے۔ نہ اکاؤنٹ، نہ ای میل۔
desk-invite = دعوت نامہ
desk-invite-qr = فون کا کیمرا دکھانے کا کوڈ
desk-invite-scan = فون کا کیمرا کوڈ پر کریں، یا لنک کھولیں۔
desk-make-invite = دعوت نامہ بنائیں
desk-copy-link = لنک نقل کریں
desk-copied = نقل ہو گیا
desk-print = چھاپیں
desk-project = منصوبہ
desk-until = { $when } تک چلے گا۔

desk-did-story-declared = سنائی گئی اور بتائی گئی
desk-did-story-received = پوری پہنچ گئی
desk-did-transcription-started = لکھنا شروع ہوا
desk-did-story-in-review = دیکھنے کے لیے تیار
desk-did-sign-off-asked = کہانی والے سے پوچھا گیا
desk-did-change-asked = کہانی والے نے تبدیلی مانگی
desk-did-story-approved = منظور ہوئی
desk-did-story-declined = شیئر نہیں ہوئی
desk-did-story-reopened = دوبارہ کھولی گئی
desk-did-story-withdrawn = واپس لے لی گئی
desk-did-story-restored = کہانی والا اسے واپس لایا
desk-did-consent-changed = جس کی اجازت ہے وہ بدلا
desk-did-saw-voices = دیکھا کہ اس میں کون ہے اور کس کی اجازت ہے
desk-did-window-opened = کہانی والے کے ساتھ 30 منٹ کے لیے کھولی گئی
desk-did-window-closed = اس کے بعد دوبارہ بند کی گئی
desk-did-proof-asked = پروف مانگا گیا
desk-did-edition-released = ایک اشاعت باہر گئی
desk-did-concern-raised = تشویش بتائی گئی
desk-did-concern-closed = تشویش بند ہوئی
desk-did-claimed = ہاتھ میں لی گئی
desk-did-left = واپس رکھی گئی
desk-did-receipt-opened = کہانی والا دیکھنے آیا
desk-did-read-story = میز پر پڑھی گئی
desk-did-heard-original = اصل سنی گئی
desk-did-heard-release = پروف سنا گیا
desk-did-heard-proof = پروف کا حصہ سنا گیا
desk-did-consent-given = رضامندی دی گئی
desk-did-consent-narrowed = رضامندی کم کی گئی
desk-did-consent-withdrawn = رضامندی واپس لی گئی
desk-did-consent-undone = رضامندی بحال ہوئی

desk-answers = جوابات
desk-answers-title = شراکت داروں نے کیا جواب دیا
desk-answers-mean = کہانی والے سے پہلے آپ پڑھیں۔ جو آپ دکھائیں وہ تب سے ان کے اپنے صفحے پر رہتا ہے؛ جو آپ روکیں وہ ان تک کبھی نہیں پہنچتا۔
desk-answers-which = کون سے جوابات
desk-answers-new = نئے
desk-answers-shown = دکھائے گئے
desk-answers-kept_back = روکے گئے
desk-answers-none-new = کوئی نیا جواب نہیں۔
desk-answers-none-shown = ابھی تک کوئی نہیں دکھایا گیا۔
desk-answers-none-kept_back = کوئی نہیں روکا گیا۔
desk-answer-heard = { $partner } نے سنا
desk-answer-acting = { $partner } کچھ کر رہے ہیں
desk-answer-changed = { $partner } نے کچھ بدلا
desk-answer-cannot = { $partner } نہیں کر سکتے، اور وجہ بتاتے ہیں
desk-answers-story = کہانی کھولیں
desk-answers-show = کہانی والے کو دکھائیں
desk-answers-keep-back = روک لیں
desk-answers-done-show = کہانی والا اب اسے پڑھ سکتا ہے۔
desk-answers-done-keep-back = یہ کہانی والے تک نہیں پہنچتا۔
desk-answers-more = ان کے بعد اور بھی ہیں۔ کچھ کا فیصلہ کریں، پھر صفحہ دوبارہ کھولیں۔

desk-spoken = بولے ہوئے الفاظ
desk-spoken-title = ہر سوال سنا جا سکے
desk-spoken-mean = آپ یہاں جو ریکارڈ کریں وہ پروجیکٹ کے ہر فون پر پہنچتا ہے اور نیٹ ورک کے بغیر سنائی دیتا ہے۔ لوگ اسکرین کے اوپر اسپیکر دباتے ہیں۔
desk-spoken-language = جس زبان میں آپ بولیں
desk-spoken-prompt = کہانی کے لیے سوال
desk-spoken-card = شروع کرنے سے پہلے
desk-spoken-question = جس کی آپ اجازت مانگتے ہیں
desk-spoken-word = ایپ کے الفاظ
desk-spoken-so-far = { $all } میں سے { $count } ریکارڈ ہوئے
desk-spoken-record = ریکارڈ کریں
desk-spoken-again = دوبارہ ریکارڈ کریں
desk-spoken-stop = روکیں
desk-spoken-file = آواز کی فائل چنیں
desk-spoken-keep = یہ ریکارڈنگ رکھیں
desk-spoken-listen = اسے سنیں
desk-spoken-take-off = فونوں سے ہٹا دیں
desk-spoken-take-off-yes = ہاں، ہٹا دیں
desk-spoken-take-off-means = پھر یہ فارم یہاں آواز کے بغیر رہے گا۔ فارم کے نئے ورژن میں آواز ہو سکتی ہے۔
desk-spoken-for-good = رکھنے سے پہلے سن لیں۔ یہ اس کا حصہ بن جاتی ہے جس پر لوگ راضی ہوئے، اس لیے بعد میں ہٹائی جا سکتی ہے مگر بدلی نہیں جا سکتی۔
desk-spoken-microphone = یہ صفحہ مائیکروفون استعمال نہیں کر سکتا۔ پتے کے ساتھ اجازت دیں یا آواز کی فائل چنیں۔
desk-spoken-too-large = یہ آواز بہت بڑی ہے
desk-spoken-too-large-means = حد 700 کلو بائٹ ہے، یعنی تقریباً تین منٹ کی بات۔ یہاں ریکارڈ کریں یا اسے چھوٹا کریں۔
desk-spoken-state-none = ابھی ریکارڈ نہیں ہوا
desk-spoken-state-preparing = فونوں کے لیے تیار ہو رہا ہے
desk-spoken-state-ready = ہر فون کی طرف روانہ
desk-spoken-state-refused = یہ چل نہیں سکا۔ دوبارہ ریکارڈ کریں۔
desk-spoken-state-taken_off = ہٹا دیا گیا۔ یہ فارم یہاں آواز کے بغیر رہتا ہے۔

desk-register = رجسٹر
desk-register-title = رضامندیوں کا رجسٹر
desk-register-parts = رجسٹر کے حصے
desk-register-records = رضامندیاں
desk-register-unconfirmed = تصدیق نہیں ہوئی
desk-register-audit = کس نے کیا کیا
desk-register-mean = ہر وہ شخص جس نے کہانی سنائی، اور وہ اب کیا اجازت دیتا ہے۔ ان کے الفاظ اور نام یہاں نہیں ہیں۔
desk-register-filters = صرف یہ دکھائیں
desk-register-state = موجودہ حال
desk-register-allows = اجازت دیتی ہے
desk-register-form = فارم
desk-register-version = نسخہ { $version }
desk-register-version-of = { $project }، نسخہ { $version }
desk-register-ends-before = اس سے پہلے ختم
desk-register-number = رسید پر لکھا نمبر
desk-register-no-number = یہ رسید کا نمبر نہیں ہے۔ وہ ایسا ہوتا ہے: 0b6f2f6e-8c0c-4b1e-9d0a-70fcbe27f3b6۔
desk-register-csv = جدول کے طور پر محفوظ کریں (CSV)
desk-register-clear = سب دکھائیں
desk-register-looking = دیکھ رہے ہیں…
desk-register-none = کوئی رضامندی نہیں ملی۔
desk-register-none-yet = ابھی تک کوئی نہیں۔ اور دیکھنا باقی ہے۔
desk-register-who = کون، اور کب
desk-register-given-on = { $role }، { $when }
desk-register-lets-out = کس کو دینے کی اجازت
desk-register-nothing = باہر کسی کو نہیں
desk-register-ends = ختم
desk-register-no-end = کوئی تاریخ نہیں
desk-register-held-by = کس کے پاس ہے
desk-register-nobody = کوئی نہیں
desk-register-back = رجسٹر پر واپس
desk-register-how = کیسے دی گئی
desk-register-given = دی گئی
desk-register-signed-on = کاغذ پر دستخط
desk-register-method = طریقہ
desk-register-basis = جواب کس نے دیا
desk-register-controller = کہانی کس کے پاس محفوظ ہے
desk-register-undo-until = واپس لائی جا سکتی ہے، اس وقت تک
desk-register-not-before = اس سے پہلے کچھ باہر نہیں جاتا
desk-register-clock-doubtful = فون کی گھڑی پر { $when } تھا، جو درست نہیں ہو سکتا۔ ہمارا وقت مانا جاتا ہے۔
desk-register-answers = کیا جواب دیا گیا
desk-register-until = { $when } تک
desk-register-since = تب سے ہر بات
desk-register-receipt = رسید
desk-register-unbroken = ہر بات پچھلی سے جڑی ہے۔ کچھ نہیں بدلا گیا۔
desk-register-broken = یہ باتیں اب آپس میں نہیں جڑتیں۔ کسی نے انہیں بدلا ہے۔ سرور سنبھالنے والے کو بتائیں۔
desk-register-who-did-what = اس کے ساتھ کس نے کیا کیا
desk-register-open-story = کہانی کھولیں
desk-state-given = دی ہوئی
desk-state-narrowed = کم کی گئی
desk-state-embargoed = ابھی نہیں
desk-state-hidden = چھپی ہوئی
desk-state-expired = ختم
desk-state-invalid = درست نہیں
desk-state-undo = واپس لی گئی، پلٹ سکتی ہے
desk-state-withdrawn = واپس لی گئی
desk-method-tick = فون پر نشان لگا کر
desk-method-sign = دستخط سے
desk-method-witnessed = گواہ کے سامنے
desk-method-written = کاغذ پر لکھ کر
desk-method-spoken = زبانی
desk-party-guardian = سرپرست
desk-party-witness = گواہ
desk-party-interpreter = ترجمان
desk-party-community_authority = برادری کی طرف سے
desk-party-person_mentioned = جس کا ذکر ہوا
desk-event-given = دی گئی
desk-event-refused = انکار ہوا
desk-event-narrowed = کم کی گئی
desk-event-widened = بڑھائی گئی
desk-event-embargoed = ایک دن تک روکی گئی
desk-event-hidden = چھپائی گئی
desk-event-withdrawn = واپس لی گئی
desk-event-undone = واپس لائی گئی
desk-event-expired = ختم ہوئی
desk-event-invalidated = اب درست نہیں
desk-event-reconfirmed = دوبارہ تصدیق ہوئی
desk-event-requested = مانگی گئی
desk-by-reporter_receipt = خود اس شخص نے
desk-by-guardian = سرپرست نے
desk-by-facilitator = ڈیسک پر، ان کے کہنے سے
desk-by-safeguarding = حفاظت کے لیے
desk-by-system = خود بخود
desk-holder-has = { $since } سے اس کے پاس
desk-holder-had = { $since } سے { $until } تک اس کے پاس تھی
desk-holder-read = کھولی
desk-holder-not-read = کبھی نہیں کھولی
desk-holder-confirmed = { $when } کو تصدیق کی کہ ہٹا دی گئی۔
desk-holder-silent = ہٹانے کی تصدیق نہیں کی۔
desk-holder-nobody = کسی کے پاس نہیں، اور نہ تھی۔
desk-silent-mean = ان شراکت داروں کو ان کی فہرست میں بتایا گیا کہ کہانی واپس لی گئی، مگر انہوں نے ہٹانے کی تصدیق نہیں کی۔ 1، 7 اور 30 دن بعد ہر ایک پر یہاں دیر کا نشان لگتا ہے۔ ان سے خود پوچھیں: ایک فون کال دوسرے پیغام سے بہتر ہے۔
desk-silent-told = { $when } کو بتایا گیا۔
desk-silent-agreement-ended = ان سے معاہدہ ختم ہو چکا ہے۔
desk-silent-not-chased = ابھی دیر نہیں ہوئی۔
desk-silent-consent = وہ رضامندی جس پر یہ تھی
desk-silent-consent-of = آواز { $place } کی رضامندی
desk-silent-erased = کہانی یہاں مٹا دی گئی ہے۔
desk-silent-none = سب شراکت داروں نے تصدیق کر دی۔
desk-audit-mean = ہر کام پچھلے سے بندھا ہے، اس لیے کچھ چھپ کر بدلا یا نکالا نہیں جا سکتا۔
desk-audit-when = کب
desk-audit-deed = کیا کیا گیا
desk-audit-who = کون
desk-audit-what = کس چیز پر
desk-audit-record = ایک رضامندی
desk-audit-story = ایک کہانی
desk-audit-other = کچھ اور
desk-audit-about-one = صرف ایک کہانی یا رضامندی کے بارے میں۔
desk-audit-about-all = سب کہانیاں دکھائیں
desk-audit-none = ایسا کچھ نہیں ہوا۔
desk-audit-verify = جانچیں کہ کچھ بدلا نہیں گیا
desk-audit-broken = کچھ بدلا یا نکالا گیا ہے۔ سرور سنبھالنے والے کو بتائیں، اس پر کچھ نہ لکھیں۔
desk-actor-staff = ڈیسک پر کوئی
desk-actor-partner = ایک شراکت دار
desk-actor-phone = کہانی جمع کرنے والے کا فون
desk-actor-storyteller = کہانی والا
desk-actor-house = خود Heardwell
desk-told-released = شراکت دار کو دی گئی
desk-told-updated = شراکت دار کو تبدیلی بتائی گئی
desk-told-withdrawn = شراکت دار سے ہٹانے کو کہا گیا
desk-bundle = اس شخص کی معلومات نکالیں
desk-bundle-title = اس شخص کے بارے میں ہمارے پاس جو کچھ ہے
desk-bundle-means = ایک فائل: ان کی رضامندی اور دستخط شدہ رسیدیں، ان کے اپنے الفاظ اور آواز، کس کو ملی، کیا جواب آیا، اور کس نے دیکھا۔
desk-bundle-not = اس میں کسی اور کے الفاظ یا آواز نہیں۔ کہانی واپس لی گئی ہو، یا ٹیم کو کھولنے کی اجازت نہ ہو، تو الفاظ اور آواز شامل نہیں ہوتے۔
desk-bundle-sure = اس شخص نے مانگا ہے، اور مجھے یقین ہے کہ یہ وہی ہے۔
desk-bundle-do = فائل محفوظ کریں
desk-bundle-taken = لکھ لیا گیا ہے کہ آپ نے یہ لی۔ کسی اور کو نہ دیں۔
desk-did-consent-widened = رضامندی بڑھائی گئی
desk-did-consent-embargoed = رضامندی روکی یا چھپائی گئی
desk-did-story-erased = مٹا دی گئی
desk-did-revised = الفاظ درست کیے گئے
desk-did-redacted = کچھ ہٹایا گیا
desk-did-unredacted = ہٹائی ہوئی چیز واپس رکھی گئی
desk-did-quoted = اقتباس پر نشان لگا
desk-did-unquoted = اقتباس کا نشان ہٹا
desk-did-described = تفصیلات لکھی گئیں
desk-did-sound-ready = آواز سننے کے لیے تیار ہوئی
desk-did-sound-shut = کچھ آواز کھل نہیں سکی
desk-did-sound-tried-again = آواز دوبارہ آزمانے کو کہا گیا
desk-did-left-message = کہانی والے نے پیغام چھوڑا
desk-did-left-harm = کہانی والے نے نقصان کی خبر دی
desk-did-listed-stories = شراکت دار نے اپنی کہانیاں دیکھیں
desk-did-partner-read-story = شراکت دار نے پڑھی
desk-did-partner-read-audio = شراکت دار نے سنی
desk-did-partner-responded = شراکت دار نے جواب دیا
desk-did-partner-created = شراکت دار شامل ہوا
desk-did-key-revoked = شراکت دار کی چابی ختم کی گئی
desk-did-invite-created = دعوت نامہ بنایا گیا
desk-did-device-left = ایک فون منصوبے سے نکلا
desk-did-read-own-story = کہانی والے نے اپنی کہانی پڑھی
desk-did-heard-own-story = کہانی والے نے اپنی کہانی سنی
desk-did-transcription-wanted = لکھے جانے کا انتظار
desk-did-upload-completed = ایک ریکارڈنگ آئی
desk-did-upload-assembled = ریکارڈنگ جوڑی گئی
desk-did-upload-released = ریکارڈنگ چھوڑ دی گئی
desk-did-release-erased = شراکت دار کے پاس جو تھا، یہاں بھلا دیا گیا
desk-did-spoken-kept = بولا ہوا جملہ ریکارڈ ہوا
desk-did-spoken-taken-off = بولا ہوا جملہ ہٹایا گیا
desk-did-tombstone-chased = شراکت دار کی تصدیق میں دیر
desk-did-read-register = رجسٹر پڑھا گیا
desk-did-read-consent-record = ایک رضامندی پڑھی گئی
desk-did-exported-register = رجسٹر جدول کے طور پر محفوظ ہوا
desk-did-exported-person = ایک شخص کی معلومات نکالی گئیں
desk-did-read-audit = یہ فہرست پڑھی گئی
desk-did-verified-audit = جانچا گیا کہ کچھ نہیں بدلا
desk-register-shown = { $count ->
    [one] 1 رضامندی دکھائی گئی
   *[other] { $count } رضامندیاں دکھائی گئیں
}
desk-silent-days = { $days ->
    [0] آج
    [one] 1 دن
   *[other] { $days } دن
}
desk-silent-chased = { $stage ->
    [1] دیر: 1 دن بعد بھی جواب نہیں۔ { $when } کو لکھا گیا۔
   *[other] دیر: { $stage } دن بعد بھی جواب نہیں۔ { $when } کو لکھا گیا۔
}
desk-audit-stands = { $count ->
    [one] 1 کام ویسا ہی ہے جیسا لکھا گیا تھا۔
   *[other] سب { $count } کام ویسے ہی ہیں جیسے لکھے گئے تھے۔
}

desk-forms = رضامندی فارم
desk-forms-title = لوگوں سے کیا پوچھا جاتا ہے
desk-forms-mean = کوئی کہانی سنانے سے پہلے فون یہ دکھاتے ہیں اور ہر سوال الگ پوچھتے ہیں۔ جس نسخے کا جواب دیا جا سکتا ہے وہ کبھی نہیں بدلتا۔ آپ جو بدلیں وہ نیا نسخہ بنتا ہے، اور پرانی کہانیاں اپنے نسخے پر رہتی ہیں۔
desk-forms-all = تمام نسخے
desk-forms-begin = نیا نسخہ شروع کریں
desk-forms-go-on = لکھنا جاری رکھیں
desk-forms-look = اسے دیکھیں
desk-forms-version = نسخہ { $version }
desk-forms-standing-draft = مسودہ
desk-forms-standing-current = فون اسی سے پوچھتے ہیں
desk-forms-standing-earlier = پرانی کہانیاں اس پر قائم ہیں
desk-forms-standing-retired = بند
desk-forms-since = { $when } سے استعمال میں۔
desk-forms-begun = { $when } کو شروع ہوا۔
desk-forms-grace = اس پر سنائی گئی کہانیاں { $when } تک دی جا سکتی ہیں۔
desk-forms-grace-over = اس پر سنائی گئی کہانیاں اب کسی کو نہیں دی جاتیں۔
desk-forms-answered = { $count ->
    [0] ابھی کسی نے جواب نہیں دیا۔
    [one] 1 شخص نے جواب دیا۔
   *[other] { $count } لوگوں نے جواب دیا۔
}
desk-forms-altered = کسی نے Heardwell کے باہر سے یہ نسخہ بدل دیا۔ اس پر سنائی گئی کوئی چیز نہیں دی جاتی۔ سرور سنبھالنے والے کو بتائیں اور نیا نسخہ شائع کریں۔
desk-forms-stands-for-good = یہ نسخہ ہمیشہ ایسا ہی رہے گا۔ کچھ بدلنا ہو تو نیا نسخہ شروع کریں۔
desk-forms-fingerprint = نشان
desk-forms-parts = اس نسخے کو دیکھنے کے طریقے
desk-forms-write = لکھیں
desk-forms-preview = جیسے فون دکھاتا ہے
desk-forms-stays-out = اس زبان میں کچھ باقی ہے۔ فون اس کی جگہ { $source } میں پوچھتے ہیں۔
desk-forms-beside = { $source } کے ساتھ کی زبان
desk-forms-cards = شروع کرنے سے پہلے
desk-forms-card = کارڈ { $number }
desk-forms-add-card = کارڈ بڑھائیں
desk-forms-remove-card = کارڈ { $number } ہٹائیں
desk-forms-questions = آپ کن باتوں کی اجازت مانگتے ہیں
desk-forms-notes = مختصر، ریکارڈ کے لیے
desk-forms-terms = اس کے پیچھے کون ہے
desk-forms-piece-title = سرخی
desk-forms-piece-text = متن
desk-forms-piece-question = سوال
desk-forms-piece-limits = کب راز نہیں رہ سکتا
desk-forms-piece-note = شراکت دار کیا رکھتے ہیں
desk-forms-term-controller = کہانیاں کس کے پاس ہیں
desk-forms-term-contact = لوگ اُن سے کیسے بات کریں
desk-forms-term-jurisdiction = کس ملک کا قانون ہے
desk-forms-term-retention = کہانیاں کب تک رکھی جاتی ہیں
desk-forms-purpose-hold_and_transcribe = رکھنا اور لکھنا
desk-forms-purpose-project_team = ٹیم اسے کھولتی ہے
desk-forms-purpose-share_partner = { $who } کو دینا
desk-forms-purpose-research = تحقیق
desk-forms-purpose-public_words = سب کے لیے، لفظوں میں
desk-forms-purpose-public_voice = سب کے لیے، آواز کے ساتھ
desk-forms-purpose-quote_only = چھوٹے جملے
desk-forms-purpose-recontact = دوبارہ پوچھنا
desk-forms-purpose-community_archive = برادری کا محفوظ خانہ
desk-forms-purpose-machine_training = مشینوں کو سکھانا
desk-forms-recipients = کسے ملتی ہے
desk-forms-recipients-mean = سننے والوں کا گروہ یا شراکت داروں کے نام، کوما کے ساتھ۔ کسی اور کو نہیں ملتی۔
desk-forms-recipients-none = کم از کم ایک نام لکھیں، تاکہ لوگ جانیں کہ کسے ملتی ہے۔
desk-forms-expires = اتنے دن بعد خود ختم
desk-forms-expires-mean = خالی: جب تک وہ واپس نہ لیں۔
desk-forms-facets = ہاں کے بعد وہ کیا چن سکتے ہیں
desk-forms-facet-form = الفاظ یا آواز
desk-forms-facet-name = کون سا نام
desk-forms-facet-place = جگہ کتنی درست
desk-forms-facet-date = تاریخ کتنی درست
desk-forms-facet-reuse = دوسرے کیا کر سکتے ہیں
desk-forms-facet-licence = لائسنس
desk-forms-facet-audience = اُن میں سے کون
desk-forms-facet-embargo_until = کب سے
desk-forms-facet-expires_at = کب تک
desk-forms-remove-question = یہ سوال نہ پوچھیں
desk-forms-add-question = ایک اور سوال پوچھیں
desk-forms-share-with = کسی کو دینا
desk-forms-share-whom = گروہ یا شراکت دار
desk-forms-add = شامل کریں
desk-forms-missing = ابھی لکھنا باقی ہے
desk-forms-behind = { $source } میں یہ بدل گیا ہے۔ کیا یہ اب بھی وہی کہتا ہے؟
desk-forms-left = { $count ->
    [one] اس زبان میں 1 متن لکھنا باقی ہے۔
   *[other] اس زبان میں { $count } متن لکھنے باقی ہیں۔
}
desk-forms-age = { $age } سال کی عمر میں پڑھا جا سکتا ہے
desk-forms-age-high = { $age } سال کی عمر میں پڑھا جا سکتا ہے۔ چھوٹے لفظ اور جملے اسے { $oldest } تک لاتے ہیں۔
desk-forms-age-whole = پوری انگریزی { $age } سال کی عمر میں پڑھی جا سکتی ہے۔ { $oldest } یا کم اچھا ہے۔
desk-forms-stands-saved = محفوظ
desk-forms-stands-waiting = ابھی محفوظ نہیں
desk-forms-stands-saving = محفوظ ہو رہا ہے…
desk-forms-stands-refused = محفوظ نہیں ہوا
desk-forms-theirs = دوسرے کا لکھا دکھائیں
desk-forms-over = میرا لکھا رکھیں
desk-forms-review-none = برادری کی اپنی نظرثانی چاہیے
desk-forms-review-means = گھر میں { $language } بولنے والے کسی نے ابھی نہیں بتایا کہ یہ الفاظ ٹھیک ہیں۔ تب تک انہیں استعمال کیا جا سکتا ہے۔
desk-forms-review-say = برادری نے دیکھ لیا ہے
desk-forms-review-who = کس نے دیکھا
desk-forms-review-when = کب
desk-forms-review-do = ریکارڈ میں لکھیں
desk-forms-review-undo = یہ نشان ہٹائیں
desk-forms-reviewed = { $who } نے دیکھا، { $when }
desk-forms-publish = نسخہ { $version } شائع کریں
desk-forms-publish-in = فون ان زبانوں میں پوچھیں گے: { $languages }۔
desk-forms-publish-not-yet = { $source } میں ابھی کچھ باقی ہے۔ پہلے وہ لکھیں: جہاں کوئی زبان نہ ہو، فون اسی میں پوچھتے ہیں۔
desk-forms-publish-out = { $count ->
    [one] { $language } شامل نہیں: 1 متن لکھا نہیں گیا۔
   *[other] { $language } شامل نہیں: { $count } متن لکھے نہیں گئے۔
}
desk-forms-publish-behind = { $count ->
    [one] { $language } شاید پیچھے ہے: 1 متن ویسا ہی ہے۔
   *[other] { $language } شاید پیچھے ہے: { $count } متن ویسے ہی ہیں۔
}
desk-forms-publish-means = اس کے بعد کوئی اسے نہیں بدل سکتا۔ پرانی کہانیاں اپنے نسخے پر رہتی ہیں۔
desk-forms-drop = مسودہ پھینک دیں
desk-forms-drop-yes = ہاں، پھینک دیں
desk-forms-retire = نسخہ { $version } بند کریں
desk-forms-retire-means = اس نسخے پر جو سنایا گیا وہ آگے نہیں دیا جائے گا، جب تک لوگوں سے دوبارہ نہ پوچھا جائے۔ یہ واپس نہیں ہو سکتا۔
desk-forms-retire-days = تب تک کے دن
desk-forms-retire-days-mean = فون دیر تک نیٹ ورک کے بغیر رہ سکتے ہیں۔ 90 دن میں اُن کی کہانیاں پہنچ سکتی ہیں۔ 0 ابھی روک دیتا ہے۔

desk-cut = یہ آواز نکالیں
desk-cut-way-in = اس شخص نے جو کہا وہ ہمیشہ کے لیے نکالا جا سکتا ہے۔ دوسروں نے جو کہا وہ رہتا ہے، اور کہانی پھر میز پر آ جاتی ہے۔ پہلے پوری سننی ہوتی ہے۔
desk-cut-title = ایک آواز نکالیں
desk-cut-back = کہانی پر واپس
desk-cut-mean = { $names } نے اپنا حصہ واپس لیا اور پلٹنے کے دن ختم ہو گئے۔ سب سنیں اور ہر وہ جگہ نشان لگائیں جہاں وہ بولتے ہیں۔ جو نشان لگائیں اور جو سنیں وہ ساتھ ساتھ محفوظ ہوتا ہے: رک کر پھر آ سکتے ہیں۔
desk-cut-mean-text = { $names } نے اپنا حصہ واپس لیا اور پلٹنے کے دن ختم ہو گئے۔ سب پڑھیں اور ان کے ہر لفظ پر نشان لگائیں۔ جو نشان لگائیں وہ ساتھ ساتھ محفوظ ہوتا ہے: رک کر پھر آ سکتے ہیں۔
desk-cut-leave = ابھی واپس رکھ دیں
desk-cut-stands-saved = سب نشان محفوظ ہیں
desk-cut-stands-waiting = ابھی محفوظ نہیں
desk-cut-stands-saving = محفوظ ہو رہا ہے…
desk-cut-stands-refused = محفوظ نہیں ہوا۔ آپ کے نشان اس صفحے پر ہیں اور ہم پھر کوشش کر رہے ہیں۔ اسے کھلا رہنے دیں۔
desk-cut-lost = یہ کہانی آپ کے ہاتھ میں نہیں
desk-cut-lost-mean = ایک وقت میں ایک شخص اس پر کام کرتا ہے۔ آدھا گھنٹہ کام نہ ہو تو یہ پھر سب کے لیے کھل جاتی ہے۔
desk-cut-held-mean = ایک وقت میں ایک شخص اس پر کام کرتا ہے۔ آگے بڑھنے سے پہلے ان سے بات کریں۔
desk-cut-still-here = آپ کے نشان ابھی یہیں ہیں۔
desk-cut-take = ہاتھ میں لیں
desk-cut-take-try = پھر لینے کی کوشش کریں
desk-cut-changed = کسی اور نے نشان بدل دیے
desk-cut-changed-mean = کچھ ضائع نہیں ہوا۔ اب ان کے نشان نظر آ رہے ہیں؛ آپ کے نشان یہاں رکھے ہیں۔ آگے کیسے چلیں؟
desk-cut-theirs = { $count ->
    [0] ان کے: کوئی نشان نہیں
    [one] ان کا: 1 نشان، کل { $time }
   *[other] ان کے: { $count } نشان، کل { $time }
}
desk-cut-yours = { $count ->
    [0] آپ کے: کوئی نشان نہیں
    [one] آپ کا: 1 نشان، کل { $time }
   *[other] آپ کے: { $count } نشان، کل { $time }
}
desk-cut-theirs-text = { $count ->
    [one] ان کا: 1 ٹکڑا
   *[other] ان کے: { $count } ٹکڑے
}
desk-cut-yours-text = { $count ->
    [one] آپ کا: 1 ٹکڑا
   *[other] آپ کے: { $count } ٹکڑے
}
desk-cut-settle-both = دونوں ملا لیں
desk-cut-settle-mine = صرف میرے
desk-cut-settle-theirs = صرف ان کے
desk-cut-failed = آواز نکالی نہیں جا سکی۔
desk-cut-failed-mean = کچھ نہیں بدلا اور سب نشان یہیں ہیں۔ انہیں دیکھ کر پھر کہیں۔ دو بار نہ ہو تو سرور دیکھنے والے کو بتائیں۔
desk-cut-sound-making = آواز جوڑی جا رہی ہے۔ پڑھ ابھی سکتے ہیں؛ پلیئر خود آ جائے گا۔
desk-cut-no-sound = یہاں کوئی آواز نہیں جو چل سکے۔
desk-cut-no-sound-mean = کوئی نہیں سن سکتا کہ کون بول رہا ہے، اس لیے کچھ نکالا نہیں جا سکتا۔ سرور دیکھنے والے کو بتائیں۔
desk-cut-unplayable = { $count ->
    [one] 1 ریکارڈنگ کسی سے نہیں چلتی۔
   *[other] { $count } ریکارڈنگیں کسی سے نہیں چلتیں۔
}
desk-cut-unplayable-mean = کوئی نہیں جانتا کہ وہاں کون بولتا ہے۔ وہ اس آواز کے ساتھ ضائع کر دی جاتی ہے۔
desk-cut-labels = متن میں { $names } کون ہے؟
desk-cut-label-words = { $count ->
    [one] 1 لفظ
   *[other] { $count } الفاظ
}
desk-cut-no-labels = متن نہیں بتاتا کہ کون بول رہا ہے۔ سنتے ہوئے نشان لگائیں۔
desk-cut-take-labelled = { $count ->
    [one] اس نام کے 1 ٹکڑے پر نشان لگائیں
   *[other] اس نام کے { $count } ٹکڑوں پر نشان لگائیں
}
desk-cut-shown-goes = نکل جائے گا
desk-cut-shown-outside = ان کا ہے، ابھی نشان نہیں
desk-cut-shown-stays = کوئی اور، نشان کے اندر
desk-cut-shown-struck = پہلے نکالا گیا، اصل میں ابھی ہے
desk-cut-word-goes = { $word } (نکل جائے گا)
desk-cut-word-outside = { $word } (ان کا ہے، ابھی نشان نہیں)
desk-cut-word-stays = { $word } (کوئی اور، نشان کے اندر)
desk-cut-word-struck = { $word } (پہلے نکالا گیا، اصل میں ابھی ہے)
desk-cut-paragraph = حصہ { $number }، { $speaker }
desk-cut-mark-words = یہ انہوں نے کہا
desk-cut-leave-in = اسے رہنے دیں
desk-cut-open-mark = نشان کھولیں
desk-cut-marks = کیا نکلے گا
desk-cut-marks-sum = { $count ->
    [one] 1 نشان، { $time }۔ اس سے پہلے اور بعد ایک تہائی سیکنڈ بھی خاموش ہو جاتا ہے۔
   *[other] { $count } نشان، کل { $time }۔ ہر ایک سے پہلے اور بعد ایک تہائی سیکنڈ بھی خاموش ہو جاتا ہے۔
}
desk-cut-marks-count = { $count ->
    [one] 1 نشان
   *[other] { $count } نشان
}
desk-cut-none-marked = ابھی کسی پر نشان نہیں۔
desk-cut-nothing-said = { $names }: یہاں ان کا کوئی لفظ سنائی یا دکھائی نہیں دیتا
desk-cut-no-words-here = یہاں الفاظ نہیں
desk-cut-undo = آخری تبدیلی واپس کریں
desk-cut-mark-of = { $count } میں سے نشان { $number }
desk-cut-mark-number = نشان { $number }
desk-cut-close-mark = یہ نشان بند کریں
desk-cut-start = شروع
desk-cut-end = آخر
desk-cut-move-start = شروع کو سرکائیں
desk-cut-move-end = آخر کو سرکائیں
desk-cut-hear-start = شروع سنیں
desk-cut-hear-end = آخر سنیں
desk-cut-edge-hint = منٹ، سیکنڈ اور دسواں حصہ: 1:02.3۔ اوپر نیچے کے تیر اسے سیکنڈ کا دسواں حصہ سرکاتے ہیں۔
desk-cut-hear-mark = سنیں
desk-cut-remove = یہ نشان ہٹائیں
desk-cut-others = یہاں اور لوگ بھی بولتے ہیں
desk-cut-others-lose = { $names } کا یہ ضائع ہو جائے گا:
desk-cut-with-others = یہ بھی نکل جائے
desk-cut-or-move = یا شروع یا آخر سرکائیں تاکہ یہ رہ جائے۔
desk-cut-begin = بولنا شروع
desk-cut-stop = بولنا ختم
desk-cut-start-here = یہاں سے شروع
desk-cut-end-here = یہاں تک
desk-cut-begun = { $at } سے شروع۔ اب جہاں وہ رکیں وہاں «بولنا ختم» دبائیں۔
desk-cut-give-up = نہیں، یہاں نہیں
desk-cut-heard-of = { $whole } میں سے { $heard } سنا گیا
desk-cut-heard-all = سب سن لیا گیا
desk-cut-next-unheard = اگلا ان سنا حصہ
desk-cut-sound-failed = آواز نہیں آ رہی۔
desk-cut-sound-again = پھر منگوائیں
desk-cut-key-skip = 3 سیکنڈ پیچھے یا آگے
desk-cut-key-leave = نشان چھوڑیں؛ آواز روکیں
desk-cut-left = باقی کام
desk-cut-left-unheard = ابھی نہیں سنا: { $time }۔ وہ اس میں کہیں بھی بول سکتے ہیں۔
desk-cut-left-outside = { $count ->
    [one] ان کے نام کے 1 لفظ پر نشان نہیں۔
   *[other] ان کے نام کے { $count } الفاظ پر نشان نہیں۔
}
desk-cut-left-overlap = { $count ->
    [one] 1 نشان میں وہ بولتا ہے جو رہے گا۔ کنارہ سرکائیں، یا کہیں کہ یہ بھی نکل جائے۔
   *[other] { $count } نشانوں میں وہ بولتا ہے جو رہے گا۔ کنارے سرکائیں، یا کہیں کہ یہ بھی نکل جائے۔
}
desk-cut-left-not-marked = کسی پر نشان نہیں۔ جو انہوں نے کہا اس پر نشان لگائیں، یا کہیں کہ ان کا کچھ نہیں۔
desk-cut-left-no-sound = ابھی سننے کو کوئی آواز نہیں۔
desk-cut-ready = سب سن لیا گیا، اور جو ان کا ہے سب پر نشان ہے۔
desk-cut-ready-text = جو ان کا ہے سب پر نشان ہے۔
desk-cut-finish = آواز نکالیں…
desk-cut-shut = { $count ->
    [one] پہلے 1 کام باقی ہے۔
   *[other] پہلے { $count } کام باقی ہیں۔
}
desk-cut-shut-saving = نشان محفوظ ہونے تک رکیں۔
desk-cut-finish-title = یہ آواز ہمیشہ کے لیے نکالیں
desk-cut-finish-goes = { $count ->
    [one] { $names }: آواز میں 1 جگہ نکلے گی، { $time }۔
   *[other] { $names }: آواز میں { $count } جگہیں نکلیں گی، کل { $time }۔
}
desk-cut-finish-goes-text = { $count ->
    [one] { $names }: 1 ٹکڑا نکلے گا۔
   *[other] { $names }: { $count } ٹکڑے نکلیں گے۔
}
desk-cut-finish-nothing = { $names }: اس میں ان کا کوئی لفظ نہیں۔ کچھ نہیں نکلے گا، مگر ان کا نام اور جواب مٹ جائیں گے۔
desk-cut-finish-sound = یہ جگہیں ریکارڈنگ میں خاموش ہو جاتی ہیں۔ جیسی ریکارڈنگ تھی وہ ضائع کر دی جاتی ہے۔
desk-cut-finish-words = ان کے الفاظ، ان کا نام اور ان کے جواب مٹا دیے جاتے ہیں۔
desk-cut-finish-stays = دوسروں نے جو کہا وہ رہتا ہے۔ وہ پھر میز پر آتا ہے، اور جب تک دوبارہ منظور نہ ہو کسی کو نہیں ملتا۔
desk-cut-finish-for-good = کوئی چیز اسے واپس نہیں لاتی۔
desk-cut-finish-sure = میں نے سب سنا ہے اور مجھے ہر نشان پر یقین ہے۔
desk-cut-finish-sure-text = میں نے سب پڑھا ہے اور مجھے ہر نشان پر یقین ہے۔
desk-cut-finish-do = ہمیشہ کے لیے نکالیں
desk-cut-making = آواز نکالی جا رہی ہے
desk-cut-making-mean = اس میں چند منٹ لگ سکتے ہیں۔ یہ خود چلتا رہتا ہے، آپ یہ صفحہ چھوڑ سکتے ہیں۔ اتنے میں کوئی کہانی نہیں کھولتا۔
desk-cut-done = آواز نکل گئی
desk-cut-done-mean = جو ان کا تھا وہ ضائع ہو گیا۔ دوسروں نے جو کہا وہ پھر میز پر ہے، اور منظوری تک کسی کو نہیں ملتا۔
desk-cut-look-at = یہ پوری کہانی کے بارے میں لکھا گیا تھا، اس لیے پھر پڑھیں اور محفوظ کریں: { $fields }۔
desk-cut-open-story = کہانی کھولیں
desk-cut-open-details = تفصیل پڑھیں
desk-obstacle-details-unconfirmed = ایک آواز نکالی گئی۔ کہانی کے بارے میں جو لکھا گیا تھا اسے پھر پڑھیں اور محفوظ کریں۔
desk-did-read-to-cut = آواز نکالنے کے لیے پڑھا گیا
desk-did-heard-to-cut = آواز نکالنے کے لیے سنا گیا
desk-did-cut-marked = جو نکلنا ہے اس پر نشان لگا
desk-did-cut-asked = آواز ہمیشہ کے لیے نکالنے کو کہا گیا
desk-did-voice-erased = ایک آواز نکال کر ضائع کی گئی
desk-did-consent-erased = ایک اجازت ضائع کی گئی

## The machine that listens

desk-listening = مشین نے کیا سنا
desk-heard-language = مشین نے یہ زبان سنی: { $language }۔
desk-heard-told = مشین کو بتایا گیا کہ زبان یہ ہے: { $language }۔
desk-heard-sure = اسے یقین تھا۔
desk-heard-fairly = اسے کافی حد تک یقین تھا۔
desk-heard-unsure = اسے یقین نہیں تھا۔
desk-heard-nobody = مشین نے کسی کو بولتے نہیں سنا۔
desk-heard-nothing = مشین اسے لکھ نہیں سکی۔
desk-heard-by = { $engine } سے سنا گیا، ماڈل { $model }
desk-listen-again = مشین سے دوبارہ سنوائیں
desk-listen-language = بولی گئی زبان
desk-listen-auto = مشین خود معلوم کرے
desk-listen-model = ماڈل
desk-listen-larger = بڑا ماڈل بہتر سنتا ہے اور زیادہ وقت لیتا ہے۔
desk-listen-model-usual = { $model }، { $size } (عام طور پر یہی)
desk-listen-model-other = { $model }، { $size }
desk-listen-model-english-only = { $model }، { $size } (صرف انگریزی)
desk-listen-start = دوبارہ سنیں
desk-listen-keeps = نیچے کے الفاظ تب تک رہیں گے جب تک مشین سن نہ لے۔ پھر نئے الفاظ ان کی جگہ آ جائیں گے۔ اگر کوئی پہلے ان پر کام شروع کر دے تو وہی رہیں گے۔
desk-listen-worked-on = کسی نے ان الفاظ پر کام کیا ہے، اس لیے یہ رہیں گے۔ پہلے ہٹائے گئے حصے اور اقتباس واپس لیں۔ درست کیا ہوا متن کبھی نہیں بدلا جاتا۔
desk-listen-running = مشین دوبارہ سن رہی ہے۔
desk-listen-waiting = یہ اپنی باری کا انتظار کر رہا ہے۔
desk-listen-share = مشین کہاں تک پہنچی
desk-listen-in-vain = یہ نہیں ہو سکا۔ الفاظ جیسے تھے ویسے ہی ہیں۔
desk-listen-people-began = کسی نے الفاظ پر کام شروع کر دیا، اس لیے وہی رہے۔
desk-listen-story-moved = اس دوران کہانی آگے بڑھ گئی، اس لیے اس کے الفاظ وہی رہے۔
desk-so-far = اب تک جو لکھا گیا
desk-so-far-listening = مشین سن رہی ہے۔
desk-so-far-unfinished = ابھی مکمل نہیں ہوا۔ آپ ساتھ ساتھ پڑھ اور سن سکتے ہیں۔ الفاظ پر کام تب ہو سکے گا جب مشین سن چکے۔
desk-so-far-gap = { $from } سے { $to } تک: ابھی سنا نہیں گیا، یا کوئی نہیں بول رہا۔
desk-so-far-goes-on = مشین یہاں تک پہنچی ہے۔
desk-ready-soon = ایک منٹ سے کم میں تیار
desk-ready-minutes = { $count ->
    [one] تقریباً ایک منٹ میں تیار
   *[other] تقریباً { $count } منٹ میں تیار
}
desk-ready-hours = { $count ->
    [one] تقریباً ایک گھنٹے میں تیار
   *[other] تقریباً { $count } گھنٹوں میں تیار
}
desk-gist = انگریزی میں موٹا موٹا ترجمہ
desk-gist-ask = انگریزی میں موٹا موٹا ترجمہ کروائیں
desk-gist-anew = ترجمہ نئے سرے سے کروائیں
desk-gist-running = مشین موٹا موٹا ترجمہ کر رہی ہے۔
desk-gist-warning = مشین کا موٹا موٹا ترجمہ۔ اسے اقتباس نہ بنائیں۔
desk-gist-from = اس زبان کے طور پر سنی گئی بات سے بنا: { $language }۔
desk-did-asked-again = مشین سے دوبارہ سننے کو کہا گیا
desk-did-asked-gist = موٹا موٹا ترجمہ مانگا گیا
desk-did-heard-again = مشین نے دوبارہ سن لیا
