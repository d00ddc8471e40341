# SPDX-License-Identifier: Apache-2.0
partner-title = Heardwell للشركاء
partner-parts = أجزاء هذه الصفحة
partner-key = هذا المفتاح
partner-stories = القصص
partner-changes = التغييرات
partner-open-title = افتح بمفتاحك
partner-open-means = يبقى المفتاح في ذاكرة هذه الصفحة وحدها. أغلقها فيزول.
partner-your-key = مفتاحك
partner-open = افتح
partner-forget = انسَ المفتاح
partner-unreachable = لا يمكن الوصول إلى الخادم. حاول مرة أخرى.
partner-same-by-curl = الشيء نفسه بـ curl
partner-copy = انسخ
partner-copied = نُسخ
partner-more = أظهر المزيد
partner-never = أبداً
partner-key-name = المفتاح
partner-key-audience = الجمهور
partner-key-scopes = يستطيع
partner-key-projects = المشاريع
partner-key-ends = ينتهي
partner-key-used = آخر استعمال
partner-key-next = اطلب من المكتب المفتاح التالي قبل أن ينتهي هذا. يعمل الاثنان معاً فلا يتوقف شيء أثناء التبديل.
partner-days-left = { $count ->
    [zero] لم تبقَ أيام
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $count } أيام
    [many] بقي { $count } يوماً
   *[other] بقي { $count } يوم
}
partner-no-stories = لا قصة مشتركة معكم الآن.
partner-untitled = بلا عنوان
partner-edition = الطبعة { $version }
partner-warned-of = قبل أن تقرأ:
partner-terms = الشروط
partner-terms-voice = الكلمات والصوت
partner-terms-words = الكلمات فقط، بلا صوت
partner-terms-credit = تُنسب هكذا: { $credit }
partner-terms-no-credit = لا تذكر أحداً بالاسم
partner-terms-licence = الرخصة: { $licence }
partner-terms-no-licence = لا استعمال آخر دون سؤال
partner-terms-embargo = ليس قبل { $when }
partner-terms-until = حتى { $when } فقط
partner-condition-reuse-view = للاستماع أو القراءة كاملة فقط
partner-condition-reuse-quote = يجوز اقتباس أجزاء منها
partner-condition-reuse-remix = يجوز استعمالها في أعمال جديدة
partner-condition-delete-when-withdrawn = احذفوا نسخكم عندما تُسترجع
partner-condition-no-re-identification = لا تحاولوا أبدًا معرفة من حكاها
partner-no-changes = لم يحدث شيء بعد.
partner-story-released = شُوركت
partner-story-updated = تغيّرت
partner-story-withdrawn = سُحبت: احذفوا نسخكم
partner-collection-released = شُوركت مجموعة
partner-collection-updated = تغيّرت مجموعة
partner-collection-withdrawn = سُحبت مجموعة: احذفوا نسخكم
partner-acknowledge = عملنا بها كلها
partner-acknowledged = أُبلغ ذلك. أصحاب القصص يرونه.
