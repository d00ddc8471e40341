# SPDX-License-Identifier: Apache-2.0
receipt-page = قصتك
receipt-language = اللغة
receipt-open-title = افتح قصتك
receipt-open-hint = اكتب الكلمات الثماني أو حروف رمزك أو أرقامه. المسافات وحجم الحروف لا يهمّان.
receipt-code = رمزك
receipt-open = افتح قصتي
receipt-open-private = لا نسألك عن اسمك أبدًا. لا يبقى شيء على هذا الهاتف.
receipt-close = أغلق قصتي
receipt-back = العودة إلى قصتي
receipt-leave-as-is = اتركها كما هي

receipt-problem-invalid = لم يفتح هذا الرمز أي قصة. انظر إليه مرة أخرى كلمة كلمة. إذا كانت قصتك قد سُحبت وأُتلفت فإن رمزها لم يعد يفتح شيئًا.
receipt-problem-wait = قصتك في أمان. كانت هناك محاولات خاطئة كثيرة من هنا. انتظر قليلًا ثم حاول مرة أخرى.
receipt-problem-session = قصتك في أمان وقد أُغلقت لأن وقتًا قد مضى. اكتب رمزك مرة أخرى لتكمل.
receipt-problem-pin = هذا الرقم السري غير صحيح. بعد خمس محاولات خاطئة تحتاج إلى شخص من المشروع.
receipt-problem-second-step = هذا يحتاج إلى أكثر من الرمز: رقمك السري، أو شخص من المشروع يفتحها معك.
receipt-problem-undo = لم يبق شيء يمكن التراجع عنه.
receipt-problem-proof = لم يُشارك شيء. ما كنا سنشاركه تغيّر منذ أن نظرت إليه. انظر إليه مرة أخرى من فضلك.
receipt-problem-stands = لم يتغيّر شيء. قصتك وصلت إلى مرحلة أخرى. انظر في الأسفل أين هي.
receipt-problem-words = لم يُرسل شيء. اكتب بضع كلمات أولًا، خمسة آلاف حرف على الأكثر.
receipt-problem-other = لم يتغيّر شيء. حدث خلل عندنا. حاول مرة أخرى بعد قليل.

receipt-status-awaiting_recording = في الطريق
receipt-status-received = وصلت
receipt-status-transcribing = تُكتب الآن
receipt-status-in_review = يُنظر فيها
receipt-status-awaiting_sign_off = تنتظرك
receipt-status-approved = جاهزة للمشاركة
receipt-status-shared = تمت مشاركتها
receipt-status-declined = لم تُشارك
receipt-status-withdrawn = سُحبت
receipt-status-hidden = مخفية

receipt-kind-monologue = قصة رويتها
receipt-kind-dialogue = حديث بين أشخاص
receipt-kind-snapshot = جواب قصير
receipt-without-words = كلماتك وصوتك لا يظهران هنا. هذا الرمز وحده يفتح ما في هذه الصفحة فقط.

receipt-happened = ماذا حدث
receipt-date-of = { $date }
receipt-happened-declared = أخبرنا الهاتف أن قصة في الطريق.
receipt-happened-arrived = وصلت قصتك كاملة وآمنة.
receipt-happened-writing = بدأنا نكتب ما قلته.
receipt-happened-looking = كُتبت القصة. شخص ينظر فيها الآن.
receipt-happened-asked = طلبنا منك أن تراجع ما سنشاركه.
receipt-happened-change = طُلب تغيير قبل المشاركة.
receipt-happened-approved = وافق شخص: يمكن مشاركتها كما سمحت.
receipt-happened-declined = تقرر ألا تُشارك.
receipt-happened-reopened = عاد شخص إلى النظر فيها.
receipt-happened-withdrawn = سُحبت القصة. توقف كل شيء.
receipt-happened-restored = أُعيدت القصة. لا يُشارك شيء حتى ينظر فيها شخص من جديد.
receipt-happened-choices = كُتب ما هو مسموح به.
receipt-happened-shared = تمت مشاركتها مع { $name }.
receipt-happened-stopped = لم يعد مسموحًا لـ { $name } باستعمالها.

receipt-who = من لديه القصة
receipt-who-nobody = لا أحد خارج المشروع لديه قصتك.
receipt-who-since = منذ { $date }
receipt-who-until = حتى { $date }
receipt-form-words = الكلمات فقط
receipt-form-voice = الكلمات والصوت
receipt-who-read = فتحوها.
receipt-who-not-read = لم يفتحوها بعد.
receipt-who-told-confirmed = طلبنا منهم التوقف. أكدوا ذلك.
receipt-who-told-waiting = طلبنا منهم التوقف. لم يؤكدوا بعد.

receipt-answers = بماذا أجابوا
receipt-answers-none = لم يجب أحد بعد.
receipt-answer-heard = سمعك { $name }.
receipt-answer-acting = { $name } يعمل على شيء.
receipt-answer-changed = { $name } غيّر شيئًا.
receipt-answer-cannot = { $name } لا يستطيع ذلك، ويقول لماذا.

receipt-waiting = تنتظرك
receipt-waiting-why = قبل أن نشارك أي شيء، راجعه من فضلك. إذا أغلقت هذه الصفحة فلن يُشارك شيء.
receipt-look = انظر إلى ما سنشاركه
receipt-refuse = لا تشاركوها
receipt-refuse-what = يمكنك أيضًا أن ترفض الآن. عندها لا تُشارك.
receipt-pin = رقمك السري
receipt-pin-open = افتح برقمي السري
receipt-no-pin = لتقرأها وتسمعها اطلب من شخص في المشروع. يستطيع أن يفتحها معك لنصف ساعة.

receipt-read = اقرأ قصتي واسمعها
receipt-said = ما قلته
receipt-shared = ما سنشاركه
receipt-shared-now = ما تتم مشاركته
receipt-said-not-yet = لم تُكتب كلماتك بعد.
receipt-listen-said = اسمع ما قلته
receipt-listen-shared = اسمع ما سنشاركه
receipt-sound-others = قد يسمعه من حولك.
receipt-sound-not-yet = لا يمكن تشغيل الصوت الآن. قصتك في أمان. حاول بعد قليل.
receipt-title = العنوان
receipt-untitled = بلا عنوان
receipt-removed = محذوف
receipt-credit = من رواها
receipt-place = المكان
receipt-date = متى
receipt-for = من سيحصل عليها
receipt-for-nobody = لا أحد بعد
receipt-not-told = لا يُذكر
receipt-nothing-to-share = لا شيء جاهز للمشاركة.
receipt-quotes = مقطع قصير منها
receipt-quote-yes = نعم
receipt-quote-change = غيّروه
receipt-quote-leave_out = اتركوه
receipt-your-answer = جوابك
receipt-answer-whole = لم يُختر شيء. إذا لم تختر شيئًا فلن يُشارك شيء.
receipt-yes = نعم، شاركوا هذا
receipt-change = غيّروا شيئًا
receipt-change-what = ماذا نغيّر؟

receipt-choices = اختياراتك
receipt-given = قلت نعم
receipt-refused = قلت لا
receipt-not-before = ليس قبل { $date }
receipt-hidden-now = مخفية. لا يحصل عليها أحد.
receipt-purpose-hold_and_transcribe = حفظ قصتي وكتابتها
receipt-purpose-project_team = العاملون في المشروع يسمعونها ويقرؤونها
receipt-purpose-research = يدرسها الباحثون
receipt-purpose-public_words = يقرأ كلماتي أي شخص
receipt-purpose-public_voice = يسمع صوتي أي شخص
receipt-purpose-quote_only = تُستعمل مقاطع قصيرة
receipt-purpose-recontact = يمكنكم التواصل معي مرة أخرى
receipt-purpose-community_archive = يحفظها أرشيف المجتمع
receipt-purpose-services = تحصل عليها الخدمات المحلية
receipt-purpose-partner = يحصل عليها { $name }
receipt-facet-form-words = كلماتي دون صوتي
receipt-facet-form-voice = كلماتي وصوتي
receipt-facet-name-none = دون اسمي
receipt-facet-name-pseudonym = باسم اخترته
receipt-facet-name-real = باسمي

receipt-take-back = أوقف أو اسحب
receipt-copies = النسخ التي أخذوها من قبل لا نستطيع إلا أن نطلبها.
receipt-narrow = اسمح بأقل
receipt-narrow-what = تختار ما لم يعد مسموحًا. ويبقى الباقي كما هو.
receipt-hide = أخفِ قصتي
receipt-hide-what = تتوقف اليوم عن الجميع. نحفظها في أمان ويمكنك إظهارها لاحقًا.
receipt-withdraw = اسحب قصتي
receipt-withdraw-what = تتوقف اليوم عن الجميع. بعد 14 يومًا تُتلف. وحتى ذلك الوقت يمكنك التراجع.
receipt-touches = هذا يخص: { $names }.
receipt-touches-nobody = لا أحد خارج المشروع لديه القصة.

receipt-narrow-title = اسمح بأقل
receipt-narrow-keep = ما زال مسموحًا
receipt-narrow-stop = لم يعد مسموحًا
receipt-narrow-words = كلماتي، ولكن ليس صوتي
receipt-narrow-nameless = ليس باسمي بعد الآن
receipt-narrow-do = اسمحوا بهذا فقط
receipt-narrow-nothing = لم يبق ما يمكن تقليله. يمكنك أن تسحب قصتك.
receipt-hide-title = أخفِ قصتي
receipt-hide-how-long = إلى متى؟
receipt-hide-always = حتى أقول أنا
receipt-hide-month = شهر واحد
receipt-hide-half = ستة أشهر
receipt-hide-year = سنة واحدة
receipt-hide-do = أخفها الآن
receipt-show = أظهرها من جديد
receipt-show-what = يمكن مشاركتها مرة أخرى كما سمحت. هذا يحتاج إلى رقمك السري أو إلى شخص من المشروع.
receipt-withdraw-title = اسحب قصتي
receipt-withdraw-do = اسحبها الآن
receipt-withdraw-stop = من اليوم لا يحصل أحد منا على كلمة واحدة منها.
receipt-withdraw-told = كل من كانت لديه يُبلّغ فورًا ويُطلب منه حذفها.
receipt-withdraw-14 = خلال 14 يومًا يمكنك التراجع بهذا الرمز. بعد ذلك تُتلف، ولا يفتح الرمز شيئًا.
receipt-urgent = أتلفوها الآن
receipt-urgent-what = دون انتظار 14 يومًا. لا أحد يستطيع التراجع عن هذا، ولا نحن.

receipt-stopped = توقفت الساعة { $time }.
receipt-stopped-told = { $told ->
    [0] لم تكن لدى أحد خارج المشروع.
    [one] أُبلغ شريك واحد، { $confirmed ->
        [0] ولم يؤكد بعد
       *[other] وأكد ذلك
    }.
    [two] أُبلغ شريكان، وأكد { $confirmed } منهما.
   *[other] أُبلغ { $told } من الشركاء، وأكد { $confirmed } منهم.
}
receipt-undo-until = يمكنك التراجع حتى { $date }.
receipt-undo = أعد قصتي
receipt-undo-what = تعود اختياراتك كما كانت. لا يُشارك شيء قبل أن ينظر فيها شخص من جديد.
receipt-voice-withdrawn = سحبت الجزء الخاص بك. القصة مخفية عن الجميع.
receipt-shut = شخص آخر في هذه القصة سحب الجزء الخاص به. وحتى يُقتطع ذلك الجزء لا يقرأ القصة أحد ولا يسمعها، ولا حتى أنت.

receipt-done-undone = عادت قصتك. لا يُشارك شيء حتى ينظر فيها شخص من جديد.
receipt-done-narrowed = تم. من الآن لا يُسمح إلا بهذا.
receipt-done-hidden = أُخفيت. لم يعد أحد يحصل عليها.
receipt-done-shown = تم. يمكن مشاركة قصتك مرة أخرى كما سمحت.
receipt-done-message = وصلت رسالتك. يقرؤها شخص من المشروع.
receipt-done-harm = وصلت رسالتك. أوقفنا مشاركة قصتك، وسينظر شخص من المشروع في الأمر قريبًا.
receipt-done-second-step = فُتحت. كلماتك لك وحدك.
receipt-done-yes = شكرًا لك. تُشارك كما رأيتها.
receipt-done-change = شكرًا لك. شخص من المشروع يقرأ ما طلبته. لا يُشارك شيء حتى تراها مرة أخرى.
receipt-done-leave_out = لن تُشارك.
receipt-done-contact = لن يتواصل معك أحد بخصوص هذه القصة.
receipt-done-destroyed = يجري إتلاف قصتك. لم يعد رمزها يفتح شيئًا.
receipt-done-not-destroyed = سُحب الجزء الخاص بك، والقصة مخفية عن الجميع. لم تُتلف بعد، لأن شخصًا آخر يرويها أيضًا. تبقى مخفية ما دام جزؤك فيها.

receipt-more = المزيد
receipt-message = اكتب إلى المشروع
receipt-message-what = يقرؤها شخص من المشروع، ولا أحد غيره.
receipt-message-text = رسالتك
receipt-message-send = أرسل رسالتي
receipt-harm = حدث أمر سيئ بسبب قصتي
receipt-harm-what = أخبرنا. نوقف مشاركة قصتك فورًا وننظر في الأمر.
receipt-harm-send = أخبر المشروع الآن
receipt-contact-stop = لا تتواصلوا معي بعد الآن
receipt-document = موافقتي على ورق
receipt-document-what = ما سمحت به، موقّعًا منا. يمكنك طباعته أو حفظه.
receipt-document-open = اعرضه للطباعة
receipt-document-save = احفظه ملفًا
receipt-document-title = ما سمحت به
receipt-document-from = بتاريخ { $date }
receipt-document-controller = من يحفظ قصتك
receipt-document-contact = كيف تصل إليهم
receipt-document-number = الرقم
receipt-document-fingerprint = بصمة مفتاحنا
receipt-document-check = يستطيع أي شخص أن يتحقق من الملف المحفوظ بهذه البصمة دون شبكة.
