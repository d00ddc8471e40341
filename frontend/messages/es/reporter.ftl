# SPDX-License-Identifier: Apache-2.0
app-name = Notas
tabs = Lugares principales
tab-tell = Contar
tab-mine = Mis historias
tab-help = Ayuda
read-aloud = Leer esta pantalla en voz alta
leave-quickly = Salir rápido
to-start = Volver al principio

choose-language = Elige un idioma
join-title = Unirse
join-welcome = Cuenta una historia. Tú decides quién la oye.
join-why = Alguien te ha invitado a contar algo de tu vida. Lo que cuentes se queda en este teléfono hasta que lo envíes.
join-code = Tu invitación: un enlace o un código
join-camera = O apunta la cámara de este teléfono al cuadrado dibujado en la invitación.
join = Unirme
join-busy = Un momento …
join-no-network = Todavía no hay red. Tu invitación queda guardada. Prueba otra vez cuando la haya.
join-invite-invalid = No conocemos esta invitación. Mírala otra vez o pide una nueva.
join-invite-expired = Esta invitación ha terminado. Pide una nueva.
join-other = No ha funcionado. Pregunta a quien te invitó.
joined = Te has unido a
who-uses = ¿Quién usa este teléfono?
only-me = Solo yo
only-me-means = La lista de tus historias se queda aquí, también sin red.
we-share = Lo compartimos
we-share-means = De las historias enviadas no queda nada en este teléfono.

tell-title = Contar
another-question = Otra pregunta
write-instead = Mejor escribir
record = Grabar
who-speaks = ¿Quién habla?
kind-snapshot-means = Una pregunta, uno o dos minutos
kind-monologue-means = Mi historia, a solas o con alguien a mi lado
kind-dialogue-means = Una charla entre nosotros
which-question = ¿Qué pregunta?
this-question = Responder a esta pregunta
no-question = Sin pregunta, sé qué contar

consent-title = Antes de empezar
consent-progress = Hasta dónde has llegado
understood = Lo entiendo
age-question = ¿Tienes { $age } años o más?
recipients = Quién la recibe:
needed-to-record = Sin un Sí aquí no podemos grabar.
facets-title = ¿De qué manera?
facet-form = ¿Qué pueden tener?
facet-name = ¿Qué nombre aparece al lado?
facet-place = ¿Cómo de exacto puede ser el lugar?
facet-date = ¿Cómo de exacta puede ser la fecha?
facet-reuse = ¿Qué pueden hacer con ella?
facet-which-name = El nombre que se verá
sign-off-question = ¿Quieres revisarla antes de que salga?
sign-off-means = Así no se comparte nada hasta que hayas visto exactamente lo que se compartiría y digas que sí.
stop-no = Entonces no grabamos. No se guarda nada.
stop-no-means = Gracias por pensarlo. Puedes volver cuando quieras.
stop-age = Entonces hay que preguntar también a quien te cuida.
stop-age-means = Habla con la persona que te invitó. No se guarda nada.
summary-title = Tus respuestas
summary-take-back = Con tu código de recibo puedes permitir menos, o retirarlo todo, en cualquier momento.
agree = Esto es lo que quiero
others-question = ¿Habla también alguien más?
others-so-far =
    { $count ->
        [one] Ha respondido una persona.
       *[other] Han respondido { $count } personas.
    }
others-add = Añadir a la siguiente persona
others-done = Ya estamos todos
person-who = ¿Quién es la siguiente persona?
person-name = Un nombre, si lo quiere
person-hand-over = Dale ahora el teléfono. Responde por sí misma.
person-number = Persona { $number }

microphone-title = Micrófono
microphone-why = Para grabar necesitamos el micrófono.
microphone-why-means = Ahora te lo pregunta tu teléfono. El sonido se queda en él hasta que lo envíes.
microphone-allow = Permitir el micrófono
microphone-refused = El micrófono está apagado para esta página.
microphone-refused-means = Permítelo en los ajustes de tu navegador, junto a la dirección de esta página. También puedes escribir.

record-title = Grabar
clock = Grabado hasta ahora
stop = Parar
pause = Pausa
go-on-recording = Seguir
next-question = Otra pregunta
paused = En pausa. Lo que has contado está guardado.
interrupted = En pausa por una llamada u otra aplicación. Tu historia está a salvo.
phone-full = Este teléfono está lleno. Lo que has contado está a salvo. Borra otra cosa del teléfono y sigue.
cannot-hear = No te oímos. ¿Algo tapa el micrófono?
time-left =
    { $minutes ->
        [one] Queda un minuto
       *[other] Quedan { $minutes } minutos
    }
listen-back = Escucharla
leave-question = ¿Quieres parar aquí?

listen-title = Escucharla
part = Parte { $number }
play = Oír
stop-playing = Parar
play-part = Oír la parte { $number }
stop-part = Parar la parte { $number }
delete-part = Borrar la parte { $number }
part-silent = En la parte { $number } no oímos nada.
cannot-play = Este teléfono no puede reproducirla. Aun así está a salvo.
add-more = Añadir más
write-more = Seguir escribiendo
save-copy = Guardar una copia
delete-question = ¿Borrar esta historia del teléfono?
delete-yes = Sí, borrarla
story-gone = Esta historia ya no está en este teléfono.

details-title = Algunos detalles
details-name = Un título, si lo quieres
details-language = Contada en

receipt-title = Tu código de recibo
receipt-code = Código de recibo
receipt-yours = Esto es tuyo. No lo tiene nadie más.
receipt-means = Con este código puedes ver quién tiene tu historia y retirarla. No podemos dártelo otra vez.
receipt-words = El código en ocho palabras
receipt-qr = El código como imagen para escanear
receipt-digits = El código en cifras
receipt-picture = Guarda esto
receipt-save = Guardar como imagen
receipt-saved = La imagen está en las descargas de este teléfono.
receipt-print = Imprimir
receipt-kept = Lo he guardado
lock-question = ¿Quién puede abrir la historia con este código?
lock-pin = Cerrarla con un PIN
lock-pin-label = PIN, de cuatro a seis cifras
lock-pin-means = Lo necesitas para oír tu historia y para decir que sí a compartirla.
lock-code-alone = Este código basta para abrir mi historia
lock-neither = Ninguna. El código muestra qué pasa con ella y la retira.
give-phone-to = Da el teléfono a
i-have-the-phone = Tengo el teléfono
show-code = Ver el código otra vez

send-title = Enviar
send-now = Enviar ahora
to-my-stories = A mis historias
see-sending = Ver cómo va
unsent =
    { $count ->
        [one] Una historia en este teléfono.
       *[other] { $count } historias en este teléfono.
    }
stamp-recording = Grabando
stamp-saved = Guardada en este teléfono
stamp-waiting-network = Esperando la red
stamp-waiting-server = Esperando la red
stamp-waiting-full = Esperando la red
stamp-waiting-portal = Esperando la red
stamp-sending = Enviando { $percent } %
stamp-arrived = Llegó, gracias
stamp-needs-you = Te necesita
waiting-means-network = Tu historia está a salvo en este teléfono. Se envía sola cuando hay red.
waiting-means-server = Tu historia está a salvo en este teléfono. El servidor está ocupado. Probamos pronto otra vez.
waiting-means-full = Tu historia está a salvo en este teléfono. El servidor está lleno. Probamos más tarde.
waiting-means-portal = Tu historia está a salvo en este teléfono. Esta red pide que entres antes. Abre tu navegador y hazlo.
needs-you-safe = Tu historia está a salvo en este teléfono.
needs-you-other = Pregunta a quien te invitó, o guarda una copia.
arrived-means = El servidor la tiene entera. Se ha borrado de este teléfono. Tu código de recibo sigue valiendo.

mine-title = Mis historias
mine-here = En este teléfono
mine-here-none = Aquí no espera nada.
mine-arrived = Han llegado
mine-arrived-none = Todavía no ha llegado nada.
open-with-code = Abrir con mi código
rescued = Tienes una historia de las { $time }, dura { $length }.

write-title = Escribir
write-label = Tu historia
not-saved = Aún no está guardada. Probamos otra vez mientras escribes.

help-title = Ayuda
help-how = Cómo funciona
help-how-1 = Tú eliges qué se puede hacer con tu historia. Toda respuesta empieza en No.
help-how-2 = Grabas o escribes. Cada segundo se guarda en este teléfono.
help-how-3 = Guardas un código de recibo. Es solo tuyo.
help-how-4 = La historia se envía sola cuando hay red.
help-take-back = Cómo retirarla
help-take-back-means = Abre la página de abajo y escribe tu código de recibo: ocho palabras o 25 cifras. No necesitas cuenta.
help-whom = De tu proyecto
help-guide = Cómo contar una buena historia
help-partners = Qué guardan los socios
help-seized = Si alguien se lleva este teléfono
help-seized-means = Puede oír historias que aún no se han enviado y ver códigos que aún no se han entregado. Las historias enviadas ya no están aquí.
help-language = Idioma
help-look = Claro y oscuro
look-system = Como el teléfono
look-light = Claro
look-dark = Oscuro
help-home-screen = Ponerla en la pantalla de inicio
help-home-screen-means = Abre el menú de tu navegador y elige «Añadir a pantalla de inicio». Allí se llama «Notes».
space-left =
    { $hours ->
        [one] En este teléfono cabe una hora más de voz.
       *[other] En este teléfono caben { $hours } horas más de voz.
    }
new-version = Hay una versión nueva.
new-version-take = Usar la versión nueva
wipe = Dejar el proyecto y vaciar este teléfono
wipe-means = Todo lo de esta aplicación se borra de este teléfono. Las historias que llegaron se quedan donde tú lo permitiste.
wipe-question =
    { $count ->
        [0] No queda nada por enviar en este teléfono. ¿Vaciarlo?
        [one] Una historia de este teléfono no se ha enviado. Se perdería. ¿Vaciar el teléfono?
       *[other] { $count } historias de este teléfono no se han enviado. Se perderían. ¿Vaciar el teléfono?
    }
wipe-yes = Sí, vaciarlo todo
