# SPDX-License-Identifier: Apache-2.0
desk-name = Heardwell
desk-places = أماكن
desk-queue = القصص
desk-invites = الدعوات
desk-close = إغلاق
desk-cancel = اتركه كما كان
desk-back-to-queue = كل القصص
desk-opening = يجري فتح القصة…

desk-unreachable = لا يمكن الوصول إلى الخادم
desk-unreadable = أجاب الخادم بما لا نستطيع قراءته
desk-try-again = لم يضع شيء. تحقق من الشبكة وحاول مرة أخرى.
desk-problem-details = تفاصيل لمن يعتني بالخادم

desk-sign-in-title = الدخول إلى المكتب
desk-email = البريد الإلكتروني
desk-password = كلمة السر
desk-one-time-code = رمز لمرة واحدة
desk-have-code = عندي رمز لمرة واحدة
desk-sign-in = دخول
desk-sign-out = خروج
desk-me = أنا
desk-language = اللغة
desk-look = فاتح أو داكن
desk-look-system = مثل هذا الجهاز
desk-look-light = فاتح
desk-look-dark = داكن

desk-keys = المفاتيح
desk-key-play = تشغيل أو إيقاف
desk-key-play-typing = تشغيل أو إيقاف أثناء الكتابة
desk-key-back = 3 ثوانٍ إلى الوراء
desk-key-on = 3 ثوانٍ إلى الأمام
desk-key-word = من كلمة إلى كلمة
desk-key-select = اختيار كلمات
desk-key-hear = سماع الكلمة
desk-key-release = فتح صفحة النشر
desk-key-leave = ترك المفتوح؛ إيقاف الصوت
desk-key-help = هذه القائمة

desk-queue-title = قصص تنتظر
desk-queue-empty = لا توجد قصة هنا. القصص الجديدة تظهر وحدها.
desk-take-next = خذ التالية
desk-none-left = كل القصص المنتظرة بين يدي أحد.
desk-new-stories = { $count ->
    [zero] لا قصص جديدة
    [one] أظهر قصة جديدة واحدة
    [two] أظهر قصتين جديدتين
    [few] أظهر { $count } قصص جديدة
    [many] أظهر { $count } قصة جديدة
   *[other] أظهر { $count } قصة جديدة
}
desk-more = أظهر المزيد
desk-by-status = حسب الحالة
desk-all = الكل
desk-search = ابحث في العناوين
desk-find = ابحث
desk-mine = قصصي فقط
desk-untitled = بلا عنوان

desk-status-awaiting_recording = في الطريق
desk-status-received = وصلت
desk-status-transcribing = تُكتب الآن
desk-status-in_review = للنظر فيها
desk-status-awaiting_sign_off = عند صاحب القصة
desk-status-approved = منشورة
desk-status-declined = غير منشورة
desk-status-withdrawn = مسحوبة
desk-written-down = كُتب منها: { $share }
desk-kind-snapshot = لقطة
desk-kind-monologue = حكاية
desk-kind-dialogue = حوار
desk-flag-concern = قلق على السلامة
desk-flag-sound_damaged = لا يمكن قراءة الصوت
desk-flag-wants_sign_off = يريد أن يراها أولاً
desk-flag-not_transcribed = لم تُكتب
desk-flag-waiting_for_engine = تنتظر الكتابة

desk-story-parts = أجزاء هذه القصة
desk-part-words = الكلمات
desk-part-details = التفاصيل
desk-part-consent = الموافقة
desk-part-release = النشر
desk-part-history = السجل
desk-consent-says = ما سُمح به:
desk-warned-of = قبل أن تستمع:
desk-claim = خذ هذه القصة
desk-leave = أعدها
desk-yours-for = { $minutes ->
    [zero] انتهى وقتك معها
    [one] معك دقيقة واحدة أخرى
    [two] معك دقيقتين أخريين
    [few] معك { $minutes } دقائق أخرى
    [many] معك { $minutes } دقيقة أخرى
   *[other] معك { $minutes } دقيقة أخرى
}
desk-held-by = { $name } يعمل على هذه القصة
desk-teller-writes = صاحب القصة يكتب، { $when }:
desk-teller-reports = صاحب القصة يبلّغ عن أذى، { $when }:
desk-bare = لا شيء هنا للقراءة أو السماع الآن.
desk-raise-concern = أبلغ عن قلق
desk-concern-means = قد يكون أحد في خطر. يُبلَّغ مسؤول الحماية فوراً، ولا يخرج شيء حتى ينظر فيه.
desk-how-urgent = ما مدى الاستعجال؟
desk-urgency-now = الآن: أحد في خطر
desk-urgency-soon = قريباً: اليوم أو غداً
desk-urgency-watch = نبقى منتبهين
desk-what-worries = ما الذي يقلقك؟
desk-concern-send = أبلغ مسؤول الحماية

desk-no-words-yet = الكلمات ما زالت تُكتب. يمكنك الاستماع الآن.
desk-no-words = لم يمكن كتابة أي كلمات. ما زال يمكنك الاستماع.
desk-one-voice = صوت واحد
desk-turn = الجزء { $number }، { $speaker }، عند { $at }
desk-words-chosen = { $count ->
    [zero] لا كلمات مختارة
    [one] كلمة واحدة مختارة
    [two] كلمتان مختارتان
    [few] { $count } كلمات مختارة
    [many] { $count } كلمة مختارة
   *[other] { $count } كلمة مختارة
}
desk-correct = صحّح
desk-redact = احجب
desk-quote = اقتبس
desk-clear-choice = لا تختر شيئاً
desk-correct-turn = تصحيح: { $turn }
desk-correct-save = احفظ التصحيح
desk-margin = ملاحظات في الهامش
desk-made-up = لا يُسمع شيء هنا: ربما اختلقت الآلة هذا.
desk-removed = محجوب
desk-removed-word = { $word } (محجوب)
desk-removed-because = حُجب: { $reason }
desk-put-back = أعده
desk-hear-quote = اسمع الاقتباس
desk-unquote = لم يعد اقتباساً
desk-redact-title = احجب هذه الكلمات
desk-redact-means = تُزال من الكلمات ومن النص المرافق ومن صوت كل ما يخرج. ويبقى الأصل في المكتب.
desk-redact-why = لماذا؟
desk-reason-name = اسم
desk-reason-place = مكان
desk-reason-contact = رقم أو عنوان
desk-reason-other_person = عن شخص آخر
desk-reason-health = صحة
desk-reason-danger = قد يعرّض أحداً للخطر
desk-replacement = كلمات مكانها، إن وُجدت
desk-replacement-hint = مثلاً: بلدة. تظهر على أنها مضافة.
desk-redact-do = أزلها من الكلمات والصوت
desk-rescued = كلماتك لم تُحفظ
desk-rescued-means = تغيّرت القصة وأنت تكتب. هي الآن كما هي؛ وما كتبته محفوظ هنا لتنسخه.
desk-rescued-done = أخذت ما أحتاج

desk-player = المشغّل
desk-play = تشغيل
desk-pause = إيقاف
desk-back-3 = 3 ثوانٍ إلى الوراء
desk-on-3 = 3 ثوانٍ إلى الأمام
desk-speed = السرعة
desk-place-in-sound = الموضع في الصوت
desk-at-of = { $at } من { $whole }
desk-which-sound = أي صوت
desk-sound-original = الأصل
desk-sound-release = كما يُنشر
desk-sound-failed = لا يمكن تشغيل هذا الصوت الآن.

desk-title = العنوان
desk-summary = الملخص
desk-themes = المواضيع
desk-tags = الوسوم
desk-content-warnings = تنبيهات المحتوى
desk-with-commas = ضع فواصل بينها.
desk-place-exact = المكان بالضبط
desk-place-area = المنطقة حوله
desk-place-shown = المكان الذي يظهر
desk-place-none-shown = بلا مكان
desk-place-area-shown = المنطقة فقط
desk-place-exact-shown = المكان بالضبط
desk-date-shown = التاريخ الذي يظهر
desk-date-year = السنة فقط
desk-date-month = الشهر والسنة
desk-date-exact = اليوم بالضبط
desk-save-details = احفظ التفاصيل
desk-saved = حُفظ

desk-consent-only-less = ما سُمح به يمكن تقليله هنا، ولا يمكن زيادته أبداً. الزيادة تحتاج صاحب القصة.
desk-role-storyteller = صاحب القصة
desk-role-interviewer = السائل
desk-role-supporter = المرافق
desk-basis-adult = أجاب عن نفسه
desk-basis-child_competent = صغير السن أجاب عن نفسه
desk-basis-guardian = أجاب وليّه أيضاً
desk-basis-supported = أجاب بمساعدة
desk-basis-deceased_next_of_kin = أجاب أقرب الأهل
desk-form-active = النموذج الحالي
desk-form-retired-in-grace = نموذج أقدم، ما زال صالحاً
desk-form-retired = نموذج لم يعد صالحاً
desk-form-untranslated = نموذج لم يُترجم
desk-form-draft = نموذج غير جاهز
desk-voice-withdrawn = سحب هذا الشخص ما قاله.
desk-choice-given = نعم
desk-choice-refused = لا
desk-purpose-hold-and-transcribe = حفظ القصة وكتابتها
desk-purpose-project-team = يسمعها فريق المشروع
desk-purpose-research = الباحثون
desk-purpose-public-words = يقرأ الكلمات كل الناس
desk-purpose-public-voice = يسمع الصوت كل الناس
desk-purpose-quote-only = اقتباسات فقط
desk-purpose-recontact = يمكننا أن نسأل مرة أخرى
desk-purpose-community-archive = أرشيف المجتمع
desk-purpose-machine-training = تدريب الآلات
desk-purpose-share-partner = الشركاء: { $partner }
desk-facet-form-words = الكلمات فقط
desk-facet-form-voice = الكلمات والصوت
desk-facet-name-real = مع الاسم
desk-facet-name-pseudonym = باسم آخر
desk-facet-name-none = بلا اسم
desk-facet-reuse-view = للقراءة والسماع
desk-facet-reuse-quote = يمكن الاقتباس منها
desk-facet-reuse-remix = يمكن العمل عليها
desk-facet-place-exact = المكان بالضبط
desk-facet-place-area = المنطقة فقط
desk-facet-place-none = بلا مكان
desk-facet-date-exact = اليوم بالضبط
desk-facet-date-month = الشهر
desk-facet-date-year = السنة
desk-as-a-result = ما ينتج عن ذلك
desk-will-get = تصل إلى
desk-will-not-get = لا تصل إلى
desk-nobody-yet = لا أحد بعد.

desk-as-it-leaves = كما ستخرج
desk-by-ear = بالأذن
desk-proof = نسخة التجربة
desk-proof-means-text = اصنع نسخة التجربة أولًا: هي بالضبط ما سيخرج.
desk-proof-means = لا يخرج شيء دون أن يُسمع. اصنع النسخة التجريبية ثم استمع إلى كل موضع حُجب فيه شيء.
desk-proof-make = اصنع النسخة التجريبية
desk-proof-again = اصنعها من جديد
desk-proof-rendering = تُصنع النسخة التجريبية الآن…
desk-proof-failed = لم يمكن صنع النسخة التجريبية.
desk-heard-count = سُمع { $heard } من { $all }.
desk-heard = سُمع
desk-not-heard = ليس بعد
desk-listen-at = استمع عند { $at }
desk-listen-to-all = استمع إليها كلها
desk-why-redaction = حُجب شيء
desk-why-flag = لم تكن الآلة واثقة
desk-why-sound = الصوت يخرج: كله
desk-nothing-to-hear = لا شيء يجب أن يُسمع.
desk-proof-old = تغيّرت القصة منذ صُنعت هذه النسخة التجريبية.
desk-who-gets-it = إلى من تصل
desk-standing-edition = منشور الآن
desk-edition-since = الطبعة { $version }، { $since }
desk-edition-with = عند { $names }
desk-decision = قرارك
desk-in-the-way = ما يمنع ذلك
desk-obstacle-consent-missing = شخص يُسمع صوته فيها لم يوافق على مشاركتها مع أحد.
desk-obstacle-consent-form-retired = الاستمارة التي أُعطيت بها لم تعد صالحة. اسأل مجددًا بالاستمارة الجديدة.
desk-obstacle-guardian-required = تنقص موافقة ولي أمر طفل في هذه القصة.
desk-obstacle-consent-insufficient = أخفاها صاحبها أو لا يسمح لنا بالاحتفاظ بها، أو وافق من فيها على استعمالات مختلفة.
desk-obstacle-on-hold = هناك بلاغ حماية مفتوح.
desk-obstacle-redaction-unplaced = حذفٌ فقد الكلمات التي كان عليها. أزله واحذف من جديد.
desk-obstacle-proof-missing = لم يصنع أحد نسخة التجربة للقصة كما هي الآن.
desk-obstacle-proof-failed = تعذّر إعداد الصوت. اصنع نسخة التجربة من جديد.
desk-obstacle-proof-not-ready = نسخة التجربة ما زالت تُعَد.
desk-obstacle-unheard-redaction = يجب أن يستمع أحد إلى كل موضع حُذف منه شيء.
desk-obstacle-unheard-flag = يجب أن يستمع أحد إلى كل موضع شكّت فيه الآلة.
desk-obstacle-unheard-sound = سيخرج الصوت: يجب أن يسمع أحد نسخة التجربة كاملة مرة.
desk-obstacle-sign-off-missing = يريد صاحب القصة أن يراها قبل مشاركتها.
desk-note-to-teller = ملاحظة لصاحب القصة
desk-note-is-read = يقرؤها صاحب القصة في صفحته.
desk-share-with = { $count ->
    [0] وافق؛ لا تصل إلى شريك بعد
    [zero] وافق؛ لا تصل إلى شريك بعد
    [one] شاركها مع شريك واحد
    [two] شاركها مع شريكين
    [few] شاركها مع { $count } شركاء
    [many] شاركها مع { $count } شريكاً
   *[other] شاركها مع { $count } شريك
}
desk-ask-teller = اسأل صاحب القصة
desk-decline = لا تشاركها
desk-reopen = افتحها من جديد
desk-unpublish = أوقف المشاركة
desk-unpublish-means = لا يستطيع { $names } قراءتها أو سماعها من هذه اللحظة. أما النسخ التي صنعوها فلا نملك إلا أن نطلبها.
desk-unpublish-nobody = لا تصل إلى أحد من هذه اللحظة.
desk-unpublish-do = أوقف المشاركة الآن
desk-decided-awaiting_recording = لم يصل الصوت كله بعد.
desk-decided-received = لم تُكتب بعد.
desk-decided-transcribing = ما زالت تُكتب.
desk-decided-awaiting_sign_off = سُئل صاحب القصة. الصمت لا ينشر شيئاً.
desk-decided-approved = هذه القصة منشورة كما تظهر هنا.
desk-decided-declined = هذه القصة غير منشورة.
desk-decided-withdrawn = سحب صاحب القصة هذه القصة.

desk-invites-title = ادعُ المراسلين
desk-invites-mean = دعوة واحدة تكفي غرفة كاملة: يفتحها كل واحد بهاتفه. بلا حساب وبلا بريد.
desk-invite = دعوة
desk-invite-qr = رمز توجَّه إليه كاميرا الهاتف
desk-invite-scan = وجّه كاميرا الهاتف إلى الرمز، أو افتح الرابط.
desk-make-invite = اصنع دعوة
desk-copy-link = انسخ الرابط
desk-copied = نُسخ
desk-print = اطبع
desk-project = المشروع
desk-until = تعمل حتى { $when }.

desk-did-story-declared = حُكيت وأُعلن عنها
desk-did-story-received = وصلت كاملة
desk-did-transcription-started = بدأت كتابتها
desk-did-story-in-review = جاهزة للنظر فيها
desk-did-sign-off-asked = سُئل صاحب القصة
desk-did-change-asked = طلب صاحب القصة تغييراً
desk-did-story-approved = ووفق عليها
desk-did-story-declined = لم تُنشر
desk-did-story-reopened = فُتحت من جديد
desk-did-story-withdrawn = سُحبت
desk-did-story-restored = أعادها صاحبها
desk-did-consent-changed = غيّر صاحب القصة ما يُسمح به
desk-did-proof-asked = طُلبت نسخة تجريبية
desk-did-edition-released = خرجت طبعة
desk-did-concern-raised = أُبلغ عن قلق
desk-did-concern-closed = أُغلق بلاغ
desk-did-claimed = أُخذت
desk-did-left = أُعيدت
desk-did-receipt-opened = جاء صاحب القصة لينظر
desk-did-read-story = قُرئت في المكتب
desk-did-heard-original = استُمع إلى الأصل
desk-did-heard-release = استُمع إلى النسخة التجريبية
desk-did-heard-proof = سُمع جزء من النسخة التجريبية
desk-did-consent-given = أُعطيت الموافقة
desk-did-consent-narrowed = قُلّلت الموافقة
desk-did-consent-withdrawn = سُحبت الموافقة
desk-did-consent-undone = أُعيدت الموافقة

desk-spoken = كلمات مسموعة
desk-spoken-title = ليُسمَع كل سؤال
desk-spoken-mean = ما تسجّله هنا يصل إلى كل هواتف المشروع ويُسمع فيها بلا شبكة. يضغط الناس على مكبّر الصوت في أعلى الشاشة.
desk-spoken-language = اللغة التي تتكلم بها
desk-spoken-prompt = أسئلة للقصة
desk-spoken-card = قبل أن يبدأ أحد
desk-spoken-question = ما تطلب منهم السماح به
desk-spoken-word = كلمات التطبيق
desk-spoken-so-far = سُجِّل { $count } من { $all }
desk-spoken-record = سجّل
desk-spoken-again = سجّل من جديد
desk-spoken-stop = توقّف
desk-spoken-file = اختر صوتًا
desk-spoken-keep = احفظ هذا التسجيل
desk-spoken-listen = استمع إليه
desk-spoken-take-off = أزله من الهواتف
desk-spoken-take-off-yes = نعم، أزله
desk-spoken-take-off-means = عندئذ يبقى هذا النموذج بلا صوت هنا. ويمكن أن يكون لنسخة جديدة من النموذج صوت.
desk-spoken-for-good = استمع قبل أن تحفظ. يصير جزءًا مما وافق عليه الناس، فيمكن إزالته لاحقًا ولا يمكن استبداله.
desk-spoken-microphone = لا تستطيع هذه الصفحة استعمال الميكروفون. اسمح به بجانب العنوان، أو اختر صوتًا.
desk-spoken-too-large = هذا الصوت كبير جدًا
desk-spoken-too-large-means = الحد 700 كيلوبايت، أي نحو ثلاث دقائق من الكلام. سجّله هنا أو اجعله أقصر.
desk-spoken-state-none = لم يُسجَّل بعد
desk-spoken-state-preparing = يُجهَّز للهواتف
desk-spoken-state-ready = في طريقه إلى كل هاتف
desk-spoken-state-refused = تعذّر تشغيله. سجّله من جديد.
desk-spoken-state-taken_off = أُزيل. يبقى هذا النموذج بلا صوت هنا.
