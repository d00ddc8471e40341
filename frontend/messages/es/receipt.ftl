# SPDX-License-Identifier: Apache-2.0
receipt-page = Su historia
receipt-language = Idioma
receipt-open-title = Abrir su historia
receipt-open-hint = Escriba las 8 palabras, las letras o los números de su código. Los espacios y las mayúsculas no importan.
receipt-code = Su código
receipt-open = Abrir mi historia
receipt-open-private = Nunca preguntamos su nombre. Nada queda en este teléfono.
receipt-close = Cerrar mi historia
receipt-back = Volver a mi historia
receipt-leave-as-is = Dejarlo como está

receipt-problem-invalid = Ese código no abrió ninguna historia. Mírelo otra vez, palabra por palabra. Si su historia fue retirada y destruida, su código ya no abre nada.
receipt-problem-wait = Su historia está a salvo. Hubo demasiados intentos fallidos desde aquí. Espere un rato y pruebe de nuevo.
receipt-problem-session = Su historia está a salvo y cerrada, porque ha pasado un tiempo. Escriba su código otra vez para seguir.
receipt-problem-pin = Ese PIN no era correcto. Después de cinco intentos fallidos necesita a una persona del proyecto.
receipt-problem-second-step = Esto pide más que el código: su PIN, o una persona del proyecto que lo abra con usted.
receipt-problem-undo = No queda nada que deshacer.
receipt-problem-proof = No se compartió nada. Lo que compartiríamos cambió desde que usted lo miró. Mírelo otra vez, por favor.
receipt-problem-stands = No cambió nada. Su historia ya está en otro punto. Mire abajo dónde está.
receipt-problem-words = No se envió nada. Escriba primero unas palabras, como mucho 5000 letras.
receipt-problem-other = No cambió nada. Algo falló de nuestro lado. Pruebe de nuevo en un rato.

receipt-status-awaiting_recording = En camino
receipt-status-received = Ha llegado
receipt-status-transcribing = Se está escribiendo
receipt-status-in_review = La estamos mirando
receipt-status-awaiting_sign_off = Le espera a usted
receipt-status-approved = Lista para compartir
receipt-status-shared = Compartida
receipt-status-declined = No compartida
receipt-status-withdrawn = Retirada
receipt-status-hidden = Oculta

receipt-kind-monologue = Una historia que usted contó
receipt-kind-dialogue = Una conversación entre personas
receipt-kind-snapshot = Una respuesta corta
receipt-without-words = Aquí no se muestran sus palabras ni su voz. Solo con este código se abre lo que hay en esta página.

receipt-happened = Qué pasó
receipt-date-of = { $date }
receipt-happened-declared = El teléfono nos avisó de que una historia venía en camino.
receipt-happened-arrived = Su historia llegó, entera y a salvo.
receipt-happened-writing = Empezamos a escribir lo que usted dijo.
receipt-happened-looking = Quedó escrita. Una persona la está mirando.
receipt-happened-asked = Le pedimos que revise lo que compartiríamos.
receipt-happened-change = Se pidió un cambio antes de compartir.
receipt-happened-approved = Una persona dijo sí: se puede compartir como usted permitió.
receipt-happened-declined = Se decidió no compartirla.
receipt-happened-reopened = Una persona la retomó.
receipt-happened-withdrawn = Fue retirada. Todo se detuvo.
receipt-happened-restored = Volvió. Nada se comparte hasta que una persona la mire de nuevo.
receipt-happened-choices = Quedó escrito lo que está permitido.
receipt-happened-shared = Compartida con { $name }.
receipt-happened-stopped = { $name } ya no puede usarla.

receipt-who = Quién la tiene
receipt-who-nobody = Nadie fuera del proyecto tiene su historia.
receipt-who-since = desde el { $date }
receipt-who-until = hasta el { $date }
receipt-form-words = solo palabras
receipt-form-voice = palabras y voz
receipt-who-read = La han abierto.
receipt-who-not-read = Todavía no la han abierto.
receipt-who-told-confirmed = Avisados de que paren. Lo confirmaron.
receipt-who-told-waiting = Avisados de que paren. Aún no lo confirman.

receipt-answers = Qué respondieron
receipt-answers-none = Nadie ha respondido todavía.
receipt-answer-heard = { $name } le escuchó.
receipt-answer-acting = { $name } está haciendo algo.
receipt-answer-changed = { $name } cambió algo.
receipt-answer-cannot = { $name } no puede hacerlo, y dice por qué.

receipt-waiting = Le espera a usted
receipt-waiting-why = Antes de compartir nada, revíselo, por favor. Si cierra esta página, no se comparte nada.
receipt-look = Mirar lo que compartiríamos
receipt-refuse = No compartir
receipt-refuse-what = También puede decir que no ahora mismo. Entonces no se comparte.
receipt-pin = Su PIN
receipt-pin-open = Abrir con mi PIN
receipt-no-pin = Para leerla y oírla, pida ayuda a una persona del proyecto. Puede abrirla con usted durante media hora.

receipt-read = Leer y oír mi historia
receipt-said = Lo que usted dijo
receipt-shared = Lo que compartiríamos
receipt-shared-now = Lo que se comparte
receipt-said-not-yet = Sus palabras aún no están escritas.
receipt-listen-said = Oír lo que usted dijo
receipt-listen-shared = Oír lo que compartiríamos
receipt-sound-others = Otras personas cerca pueden oírlo.
receipt-sound-not-yet = Ahora no se puede oír. Su historia está a salvo. Pruebe de nuevo en un rato.
receipt-title = Título
receipt-untitled = Sin título
receipt-removed = quitado
receipt-credit = Quién la contó
receipt-place = Lugar
receipt-date = Cuándo
receipt-for = Quién la recibiría
receipt-for-nobody = Nadie todavía
receipt-not-told = no se dice
receipt-nothing-to-share = No hay nada listo para compartir.
receipt-quotes = Un trozo corto
receipt-quote-yes = Sí
receipt-quote-change = Cambiar
receipt-quote-leave_out = Dejar fuera
receipt-your-answer = Su respuesta
receipt-answer-whole = No hay nada elegido. Si no elige nada, no se comparte nada.
receipt-yes = Sí, compartir esto
receipt-change = Cambiar algo
receipt-change-what = ¿Qué debemos cambiar?

receipt-choices = Sus decisiones
receipt-given = Usted dijo sí
receipt-refused = Usted dijo no
receipt-not-before = No antes del { $date }
receipt-hidden-now = Oculta. Nadie la recibe.
receipt-purpose-hold_and_transcribe = Guardar mi historia y escribirla
receipt-purpose-project_team = Las personas de este proyecto pueden oírla y leerla
receipt-purpose-research = Se puede investigar con ella
receipt-purpose-public_words = Cualquiera puede leer mis palabras
receipt-purpose-public_voice = Cualquiera puede oír mi voz
receipt-purpose-quote_only = Se pueden usar citas cortas
receipt-purpose-recontact = Pueden volver a contactarme
receipt-purpose-community_archive = El archivo de la comunidad puede guardarla
receipt-purpose-services = Los servicios locales pueden tenerla
receipt-purpose-partner = { $name } puede tenerla
receipt-facet-form-words = mis palabras, no mi voz
receipt-facet-form-voice = mis palabras y mi voz
receipt-facet-name-none = sin mi nombre
receipt-facet-name-pseudonym = con un nombre que elegí
receipt-facet-name-real = con mi nombre

receipt-take-back = Parar o retirar
receipt-copies = Las copias que ya hicieron solo podemos pedirlas.
receipt-narrow = Permitir menos
receipt-narrow-what = Usted elige lo que ya no se permite. Lo demás queda como está.
receipt-hide = Ocultar mi historia
receipt-hide-what = Se detiene hoy para todos. La guardamos a salvo y usted puede mostrarla más tarde.
receipt-withdraw = Retirar mi historia
receipt-withdraw-what = Se detiene hoy para todos. A los 14 días se destruye. Hasta entonces puede deshacerlo.
receipt-touches = Esto afecta a: { $names }.
receipt-touches-nobody = Nadie fuera del proyecto la tiene.

receipt-narrow-title = Permitir menos
receipt-narrow-keep = Sigue permitido
receipt-narrow-stop = Ya no
receipt-narrow-words = Mis palabras, pero ya no mi voz
receipt-narrow-nameless = Ya no con mi nombre
receipt-narrow-do = Permitir solo esto
receipt-narrow-nothing = No permite nada más que pueda reducirse. Puede retirar su historia.
receipt-hide-title = Ocultar mi historia
receipt-hide-how-long = ¿Por cuánto tiempo?
receipt-hide-always = Hasta que yo lo diga
receipt-hide-month = Un mes
receipt-hide-half = Seis meses
receipt-hide-year = Un año
receipt-hide-do = Ocultarla ahora
receipt-show = Mostrarla de nuevo
receipt-show-what = Se podrá compartir otra vez como usted permitió. Hace falta su PIN o una persona del proyecto.
receipt-withdraw-title = Retirar mi historia
receipt-withdraw-do = Retirarla ahora
receipt-withdraw-stop = Desde hoy nadie recibe de nosotros ni una palabra.
receipt-withdraw-told = A quienes la tenían se les avisa enseguida y se les pide que la borren.
receipt-withdraw-14 = Durante 14 días puede deshacerlo con este código. Después se destruye y el código no abre nada.
receipt-urgent = Destruirla ahora
receipt-urgent-what = Sin esperar 14 días. Nadie puede deshacerlo, tampoco nosotros.

receipt-stopped = Detenida a las { $time }.
receipt-stopped-told = { $told ->
    [0] Nadie fuera del proyecto la tenía.
    [one] 1 organización avisada, { $confirmed ->
        [0] aún sin confirmar
       *[other] confirmado
    }.
   *[other] { $told } organizaciones avisadas, { $confirmed } confirmaron.
}
receipt-undo-until = Puede deshacerlo hasta el { $date }.
receipt-undo = Recuperar mi historia
receipt-undo-what = Sus decisiones vuelven como estaban. Nada se comparte antes de que una persona la mire de nuevo.
receipt-voice-withdrawn = Usted retiró su parte. La historia está oculta para todos.
receipt-shut = Otra persona de esta historia retiró su parte. Hasta que esa parte se haya recortado, nadie lee ni oye la historia, tampoco usted.

receipt-done-undone = Su historia ha vuelto. Nada se comparte hasta que una persona la mire de nuevo.
receipt-done-narrowed = Hecho. Desde ahora solo se permite esto.
receipt-done-hidden = Oculta. Ya nadie la recibe.
receipt-done-shown = Hecho. Su historia se puede compartir otra vez como usted permitió.
receipt-done-message = Su mensaje ha llegado. Lo lee una persona del proyecto.
receipt-done-harm = Su mensaje ha llegado. Su historia queda retenida y una persona del proyecto la mira pronto.
receipt-done-second-step = Abierta. Sus palabras son solo para usted.
receipt-done-yes = Gracias. Se comparte como usted la vio.
receipt-done-change = Gracias. Una persona del proyecto lee lo que pidió. Nada se comparte hasta que usted la vea otra vez.
receipt-done-leave_out = No se comparte.
receipt-done-contact = Nadie le contactará por esta historia.
receipt-done-destroyed = Su historia se está destruyendo. Su código ya no abre nada.
receipt-done-not-destroyed = Su parte está retirada y la historia está oculta para todos. Todavía no se destruye, porque otra persona también la cuenta. Sigue oculta mientras su parte esté en ella.

receipt-more = Más
receipt-message = Escribir al proyecto
receipt-message-what = Lo lee una persona del proyecto. Nadie más.
receipt-message-text = Su mensaje
receipt-message-send = Enviar mi mensaje
receipt-harm = Algo malo pasó por mi historia
receipt-harm-what = Cuéntenos. Retenemos su historia enseguida y lo miramos.
receipt-harm-send = Avisar al proyecto ahora
receipt-contact-stop = No me contacten más
receipt-document = Mi consentimiento, en papel
receipt-document-what = Lo que usted permitió, firmado por nosotros. Puede imprimirlo o guardarlo.
receipt-document-open = Mostrarlo para imprimir
receipt-document-save = Guardarlo como archivo
receipt-document-title = Lo que usted permitió
receipt-document-from = Hecho el { $date }
receipt-document-controller = Quién guarda su historia
receipt-document-contact = Cómo contactar
receipt-document-number = Número
receipt-document-fingerprint = Huella de nuestra clave
receipt-document-check = Cualquiera puede comprobar el archivo guardado con esta huella, sin red.
