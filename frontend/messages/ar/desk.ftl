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
desk-key-doubt = إلى الموضع التالي المشكوك فيه
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
desk-flag-no-speech = يبدو أن لا أحد يتكلم
desk-flag-language-unsure = لم تكن الآلة واثقة من اللغة.
desk-flag-not-all-heard = لم تستطع الآلة سماع الصوت كله.

desk-story-parts = أجزاء هذه القصة
desk-part-words = الكلمات
desk-part-details = التفاصيل
desk-part-consent = الموافقة
desk-part-release = النشر
desk-part-history = السجل
desk-consent-says = ما سُمح به:
desk-allowed-no-consent = لا توجد موافقة مسجلة: لا يخرج شيء.
desk-allowed-taken-back = سُحبت القصة: لا يخرج شيء.
desk-allowed-guardian-missing = تنقص موافقة ولي الأمر: لا يخرج شيء.
desk-allowed-form-ended = لم تعد استمارة الموافقة صالحة: لا يخرج شيء.
desk-allowed-not-team = لا يجوز للفريق فتحها.
desk-allowed-nowhere = لا يخرج شيء من المشروع.
desk-allowed-to = يجوز أن يحصل عليها: { $who }.
desk-allowed-not-to = لا يحصل عليها: { $who }.
desk-allowed-way = { $who } ({ $how })
desk-allowed-reports = التقارير والمقالات
desk-allowed-public-words = بالكلمات
desk-allowed-public-voice = مع الصوت
desk-allowed-quote-only = اقتباسات قصيرة
desk-allowed-until = حتى { $day }
desk-allowed-hidden = مخفية في الوقت الحالي.
desk-allowed-not-before = ليس قبل { $day }.
desk-allowed-ask-again = يجوز أن نسأل مرة أخرى.
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
desk-no-words-no-sound = لم يمكن كتابة أي كلمات.
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
desk-doubts = { $count ->
    [zero] لا تشكّ الآلة في أي موضع.
    [one] ربما أخطأت الآلة في موضع واحد.
    [two] ربما أخطأت الآلة في موضعين.
    [few] ربما أخطأت الآلة في { $count } مواضع.
    [many] ربما أخطأت الآلة في { $count } موضعًا.
   *[other] ربما أخطأت الآلة في { $count } موضع.
}
desk-doubt-next = الموضع التالي المشكوك فيه
desk-doubt-listen = استمع إلى هذا
desk-doubt-over-silence = ربما اختلقت الآلة هذا: يبدو أن لا أحد يتكلم هنا.
desk-doubt-no-voice = ربما اختلقت الآلة هذا: لم تكد تسمع صوتًا هنا.
desk-doubt-repeats = ربما علِقت الآلة: الكلمات نفسها تتكرر مرة بعد مرة.
desk-doubt-too-dense = ربما اختلقت الآلة هذا: لا أحد يتكلم بهذه السرعة.
desk-doubt-unsure = لم تكن الآلة واثقة من هذا الموضع كله.
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
desk-sound = الصوت
desk-sound-shut = هناك صوت لا يمكن تشغيله
desk-sound-shut-kept = هو محفوظ كما وصل.
desk-sound-shut-media-undecodable = { $count ->
    [one] لم يمكن فتح تسجيل واحد. قد يكون تالفًا، أو صُنع بطريقة لا يعرفها هذا الخادم بعد.
    [two] لم يمكن فتح تسجيلين. قد يكونان تالفين، أو صُنعا بطريقة لا يعرفها هذا الخادم بعد.
    [few] لم يمكن فتح { $count } تسجيلات. قد تكون تالفة، أو صُنعت بطريقة لا يعرفها هذا الخادم بعد.
    [many] لم يمكن فتح { $count } تسجيلًا. قد تكون تالفة، أو صُنعت بطريقة لا يعرفها هذا الخادم بعد.
   *[other] لم يمكن فتح { $count } تسجيل. قد تكون تالفة، أو صُنعت بطريقة لا يعرفها هذا الخادم بعد.
}
desk-sound-shut-media-too-long = { $count ->
    [one] تُرك تسجيل واحد، لأن القصة أطول مما يقبله هذا الخادم. يستطيع من يعتني بالخادم أن يسمح بقصص أطول.
    [two] تُرك تسجيلان، لأن القصة أطول مما يقبله هذا الخادم. يستطيع من يعتني بالخادم أن يسمح بقصص أطول.
    [few] تُركت { $count } تسجيلات، لأن القصة أطول مما يقبله هذا الخادم. يستطيع من يعتني بالخادم أن يسمح بقصص أطول.
    [many] تُرك { $count } تسجيلًا، لأن القصة أطول مما يقبله هذا الخادم. يستطيع من يعتني بالخادم أن يسمح بقصص أطول.
   *[other] تُرك { $count } تسجيل، لأن القصة أطول مما يقبله هذا الخادم. يستطيع من يعتني بالخادم أن يسمح بقصص أطول.
}
desk-sound-shut-media-encrypted = { $count ->
    [one] تسجيل واحد مقفل بحماية من النسخ.
    [two] تسجيلان مقفلان بحماية من النسخ.
    [few] { $count } تسجيلات مقفلة بحماية من النسخ.
    [many] { $count } تسجيلًا مقفلة بحماية من النسخ.
   *[other] { $count } تسجيل مقفلة بحماية من النسخ.
}
desk-sound-shut-media-empty = { $count ->
    [one] تسجيل واحد ليس فيه صوت.
    [two] تسجيلان ليس فيهما صوت.
    [few] { $count } تسجيلات ليس فيها صوت.
    [many] { $count } تسجيلًا ليس فيها صوت.
   *[other] { $count } تسجيل ليس فيها صوت.
}
desk-sound-try = تجربة الصوت مرة أخرى
desk-sound-trying = تجري تجربة الصوت مرة أخرى. يمكنك مغادرة هذه الصفحة.
desk-sound-tried = جُرّب مرة أخرى { $when }. ما زال لا يمكن تشغيله.
desk-sound-opened = يمكن تشغيل الصوت الآن.
desk-sound-worked-on = عمل أحدهم على الكلمات، والصوت الذي يعود يزيحها من مكانها. لتجربته مرة أخرى ألغِ الحذف والاقتباسات أولًا. النص الذي صُحح يبقى.

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
desk-form-altered = النموذج ليس كما وُوفق عليه
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
desk-facet-form = الكلمات أم الصوت
desk-facet-name = الاسم
desk-facet-reuse = ما يمكن فعله بها
desk-facet-place = المكان
desk-facet-date = التاريخ
desk-choose = اختر واحدًا
desk-voice-number = { $role }، الصوت { $place }
desk-voice-hidden = مخفية: لا يخرج منها شيء.
desk-voice-not-before = لا يخرج شيء قبل { $when }.
desk-voice-undo-until = يمكن لرمزه إعادتها حتى { $when }.
desk-voice-objects = قال لنا برمزه: لا يستطيع وليّ أمره أن يغيّرها.
desk-voice-overdue = انتهت أيام التراجع. تبقى القصة مغلقة على الجميع ما دام هذا الصوت فيها.
desk-for-them = حين يطلبون منك
desk-narrow = اسمح بأقل
desk-narrow-title = اسمح بأقل، لأنهم طلبوا
desk-narrow-means = لا يمكن هنا إلا اختيار الأقل. يسري فورًا، وتقول صفحتهم من طلب ذلك.
desk-narrow-nothing = لم يبق شيء يمكن تقليله.
desk-narrow-stop = أوقف هذا الاستعمال
desk-narrow-do = قلّل الآن
desk-hide = أخفها الآن
desk-hide-title = أخفها فورًا
desk-hide-means = لمن فقد رمزه أو يخاف. لا يخرج من القصة شيء بعد الآن، وتُحفظ في أمان. لا يُظهرها من جديد إلا صاحبها، برمزه وبخطوة أخرى.
desk-hide-do = أخفها نيابة عنه
desk-withdraw = اسحبها
desk-withdraw-title = اسحب كل ما أعطاه هذا الشخص
desk-withdraw-means = تتوقف فورًا عن الجميع ويُخبَر الشركاء. وحين تنتهي أيام التراجع تُتلف، والقصة التي لم تصل كاملة تُتلف فورًا. قبل ذلك يعيدها رمزه، أو وليّ الأمر إن كان هو من طلب سحبها، ولا يستطيع غيرهما من الفريق ذلك.
desk-withdraw-of-several = رواها آخرون أيضًا: تُغلق القصة على الجميع ما دام هذا الصوت فيها. ولا تُتلف كلمات أحد غيره.
desk-withdraw-do = اسحبها نيابة عنه
desk-undo = أعدها لوليّ أمره
desk-undo-title = أعد ما سحبه وليّ أمره
desk-undo-means = تعود الاختيارات كما كانت. لا يُشارك شيء قبل أن يوافق شخص هنا من جديد. لا يعود بهذه الطريقة إلا ما طلبه وليّ الأمر، وما سحبه الطفل يعيده الطفل.
desk-undo-do = أعدها الآن
desk-asked-by = من طلب ذلك؟
desk-asked-by-speaker = الشخص نفسه
desk-asked-by-guardian = وليّ أمره
desk-asked-by-next_of_kin = عائلته، بعد وفاته أو حين لم يعد قادرًا على القرار
desk-asked-by-community_authority = من يتكلم باسم مجتمعه
desk-asked-why = لماذا؟
desk-asked-hint = يُحفظ مع الموافقة ولا يمكن تغييره لاحقًا.
desk-asked-objects = ليس وليّ أمره: قال لنا الطفل إنه لا يريد أن يُغيَّر شيء نيابة عنه. تحدّث مع الطفل. ومن كان في خطر فيحتاج إلى إيقاف.
desk-asked-why-none_given = لم يذكر سببًا، ولا حاجة إليه
desk-asked-why-changed_mind = غيّر رأيه
desk-asked-why-afraid = يخاف مما قد يحدث
desk-asked-why-wrong_answer = لم يكن هذا ما قصده
desk-asked-why-lost_code = ضاع رمزه
desk-asked-why-died = توفي
desk-asked-why-cannot_decide = لم يعد قادرًا على القرار
desk-window = افتحها معه لمدة 30 دقيقة
desk-window-title = افتحها معه لمدة 30 دقيقة
desk-window-means = لمدة نصف ساعة يكفي رمزه وحده لما يحتاج رقمه السري: يقرأ قصته ويسمعها، ويجيب هل تُشارك، ويسمح بأكثر. لا ترى أنت هنا شيئًا من ذلك. وتُغلق وحدها.
desk-window-in-person = أنا مع هذا الشخص، وأعرف من هو.
desk-window-do = افتحها 30 دقيقة
desk-window-lent = رمزه وحده يفتح قصته حتى { $when }.
desk-window-close = أغلقها الآن
desk-window-own-step = لديه رقم سري، أو اختار أن يكفي الرمز وحده. هذا لمن نسي الرقم.
desk-window-no-step = لم يختر رقمًا سريًا. بدونك يستطيع إيقافها وسحبها، لكنه لا يقرؤها ولا يوافق على مشاركتها.
desk-gone = صوت سُحب ما زال في قصة
desk-gone-mean = انتهت أيام التراجع. لا يقرأ أحد هذه القصص ولا يسمعها ما دام فيها. افتح واحدة لتحذف ذلك الصوت: يبقى ما قاله الآخرون. وإن سحبوا ما لهم أيضًا أُتلف كل شيء.
desk-gone-story = احذف الصوت { $place } من قصته
desk-deeds = ما جرى لأن أحدًا طلبه
desk-deed-narrowed = قُلِّل
desk-deed-withdrawn = سُحب
desk-deed-embargoed = أُخفي
desk-deed-undone = أُعيد
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
desk-why-quote = اقتباس يقوم على كلمات ربما اختلقتها الآلة
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
desk-obstacle-unheard-quote = اقتباس يقوم على كلمات ربما اختلقتها الآلة: يجب أن يستمع إليها أحد.
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
desk-did-consent-changed = تغيّر ما يُسمح به
desk-did-saw-voices = نظر في من فيها وما يسمحون به
desk-did-window-opened = فُتحت مع صاحب القصة 30 دقيقة
desk-did-window-closed = أُغلقت بعد ذلك
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

desk-answers = الردود
desk-answers-title = بماذا ردّ الشركاء
desk-answers-mean = اقرأه قبل صاحب القصة. ما تُظهره يبقى على صفحته منذ ذلك الحين، وما تحجبه لا يصل إليه أبدًا.
desk-answers-which = أي ردود
desk-answers-new = جديدة
desk-answers-shown = أُظهرت
desk-answers-kept_back = حُجبت
desk-answers-none-new = لا ردود جديدة.
desk-answers-none-shown = لم يُظهر أي رد بعد.
desk-answers-none-kept_back = لم يُحجب أي رد.
desk-answer-heard = { $partner } سمع القصة
desk-answer-acting = { $partner } يعمل على شيء
desk-answer-changed = { $partner } غيّر شيئًا
desk-answer-cannot = { $partner } لا يستطيع، ويقول لماذا
desk-answers-story = افتح القصة
desk-answers-show = أظهره لصاحب القصة
desk-answers-keep-back = احجبه
desk-answers-done-show = يمكن لصاحب القصة قراءته الآن.
desk-answers-done-keep-back = لن يصل إلى صاحب القصة.
desk-answers-more = هناك المزيد بعد هذه. قرّر في بعضها ثم حمّل الصفحة من جديد.

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

desk-register = السجل
desk-register-title = سجل الموافقات
desk-register-parts = أقسام السجل
desk-register-records = الموافقات
desk-register-unconfirmed = لم يؤكَّد
desk-register-audit = من فعل ماذا
desk-register-mean = كل من روى قصة، وما يسمح به الآن. كلماتهم وأسماؤهم ليست هنا.
desk-register-filters = اعرض فقط
desk-register-state = حالتها
desk-register-allows = تسمح بـ
desk-register-form = الاستمارة
desk-register-version = النسخة { $version }
desk-register-version-of = { $project }، النسخة { $version }
desk-register-ends-before = تنتهي قبل
desk-register-number = الرقم على الإيصال
desk-register-no-number = هذا ليس رقمًا من إيصال. شكله هكذا: 0b6f2f6e-8c0c-4b1e-9d0a-70fcbe27f3b6.
desk-register-csv = احفظ كجدول (CSV)
desk-register-clear = اعرض الكل
desk-register-looking = جارٍ البحث…
desk-register-none = لا توجد موافقة مطابقة.
desk-register-none-yet = لا شيء حتى الآن. بقي المزيد للبحث فيه.
desk-register-who = من، ومتى
desk-register-given-on = { $role }، { $when }
desk-register-lets-out = تسمح بالخروج إلى
desk-register-nothing = لا أحد في الخارج
desk-register-ends = تنتهي
desk-register-no-end = لم تُحدَّد نهاية
desk-register-held-by = من لديه القصة
desk-register-nobody = لا أحد
desk-register-back = العودة إلى السجل
desk-register-how = كيف أُعطيت
desk-register-given = أُعطيت
desk-register-signed-on = وُقّعت على الورق
desk-register-method = الطريقة
desk-register-basis = من أجاب
desk-register-controller = من يحفظ القصة
desk-register-undo-until = يمكن استرجاعها حتى
desk-register-not-before = لا يخرج شيء قبل
desk-register-clock-doubtful = كانت ساعة الهاتف تقول { $when }، وهذا غير ممكن. المعتبر هو وقتنا.
desk-register-answers = ما أُجيب به
desk-register-until = حتى { $when }
desk-register-since = كل كلمة منذ ذلك الحين
desk-register-receipt = الإيصال
desk-register-unbroken = كل كلمة تتبع التي قبلها. لم يُغيَّر شيء.
desk-register-broken = هذه الكلمات لم تعد متصلة. لقد غيّرها أحد. أخبر من يعتني بالخادم.
desk-register-who-did-what = من فعل ماذا بها
desk-register-open-story = افتح القصة
desk-state-given = معطاة
desk-state-narrowed = قُلّصت
desk-state-embargoed = ليس بعد
desk-state-hidden = مخفية
desk-state-expired = انتهت
desk-state-invalid = غير صالحة
desk-state-undo = سُحبت، ويمكن التراجع
desk-state-withdrawn = سُحبت
desk-method-tick = بعلامة على الهاتف
desk-method-sign = بالتوقيع
desk-method-witnessed = أمام شاهد
desk-method-written = كتابةً على الورق
desk-method-spoken = شفهيًا
desk-party-guardian = ولي الأمر
desk-party-witness = الشاهد
desk-party-interpreter = المترجم
desk-party-community_authority = عن المجتمع
desk-party-person_mentioned = شخص مذكور
desk-event-given = أُعطيت
desk-event-refused = رُفضت
desk-event-narrowed = قُلّصت
desk-event-widened = وُسّعت
desk-event-embargoed = أُجّلت إلى يوم محدد
desk-event-hidden = أُخفيت
desk-event-withdrawn = سُحبت
desk-event-undone = استُرجعت
desk-event-expired = انتهت
desk-event-invalidated = لم تعد صالحة
desk-event-reconfirmed = أُكّدت من جديد
desk-event-requested = طُلبت
desk-by-reporter_receipt = من صاحبها
desk-by-guardian = من ولي الأمر
desk-by-facilitator = على المكتب، بطلب منه
desk-by-safeguarding = من أجل السلامة
desk-by-system = تلقائيًا
desk-holder-has = لديه منذ { $since }
desk-holder-had = كان لديه من { $since } إلى { $until }
desk-holder-read = فتحها
desk-holder-not-read = لم يفتحها قط
desk-holder-confirmed = أكّد في { $when } أنه أزالها.
desk-holder-silent = لم يؤكد أنه أزالها.
desk-holder-nobody = ليست لدى أحد، ولم تكن.
desk-silent-mean = أُبلغ هؤلاء الشركاء في قناتهم بأن قصة سُحبت، ولم يؤكدوا أنهم أزالوها. بعد يوم و7 أيام و30 يومًا يُعلَّم كل منهم هنا بأنه متأخر. اسألهم بنفسك: الاتصال أنفع من رسالة أخرى.
desk-silent-told = أُبلغ في { $when }.
desk-silent-agreement-ended = انتهى الاتفاق معهم.
desk-silent-not-chased = لم يتأخر بعد.
desk-silent-consent = الموافقة التي قامت عليها
desk-silent-consent-of = موافقة الصوت { $place }
desk-silent-erased = أُتلفت القصة هنا.
desk-silent-none = أكّد كل الشركاء.
desk-audit-mean = كل فعل مرتبط بالذي قبله، فلا يمكن تغيير شيء أو حذفه دون أن يُرى.
desk-audit-when = متى
desk-audit-deed = ماذا حدث
desk-audit-who = من
desk-audit-what = لأي شيء
desk-audit-record = موافقة
desk-audit-story = قصة
desk-audit-other = شيء آخر
desk-audit-about-one = حول قصة أو موافقة واحدة فقط.
desk-audit-about-all = اعرض كل القصص
desk-audit-none = لم يحدث شيء مطابق.
desk-audit-verify = تحقق من أن شيئًا لم يُغيَّر
desk-audit-broken = تغيّر شيء أو حُذف. أخبر من يعتني بالخادم، ولا تكتب فوقه.
desk-actor-staff = أحد العاملين على المكتب
desk-actor-partner = شريك
desk-actor-phone = هاتف جامع القصص
desk-actor-storyteller = صاحب القصة
desk-actor-house = Heardwell نفسه
desk-told-released = أُعطيت لشريك
desk-told-updated = أُبلغ شريك بتغييرها
desk-told-withdrawn = طُلب من شريك إزالتها
desk-bundle = صدّر بيانات هذا الشخص
desk-bundle-title = كل ما نحتفظ به عن هذا الشخص
desk-bundle-means = ملف واحد: موافقته وإيصالاتها الموقّعة، وكلماته وصوته هو، ومن استلم القصة، وبماذا أُجيب، ومن اطّلع.
desk-bundle-not = ليس فيه كلام أو صوت أي شخص آخر. تُترك الكلمات والصوت خارجه إذا سُحبت القصة، أو إذا لم يُسمح للفريق بفتحها.
desk-bundle-sure = طلبه هذا الشخص، وأنا متأكد من أنه هو.
desk-bundle-do = احفظ الملف
desk-bundle-taken = سُجّل أنك أخذته. لا تعطه لأحد آخر.
desk-did-consent-widened = وُسّعت الموافقة
desk-did-consent-embargoed = أُجّلت الموافقة أو أُخفيت
desk-did-story-erased = أُتلفت
desk-did-revised = صُحّحت الكلمات
desk-did-redacted = أُزيل شيء
desk-did-unredacted = أُعيد شيء كان قد أُزيل
desk-did-quoted = عُلّم اقتباس
desk-did-unquoted = أُلغي اقتباس
desk-did-described = كُتبت التفاصيل
desk-did-sound-ready = صار الصوت جاهزًا للسماع
desk-did-sound-shut = لم يمكن فتح بعض الصوت
desk-did-sound-tried-again = طُلبت تجربة الصوت مرة أخرى
desk-did-left-message = ترك صاحب القصة رسالة
desk-did-left-harm = أبلغ صاحب القصة عن ضرر
desk-did-listed-stories = تصفّح شريك قصصه
desk-did-partner-read-story = قرأها شريك
desk-did-partner-read-audio = سمعها شريك
desk-did-partner-responded = أجاب شريك
desk-did-partner-created = أُضيف شريك
desk-did-key-revoked = أُلغي مفتاح شريك
desk-did-invite-created = أُنشئت دعوة
desk-did-device-left = غادر هاتف المشروع
desk-did-read-own-story = قرأ صاحب القصة قصته
desk-did-heard-own-story = سمع صاحب القصة قصته
desk-did-transcription-wanted = تنتظر الكتابة
desk-did-upload-completed = وصل تسجيل
desk-did-upload-assembled = جُمع تسجيل
desk-did-upload-released = أُفلت تسجيل
desk-did-release-erased = نُسي هنا ما كان لدى شريك منها
desk-did-spoken-kept = سُجّلت عبارة منطوقة
desk-did-spoken-taken-off = أُزيلت عبارة منطوقة
desk-did-tombstone-chased = تأكيد شريك متأخر
desk-did-read-register = قُرئ السجل
desk-did-read-consent-record = قُرئت موافقة
desk-did-exported-register = حُفظ السجل كجدول
desk-did-exported-person = صُدّرت بيانات شخص
desk-did-read-audit = قُرئت هذه القائمة
desk-did-verified-audit = جرى التحقق من أن شيئًا لم يُغيَّر
desk-register-shown = { $count ->
    [one] موافقة واحدة معروضة
    [two] موافقتان معروضتان
    [few] { $count } موافقات معروضة
   *[other] { $count } موافقة معروضة
}
desk-silent-days = { $days ->
    [0] اليوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
   *[other] { $days } يومًا
}
desk-silent-chased = { $stage ->
    [1] متأخر: لا جواب بعد يوم. سُجّل في { $when }.
    [7] متأخر: لا جواب بعد 7 أيام. سُجّل في { $when }.
   *[other] متأخر: لا جواب بعد { $stage } يومًا. سُجّل في { $when }.
}
desk-audit-stands = { $count ->
    [one] الفعل الوحيد كما كُتب.
    [two] الفعلان كما كُتبا.
    [few] كل الأفعال، وعددها { $count }، كما كُتبت.
   *[other] كل الأفعال، وعددها { $count }، كما كُتبت.
}

desk-forms = نموذج الموافقة
desk-forms-title = ما الذي نسأل الناس عنه
desk-forms-mean = تعرضه الهواتف قبل أن يحكي أحد قصته، وتطرح كل سؤال وحده. النسخة التي يمكن الإجابة عنها لا تتغير أبدًا. ما تغيّره يصبح نسخة جديدة، والقصص الأقدم تبقى على نسختها.
desk-forms-all = كل النسخ
desk-forms-begin = ابدأ نسخة جديدة
desk-forms-go-on = واصل الكتابة
desk-forms-look = انظر إليها
desk-forms-version = النسخة { $version }
desk-forms-standing-draft = مسودة
desk-forms-standing-current = تسأل بها الهواتف
desk-forms-standing-earlier = تقوم عليها قصص أقدم
desk-forms-standing-retired = أُوقفت
desk-forms-since = مستخدمة منذ { $when }.
desk-forms-begun = بدأت في { $when }.
desk-forms-grace = يمكن مشاركة القصص التي رُويت بها حتى { $when }.
desk-forms-grace-over = القصص التي رُويت بها لم تعد تُشارك.
desk-forms-answered = { $count ->
    [0] لم يجب عنها أحد بعد.
    [one] أجاب عنها شخص واحد.
    [two] أجاب عنها شخصان.
    [few] أجاب عنها { $count } أشخاص.
    [many] أجاب عنها { $count } شخصًا.
   *[other] أجاب عنها { $count } شخص.
}
desk-forms-altered = غيّر أحدهم هذه النسخة من خارج Heardwell. لا يُشارك شيء مما رُوي بها. أخبر من يعتني بالخادم، وانشر نسخة جديدة.
desk-forms-stands-for-good = هذه النسخة ثابتة إلى الأبد. لتغيير أي شيء ابدأ نسخة جديدة.
desk-forms-fingerprint = البصمة
desk-forms-parts = طرق عرض هذه النسخة
desk-forms-write = الكتابة
desk-forms-preview = كما يعرضها الهاتف
desk-forms-stays-out = هناك نقص في هذه اللغة. تسأل الهواتف بلغة { $source } بدلًا منها.
desk-forms-beside = اللغة بجانب { $source }
desk-forms-cards = قبل أن يبدأ أحد
desk-forms-card = البطاقة { $number }
desk-forms-add-card = أضف بطاقة
desk-forms-remove-card = أزل البطاقة { $number }
desk-forms-questions = ما تطلب منهم أن يسمحوا به
desk-forms-notes = باختصار، للسجلات
desk-forms-terms = من يقف وراءها
desk-forms-piece-title = العنوان
desk-forms-piece-text = النص
desk-forms-piece-question = السؤال
desk-forms-piece-limits = متى لا يمكن أن تبقى سرًا
desk-forms-piece-note = ما الذي يحتفظ به الشركاء
desk-forms-term-controller = من يحتفظ بالقصص
desk-forms-term-contact = كيف يتواصل الناس معهم
desk-forms-term-jurisdiction = البلد الذي يسري قانونه
desk-forms-term-retention = كم تُحفظ القصص
desk-forms-purpose-hold_and_transcribe = حفظها وكتابتها
desk-forms-purpose-project_team = الفريق يفتحها
desk-forms-purpose-share_partner = مشاركتها مع { $who }
desk-forms-purpose-research = البحث
desk-forms-purpose-public_words = الجمهور، بالكلمات
desk-forms-purpose-public_voice = الجمهور، بالصوت
desk-forms-purpose-quote_only = اقتباسات قصيرة
desk-forms-purpose-recontact = سؤالهم مرة أخرى
desk-forms-purpose-community_archive = أرشيف المجتمع
desk-forms-purpose-machine_training = تدريب الآلات
desk-forms-recipients = من يحصل عليها
desk-forms-recipients-mean = جمهور أو شركاء بأسمائهم، بينها فواصل. لا يحصل عليها غيرهم.
desk-forms-recipients-none = سمِّ واحدًا على الأقل، فمن حق الناس أن يعرفوا من يحصل عليها.
desk-forms-expires = تنتهي وحدها بعد هذه الأيام
desk-forms-expires-mean = فارغ: تبقى حتى يسترجعوها.
desk-forms-facets = ما الذي يختارونه بعد نعم
desk-forms-facet-form = الكلمات أم الصوت
desk-forms-facet-name = أي اسم
desk-forms-facet-place = ما مدى دقة المكان
desk-forms-facet-date = ما مدى دقة التاريخ
desk-forms-facet-reuse = ماذا يجوز للآخرين
desk-forms-facet-licence = رخصة
desk-forms-facet-audience = أيهم
desk-forms-facet-embargo_until = ابتداءً من متى
desk-forms-facet-expires_at = حتى متى
desk-forms-remove-question = لا تسأل هذا بعد الآن
desk-forms-add-question = اسأل سؤالًا آخر
desk-forms-share-with = مشاركتها مع أحد
desk-forms-share-whom = جمهور أو شريك
desk-forms-add = أضفه
desk-forms-missing = لم يُكتب بعد
desk-forms-behind = تغيّر النص في { $source } هنا. هل ما زال هذا يقول الشيء نفسه؟
desk-forms-left = { $count ->
    [one] بقي نص واحد في هذه اللغة.
    [two] بقي نصان في هذه اللغة.
    [few] بقيت { $count } نصوص في هذه اللغة.
    [many] بقي { $count } نصًا في هذه اللغة.
   *[other] بقي { $count } نص في هذه اللغة.
}
desk-forms-age = يُقرأ في عمر { $age }
desk-forms-age-high = يُقرأ في عمر { $age }. كلمات وجمل أقصر تصل به إلى { $oldest }.
desk-forms-age-whole = النص الإنجليزي كله يُقرأ في عمر { $age }. الأفضل { $oldest } أو أقل.
desk-forms-stands-saved = محفوظ
desk-forms-stands-waiting = لم يُحفظ بعد
desk-forms-stands-saving = يجري الحفظ…
desk-forms-stands-refused = لم يُحفظ
desk-forms-theirs = أرني ما كتبه الآخر
desk-forms-over = أبقِ ما كتبته أنا
desk-forms-review-none = يحتاج إلى مراجعة من المجتمع نفسه
desk-forms-review-means = لم يخبرنا بعد أحد يتكلم { $language } في بيته أن هذه الكلمات صحيحة. يمكن استخدامها في هذه الأثناء.
desk-forms-review-say = راجعها مجتمع
desk-forms-review-who = من راجعها
desk-forms-review-when = متى
desk-forms-review-do = سجّل ذلك
desk-forms-review-undo = أزل هذه العلامة
desk-forms-reviewed = راجعها { $who }، { $when }
desk-forms-publish = انشر النسخة { $version }
desk-forms-publish-in = ستسأل الهواتف بهذه اللغات: { $languages }.
desk-forms-publish-not-yet = ما زال هناك نقص في { $source }. اكتبه أولًا: بها تسأل الهواتف حيث تنقص لغة.
desk-forms-publish-out = { $count ->
    [one] { $language } تبقى خارجها: نص واحد لم يُكتب.
    [two] { $language } تبقى خارجها: نصان لم يُكتبا.
    [few] { $language } تبقى خارجها: { $count } نصوص لم تُكتب.
    [many] { $language } تبقى خارجها: { $count } نصًا لم يُكتب.
   *[other] { $language } تبقى خارجها: { $count } نص لم يُكتب.
}
desk-forms-publish-behind = { $count ->
    [one] ربما تأخرت { $language }: نص واحد بقي كما كان.
    [two] ربما تأخرت { $language }: نصان بقيا كما كانا.
    [few] ربما تأخرت { $language }: { $count } نصوص بقيت كما كانت.
    [many] ربما تأخرت { $language }: { $count } نصًا بقي كما كان.
   *[other] ربما تأخرت { $language }: { $count } نص بقي كما كان.
}
desk-forms-publish-means = بعد ذلك لا يستطيع أحد تغييرها. القصص الأقدم تبقى على النسخة التي رُويت بها.
desk-forms-drop = ارمِ المسودة
desk-forms-drop-yes = نعم، ارمها
desk-forms-retire = أوقف النسخة { $version }
desk-forms-retire-means = ما رُوي بهذه النسخة لا يُشارك بعد ذلك، إلا إذا سُئل الناس مرة أخرى. لا يمكن التراجع.
desk-forms-retire-days = الأيام حتى ذلك الحين
desk-forms-retire-days-mean = قد يبقى الهاتف بلا شبكة مدة طويلة. 90 يومًا تعطي قصصه وقتًا لتصل. 0 يوقفها الآن.

desk-cut = احذف هذا الصوت
desk-cut-way-in = ما قاله هذا الشخص يمكن حذفه نهائيًا. يبقى ما قاله الآخرون، وتعود القصة إلى المكتب. استمع إليها كلها أولًا.
desk-cut-title = حذف صوت
desk-cut-back = العودة إلى القصة
desk-cut-mean = { $names }: سُحب هذا الجزء وانتهت أيام التراجع. استمع إلى كل شيء وعلّم كل موضع فيه هذا الصوت. ما تعلّمه وتسمعه يُحفظ أولًا بأول: يمكنك أن تتوقف وتعود.
desk-cut-mean-text = { $names }: سُحب هذا الجزء وانتهت أيام التراجع. اقرأ كل شيء وعلّم كل كلمة من هذا الجزء. ما تعلّمه يُحفظ أولًا بأول: يمكنك أن تتوقف وتعود.
desk-cut-leave = أعدها الآن
desk-cut-stands-saved = كل العلامات محفوظة
desk-cut-stands-waiting = لم تُحفظ بعد
desk-cut-stands-saving = يجري الحفظ…
desk-cut-stands-refused = لم تُحفظ. علاماتك باقية في هذه الصفحة ونحن نعيد المحاولة. اتركها مفتوحة.
desk-cut-lost = هذه القصة ليست في يدك
desk-cut-lost-mean = يعمل عليها شخص واحد في كل مرة. بعد نصف ساعة بلا عمل تصبح متاحة.
desk-cut-held-mean = يعمل عليها شخص واحد في كل مرة. تحدّث معه قبل أن تكمل.
desk-cut-still-here = ما علّمته ما زال هنا.
desk-cut-take = خذها
desk-cut-take-try = حاول أن تأخذها مجددًا
desk-cut-changed = غيّر شخص آخر العلامات
desk-cut-changed-mean = لم يضع شيء. ترى الآن علاماته، وعلاماتك محفوظة هنا. كيف نكمل؟
desk-cut-theirs = { $count ->
    [0] علاماته: لا شيء
    [one] علاماته: واحدة، { $time } في المجموع
    [two] علاماته: اثنتان، { $time } في المجموع
   *[other] علاماته: { $count }، { $time } في المجموع
}
desk-cut-yours = { $count ->
    [0] علاماتك: لا شيء
    [one] علاماتك: واحدة، { $time } في المجموع
    [two] علاماتك: اثنتان، { $time } في المجموع
   *[other] علاماتك: { $count }، { $time } في المجموع
}
desk-cut-theirs-text = { $count ->
    [one] عنده: مقطع واحد
    [two] عنده: مقطعان
    [few] عنده: { $count } مقاطع
   *[other] عنده: { $count } مقطعًا
}
desk-cut-yours-text = { $count ->
    [one] عندك: مقطع واحد
    [two] عندك: مقطعان
    [few] عندك: { $count } مقاطع
   *[other] عندك: { $count } مقطعًا
}
desk-cut-settle-both = استعمل الاثنين معًا
desk-cut-settle-mine = علاماتي فقط
desk-cut-settle-theirs = علاماته فقط
desk-cut-failed = تعذّر حذف الصوت.
desk-cut-failed-mean = لم يتغير شيء، وكل العلامات هنا. راجعها واطلب مرة أخرى. إن تعذّر مرتين فأخبر من يعتني بالخادم.
desk-cut-sound-making = يجري جمع الصوت. يمكنك أن تقرأ الآن، ويظهر المشغّل وحده.
desk-cut-no-sound = لا يوجد هنا صوت يمكن تشغيله.
desk-cut-no-sound-mean = لا أحد يسمع من يتكلم، فلا يمكن حذف شيء. أخبر من يعتني بالخادم.
desk-cut-unplayable = { $count ->
    [one] تسجيل واحد لا يستطيع أحد تشغيله.
    [two] تسجيلان لا يستطيع أحد تشغيلهما.
    [few] { $count } تسجيلات لا يستطيع أحد تشغيلها.
   *[other] { $count } تسجيلًا لا يستطيع أحد تشغيلها.
}
desk-cut-unplayable-mean = لا أحد يعرف من يتكلم هناك. يُتلف مع هذا الصوت.
desk-cut-labels = من في النص هو { $names }؟
desk-cut-label-words = { $count ->
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
   *[other] { $count } كلمة
}
desk-cut-no-labels = لا يقول النص من يتكلم. علّم وأنت تستمع.
desk-cut-take-labelled = { $count ->
    [one] علّم مقطعًا واحدًا بهذا الاسم
    [two] علّم مقطعين بهذا الاسم
    [few] علّم { $count } مقاطع بهذا الاسم
   *[other] علّم { $count } مقطعًا بهذا الاسم
}
desk-cut-shown-goes = يُحذف
desk-cut-shown-outside = من كلامه، لم يُعلَّم بعد
desk-cut-shown-stays = شخص آخر داخل علامة
desk-cut-shown-struck = أُزيل من قبل، وما زال في الأصل
desk-cut-word-goes = { $word } (يُحذف)
desk-cut-word-outside = { $word } (من كلامه، لم يُعلَّم بعد)
desk-cut-word-stays = { $word } (شخص آخر داخل علامة)
desk-cut-word-struck = { $word } (أُزيل من قبل، وما زال في الأصل)
desk-cut-paragraph = الجزء { $number }، { $speaker }
desk-cut-mark-words = هذا كلامه
desk-cut-leave-in = اتركه
desk-cut-open-mark = افتح العلامة
desk-cut-marks = ما يُحذف
desk-cut-marks-sum = { $count ->
    [one] علامة واحدة، { $time }. يصمت أيضًا ثلث ثانية قبلها وبعدها.
    [two] علامتان، { $time } في المجموع. يصمت أيضًا ثلث ثانية قبل كل منهما وبعدها.
    [few] { $count } علامات، { $time } في المجموع. يصمت أيضًا ثلث ثانية قبل كل منها وبعدها.
   *[other] { $count } علامة، { $time } في المجموع. يصمت أيضًا ثلث ثانية قبل كل منها وبعدها.
}
desk-cut-marks-count = { $count ->
    [one] علامة واحدة
    [two] علامتان
    [few] { $count } علامات
   *[other] { $count } علامة
}
desk-cut-none-marked = لم يُعلَّم شيء بعد.
desk-cut-nothing-said = { $names }: لا كلمة تُسمع أو تُقرأ هنا
desk-cut-no-words-here = لا كلمات هنا
desk-cut-undo = تراجع عن آخر تغيير
desk-cut-mark-of = العلامة { $number } من { $count }
desk-cut-mark-number = العلامة { $number }
desk-cut-close-mark = أغلق هذه العلامة
desk-cut-start = تبدأ عند
desk-cut-end = تنتهي عند
desk-cut-move-start = حرّك البداية
desk-cut-move-end = حرّك النهاية
desk-cut-hear-start = اسمع البداية
desk-cut-hear-end = اسمع النهاية
desk-cut-edge-hint = دقائق وثوانٍ وعُشر ثانية: 1:02.3. السهمان إلى أعلى وإلى أسفل يحركانها عُشر ثانية.
desk-cut-hear-mark = اسمعها
desk-cut-remove = أزل هذه العلامة
desk-cut-others = يتكلم هنا آخرون أيضًا
desk-cut-others-lose = سيضيع هذا من كلام { $names }:
desk-cut-with-others = يُحذف معه
desk-cut-or-move = أو حرّك البداية أو النهاية ليبقى.
desk-cut-begin = يبدأ كلامه
desk-cut-stop = يتوقف كلامه
desk-cut-start-here = تبدأ هنا
desk-cut-end-here = تنتهي هنا
desk-cut-begun = بدأ عند { $at }. اضغط الآن «يتوقف كلامه» حيث يتوقف.
desk-cut-give-up = لا، ليس هنا
desk-cut-heard-of = سُمع { $heard } من { $whole }
desk-cut-heard-all = سُمع كله
desk-cut-next-unheard = المقطع التالي الذي لم يُسمع
desk-cut-sound-failed = الصوت لا يصل.
desk-cut-sound-again = اطلبه مجددًا
desk-cut-key-skip = 3 ثوانٍ إلى الوراء أو الأمام
desk-cut-key-leave = اترك العلامة، أوقف الصوت
desk-cut-left = ما بقي
desk-cut-left-unheard = لم يُسمع بعد: { $time }. قد يتكلم في أي موضع منه.
desk-cut-left-outside = { $count ->
    [one] كلمة واحدة باسمه لم تُعلَّم.
    [two] كلمتان باسمه لم تُعلَّما.
    [few] { $count } كلمات باسمه لم تُعلَّم.
   *[other] { $count } كلمة باسمه لم تُعلَّم.
}
desk-cut-left-overlap = { $count ->
    [one] في علامة واحدة يتكلم من يبقى. حرّك طرفها، أو قل إنه يُحذف معه.
    [two] في علامتين يتكلم من يبقى. حرّك الطرفين، أو قل إنه يُحذف معه.
    [few] في { $count } علامات يتكلم من يبقى. حرّك أطرافها، أو قل إنه يُحذف معه.
   *[other] في { $count } علامة يتكلم من يبقى. حرّك أطرافها، أو قل إنه يُحذف معه.
}
desk-cut-left-not-marked = لم يُعلَّم شيء. علّم ما قاله، أو قل إن لا شيء منه هنا.
desk-cut-left-no-sound = لا صوت للاستماع إليه بعد.
desk-cut-ready = سُمع كله، وعُلِّم كل كلامه.
desk-cut-ready-text = عُلِّم كل كلامه.
desk-cut-finish = احذف الصوت…
desk-cut-shut = { $count ->
    [one] بقي أمر واحد قبل ذلك.
    [two] بقي أمران قبل ذلك.
    [few] بقيت { $count } أمور قبل ذلك.
   *[other] بقي { $count } أمرًا قبل ذلك.
}
desk-cut-shut-saving = انتظر حتى تُحفظ العلامات.
desk-cut-finish-title = حذف هذا الصوت نهائيًا
desk-cut-finish-goes = { $count ->
    [one] { $names }: يُحذف موضع واحد من الصوت، { $time }.
    [two] { $names }: يُحذف موضعان من الصوت، { $time } في المجموع.
    [few] { $names }: تُحذف { $count } مواضع من الصوت، { $time } في المجموع.
   *[other] { $names }: يُحذف { $count } موضعًا من الصوت، { $time } في المجموع.
}
desk-cut-finish-goes-text = { $count ->
    [one] { $names }: يُحذف مقطع واحد.
    [two] { $names }: يُحذف مقطعان.
    [few] { $names }: تُحذف { $count } مقاطع.
   *[other] { $names }: يُحذف { $count } مقطعًا.
}
desk-cut-finish-nothing = { $names }: لا كلمة منه هنا. لا يُحذف شيء من القصة، لكن يُمحى اسمه وأجوبته.
desk-cut-finish-sound = تصمت هذه المواضع في التسجيل. ويُتلف التسجيل كما كان.
desk-cut-finish-words = تُمحى كلماته واسمه وأجوبته.
desk-cut-finish-stays = يبقى ما قاله الآخرون. يعود إلى المكتب، ولا يصل إلى أحد حتى يُوافَق عليه من جديد.
desk-cut-finish-for-good = لا شيء يعيده.
desk-cut-finish-sure = سمعته كله، وأنا واثق من كل علامة.
desk-cut-finish-sure-text = قرأته كله، وأنا واثق من كل علامة.
desk-cut-finish-do = احذفه نهائيًا
desk-cut-making = يجري حذف الصوت
desk-cut-making-mean = قد يستغرق ذلك دقائق. يكمل وحده، فيمكنك ترك هذه الصفحة. لا أحد يفتح القصة في هذه الأثناء.
desk-cut-done = حُذف الصوت
desk-cut-done-mean = أُتلف ما كان له. وعاد ما قاله الآخرون إلى المكتب، ولا يصل إلى أحد حتى يُوافَق عليه.
desk-cut-look-at = كُتب هذا عن القصة كلها، فاقرأه من جديد واحفظه: { $fields }.
desk-cut-open-story = افتح القصة
desk-cut-open-details = اقرأ التفاصيل
desk-obstacle-details-unconfirmed = حُذف صوت. اقرأ من جديد ما كُتب عن القصة واحفظه.
desk-did-read-to-cut = قُرئت لحذف صوت
desk-did-heard-to-cut = استُمع إليها لحذف صوت
desk-did-cut-marked = عُلِّم ما يُحذف
desk-did-cut-asked = طُلب حذف صوت نهائيًا
desk-did-voice-erased = حُذف صوت وأُتلف
desk-did-consent-erased = أُتلفت موافقة

## The machine that listens

desk-listening = ما سمعته الآلة
desk-heard-language = سمعت الآلة هذه اللغة: { $language }.
desk-heard-told = قيل للآلة إن اللغة هي: { $language }.
desk-heard-sure = كانت متأكدة.
desk-heard-fairly = كانت متأكدة إلى حد ما.
desk-heard-unsure = لم تكن متأكدة.
desk-heard-nobody = لم تسمع الآلة أحدًا يتكلم.
desk-heard-nothing = لم تستطع الآلة كتابة هذا.
desk-heard-by = سُمع بواسطة { $engine }، النموذج { $model }
desk-listen-again = إعادة الاستماع بالآلة
desk-listen-language = اللغة المحكية
desk-listen-auto = لتكتشفها الآلة بنفسها
desk-listen-model = النموذج
desk-listen-larger = النموذج الأكبر يسمع أفضل ويحتاج وقتًا أطول.
desk-listen-model-usual = { $model }، { $size } (المعتاد)
desk-listen-model-other = { $model }، { $size }
desk-listen-model-english-only = { $model }، { $size } (الإنجليزية فقط)
desk-listen-start = استمع من جديد
desk-listen-keeps = تبقى الكلمات أدناه حتى تنتهي الآلة، ثم تحل الكلمات الجديدة محلها. وإذا بدأ أحد العمل عليها قبل ذلك فإنها تبقى.
desk-listen-worked-on = عمل أحدهم على هذه الكلمات، لذلك تبقى. ألغِ الحذف والاقتباسات أولًا. النص المصحح لا يُستبدل أبدًا.
desk-listen-running = الآلة تستمع من جديد.
desk-listen-waiting = ينتظر دوره.
desk-listen-share = إلى أين وصلت الآلة
desk-listen-in-vain = لم ينجح ذلك. الكلمات كما كانت.
desk-listen-people-began = بدأ أحدهم العمل على الكلمات، لذلك تبقى كما هي.
desk-listen-story-moved = انتقلت القصة في هذه الأثناء، لذلك تحتفظ بكلماتها.
desk-so-far = ما كُتب حتى الآن
desk-so-far-listening = الآلة تستمع.
desk-so-far-unfinished = لم تكتمل الكتابة بعد. يمكنك القراءة والاستماع الآن، ويمكنك العمل على الكلمات عندما تنتهي الآلة.
desk-so-far-gap = من { $from } إلى { $to }: لم يُسمع بعد، أو لا أحد يتكلم.
desk-so-far-goes-on = إلى هنا وصلت الآلة.
desk-ready-soon = تجهز خلال أقل من دقيقة
desk-ready-minutes = { $count ->
    [zero] تجهز خلال أقل من دقيقة
    [one] تجهز خلال دقيقة تقريبًا
    [two] تجهز خلال دقيقتين تقريبًا
    [few] تجهز خلال { $count } دقائق تقريبًا
    [many] تجهز خلال { $count } دقيقة تقريبًا
   *[other] تجهز خلال { $count } دقيقة تقريبًا
}
desk-ready-hours = { $count ->
    [zero] تجهز خلال أقل من ساعة
    [one] تجهز خلال ساعة تقريبًا
    [two] تجهز خلال ساعتين تقريبًا
    [few] تجهز خلال { $count } ساعات تقريبًا
    [many] تجهز خلال { $count } ساعة تقريبًا
   *[other] تجهز خلال { $count } ساعة تقريبًا
}
desk-gist = ترجمة تقريبية إلى الإنجليزية
desk-gist-ask = إعداد ترجمة تقريبية إلى الإنجليزية
desk-gist-anew = إعداد الترجمة من جديد
desk-gist-running = الآلة تُعد ترجمة تقريبية.
desk-gist-warning = ترجمة آلية تقريبية. لا تقتبس منها.
desk-gist-from = أُعدّت مما سُمع بهذه اللغة: { $language }.
desk-did-asked-again = طُلب من الآلة أن تستمع من جديد
desk-did-asked-gist = طُلبت ترجمة تقريبية
desk-did-heard-again = انتهت الآلة من الاستماع من جديد
