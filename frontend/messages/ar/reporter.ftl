# SPDX-License-Identifier: Apache-2.0
app-name = ملاحظات
tabs = الأماكن الرئيسية
tab-tell = احكِ
tab-mine = قصصي
tab-help = مساعدة
read-aloud = اقرأ هذه الشاشة بصوت عالٍ
leave-quickly = خروج سريع
to-start = العودة إلى البداية

choose-language = اختر لغة
join-title = انضمام
join-welcome = احكِ قصة. أنت من يقرر من يسمعها.
join-why = دعاك شخص ما لتحكي عن حياتك. ما تحكيه يبقى على هذا الهاتف حتى ترسله.
join-code = دعوتك: رابط أو رمز
join-camera = أو وجّه كاميرا هذا الهاتف نحو المربع المرسوم على الدعوة.
join = انضم
join-busy = لحظة …
join-no-network = لا توجد شبكة بعد. دعوتك محفوظة. حاول مرة أخرى حين توجد شبكة.
join-invite-invalid = لا نعرف هذه الدعوة. انظر إليها مرة أخرى أو اطلب دعوة جديدة.
join-invite-expired = انتهت هذه الدعوة. اطلب دعوة جديدة.
join-other = لم ينجح ذلك. اسأل من دعاك.
joined = انضممت إلى
who-uses = من يستعمل هذا الهاتف؟
only-me = أنا فقط
only-me-means = تبقى قائمة قصصك هنا، حتى بلا شبكة.
we-share = نتشارك فيه
we-share-means = لكل واحد رسمة. لا يرى أحد قصص غيره، ولا يبقى هنا شيء عن القصص المرسلة.

tell-title = احكِ
another-question = سؤال آخر
write-instead = اكتب بدلًا من ذلك
record = سجّل
who-speaks = من يتكلم؟
kind-snapshot-means = سؤال واحد، دقيقة أو دقيقتان
kind-monologue-means = قصتي، وحدي أو مع شخص بجانبي
kind-dialogue-means = حديث بيننا
which-question = أي سؤال؟
this-question = أجب عن هذا السؤال
no-question = بلا سؤال، أعرف ما سأحكيه

consent-title = قبل أن تبدأ
consent-progress = إلى أين وصلت
understood = فهمت
age-question = هل عمرك { $age } سنة أو أكثر؟
recipients = من يحصل عليها:
needed-to-record = من دون نعم هنا لا نستطيع التسجيل.
facets-title = بأي طريقة؟
facet-form = ماذا يجوز أن يكون لديهم؟
facet-name = أي اسم يظهر بجانبها؟
facet-place = إلى أي حد يكون المكان دقيقًا؟
facet-date = إلى أي حد يكون التاريخ دقيقًا؟
facet-reuse = ماذا يجوز أن يفعلوا بها؟
facet-which-name = الاسم الذي يظهر
sign-off-question = هل تريد أن تراجعها قبل أن تخرج؟
sign-off-means = عندها لا يُشارَك شيء حتى ترى بالضبط ما سيُشارَك وتقول نعم.
stop-no = إذن لا نسجل. لا يُحفظ شيء.
stop-no-means = شكرًا لأنك فكرت في الأمر. يمكنك العودة في أي وقت.
stop-age = إذن يجب أن نسأل من يرعاك أيضًا.
stop-age-means = هو يجيب أولًا. ثم يعود الهاتف إليك وتجيب عن نفسك.
talk-no = إذن { $name } خارج هذا الحديث.
talk-no-means = لا يُحفظ شيء عن هذا الشخص: لا اسم ولا رسمة ولا إجابات.
talk-no-alone = بقي شخص واحد، فيصير حديثًا فرديًا.
talk-go-on = تابعوا من دون هذا الشخص
talk-stop = توقّفوا هنا
summary-title = إجاباتك
summary-take-back = يمكنك برمز الإيصال أن تسمح بأقل، أو أن تسحب كل شيء، في أي وقت.
agree = هذا ما أريده
others-add = أضف شخصًا
others-done = هؤلاء هم الجميع
person-who = من هو؟
person-name = اسم، إن أراد
person-number = الشخص { $number }

microphone-title = الميكروفون
microphone-why = لكي نسجل نحتاج إلى الميكروفون.
microphone-why-means = سيسألك هاتفك الآن. يبقى الصوت على هذا الهاتف حتى ترسله.
microphone-allow = اسمح بالميكروفون
microphone-refused = الميكروفون مغلق لهذه الصفحة.
microphone-refused-means = اسمح به في إعدادات المتصفح، بجانب عنوان هذه الصفحة. يمكنك أيضًا أن تكتب.
microphone-picture = صورة: العلامة قبل عنوان الصفحة، ووراءها مفتاح الميكروفون
microphone-missing = لم نجد ميكروفونًا في هذا الهاتف.
microphone-missing-means = صِل ميكروفونًا وحاول مرة أخرى، أو اكتب، أو اختر صوتًا لديك.
microphone-busy = شيء آخر يستعمل الميكروفون.
microphone-busy-means = أنهِ المكالمة أو أغلق التطبيق الآخر، ثم حاول مرة أخرى.
microphone-impossible = لا يستطيع هذا المتصفح التسجيل.
microphone-impossible-means = سجّل بتطبيق آخر في هذا الهاتف واختر الصوت هنا، أو اكتب. كل ما عدا ذلك يبقى كما هو.
choose-file = اختر ملفًا

record-title = تسجيل
question = سؤال
question-before = السؤال السابق
question-after = السؤال التالي
question-of = { $number } من { $count }
question-hide = أخفِ السؤال
hide = أخفِ
question-show = أظهر السؤال
level = علو الصوت
recorded-elsewhere = تُسجَّل قصة في نافذة أخرى. أوقفها هناك أولًا.
slept = نام هذا الهاتف مدة { $length } ولم يسمع شيئًا فيها. كل ما عدا ذلك في أمان.
keep-screen-on = أبقِ الشاشة مضاءة: قد يتوقف هذا الهاتف عن التسجيل عندما تُظلم.
clock = ما سُجل حتى الآن
stop = أوقف
pause = توقف قليلًا
go-on-recording = تابع
next-question = سؤال آخر
paused = توقف مؤقت. ما حكيته محفوظ.
interrupted = توقف مؤقت. أخذت مكالمة أو تطبيق آخر الميكروفون، أو أُغلق. قصتك في أمان.
phone-full = كل ما سبق في أمان، لكن الثواني الأخيرة لم تُحفظ بعد: هذا الهاتف ممتلئ.
phone-full-before = هذا الهاتف ممتلئ. ما حكيته من قبل في أمان، لكن لا يمكن تسجيل شيء جديد حتى يتوفر مكان.
phone-silent-before = هذا الهاتف لا يستجيب. ما حكيته من قبل في أمان. حاول مرة أخرى أو افتح هذه الصفحة من جديد.
phone-full-delete = احذف قصة لم تعد تحتاج إليها، أو صورًا وتطبيقات، ثم حاول مرة أخرى.
phone-silent = كل ما سبق في أمان، لكن الثواني الأخيرة لم تُحفظ بعد: هذا الهاتف لا يستجيب. لا تغلق هذه الصفحة.
cannot-hear = لا نسمعك. هل يغطي شيء الميكروفون، أم أن سماعة موصولة بالهاتف؟
time-left =
    { $minutes ->
        [one] بقيت دقيقة واحدة
        [two] بقيت دقيقتان
        [few] بقيت { $minutes } دقائق
       *[other] بقيت { $minutes } دقيقة
    }
listen-back = استمع إليها
leave-question =
    { $count ->
        [0] ليس لك على هذا الهاتف شيء لم يُرسل. هل تترك المشروع؟
        [one] واحدة من قصصك لم تُرسل. تبقى على هذا الهاتف ولا تُرسل إلا إذا انضممت من جديد. هل تترك المشروع؟
        [two] قصتان لك لم تُرسلا. تبقيان على هذا الهاتف ولا تُرسلان إلا إذا انضممت من جديد. هل تترك المشروع؟
        [few] { $count } من قصصك لم تُرسل. تبقى على هذا الهاتف ولا تُرسل إلا إذا انضممت من جديد. هل تترك المشروع؟
       *[other] { $count } من قصصك لم تُرسل. تبقى على هذا الهاتف ولا تُرسل إلا إذا انضممت من جديد. هل تترك المشروع؟
    }
stop-here-question = هل تريد أن تتوقف هنا؟
leave-safe = كل ما حكيته محفوظ على هذا الهاتف.
discard-question = هل نحذف ما سجّلته الآن؟

listen-title = استمع إليها
part = الجزء { $number }
play = شغّل
stop-playing = أوقف
play-part = شغّل الجزء { $number }
stop-part = أوقف الجزء { $number }
delete-part = احذف الجزء { $number }
part-silent = لا نسمع شيئًا في الجزء { $number }.
part-newer = سجّلت الجزء { $number } مرة أخرى: وهو الآن الجزء { $newer }. يبقى الاثنان حتى تحذف أحدهما.
record-again = سجّل مرة أخرى
part-again = سجّل مرة أخرى: الجزء { $number }
delete-part-question = هل نحذف الجزء { $number } من الهاتف؟
cannot-play = لا يستطيع هذا الهاتف تشغيلها. هي في أمان رغم ذلك.
add-more = أضف المزيد
write-more = تابع الكتابة
save-copy = احفظ نسخة
delete-question = هل تحذف هذه القصة من الهاتف؟
delete-yes = نعم، احذفها
story-gone = لم تعد هذه القصة على هذا الهاتف.

details-title = بعض التفاصيل
details-name = عنوان، إن أردت
details-language = حُكيت بلغة

receipt-title = رمز الإيصال
receipt-code = رمز الإيصال
receipt-yours = هذا لك. ليس عند أحد غيرك.
receipt-means = بهذا الرمز ترى من لديه قصتك وتستطيع سحبها. لا نستطيع أن نعطيك إياه مرة أخرى.
receipt-words = الرمز في ثماني كلمات
receipt-qr = الرمز صورة تُمسح بالكاميرا
receipt-digits = الرمز بالأرقام
receipt-picture = احتفظ بهذا
receipt-save = احفظه صورة
receipt-saved = الصورة في تنزيلات هذا الهاتف.
receipt-print = اطبع
receipt-kept = احتفظت به
lock-question = من يستطيع فتح القصة نفسها بهذا الرمز؟
lock-pin = أقفلها برقم سري
lock-pin-label = الرقم السري، من أربعة إلى ستة أرقام
lock-pin-means = تحتاج إليه لتستمع إلى قصتك ولتوافق على مشاركتها.
lock-code-alone = هذا الرمز وحده يفتح قصتي
lock-neither = لا هذا ولا ذاك. الرمز يُظهر ما يحدث لها ويسحبها.
give-phone-to = أعطِ الهاتف إلى
i-have-the-phone = الهاتف معي
show-code = أظهر الرمز مرة أخرى

send-title = إرسال
send-now = أرسل الآن
to-my-stories = إلى قصصي
see-sending = انظر كيف تسير
unsent =
    { $count ->
        [one] قصة واحدة على هذا الهاتف.
        [two] قصتان على هذا الهاتف.
        [few] { $count } قصص على هذا الهاتف.
       *[other] { $count } قصة على هذا الهاتف.
    }
stamp-recording = يسجّل
stamp-saved = محفوظة على هذا الهاتف
stamp-waiting-network = تنتظر الشبكة
stamp-waiting-server = تنتظر الخادم
stamp-waiting-full = تنتظر الخادم
stamp-waiting-portal = تنتظر الشبكة
stamp-sending = تُرسل { $percent } %
stamp-arrived = وصلت، شكرًا
stamp-needs-you = تحتاج إليك
waiting-means-network = قصتك في أمان على هذا الهاتف. تُرسل وحدها حين توجد شبكة.
waiting-means-server = قصتك في أمان على هذا الهاتف. الخادم مشغول. سنحاول قريبًا.
waiting-means-full = قصتك في أمان على هذا الهاتف. الخادم ممتلئ. سنحاول لاحقًا.
waiting-means-portal = قصتك في أمان على هذا الهاتف. تطلب هذه الشبكة تسجيل الدخول أولًا. افتح المتصفح وافعل ذلك.
needs-you-safe = قصتك في أمان على هذا الهاتف.
needs-you-other = اسأل من دعاك، أو احفظ نسخة.
arrived-means = لدى الخادم القصة كلها. حُذفت من هذا الهاتف. رمز الإيصال ما زال صالحًا.
stamp-waiting-quota = تنتظر الخادم
stamp-waiting-wifi = تنتظر شبكة واي فاي
stamp-taken-back = سُحبت
waiting-means-quota = قصتك في أمان على هذا الهاتف. لا يقبل الخادم المزيد من هذا الهاتف الآن. سنحاول لاحقًا.
waiting-means-wifi = قصتك في أمان على هذا الهاتف. تُرسل وحدها عبر واي فاي. زر «أرسل الآن» يستعمل بيانات الهاتف.
needs-you-copy = يمكنك حفظ نسخة منها على هذا الهاتف.
problem-auth-invalid = لم يعد المشروع يعرف هذا الهاتف. اطلب دعوة جديدة ممن دعاك.
problem-idempotency-mismatch = لدى الخادم قصة أخرى بالرقم نفسه. أرِ هذا لمن دعاك.
problem-not-found = لا يعرف الخادم هذه القصة على أنها من هذا الهاتف. أرِ هذا لمن دعاك.
problem-not-whole = ينقص جزء منها على هذا الهاتف. استمع إلى ما هو موجود.
problem-media-too-large = هي أكبر مما يقبله الخادم.
problem-media-empty = ليس فيها صوت.
problem-media-type-mismatch = لم يجد الخادم صوتًا فيها.
problem-media-forbidden-container = لا يقبل الخادم هذا النوع من الملفات.
problem-upload-checksum-mismatch = تتغير في طريقها إلى الخادم. أرِ هذا لمن دعاك.
problem-consent-missing = أحد من تُسمع أصواتهم فيها لم يقل نعم.
problem-consent-form-retired = تغيرت الأسئلة منذ ذلك الحين. اسأل من دعاك.
problem-guardian-required = يجب أن يوافق أيضًا من يرعى صاحب القصة.
problem-validation = لم يستطع الخادم قراءتها. أرِ هذا لمن دعاك.
join-again = انضم من جديد
sending-elsewhere = نافذة أخرى من هذا التطبيق ترسل الآن.
trying-now = نحاول الآن …
wifi-only = عبر واي فاي فقط
wifi-only-size =
    { $minutes ->
        [one] دقيقة واحدة من الكلام، { $megabytes } ميغابايت
        [two] دقيقتان من الكلام، { $megabytes } ميغابايت
        [few] { $minutes } دقائق من الكلام، { $megabytes } ميغابايت
       *[other] { $minutes } دقيقة من الكلام، { $megabytes } ميغابايت
    }
saves-data = هذا الهاتف يوفّر البيانات. يمكنك انتظار واي فاي.
taken-back-means = سُحبت هذه القصة. أُزيلت كلماتها وصوتها من هذا الهاتف أيضًا.
taken-back-ok = أزلها من هذه القائمة
more = المزيد
rename = غيّر الاسم
rename-label = اسمها على هذا الهاتف
delete-sent-means = قد يكون لدى الخادم جزء منها. إن وُجدت شبكة يُحذف هو أيضًا، وإلا فرمز الإيصال يسحبه.
being-recorded = تُسجَّل الآن في نافذة أخرى. أوقفها هناك أولًا.
new-version-later = هناك ما يُسجَّل أو يُرسل. حاول بعد ذلك.
replaced = نافذة أخرى تستعمل نسخة أحدث.
open-anew = افتحها هنا أيضًا

mine-title = قصصي
mine-here = على هذا الهاتف
mine-here-none = لا شيء ينتظر هنا.
mine-arrived = وصلت
mine-arrived-none = لم يصل شيء بعد.
open-with-code = افتح برمزي
rescued = لديك قصة من الساعة { $time }، طولها { $length }.
send-it = أرسل

write-title = كتابة
received-title = صوت من تطبيق آخر
received-delete = هل نحذف هذا الصوت من هنا؟ ما زال في التطبيق الآخر.
received-waiting = أصوات تنتظر
received-from = صوت منذ { $time }
own-sound-title = صوت لديّ
own-sound-means = اختر مذكرة صوتية أو تسجيلًا على هذا الهاتف.
own-sound-how = تسمعه أولًا. ثم يُسأل من يتكلمون فيه، كما هي الحال دائمًا.
file-busy = لحظة …
file-empty = هذا الملف فارغ. اختر ملفًا آخر.
file-too-large = هذا الملف أكبر من أن يُرسل. اختر ملفًا أقصر.
file-too-long = هذا الصوت أطول من { $length }. اختر صوتًا أقصر.
file-no-sound = ليس هذا صوتًا نعرفه. اختر ملفًا آخر.
file-full = هذا الهاتف ممتلئ. لم يتغير شيء. احذف شيئًا ثم حاول مرة أخرى.
file-gone = لم يعد هذا الصوت على هذا الهاتف.
voice-question = صوت من هذا؟
voice-mine = صوتي
voice-mine-means = أنا أتكلم وأنا أجيب عن الأسئلة
voice-other = صوت شخص آخر موجود هنا
voice-other-means = أعطه الهاتف الآن. هو يجيب عن نفسه
voice-several = صوت أكثر من شخص
voice-several-means = يُسأل كل واحد منهم بدوره
voice-absent = صوت شخص ليس هنا
voice-absent-means = إذًا لا يمكننا إرساله. وحده من يتكلم يستطيع أن يقول نعم. اطلب منه أن يحكيه على هاتفه، أو معك.
write-label = قصتك
not-saved = لم تُحفظ بعد. سنحاول مرة أخرى وأنت تكتب.
written-elsewhere = تُكتب هذه القصة في نافذة أخرى. أغلقها هناك أولًا.

help-title = مساعدة
help-how = كيف يعمل هذا
help-how-1 = أنت تختار ما يجوز فعله بقصتك. كل إجابة تبدأ بلا.
help-how-2 = تسجل أو تكتب. كل ثانية تُحفظ على هذا الهاتف.
help-how-3 = تحتفظ برمز إيصال. هو لك وحدك.
help-how-4 = تُرسل القصة وحدها حين توجد شبكة.
help-take-back = كيف تسحبها
help-take-back-means = افتح الصفحة أدناه واكتب رمز الإيصال: ثماني كلمات أو 25 رقمًا. لا تحتاج إلى حساب.
help-whom = من مشروعك
help-guide = كيف تحكي قصة جيدة
help-partners = ما يحتفظ به الشركاء
help-seized = إذا أخذ أحد هذا الهاتف
help-language = اللغة
help-look = فاتح وداكن
look-system = مثل الهاتف
look-light = فاتح
look-dark = داكن
help-home-screen = ضعه على الشاشة الرئيسية
help-home-screen-means = افتح قائمة المتصفح واختر «إضافة إلى الشاشة الرئيسية». اسمه هناك «Notes».
space-left =
    { $hours ->
        [one] في هذا الهاتف مكان لساعة واحدة أخرى من الكلام.
        [two] في هذا الهاتف مكان لساعتين أخريين من الكلام.
        [few] في هذا الهاتف مكان لـ { $hours } ساعات أخرى من الكلام.
       *[other] في هذا الهاتف مكان لـ { $hours } ساعة أخرى من الكلام.
    }
new-version = توجد نسخة جديدة.
new-version-take = استعمل النسخة الجديدة
wipe = امسح هذا الهاتف
wipe-means = يُحذف كل ما لهذا التطبيق من هذا الهاتف. القصص التي وصلت تبقى حيث سمحت.
wipe-question =
    { $count ->
        [0] ليس لك على هذا الهاتف شيء لم يُرسل. هل تمسحه؟
        [one] قصة واحدة على هذا الهاتف لم تُرسل. ستضيع. هل تمسح الهاتف؟
        [two] قصتان على هذا الهاتف لم تُرسلا. ستضيعان. هل تمسح الهاتف؟
        [few] { $count } قصص على هذا الهاتف لم تُرسل. ستضيع. هل تمسح الهاتف؟
       *[other] { $count } قصة على هذا الهاتف لم تُرسل. ستضيع. هل تمسح الهاتف؟
    }
wipe-yes = نعم، امسح كل شيء

joined-why = يريد القائمون على هذا المشروع أن يسمعوا قصتك بكلماتك أنت. أنت تقرر ما يحدث لها.
card-of = البطاقة { $number } من { $count }
copy-invite = انسخ دعوتي
invite-copied = نُسخت. الصقها حيث تنضم من جديد.
invite-copy-by-hand = هذا الهاتف لا يسمح لنا بالنسخ. أبقِ إصبعك على السطر أدناه.
home-screen-why = في المتصفح قد يحذف هذا الهاتف القصص التي لم تُرسل بعد سبعة أيام. على الشاشة الرئيسية تبقى.
home-screen-1 = المس علامة المشاركة في متصفحك.
home-screen-2 = اختر «إضافة إلى الشاشة الرئيسية».
home-screen-3 = افتح «ملاحظات» من الشاشة الرئيسية واحكِ هناك.
home-screen-join-again = هناك تنضم مرة أخرى. خذ دعوتك معك، وأرسل أولًا ما بقي هنا.
home-screen-seven-days = لا توجد شبكة الآن. القصة التي تُحكى هنا يجب أن تُرسل خلال 7 أيام.
evicted-title = أرسل خلال 7 أيام
evicted-soon =
    { $count ->
        [one] قصة على هذا الهاتف منذ خمسة أيام. قد يحذفها الهاتف بعد سبعة. أرسلها الآن أو احفظ نسخة.
        [two] قصتان على هذا الهاتف منذ خمسة أيام. قد يحذفهما الهاتف بعد سبعة. أرسلهما الآن أو احفظ نسختين.
        [few] { $count } قصص على هذا الهاتف منذ خمسة أيام. قد يحذفها الهاتف بعد سبعة. أرسلها الآن أو احفظ نسخًا.
       *[other] { $count } قصة على هذا الهاتف منذ خمسة أيام. قد يحذفها الهاتف بعد سبعة. أرسلها الآن أو احفظ نسخًا.
    }
install = ضعه هناك
install-title = ضعه على الشاشة الرئيسية
install-means = على الشاشة الرئيسية يُفتح أسرع، ويحفظ هذا الهاتف قصصك بأمان أكبر.
installed-already = إنه على الشاشة الرئيسية.
not-now = ليس الآن
use-a-sound = استعمل صوتًا عندي
question-cards = الأسئلة
who-title = مع من الهاتف؟
who-give = أعطِ الهاتف إلى …
who-add = شخص جديد
who-new = رسمتك أنت
who-me = رسمتي واسمي ورمزي السري
who-has-pin = برمز سري
picture-choose = اختر رسمة تدل عليك هنا
picture-bird = طائر
picture-boat = قارب
picture-tree = شجرة
picture-cup = كوب
picture-star = نجمة
picture-lamp = مصباح
picture-leaf = ورقة شجر
picture-shell = صدفة
picture-kite = طائرة ورقية
picture-key = مفتاح
picture-mountain = جبل
picture-fish = سمكة
pin = الرمز السري
pin-if-wanted = رمز سري إن أردت: من أربعة إلى ستة أرقام
pin-new = رمز سري آخر: من أربعة إلى ستة أرقام
pin-remove = بلا رمز سري من الآن
pin-curtain = الرمز السري ستارة وليس قفلًا. يمنع الآخرين من النظر. لا يشفّر ما على هذا الهاتف. إن نسيته يستطيع شخص من مشروعك أن يفتح لك.
pin-wrong = ليس هذا هو الرمز السري.
pin-wait = انتظر { $time } ثم حاول مرة أخرى.
pin-forgot = نسيت رمزي السري
pin-forgot-safe = لا يضيع شيء. القصص المكتملة تُرسل من تلقاء نفسها، والباقي يبقى هنا مغلقًا.
pin-forgot-means = لفتحه بلا رمز يجب أن يكون معك شخص من مشروعك. ينشئ دعوة جديدة، وأنت تضعها هنا.
pin-forgot-open = افتح بلا رمز
pin-forgot-known = هذا الهاتف يعرف هذه الدعوة. يلزم دعوة جديدة.
pin-forgot-elsewhere = هذه الدعوة لمشروع آخر.
pin-forgot-no-network = لا توجد شبكة. لم يتغير شيء. حاول مرة أخرى حين توجد.
pin-for-me = أغلق التطبيق برمز سري
pass-on = أعطِ الهاتف لغيرك
share-from-now = نتشارك فيه من الآن
remove-me = أزلني من هذا الهاتف
remove-me-means = تُحذف من هذا الهاتف رسمتك واسمك وما لم ترسله. القصص المرسلة تبقى حيث سمحت، وتبقى رموزك صالحة.
remove-me-question =
    { $count ->
        [0] ليس لك على هذا الهاتف شيء لم يُرسل. هل نزيلك منه؟
        [one] واحدة من قصصك لم تُرسل. ستضيع. هل نزيلك من هذا الهاتف؟
        [two] قصتان لك لم تُرسلا. ستضيعان. هل نزيلك من هذا الهاتف؟
        [few] { $count } من قصصك لم تُرسل. ستضيع. هل نزيلك من هذا الهاتف؟
       *[other] { $count } من قصصك لم تُرسل. ستضيع. هل نزيلك من هذا الهاتف؟
    }
remove-me-yes = نعم، أزلني
workshop-title = ورشة
workshop-means = يحكي كثيرون على هذا الهاتف، واحدًا بعد آخر. بعد كل قصة يطلب الهاتف أن يُسلَّم لغيره، ولا يُرى شيء ممن قبله.
workshop-begin = ابدأ ورشة
workshop-end = أنهِ الورشة
workshop-is-on = هناك ورشة جارية. القصص التي لم تكتمل تظهر عند انتهائها.
workshop-next = أعطِ الهاتف إلى الشخص التالي
workshop-go-on = تابع من حيث توقفنا
workshop-pass-on = الشخص التالي
speakers-question = من يشارك؟
speakers-means = كل واحد يجيب وحده ويحصل على رمز خاص به.
speakers-first = أضف شخصًا
speakers-no-teller = يجب أن يروي واحد منكم على الأقل قصة.
speaker-remove = احذف { $name } من القائمة
helper-question = هل يساعدك أحد على الإجابة؟
helper-who = من يساعدك؟
helper-means = يجوز له أن يمسك الهاتف ويقرأ لك ويشرح. الإجابات لك أنت. وإن لم تقل شيئًا فالجواب لا.
helper-family = قريب أو صديق
helper-interpreter = مترجم
helper-carer = من يرعاني أو يساندني
helper-reporter = من يسجّل
helper-other = شخص آخر
give-phone-to-guardian = أعطِ الهاتف إلى أحد والديك أو ولي أمرك
give-phone-to-young = أعد الهاتف إلى الشخص الصغير
relation-question = ما صلتك بالشخص الصغير؟
relation-mother = الأم
relation-father = الأب
relation-grandparent = الجدة أو الجد
relation-relative = قريب آخر
relation-guardian = ولي الأمر القانوني
guardian-means = نسألك أولًا، ثم نسأل الشخص الصغير وحده. لا يُفعل إلا ما يسمح به كلاكما.
guardian-answers = أنت تجيب بصفتك والدًا أو ولي أمر.
guardian-then = الآن يقرر الشخص الصغير. يمكنه أن يقول لا لكل منها، ولا يجوز لأحد أن يجيب عنه.
guardian-agree = هذه إجاباتي
stop-guardian-means = بلا نعم من أحد الوالدين أو ولي الأمر لا نستطيع حفظ هذه القصة. يمكنك العودة في أي وقت.
facets-more = خيارات أخرى
facet-expires_at = إلى متى؟
facet-expires_at-months_6 = لمدة 6 أشهر
facet-expires_at-months_12 = لمدة سنة
facet-expires_at-months_60 = لمدة 5 سنوات
facet-expires_at-none = إلى أن أسحبها
facet-embargo_until = ابتداءً من متى؟
facet-embargo_until-months_12 = ليس قبل سنة من الآن
facet-embargo_until-months_6 = ليس قبل 6 أشهر من الآن
facet-embargo_until-months_1 = ليس قبل شهر من الآن
facet-embargo_until-none = فور أن تكون جاهزة
facet-licence = هل يجوز لغيرهم نسخها والبناء عليها؟
facet-licence-means = الرخصة للجميع لا يمكن سحبها عن النسخ التي صُنعت من قبل.
facet-licence-ask-each-time = اسألوني كل مرة
facet-licence-none = بلا رخصة. فقط ما أسمح به هنا
facet-licence-CC-BY-NC-4-0 = للجميع، بلا ربح، مع ذكري (CC BY-NC 4.0)
facet-licence-CC-BY-4-0 = للجميع مع ذكري (CC BY 4.0)
facet-audience = من منهم يجوز أن تكون لديه؟
facet-not-these = ليس:
change-how = غيّر الطريقة
details-place = أين حدثت، بكلماتك
details-place-means = لا يخرج من المشروع إلا بالدقة التي سمحت بها.
receipt-read = اقرأ بصوت عالٍ
receipt-others-hear = قد يسمعه غيرك.
receipt-read-yes = اقرأه الآن
help-text-size = حجم الحروف
text-size-1 = عادي
text-size-2 = كبير
text-size-3 = كبير جدًا
help-seized-unsent = يمكن سماع القصص التي لم تُرسل بعد ورؤية الرموز التي لم تُسلَّم بعد.
help-seized-sent = القصص المرسلة لم تعد هنا. قد تبقى آثار منها في ملفات المتصفح مدة.
help-seized-used = يمكن أن يُرى أن هذا التطبيق استُعمل.
help-seized-pin = الرمز السري لا يوقف من يعرف الهواتف جيدًا.
leave-project = اترك المشروع
leave-means = لن يرسل هذا الهاتف بعدها شيئًا للمشروع. وتبقى رموزك صالحة.
leave-yes = نعم، اترك المشروع
stay = أبقى
wipe-others = ويضيع أيضًا ما لم يرسله غيرك على هذا الهاتف.

profile-name = اسم، إن أردت
picture-for-them = اختر رسمة لهذا الشخص
page-before = السابق
page-next = التالي
