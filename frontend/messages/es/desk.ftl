# SPDX-License-Identifier: Apache-2.0
desk-name = Heardwell
desk-places = Lugares
desk-queue = Relatos
desk-invites = Invitaciones
desk-close = Cerrar
desk-cancel = Dejarlo como estaba
desk-back-to-queue = Todos los relatos
desk-opening = Abriendo el relato…

desk-unreachable = No se puede llegar al servidor
desk-unreadable = El servidor dio una respuesta que no podemos leer
desk-try-again = No se ha perdido nada. Mira tu red e inténtalo otra vez.
desk-problem-details = Detalles para quien cuida el servidor

desk-sign-in-title = Entra en la mesa
desk-email = Correo electrónico
desk-password = Contraseña
desk-one-time-code = Código de un solo uso
desk-have-code = Tengo un código de un solo uso
desk-sign-in = Entrar
desk-sign-out = Salir
desk-me = Yo
desk-language = Idioma
desk-look = Claro u oscuro
desk-look-system = Como este aparato
desk-look-light = Claro
desk-look-dark = Oscuro

desk-keys = Teclas
desk-key-play = oír o parar
desk-key-play-typing = oír o parar mientras se escribe
desk-key-back = 3 segundos atrás
desk-key-on = 3 segundos adelante
desk-key-word = de palabra en palabra
desk-key-select = elegir palabras
desk-key-hear = oír la palabra
desk-key-doubt = ir a la siguiente parte dudosa
desk-key-release = abrir la página de salida
desk-key-leave = dejar lo abierto; parar el sonido
desk-key-help = esta lista

desk-queue-title = Relatos que esperan
desk-queue-empty = Aquí no hay ningún relato. Los nuevos aparecen solos.
desk-take-next = Tomar el siguiente
desk-none-left = Todos los relatos que esperan están en manos de alguien.
desk-new-stories = { $count ->
    [one] Mostrar 1 relato nuevo
   *[other] Mostrar { $count } relatos nuevos
}
desk-more = Mostrar más
desk-by-status = Por estado
desk-all = Todos
desk-search = Buscar en títulos
desk-find = Buscar
desk-mine = Solo los míos
desk-untitled = Sin título

desk-status-awaiting_recording = En camino
desk-status-received = Llegó
desk-status-transcribing = Se está escribiendo
desk-status-in_review = Por mirar
desk-status-awaiting_sign_off = Con quien lo contó
desk-status-approved = Compartido
desk-status-declined = No compartido
desk-status-withdrawn = Retirado
desk-written-down = Escrito: { $share }
desk-kind-snapshot = Instantánea
desk-kind-monologue = Monólogo
desk-kind-dialogue = Diálogo
desk-flag-concern = Preocupación
desk-flag-sound_damaged = El sonido no se puede leer
desk-flag-wants_sign_off = Quiere verlo antes
desk-flag-not_transcribed = Sin escribir
desk-flag-waiting_for_engine = Espera a ser escrito
desk-flag-no-speech = Parece que nadie habla
desk-flag-language-unsure = La máquina no estaba segura de qué idioma es.
desk-flag-not-all-heard = La máquina no pudo oír todo el sonido.

desk-story-parts = Partes de este relato
desk-part-words = Palabras
desk-part-details = Datos
desk-part-consent = Consentimiento
desk-part-release = Salida
desk-part-history = Historia
desk-consent-says = Lo que se permitió:
desk-allowed-no-consent = No hay ningún consentimiento registrado: nada puede salir.
desk-allowed-taken-back = Retirado: nada puede salir.
desk-allowed-guardian-missing = Falta el sí de una persona a cargo: nada puede salir.
desk-allowed-form-ended = El formulario de consentimiento ya no es válido: nada puede salir.
desk-allowed-not-team = El equipo no puede abrirlo.
desk-allowed-nowhere = Nada puede salir del proyecto.
desk-allowed-to = Lo pueden recibir: { $who }.
desk-allowed-not-to = No lo reciben: { $who }.
desk-allowed-way = { $who } ({ $how })
desk-allowed-reports = informes y artículos
desk-allowed-public-words = en palabras
desk-allowed-public-voice = con la voz
desk-allowed-quote-only = citas breves
desk-allowed-until = hasta el { $day }
desk-allowed-hidden = Oculto por ahora.
desk-allowed-not-before = No antes del { $day }.
desk-allowed-ask-again = Se puede volver a preguntar.
desk-warned-of = Antes de escuchar:
desk-claim = Tomar este relato
desk-leave = Devolverlo
desk-yours-for = { $minutes ->
    [one] Tuyo durante 1 minuto más
   *[other] Tuyo durante { $minutes } minutos más
}
desk-held-by = { $name } trabaja en este relato
desk-teller-writes = Quien lo contó escribe, { $when }:
desk-teller-reports = Quien lo contó avisa de un daño, { $when }:
desk-bare = Ahora no hay nada que leer ni oír aquí.
desk-raise-concern = Avisar de un peligro
desk-concern-means = Puede que alguien esté en peligro. La persona de protección lo sabe enseguida, y nada sale hasta que lo haya mirado.
desk-how-urgent = ¿Cuánta prisa corre?
desk-urgency-now = Ahora: alguien está en peligro
desk-urgency-soon = Pronto: hoy o mañana
desk-urgency-watch = Estar atentos
desk-what-worries = ¿Qué te preocupa?
desk-concern-send = Avisar a la persona de protección

desk-no-words-yet = Las palabras aún se están escribiendo. Ya se puede escuchar.
desk-no-words = No se pudo escribir ninguna palabra. Aún se puede escuchar.
desk-no-words-no-sound = No se pudo escribir ninguna palabra.
desk-one-voice = una voz
desk-turn = Parte { $number }, { $speaker }, en { $at }
desk-words-chosen = { $count ->
    [one] 1 palabra elegida
   *[other] { $count } palabras elegidas
}
desk-correct = Corregir
desk-redact = Tachar
desk-quote = Citar
desk-clear-choice = No elegir nada
desk-correct-turn = Corregir: { $turn }
desk-correct-save = Guardar la corrección
desk-margin = Notas al margen
desk-doubts = { $count ->
    [one] La máquina puede equivocarse en 1 parte.
   *[other] La máquina puede equivocarse en { $count } partes.
}
desk-doubt-next = Siguiente parte dudosa
desk-doubt-listen = Escuchar esto
desk-doubt-over-silence = La máquina puede haber inventado esto: aquí parece que nadie habla.
desk-doubt-no-voice = La máquina puede haber inventado esto: casi no oyó ninguna voz.
desk-doubt-repeats = La máquina puede haberse atascado: las mismas palabras se repiten una y otra vez.
desk-doubt-too-dense = La máquina puede haber inventado esto: nadie habla tan rápido.
desk-doubt-unsure = La máquina dudaba de toda esta parte.
desk-removed = quitado
desk-removed-word = { $word } (quitado)
desk-removed-because = Quitado: { $reason }
desk-put-back = Volver a ponerlo
desk-hear-quote = Oír la cita
desk-unquote = Ya no es una cita
desk-redact-title = Quitar estas palabras
desk-redact-means = Salen de las palabras, los subtítulos y el sonido de todo lo que se comparte. El original se queda en la mesa.
desk-redact-why = ¿Por qué?
desk-reason-name = Un nombre
desk-reason-place = Un lugar
desk-reason-contact = Un número o una dirección
desk-reason-other_person = Habla de otra persona
desk-reason-health = Salud
desk-reason-danger = Podría poner a alguien en peligro
desk-replacement = Palabras en su lugar, si las hay
desk-replacement-hint = Por ejemplo: un pueblo. Se ve que fueron añadidas.
desk-redact-do = Quitar de palabras y sonido
desk-rescued = Tus palabras no se guardaron
desk-rescued-means = El relato cambió mientras escribías. Ahora se ve como está; lo que escribiste queda aquí para que puedas copiarlo.
desk-rescued-done = Ya tengo lo que necesito

desk-player = Reproductor
desk-play = Oír
desk-pause = Pausa
desk-back-3 = 3 segundos atrás
desk-on-3 = 3 segundos adelante
desk-speed = Velocidad
desk-place-in-sound = Lugar en el sonido
desk-at-of = { $at } de { $whole }
desk-which-sound = Qué sonido
desk-sound-original = Original
desk-sound-release = Como sale
desk-sound-failed = Este sonido no se puede oír ahora.
desk-sound = El sonido
desk-sound-shut = Hay sonido que no se puede oír
desk-sound-shut-kept = Se guarda tal como llegó.
desk-sound-shut-media-undecodable = { $count ->
    [one] No se pudo abrir 1 grabación. Puede estar dañada o hecha de un modo que este servidor aún no conoce.
   *[other] No se pudieron abrir { $count } grabaciones. Pueden estar dañadas o hechas de un modo que este servidor aún no conoce.
}
desk-sound-shut-media-too-long = { $count ->
    [one] 1 grabación quedó fuera, porque el relato es más largo de lo que acepta este servidor. Quien cuida el servidor puede permitir relatos más largos.
   *[other] { $count } grabaciones quedaron fuera, porque el relato es más largo de lo que acepta este servidor. Quien cuida el servidor puede permitir relatos más largos.
}
desk-sound-shut-media-encrypted = { $count ->
    [one] 1 grabación está cerrada con protección contra copia.
   *[other] { $count } grabaciones están cerradas con protección contra copia.
}
desk-sound-shut-media-empty = { $count ->
    [one] 1 grabación no tiene ningún sonido.
   *[other] { $count } grabaciones no tienen ningún sonido.
}
desk-sound-try = Probar el sonido otra vez
desk-sound-trying = Se está probando el sonido otra vez. Puedes salir de esta página.
desk-sound-tried = Se probó otra vez { $when }. Sigue sin poderse oír.
desk-sound-opened = Ya se puede oír el sonido.
desk-sound-worked-on = Alguien ha trabajado en las palabras, y el sonido que vuelve las movería. Para probarlo otra vez, quita antes lo tachado y las citas. Un texto ya corregido se queda.

desk-title = Título
desk-summary = Resumen
desk-themes = Temas
desk-tags = Etiquetas
desk-content-warnings = Avisos de contenido
desk-with-commas = Pon comas entre ellos.
desk-place-exact = Lugar exacto
desk-place-area = Zona alrededor
desk-place-shown = Lugar que se muestra
desk-place-none-shown = Ningún lugar
desk-place-area-shown = Solo la zona
desk-place-exact-shown = El lugar exacto
desk-date-shown = Fecha que se muestra
desk-date-year = Solo el año
desk-date-month = Mes y año
desk-date-exact = El día exacto
desk-save-details = Guardar los datos
desk-saved = Guardado

desk-consent-only-less = Aquí se puede hacer menor lo que alguien permitió, nunca mayor. Para más hace falta quien lo contó.
desk-role-storyteller = Quien cuenta
desk-role-interviewer = Quien pregunta
desk-role-supporter = Quien acompaña
desk-basis-adult = respondió por sí
desk-basis-child_competent = una persona joven que respondió por sí
desk-basis-guardian = también respondió su tutor
desk-basis-supported = respondió con apoyo
desk-basis-deceased_next_of_kin = respondió un familiar
desk-form-active = formulario actual
desk-form-retired-in-grace = formulario anterior, aún válido
desk-form-retired = formulario ya no válido
desk-form-untranslated = formulario sin traducir
desk-form-draft = formulario sin terminar
desk-form-altered = el formulario no es el que se aceptó
desk-voice-withdrawn = Esta persona retiró su parte.
desk-choice-given = Sí
desk-choice-refused = No
desk-purpose-hold-and-transcribe = Guardar el relato y escribirlo
desk-purpose-project-team = El equipo del proyecto puede oírlo
desk-purpose-research = Investigación
desk-purpose-public-words = Todo el mundo puede leer las palabras
desk-purpose-public-voice = Todo el mundo puede oír la voz
desk-purpose-quote-only = Solo citas
desk-purpose-recontact = Podemos volver a preguntar
desk-purpose-community-archive = El archivo de la comunidad
desk-purpose-machine-training = Entrenar máquinas
desk-purpose-share-partner = Socios: { $partner }
desk-facet-form-words = solo palabras
desk-facet-form-voice = palabras y voz
desk-facet-name-real = con el nombre
desk-facet-name-pseudonym = con otro nombre
desk-facet-name-none = sin nombre
desk-facet-reuse-view = para leer y oír
desk-facet-reuse-quote = se puede citar
desk-facet-reuse-remix = se puede trabajar con ello
desk-facet-place-exact = lugar exacto
desk-facet-place-area = solo la zona
desk-facet-place-none = ningún lugar
desk-facet-date-exact = día exacto
desk-facet-date-month = mes
desk-facet-date-year = año
desk-facet-form = Palabras o voz
desk-facet-name = Nombre
desk-facet-reuse = Qué se puede hacer con ello
desk-facet-place = Lugar
desk-facet-date = Fecha
desk-choose = Elija una opción
desk-voice-number = { $role }, voz { $place }
desk-voice-hidden = Oculta: nada de ella sale.
desk-voice-not-before = Nada sale antes de { $when }.
desk-voice-undo-until = Su código puede traerla de vuelta hasta { $when }.
desk-voice-objects = Nos lo dijo con su código: quien responde por la persona no puede hacer que cambie.
desk-voice-overdue = Pasaron los días para deshacerlo. La historia queda cerrada para todos mientras siga esta voz.
desk-for-them = Cuando se lo piden
desk-narrow = Permitir menos
desk-narrow-title = Permitir menos, porque lo pidieron
desk-narrow-means = Aquí solo se puede elegir lo que permite menos. Vale enseguida, y su propia página dice quién lo pidió.
desk-narrow-nothing = No queda nada que se pueda reducir.
desk-narrow-stop = Detener este uso
desk-narrow-do = Permitir menos ahora
desk-hide = Ocultarla ya
desk-hide-title = Ocultarla enseguida
desk-hide-means = Para quien perdió su código o tiene miedo. Ya nada de la historia sale; se guarda a salvo. Solo quien la contó puede mostrarla de nuevo, con su código y un paso más.
desk-hide-do = Ocultarla por esa persona
desk-withdraw = Retirarla
desk-withdraw-title = Retirar todo lo que esta persona dio
desk-withdraw-means = Se detiene enseguida para todos y se avisa a las organizaciones. Cuando pasan los días para deshacerlo se destruye; una historia que nunca llegó entera se destruye enseguida. Antes, su código puede traerla de vuelta, y también quien responde por la persona, si lo había pedido. Nadie más del equipo puede.
desk-withdraw-of-several = Otras personas también la contaron: la historia se cierra para todos mientras siga esta voz. No se destruyen las palabras de nadie más.
desk-withdraw-do = Retirarla por esa persona
desk-undo = Traerla de vuelta para quien responde por la persona
desk-undo-title = Traer de vuelta lo que retiró quien responde por la persona
desk-undo-means = Las decisiones vuelven como estaban. Nada se comparte antes de que alguien aquí lo apruebe de nuevo. Así solo vuelve lo que había pedido quien responde por la persona; lo que retiró la niña o el niño lo trae de vuelta quien lo retiró.
desk-undo-do = Traerla de vuelta ahora
desk-asked-by = ¿Quién lo pidió?
desk-asked-by-speaker = La propia persona
desk-asked-by-guardian = Quien responde por la persona
desk-asked-by-next_of_kin = Su familia, tras una muerte o cuando ya no puede decidir
desk-asked-by-community_authority = Quien habla por su comunidad
desk-asked-why = ¿Por qué?
desk-asked-hint = Se guarda con el consentimiento y no se puede cambiar después.
desk-asked-objects = Quien responde por la persona no puede: la niña o el niño nos dijo que no quiere que se cambie. Hable con ella o con él. Si hay peligro, hace falta una retención.
desk-asked-why-none_given = No dijo por qué, ni hace falta
desk-asked-why-changed_mind = Cambió de parecer
desk-asked-why-afraid = Teme lo que pueda pasar
desk-asked-why-wrong_answer = No era lo que quiso decir
desk-asked-why-lost_code = Se perdió su código
desk-asked-why-died = Murió
desk-asked-why-cannot_decide = Ya no puede decidir
desk-window = Abrirla con esa persona 30 minutos
desk-window-title = Abrirla con esa persona 30 minutos
desk-window-means = Durante media hora su código basta para lo que pide el PIN: puede leer y oír su historia, responder si se comparte y permitir más. Aquí usted no ve nada de eso. Se cierra sola.
desk-window-in-person = Estoy con esta persona y sé quién es.
desk-window-do = Abrirla 30 minutos
desk-window-lent = Su código basta para abrir su historia hasta { $when }.
desk-window-close = Cerrarla ya
desk-window-own-step = Tiene su propio PIN, o eligió que el código basta. Esto es para cuando olvidó el PIN.
desk-window-no-step = No eligió PIN. Sin usted puede detenerla y retirarla, pero no leerla ni decir sí a compartirla.
desk-gone = Una voz retirada sigue en una historia
desk-gone-mean = Pasaron sus días para deshacerlo. Nadie lee ni oye estas historias mientras siga en ellas. Abra una para quitar esa voz: lo que dijeron las demás personas se queda. Si también retiran lo suyo, todo se destruye.
desk-gone-story = Quitar la voz { $place } de su historia
desk-deeds = Hecho porque alguien lo pidió
desk-deed-narrowed = Se permitió menos
desk-deed-withdrawn = Retirado
desk-deed-embargoed = Oculto
desk-deed-undone = Traído de vuelta
desk-as-a-result = Lo que resulta de ello
desk-will-get = Lo recibiría
desk-will-not-get = No lo recibiría
desk-nobody-yet = Nadie todavía.

desk-as-it-leaves = Como saldría
desk-by-ear = De oído
desk-proof = La prueba
desk-proof-means-text = Haz primero la prueba: es exactamente lo que saldría.
desk-proof-means = Nada sale sin oírse. Haz la prueba y escucha cada lugar donde se quitó algo.
desk-proof-make = Hacer la prueba
desk-proof-again = Hacerla de nuevo
desk-proof-rendering = La prueba se está haciendo…
desk-proof-failed = No se pudo hacer la prueba.
desk-heard-count = { $heard } de { $all } oídos.
desk-heard = oído
desk-not-heard = aún no
desk-listen-at = Escuchar en { $at }
desk-listen-to-all = Escucharlo entero
desk-why-redaction = Se quitó algo
desk-why-flag = La máquina dudaba
desk-why-quote = Una cita se apoya en palabras que la máquina puede haber inventado
desk-why-sound = La voz sale: hay que oírlo todo
desk-nothing-to-hear = No hay nada que deba oírse.
desk-proof-old = El relato ha cambiado desde que se hizo esta prueba.
desk-who-gets-it = Quién lo recibe
desk-standing-edition = Fuera ahora
desk-edition-since = Edición { $version }, desde { $since }
desk-edition-with = Con { $names }
desk-decision = Tu decisión
desk-in-the-way = Lo que falta
desk-obstacle-consent-missing = Alguien cuya voz está en ella no ha aceptado compartirla con nadie.
desk-obstacle-consent-form-retired = El formulario con el que se dio ya no vale. Hay que preguntar de nuevo con el nuevo.
desk-obstacle-guardian-required = Falta el sí de quien cuida a un menor de esta historia.
desk-obstacle-consent-insufficient = Quien la contó la ha ocultado o no nos deja guardarla, o las personas que salen aceptaron usos distintos.
desk-obstacle-on-hold = Hay una alerta de protección abierta.
desk-obstacle-redaction-unplaced = Una supresión perdió las palabras que cubría. Quítala y suprime de nuevo.
desk-obstacle-proof-missing = Nadie ha hecho la prueba de la historia tal como está ahora.
desk-obstacle-proof-failed = No se pudo crear el sonido. Haz la prueba otra vez.
desk-obstacle-proof-not-ready = La prueba todavía se está haciendo.
desk-obstacle-unheard-redaction = Alguien tiene que escuchar cada lugar donde se quitó algo.
desk-obstacle-unheard-flag = Alguien tiene que escuchar cada lugar del que la máquina dudó.
desk-obstacle-unheard-quote = Una cita se apoya en palabras que la máquina puede haber inventado: alguien tiene que escucharlas.
desk-obstacle-unheard-sound = La voz saldría: alguien tiene que oír la prueba entera una vez.
desk-obstacle-sign-off-missing = Quien la contó quiere verla antes de que se comparta.
desk-note-to-teller = Una nota para quien lo contó
desk-note-is-read = La lee en su página.
desk-share-with = { $count ->
    [0] Aprobar; ningún socio lo recibe aún
    [one] Compartir con 1 socio
   *[other] Compartir con { $count } socios
}
desk-ask-teller = Preguntar a quien lo contó
desk-decline = No compartir
desk-reopen = Abrirlo otra vez
desk-unpublish = Dejar de compartir
desk-unpublish-means = { $names } ya no puede leerlo ni oírlo desde este momento. Las copias que hizo solo podemos pedirlas.
desk-unpublish-nobody = Nadie puede recibirlo desde este momento.
desk-unpublish-do = Dejar de compartir ahora
desk-decided-awaiting_recording = El sonido aún no ha llegado entero.
desk-decided-received = Aún falta escribirlo.
desk-decided-transcribing = Aún se está escribiendo.
desk-decided-awaiting_sign_off = Se ha preguntado a quien lo contó. El silencio no comparte nada.
desk-decided-approved = Este relato se comparte como se ve aquí.
desk-decided-declined = Este relato no se comparte.
desk-decided-withdrawn = Quien lo contó retiró este relato.

desk-invites-title = Invitar a reporteros
desk-invites-mean = Una invitación sirve para toda una sala: cada persona la abre con su teléfono. Sin cuenta y sin correo.
desk-invite = Invitación
desk-invite-qr = Código para la cámara del teléfono
desk-invite-scan = Apunta la cámara del teléfono al código, o abre el enlace.
desk-make-invite = Hacer una invitación
desk-copy-link = Copiar el enlace
desk-copied = Copiado
desk-print = Imprimir
desk-project = Proyecto
desk-until = Sirve hasta { $when }.

desk-did-story-declared = Contado y anunciado
desk-did-story-received = Llegó entero
desk-did-transcription-started = Empezó a escribirse
desk-did-story-in-review = Listo para mirar
desk-did-sign-off-asked = Se preguntó a quien lo contó
desk-did-change-asked = Quien lo contó pidió un cambio
desk-did-story-approved = Aprobado
desk-did-story-declined = No se comparte
desk-did-story-reopened = Abierto otra vez
desk-did-story-withdrawn = Retirado
desk-did-story-restored = Quien lo contó lo trajo de vuelta
desk-did-consent-changed = Cambió lo permitido
desk-did-saw-voices = Miró quiénes están en ella y qué permiten
desk-did-window-opened = Abierta con quien la contó 30 minutos
desk-did-window-closed = Cerrada de nuevo después
desk-did-proof-asked = Se pidió una prueba
desk-did-edition-released = Salió una edición
desk-did-concern-raised = Se avisó de un peligro
desk-did-concern-closed = Se cerró un aviso
desk-did-claimed = Tomado
desk-did-left = Devuelto
desk-did-receipt-opened = Quien lo contó vino a mirar
desk-did-read-story = Leído en la mesa
desk-did-heard-original = Se escuchó el original
desk-did-heard-release = Se escuchó la prueba
desk-did-heard-proof = Se oyó parte de la prueba
desk-did-consent-given = Se dio el consentimiento
desk-did-consent-narrowed = Se redujo el consentimiento
desk-did-consent-withdrawn = Se retiró el consentimiento
desk-did-consent-undone = Se recuperó el consentimiento

desk-answers = Respuestas
desk-answers-title = Qué respondieron las organizaciones
desk-answers-mean = Léalo antes que quien lo contó. Lo que usted muestre queda desde entonces en su propia página; lo que no, nunca le llega.
desk-answers-which = Qué respuestas
desk-answers-new = Nuevas
desk-answers-shown = Mostradas
desk-answers-kept_back = No mostradas
desk-answers-none-new = No hay respuestas nuevas.
desk-answers-none-shown = Todavía no se mostró ninguna.
desk-answers-none-kept_back = No se dejó de mostrar ninguna.
desk-answer-heard = { $partner } la escuchó
desk-answer-acting = { $partner } está haciendo algo
desk-answer-changed = { $partner } cambió algo
desk-answer-cannot = { $partner } no puede, y dice por qué
desk-answers-story = Abrir la historia
desk-answers-show = Mostrarla a quien lo contó
desk-answers-keep-back = No mostrarla
desk-answers-done-show = Quien lo contó ya puede leerla.
desk-answers-done-keep-back = No le llega a quien lo contó.
desk-answers-more = Hay más detrás de estas. Decida algunas y vuelva a cargar la página.

desk-spoken = Palabras habladas
desk-spoken-title = Que cada pregunta se pueda oír
desk-spoken-mean = Lo que grabe aquí llega a todos los teléfonos del proyecto y suena allí sin conexión. La gente toca el altavoz en lo alto de la pantalla.
desk-spoken-language = Idioma en que habla
desk-spoken-prompt = Preguntas para una historia
desk-spoken-card = Antes de que alguien empiece
desk-spoken-question = Lo que les pide permitir
desk-spoken-word = Palabras de la aplicación
desk-spoken-so-far = { $count } de { $all } grabadas
desk-spoken-record = Grabar
desk-spoken-again = Grabar otra vez
desk-spoken-stop = Parar
desk-spoken-file = Elegir un sonido
desk-spoken-keep = Guardar esta grabación
desk-spoken-listen = Escucharla
desk-spoken-take-off = Quitarla de los teléfonos
desk-spoken-take-off-yes = Sí, quitarla
desk-spoken-take-off-means = Este formulario se queda entonces sin sonido aquí. Una versión nueva del formulario puede tener uno.
desk-spoken-for-good = Escúchela antes de guardarla. Pasa a ser parte de lo que la gente aceptó: después se puede quitar, pero no cambiar.
desk-spoken-microphone = Esta página no puede usar el micrófono. Permítalo junto a la dirección o elija un sonido.
desk-spoken-too-large = Este sonido es demasiado grande
desk-spoken-too-large-means = Puede tener 700 kB, unos tres minutos de voz. Grábelo aquí o hágalo más corto.
desk-spoken-state-none = Aún sin grabar
desk-spoken-state-preparing = Se prepara para los teléfonos
desk-spoken-state-ready = En camino a todos los teléfonos
desk-spoken-state-refused = No se pudo reproducir. Grábelo otra vez.
desk-spoken-state-taken_off = Quitada. Este formulario se queda sin sonido aquí.

desk-register = Registro
desk-register-title = Registro de consentimientos
desk-register-parts = Partes del registro
desk-register-records = Consentimientos
desk-register-unconfirmed = Sin confirmar
desk-register-audit = Quién hizo qué
desk-register-mean = Cada persona que contó una historia y lo que permite ahora. Sus palabras y nombres no están aquí.
desk-register-filters = Mostrar solo
desk-register-state = Cómo está
desk-register-allows = Permite
desk-register-form = Formulario
desk-register-version = versión { $version }
desk-register-version-of = { $project }, versión { $version }
desk-register-ends-before = Termina antes de
desk-register-number = Número de un recibo
desk-register-no-number = Este no es un número de recibo. Se parece a 0b6f2f6e-8c0c-4b1e-9d0a-70fcbe27f3b6.
desk-register-csv = Guardar como hoja (CSV)
desk-register-clear = Mostrar todo
desk-register-looking = Buscando…
desk-register-none = Ningún consentimiento coincide.
desk-register-none-yet = Ninguno hasta ahora. Quedan más por mirar.
desk-register-who = Quién y cuándo
desk-register-given-on = { $role }, { $when }
desk-register-lets-out = Deja salir a
desk-register-nothing = Nadie de fuera
desk-register-ends = Termina
desk-register-no-end = Sin fecha de fin
desk-register-held-by = Quién la tiene
desk-register-nobody = Nadie
desk-register-back = Volver al registro
desk-register-how = Cómo se dio
desk-register-given = Dado
desk-register-signed-on = Firmado en papel
desk-register-method = De qué modo
desk-register-basis = Quién respondió
desk-register-controller = Quién guarda la historia
desk-register-undo-until = Se puede recuperar hasta
desk-register-not-before = Nada sale antes de
desk-register-clock-doubtful = El reloj del teléfono decía { $when }, y eso no puede ser. Cuenta nuestra hora.
desk-register-answers = Lo que se respondió
desk-register-until = hasta { $when }
desk-register-since = Cada palabra desde entonces
desk-register-receipt = Recibo
desk-register-unbroken = Cada palabra sigue a la anterior. No se cambió nada.
desk-register-broken = Estas palabras ya no siguen una a otra. Alguien las cambió. Avise a quien cuida el servidor.
desk-register-who-did-what = Quién hizo qué con ella
desk-register-open-story = Abrir la historia
desk-state-given = Dado
desk-state-narrowed = Reducido
desk-state-embargoed = Todavía no
desk-state-hidden = Oculto
desk-state-expired = Terminado
desk-state-invalid = No válido
desk-state-undo = Retirado, se puede deshacer
desk-state-withdrawn = Retirado
desk-method-tick = marcado en el teléfono
desk-method-sign = firmado
desk-method-witnessed = ante testigo
desk-method-written = por escrito en papel
desk-method-spoken = de palabra
desk-party-guardian = Tutor o tutora
desk-party-witness = Testigo
desk-party-interpreter = Intérprete
desk-party-community_authority = Por la comunidad
desk-party-person_mentioned = Alguien mencionado
desk-event-given = Dado
desk-event-refused = Negado
desk-event-narrowed = Reducido
desk-event-widened = Ampliado
desk-event-embargoed = Retenido hasta una fecha
desk-event-hidden = Oculto
desk-event-withdrawn = Retirado
desk-event-undone = Recuperado
desk-event-expired = Terminado
desk-event-invalidated = Ya no es válido
desk-event-reconfirmed = Confirmado de nuevo
desk-event-requested = Solicitado
desk-by-reporter_receipt = por la persona
desk-by-guardian = por el tutor
desk-by-facilitator = en la mesa, porque lo pidió
desk-by-safeguarding = por seguridad
desk-by-system = automáticamente
desk-holder-has = la tiene desde { $since }
desk-holder-had = la tuvo de { $since } a { $until }
desk-holder-read = la abrió
desk-holder-not-read = nunca la abrió
desk-holder-confirmed = Confirmó el { $when } que la quitó.
desk-holder-silent = No ha confirmado que la quitó.
desk-holder-nobody = Nadie la tiene ni la tuvo.
desk-silent-mean = A estas organizaciones se les dijo en su canal que una historia fue retirada y no han confirmado que la quitaron. A los 1, 7 y 30 días cada una queda marcada aquí como atrasada. Pregúnteles usted: una llamada ayuda más que otro mensaje.
desk-silent-told = Avisado el { $when }.
desk-silent-agreement-ended = El acuerdo con ellos terminó.
desk-silent-not-chased = Todavía no está atrasada.
desk-silent-consent = El consentimiento en que se basaba
desk-silent-consent-of = Consentimiento de la voz { $place }
desk-silent-erased = La historia ya fue destruida aquí.
desk-silent-none = Todas las organizaciones han confirmado.
desk-audit-mean = Cada acto está ligado al anterior: nada se puede cambiar ni quitar sin que se note.
desk-audit-when = Cuándo
desk-audit-deed = Qué se hizo
desk-audit-who = Quién
desk-audit-what = A qué
desk-audit-record = Un consentimiento
desk-audit-story = Una historia
desk-audit-other = Otra cosa
desk-audit-about-one = Solo sobre una historia o un consentimiento.
desk-audit-about-all = Mostrar todas las historias
desk-audit-none = No se hizo nada que coincida.
desk-audit-verify = Comprobar que nada cambió
desk-audit-broken = Algo se cambió o se quitó. Avise a quien cuida el servidor; no escriba encima.
desk-actor-staff = Alguien de la mesa
desk-actor-partner = Una organización
desk-actor-phone = El teléfono de quien recoge historias
desk-actor-storyteller = Quien lo contó la historia
desk-actor-house = Heardwell mismo
desk-told-released = Se dio a una organización
desk-told-updated = Se avisó a una organización de un cambio
desk-told-withdrawn = Se pidió a una organización que la quitara
desk-bundle = Exportar los datos de esta persona
desk-bundle-title = Todo lo que guardamos sobre esta persona
desk-bundle-means = Un archivo: su consentimiento y los recibos firmados, sus propias palabras y su sonido, quién la recibió, qué se respondió y quién miró.
desk-bundle-not = No contiene palabras ni voz de nadie más. Las palabras y el sonido se dejan fuera si la historia fue retirada o si el equipo no puede abrirla.
desk-bundle-sure = Esta persona lo pidió y estoy seguro de que es ella.
desk-bundle-do = Guardar el archivo
desk-bundle-taken = Queda anotado que usted lo tomó. No lo dé a nadie más.
desk-did-consent-widened = El consentimiento se amplió
desk-did-consent-embargoed = El consentimiento se retuvo u ocultó
desk-did-story-erased = Destruida
desk-did-revised = Se corrigieron las palabras
desk-did-redacted = Se quitó algo
desk-did-unredacted = Se repuso algo quitado
desk-did-quoted = Se marcó una cita
desk-did-unquoted = Se desmarcó una cita
desk-did-described = Se escribieron los detalles
desk-did-sound-ready = El sonido quedó listo para oír
desk-did-sound-shut = Hubo sonido que no se pudo abrir
desk-did-sound-tried-again = Se pidió probar el sonido otra vez
desk-did-left-message = Quien lo contó dejó un mensaje
desk-did-left-harm = Quien lo contó avisó de un daño
desk-did-listed-stories = Una organización miró sus historias
desk-did-partner-read-story = Una organización la leyó
desk-did-partner-read-audio = Una organización la oyó
desk-did-partner-responded = Una organización respondió
desk-did-partner-created = Se añadió una organización
desk-did-key-revoked = Se anuló la clave de una organización
desk-did-invite-created = Se hizo una invitación
desk-did-device-left = Un teléfono dejó el proyecto
desk-did-read-own-story = Quien lo contó leyó su historia
desk-did-heard-own-story = Quien lo contó oyó su historia
desk-did-transcription-wanted = Espera a ser escrita
desk-did-upload-completed = Llegó una grabación
desk-did-upload-assembled = Se unió una grabación
desk-did-upload-released = Se soltó una grabación
desk-did-release-erased = Aquí se olvidó lo que tenía una organización
desk-did-spoken-kept = Se grabó una frase hablada
desk-did-spoken-taken-off = Se quitó una frase hablada
desk-did-tombstone-chased = La confirmación de una organización está atrasada
desk-did-read-register = Se leyó el registro
desk-did-read-consent-record = Se leyó un consentimiento
desk-did-exported-register = El registro se guardó como hoja
desk-did-exported-person = Se exportaron los datos de una persona
desk-did-read-audit = Se leyó esta lista
desk-did-verified-audit = Se comprobó que nada cambió
desk-register-shown = { $count ->
    [one] 1 consentimiento mostrado
   *[other] { $count } consentimientos mostrados
}
desk-silent-days = { $days ->
    [0] Hoy
    [one] 1 día
   *[other] { $days } días
}
desk-silent-chased = { $stage ->
    [1] Atrasada: sin respuesta tras 1 día. Anotado el { $when }.
   *[other] Atrasada: sin respuesta tras { $stage } días. Anotado el { $when }.
}
desk-audit-stands = { $count ->
    [one] 1 acto sigue como se escribió.
   *[other] Los { $count } actos siguen como se escribieron.
}

desk-forms = Consentimiento
desk-forms-title = Lo que se pregunta
desk-forms-mean = Los teléfonos lo muestran antes de que alguien cuente una historia y hacen cada pregunta por separado. Una versión que se puede responder no cambia nunca. Lo que cambies será una versión nueva, y las historias anteriores conservan la suya.
desk-forms-all = Todas las versiones
desk-forms-begin = Empezar una versión nueva
desk-forms-go-on = Seguir escribiendo
desk-forms-look = Verla
desk-forms-version = Versión { $version }
desk-forms-standing-draft = Borrador
desk-forms-standing-current = Los teléfonos preguntan con ella
desk-forms-standing-earlier = Vale para historias anteriores
desk-forms-standing-retired = Retirada
desk-forms-since = En uso desde el { $when }.
desk-forms-begun = Empezada el { $when }.
desk-forms-grace = Las historias contadas con ella se pueden compartir hasta el { $when }.
desk-forms-grace-over = Las historias contadas con ella ya no se comparten.
desk-forms-answered = { $count ->
    [0] Nadie la ha respondido todavía.
    [one] 1 persona la ha respondido.
   *[other] { $count } personas la han respondido.
}
desk-forms-altered = Alguien cambió esta versión fuera de Heardwell. Nada de lo contado con ella se comparte. Avisa a quien cuida el servidor y publica una versión nueva.
desk-forms-stands-for-good = Esta versión queda así para siempre. Para cambiar algo, empieza una versión nueva.
desk-forms-fingerprint = Huella
desk-forms-parts = Vistas de esta versión
desk-forms-write = Escribir
desk-forms-preview = Como se ve en un teléfono
desk-forms-stays-out = Falta algo en este idioma. Los teléfonos preguntan en { $source }.
desk-forms-beside = Idioma junto a { $source }
desk-forms-cards = Antes de empezar
desk-forms-card = Tarjeta { $number }
desk-forms-add-card = Añadir una tarjeta
desk-forms-remove-card = Quitar la tarjeta { $number }
desk-forms-questions = Lo que se pide permitir
desk-forms-notes = En breve, para los registros
desk-forms-terms = Quién responde por ello
desk-forms-piece-title = Título
desk-forms-piece-text = Texto
desk-forms-piece-question = Pregunta
desk-forms-piece-limits = Cuándo no puede quedar en secreto
desk-forms-piece-note = Qué conservan los socios
desk-forms-term-controller = Quién guarda las historias
desk-forms-term-contact = Cómo hablar con ellos
desk-forms-term-jurisdiction = País cuya ley vale
desk-forms-term-retention = Cuánto tiempo se guardan
desk-forms-purpose-hold_and_transcribe = Guardarla y escribirla
desk-forms-purpose-project_team = El equipo la abre
desk-forms-purpose-share_partner = Compartirla con { $who }
desk-forms-purpose-research = Investigación
desk-forms-purpose-public_words = El público, en palabras
desk-forms-purpose-public_voice = El público, con la voz
desk-forms-purpose-quote_only = Citas cortas
desk-forms-purpose-recontact = Volver a preguntar
desk-forms-purpose-community_archive = El archivo de la comunidad
desk-forms-purpose-machine_training = Entrenar máquinas
desk-forms-recipients = Quién la recibe
desk-forms-recipients-mean = Un público o socios por su nombre, con comas. Nadie más la recibe.
desk-forms-recipients-none = Nombra al menos a uno: la gente debe saber quién la recibe.
desk-forms-expires = Termina solo tras estos días
desk-forms-expires-mean = Vacío: dura hasta que la retiren.
desk-forms-facets = Qué se puede elegir después de un Sí
desk-forms-facet-form = Palabras o voz
desk-forms-facet-name = Qué nombre
desk-forms-facet-place = Lugar, más o menos exacto
desk-forms-facet-date = Fecha, más o menos exacta
desk-forms-facet-reuse = Qué pueden hacer otros
desk-forms-facet-licence = Una licencia
desk-forms-facet-audience = Cuáles de ellos
desk-forms-facet-embargo_until = Desde cuándo
desk-forms-facet-expires_at = Hasta cuándo
desk-forms-remove-question = No preguntar más esto
desk-forms-add-question = Hacer otra pregunta
desk-forms-share-with = Compartirla con alguien
desk-forms-share-whom = Público o socio
desk-forms-add = Añadirla
desk-forms-missing = Falta escribirlo
desk-forms-behind = { $source } cambió aquí. ¿Esto dice todavía lo mismo?
desk-forms-left = { $count ->
    [one] Falta 1 texto en este idioma.
   *[other] Faltan { $count } textos en este idioma.
}
desk-forms-age = Se puede leer a los { $age } años
desk-forms-age-high = Se puede leer a los { $age } años. Con palabras y frases más cortas llega a { $oldest }.
desk-forms-age-whole = El inglés entero se puede leer a los { $age } años. Lo mejor: { $oldest } o menos.
desk-forms-stands-saved = Guardado
desk-forms-stands-waiting = Todavía sin guardar
desk-forms-stands-saving = Guardando…
desk-forms-stands-refused = Sin guardar
desk-forms-theirs = Ver lo que escribió la otra persona
desk-forms-over = Dejar lo que escribí yo
desk-forms-review-none = Falta la revisión de una comunidad
desk-forms-review-means = Nadie que hable { $language } en casa nos ha dicho que estas palabras están bien. Mientras tanto se pueden usar.
desk-forms-review-say = Una comunidad lo revisó
desk-forms-review-who = Quién lo revisó
desk-forms-review-when = Cuándo
desk-forms-review-do = Dejar constancia
desk-forms-review-undo = Quitar esto
desk-forms-reviewed = Revisado por { $who }, { $when }
desk-forms-publish = Publicar la versión { $version }
desk-forms-publish-in = Los teléfonos preguntarán en { $languages }.
desk-forms-publish-not-yet = Todavía falta algo en { $source }. Escríbelo primero: es el idioma que se usa donde falta otro.
desk-forms-publish-out = { $count ->
    [one] { $language } queda fuera: falta 1 texto.
   *[other] { $language } queda fuera: faltan { $count } textos.
}
desk-forms-publish-behind = { $count ->
    [one] { $language } quizá se quedó atrás: 1 texto sigue como estaba.
   *[other] { $language } quizá se quedó atrás: { $count } textos siguen como estaban.
}
desk-forms-publish-means = Después nadie puede cambiarla. Las historias anteriores conservan su versión.
desk-forms-drop = Tirar el borrador
desk-forms-drop-yes = Sí, tirarlo
desk-forms-retire = Retirar la versión { $version }
desk-forms-retire-means = Lo contado con esta versión deja de compartirse, si no se vuelve a preguntar a la gente. No se puede deshacer.
desk-forms-retire-days = Días hasta entonces
desk-forms-retire-days-mean = Un teléfono puede pasar mucho tiempo sin red. 90 días dan tiempo a que lleguen sus historias. 0 lo detiene ahora.

desk-cut = Quitar esta voz
desk-cut-way-in = Lo que dijo esta persona se puede quitar para siempre. Lo que dijeron las demás se queda, y el relato vuelve a la mesa. Antes lo escuchas entero.
desk-cut-title = Quitar una voz
desk-cut-back = Volver al relato
desk-cut-mean = { $names } retiró su parte, y pasaron los días para deshacerlo. Escúchalo todo y marca cada lugar donde habla. Lo que marcas y oyes se guarda sobre la marcha: puedes parar y volver.
desk-cut-mean-text = { $names } retiró su parte, y pasaron los días para deshacerlo. Léelo todo y marca cada palabra suya. Lo que marcas se guarda sobre la marcha: puedes parar y volver.
desk-cut-leave = Devolverlo por ahora
desk-cut-stands-saved = Todas las marcas están guardadas
desk-cut-stands-waiting = Aún sin guardar
desk-cut-stands-saving = Guardando…
desk-cut-stands-refused = Sin guardar. Tus marcas siguen en esta página y lo volvemos a intentar. Déjala abierta.
desk-cut-lost = Este relato no está en tus manos
desk-cut-lost-mean = Trabaja en él una persona a la vez. Tras media hora sin trabajo queda libre.
desk-cut-held-mean = Trabaja en él una persona a la vez. Habla con ella antes de seguir.
desk-cut-still-here = Lo que marcaste sigue aquí.
desk-cut-take = Tomarlo
desk-cut-take-try = Intentar tomarlo otra vez
desk-cut-changed = Otra persona cambió las marcas
desk-cut-changed-mean = No se ha perdido nada. Ves lo que marcó ella; lo que marcaste tú se guarda aquí. ¿Cómo seguimos?
desk-cut-theirs = { $count ->
    [0] Suyas: ninguna marca
    [one] Suyas: 1 marca, { $time } en total
   *[other] Suyas: { $count } marcas, { $time } en total
}
desk-cut-yours = { $count ->
    [0] Tuyas: ninguna marca
    [one] Tuyas: 1 marca, { $time } en total
   *[other] Tuyas: { $count } marcas, { $time } en total
}
desk-cut-theirs-text = { $count ->
    [one] Suyos: 1 pasaje
   *[other] Suyos: { $count } pasajes
}
desk-cut-yours-text = { $count ->
    [one] Tuyos: 1 pasaje
   *[other] Tuyos: { $count } pasajes
}
desk-cut-settle-both = Usar las dos juntas
desk-cut-settle-mine = Solo las mías
desk-cut-settle-theirs = Solo las suyas
desk-cut-failed = No se pudo quitar la voz.
desk-cut-failed-mean = No cambió nada, y todas las marcas están aquí. Repásalas y pídelo otra vez. Si falla dos veces, díselo a quien cuida el servidor.
desk-cut-sound-making = Se está uniendo el sonido. Ya puedes leer; el reproductor llega solo.
desk-cut-no-sound = Aquí no hay sonido que se pueda oír.
desk-cut-no-sound-mean = Nadie puede oír quién habla, así que no se puede quitar nada. Díselo a quien cuida el servidor.
desk-cut-unplayable = { $count ->
    [one] Hay 1 grabación que nadie puede oír.
   *[other] Hay { $count } grabaciones que nadie puede oír.
}
desk-cut-unplayable-mean = Nadie sabe quién habla ahí. Se destruye junto con esta voz.
desk-cut-labels = ¿Quién en el texto es { $names }?
desk-cut-label-words = { $count ->
    [one] 1 palabra
   *[other] { $count } palabras
}
desk-cut-no-labels = El texto no dice quién habla. Márcalo mientras escuchas.
desk-cut-take-labelled = { $count ->
    [one] Marcar 1 pasaje con este nombre
   *[other] Marcar { $count } pasajes con este nombre
}
desk-cut-shown-goes = se va
desk-cut-shown-outside = suyo, aún sin marcar
desk-cut-shown-stays = otra persona, dentro de una marca
desk-cut-shown-struck = quitado antes, sigue en el original
desk-cut-word-goes = { $word } (se va)
desk-cut-word-outside = { $word } (suyo, aún sin marcar)
desk-cut-word-stays = { $word } (otra persona, dentro de una marca)
desk-cut-word-struck = { $word } (quitado antes, sigue en el original)
desk-cut-paragraph = Parte { $number }, { $speaker }
desk-cut-mark-words = Esto lo dijo
desk-cut-leave-in = Dejarlo
desk-cut-open-mark = Abrir la marca
desk-cut-marks = Lo que se va
desk-cut-marks-sum = { $count ->
    [one] 1 marca, { $time }. Un tercio de segundo antes y después también queda en silencio.
   *[other] { $count } marcas, { $time } en total. Un tercio de segundo antes y después de cada una también queda en silencio.
}
desk-cut-marks-count = { $count ->
    [one] 1 marca
   *[other] { $count } marcas
}
desk-cut-none-marked = Aún no hay nada marcado.
desk-cut-nothing-said = { $names }: aquí no se oye ni se lee ninguna palabra suya
desk-cut-no-words-here = aquí no hay palabras
desk-cut-undo = Deshacer el último cambio
desk-cut-mark-of = Marca { $number } de { $count }
desk-cut-mark-number = Marca { $number }
desk-cut-close-mark = Cerrar esta marca
desk-cut-start = Empieza en
desk-cut-end = Termina en
desk-cut-move-start = Mover el comienzo
desk-cut-move-end = Mover el final
desk-cut-hear-start = Oír el comienzo
desk-cut-hear-end = Oír el final
desk-cut-edge-hint = Minutos, segundos y una décima: 1:02.3. Las flechas arriba y abajo lo mueven una décima de segundo.
desk-cut-hear-mark = Oírla
desk-cut-remove = Quitar esta marca
desk-cut-others = Aquí hablan también otras personas
desk-cut-others-lose = De { $names } se perdería esto:
desk-cut-with-others = También se va
desk-cut-or-move = O mueve el comienzo o el final para que se quede.
desk-cut-begin = Empieza a hablar
desk-cut-stop = Deja de hablar
desk-cut-start-here = Empieza aquí
desk-cut-end-here = Termina aquí
desk-cut-begun = Desde { $at }. Ahora pulsa «Deja de hablar» donde deje de hablar.
desk-cut-give-up = No, aquí no
desk-cut-heard-of = { $heard } de { $whole } oído
desk-cut-heard-all = Está oído entero
desk-cut-next-unheard = Siguiente parte sin oír
desk-cut-sound-failed = El sonido no llega.
desk-cut-sound-again = Pedirlo otra vez
desk-cut-key-skip = 3 segundos atrás o adelante
desk-cut-key-leave = dejar la marca; parar el sonido
desk-cut-left = Queda por hacer
desk-cut-left-unheard = Aún sin oír: { $time }. Puede hablar en cualquier lugar.
desk-cut-left-outside = { $count ->
    [one] 1 palabra con su nombre está sin marcar.
   *[other] { $count } palabras con su nombre están sin marcar.
}
desk-cut-left-overlap = { $count ->
    [one] En 1 marca habla alguien que se queda. Mueve el borde, o di que también se va.
   *[other] En { $count } marcas habla alguien que se queda. Mueve los bordes, o di que también se va.
}
desk-cut-left-not-marked = No hay nada marcado. Marca lo que dijo, o di que no hay nada suyo.
desk-cut-left-no-sound = Aún no hay sonido que escuchar.
desk-cut-ready = Está oído entero, y todo lo suyo está marcado.
desk-cut-ready-text = Todo lo suyo está marcado.
desk-cut-finish = Quitar la voz…
desk-cut-shut = { $count ->
    [one] Antes queda 1 cosa por hacer.
   *[other] Antes quedan { $count } cosas por hacer.
}
desk-cut-shut-saving = Espera a que se guarden las marcas.
desk-cut-finish-title = Quitar esta voz para siempre
desk-cut-finish-goes = { $count ->
    [one] { $names }: se va 1 lugar del sonido, { $time }.
   *[other] { $names }: se van { $count } lugares del sonido, { $time } en total.
}
desk-cut-finish-goes-text = { $count ->
    [one] { $names }: se va 1 pasaje.
   *[other] { $names }: se van { $count } pasajes.
}
desk-cut-finish-nothing = { $names }: no hay ninguna palabra suya. No se quita nada, pero se van su nombre y sus respuestas.
desk-cut-finish-sound = Esos lugares quedan en silencio en la grabación. La grabación como era se destruye.
desk-cut-finish-words = Sus palabras, su nombre y sus respuestas se borran.
desk-cut-finish-stays = Lo que dijeron las demás personas se queda. Vuelve a la mesa, y nadie lo recibe hasta que se apruebe de nuevo.
desk-cut-finish-for-good = Nada lo trae de vuelta.
desk-cut-finish-sure = Lo he oído entero, y no dudo de ninguna marca.
desk-cut-finish-sure-text = Lo he leído entero, y no dudo de ninguna marca.
desk-cut-finish-do = Quitarla para siempre
desk-cut-making = Se está quitando la voz
desk-cut-making-mean = Puede tardar unos minutos. Sigue por sí solo, así que puedes salir de esta página. Mientras tanto nadie abre el relato.
desk-cut-done = La voz ya no está
desk-cut-done-mean = Lo suyo está destruido. Lo que dijeron las demás personas está otra vez en la mesa, y nadie lo recibe hasta que se apruebe.
desk-cut-look-at = Se escribió sobre el relato entero, así que léelo otra vez y guárdalo: { $fields }.
desk-cut-open-story = Abrir el relato
desk-cut-open-details = Leer los detalles
desk-obstacle-details-unconfirmed = Se quitó una voz. Lee otra vez lo que se escribió sobre el relato y guárdalo.
desk-did-read-to-cut = Leído para quitar una voz
desk-did-heard-to-cut = Escuchado para quitar una voz
desk-did-cut-marked = Se marcó lo que hay que quitar
desk-did-cut-asked = Se pidió quitar una voz para siempre
desk-did-voice-erased = Una voz se quitó y se destruyó
desk-did-consent-erased = Un consentimiento se destruyó

## The machine that listens

desk-listening = Lo que oyó la máquina
desk-heard-language = La máquina oyó este idioma: { $language }.
desk-heard-told = A la máquina se le dijo que este es el idioma: { $language }.
desk-heard-sure = Estaba segura.
desk-heard-fairly = Estaba bastante segura.
desk-heard-unsure = No estaba segura.
desk-heard-nobody = La máquina no oyó hablar a nadie.
desk-heard-nothing = La máquina no pudo escribirlo.
desk-heard-by = Oído con { $engine }, modelo { $model }
desk-listen-again = Hacer que se oiga otra vez
desk-listen-language = Idioma que se habla
desk-listen-auto = Que lo averigüe la máquina
desk-listen-model = Modelo
desk-listen-larger = Un modelo más grande oye mejor y tarda más.
desk-listen-model-usual = { $model }, { $size } (el habitual)
desk-listen-model-other = { $model }, { $size }
desk-listen-model-english-only = { $model }, { $size } (solo inglés)
desk-listen-start = Oír otra vez
desk-listen-keeps = Las palabras de abajo se quedan hasta que termine. Entonces las nuevas ocupan su lugar. Si alguien empieza antes a trabajar en ellas, se quedan.
desk-listen-worked-on = Alguien ha trabajado en estas palabras, así que se quedan. Quita antes lo tachado y las citas. Un texto corregido nunca se reemplaza.
desk-listen-running = La máquina está oyendo otra vez.
desk-listen-waiting = Espera su turno.
desk-listen-share = Cuánto lleva la máquina
desk-listen-in-vain = No salió bien. Las palabras están como estaban.
desk-listen-people-began = Alguien empezó a trabajar en las palabras, así que se quedan esas.
desk-listen-story-moved = La historia siguió su camino mientras tanto, así que conserva sus palabras.
desk-so-far = Escrito hasta ahora
desk-so-far-listening = La máquina está oyendo.
desk-so-far-unfinished = Aún no está terminado. Ya se puede leer y escuchar. Se podrá trabajar en las palabras cuando la máquina acabe.
desk-so-far-gap = De { $from } a { $to }: aún no se ha oído, o nadie habla.
desk-so-far-goes-on = Hasta aquí ha llegado la máquina.
desk-ready-soon = Listo en menos de un minuto
desk-ready-minutes = { $count ->
    [one] Listo en un minuto, más o menos
   *[other] Listo en unos { $count } minutos
}
desk-ready-hours = { $count ->
    [one] Listo en una hora, más o menos
   *[other] Listo en unas { $count } horas
}
desk-gist = Traducción aproximada al inglés
desk-gist-ask = Hacer una traducción aproximada al inglés
desk-gist-anew = Hacer de nuevo la traducción
desk-gist-running = La máquina está haciendo una traducción aproximada.
desk-gist-warning = Una traducción aproximada de la máquina. No la cites.
desk-gist-from = Hecha a partir de lo que se oyó en este idioma: { $language }.
desk-did-asked-again = Se pidió a la máquina que oyera otra vez
desk-did-asked-gist = Se pidió una traducción aproximada
desk-did-heard-again = La máquina había oído otra vez
