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
we-share-means = لا يبقى على هذا الهاتف شيء عن القصص المرسلة.

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
stop-age-means = تحدث مع من دعاك من فضلك. لا يُحفظ شيء.
summary-title = إجاباتك
summary-take-back = يمكنك برمز الإيصال أن تسمح بأقل، أو أن تسحب كل شيء، في أي وقت.
agree = هذا ما أريده
others-question = هل يتكلم شخص آخر أيضًا؟
others-so-far =
    { $count ->
        [one] أجاب شخص واحد.
        [two] أجاب شخصان.
        [few] أجاب { $count } أشخاص.
       *[other] أجاب { $count } شخصًا.
    }
others-add = أضف الشخص التالي
others-done = هؤلاء هم الجميع
person-who = من هو الشخص التالي؟
person-name = اسم، إن أراد
person-hand-over = أعطه الهاتف الآن. هو يجيب عن نفسه.
person-number = الشخص { $number }

microphone-title = الميكروفون
microphone-why = لكي نسجل نحتاج إلى الميكروفون.
microphone-why-means = سيسألك هاتفك الآن. يبقى الصوت على هذا الهاتف حتى ترسله.
microphone-allow = اسمح بالميكروفون
microphone-refused = الميكروفون مغلق لهذه الصفحة.
microphone-refused-means = اسمح به في إعدادات المتصفح، بجانب عنوان هذه الصفحة. يمكنك أيضًا أن تكتب.

record-title = تسجيل
clock = ما سُجل حتى الآن
stop = أوقف
pause = توقف قليلًا
go-on-recording = تابع
next-question = سؤال آخر
paused = توقف مؤقت. ما حكيته محفوظ.
interrupted = توقف بسبب مكالمة أو تطبيق آخر. قصتك في أمان.
phone-full = هذا الهاتف ممتلئ. ما حكيته في أمان. احذف شيئًا آخر من الهاتف ثم تابع.
cannot-hear = لا نسمعك. هل يغطي شيء الميكروفون؟
time-left =
    { $minutes ->
        [one] بقيت دقيقة واحدة
        [two] بقيت دقيقتان
        [few] بقيت { $minutes } دقائق
       *[other] بقيت { $minutes } دقيقة
    }
listen-back = استمع إليها
leave-question = هل تريد أن تتوقف هنا؟

listen-title = استمع إليها
part = الجزء { $number }
play = شغّل
stop-playing = أوقف
play-part = شغّل الجزء { $number }
stop-part = أوقف الجزء { $number }
delete-part = احذف الجزء { $number }
part-silent = لا نسمع شيئًا في الجزء { $number }.
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
stamp-waiting-server = تنتظر الشبكة
stamp-waiting-full = تنتظر الشبكة
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

mine-title = قصصي
mine-here = على هذا الهاتف
mine-here-none = لا شيء ينتظر هنا.
mine-arrived = وصلت
mine-arrived-none = لم يصل شيء بعد.
open-with-code = افتح برمزي
rescued = لديك قصة من الساعة { $time }، طولها { $length }.

write-title = كتابة
write-label = قصتك
not-saved = لم تُحفظ بعد. سنحاول مرة أخرى وأنت تكتب.

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
help-seized-means = يستطيع أن يسمع القصص التي لم تُرسل بعد وأن يرى الرموز التي لم تُسلَّم بعد. القصص المرسلة لم تعد هنا.
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
wipe = اترك المشروع وامسح هذا الهاتف
wipe-means = يُحذف كل ما لهذا التطبيق من هذا الهاتف. القصص التي وصلت تبقى حيث سمحت.
wipe-question =
    { $count ->
        [0] لا شيء غير مرسل على هذا الهاتف. هل تمسحه؟
        [one] قصة واحدة على هذا الهاتف لم تُرسل. ستضيع. هل تمسح الهاتف؟
        [two] قصتان على هذا الهاتف لم تُرسلا. ستضيعان. هل تمسح الهاتف؟
        [few] { $count } قصص على هذا الهاتف لم تُرسل. ستضيع. هل تمسح الهاتف؟
       *[other] { $count } قصة على هذا الهاتف لم تُرسل. ستضيع. هل تمسح الهاتف؟
    }
wipe-yes = نعم، امسح كل شيء
