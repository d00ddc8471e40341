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
we-share-means = Cada persona tiene un dibujo. Nadie ve las historias de otra, y de las enviadas no queda nada aquí.

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
stop-age-means = Responde primero. Después el teléfono vuelve a ti y respondes por ti.
talk-no = Entonces { $name } no participa.
talk-no-means = No se guarda nada de esa persona: ni nombre, ni dibujo, ni respuestas.
talk-no-alone = Queda una persona. Será un monólogo.
talk-go-on = Seguir sin esa persona
talk-stop = Parar aquí
summary-title = Tus respuestas
summary-take-back = Con tu código de recibo puedes permitir menos, o retirarlo todo, en cualquier momento.
agree = Esto es lo que quiero
others-add = Añadir a una persona
others-done = Ya estamos todos
person-who = ¿Quién es?
person-name = Un nombre, si lo quiere
person-number = Persona { $number }

microphone-title = Micrófono
microphone-why = Para grabar necesitamos el micrófono.
microphone-why-means = Ahora te lo pregunta tu teléfono. El sonido se queda en él hasta que lo envíes.
microphone-allow = Permitir el micrófono
microphone-refused = El micrófono está apagado para esta página.
microphone-refused-means = Permítelo en los ajustes de tu navegador, junto a la dirección de esta página. También puedes escribir.
microphone-picture = Un dibujo: la señal delante de la dirección de la página y, detrás de ella, el interruptor del micrófono
microphone-missing = No encontramos ningún micrófono en este teléfono.
microphone-missing-means = Conecta uno y prueba otra vez, o escribe, o elige un sonido que tengas.
microphone-busy = Otra cosa está usando el micrófono.
microphone-busy-means = Termina la llamada o cierra la otra aplicación y prueba otra vez.
microphone-impossible = Este navegador no puede grabar.
microphone-impossible-means = Graba con otra aplicación de este teléfono y elige aquí el sonido, o escribe. Todo lo demás sigue igual.
choose-file = Elegir un archivo

record-title = Grabar
question = Pregunta
question-before = La pregunta anterior
question-after = La pregunta siguiente
question-of = { $number } de { $count }
question-hide = Ocultar la pregunta
hide = Ocultar
question-show = Mostrar la pregunta
level = Volumen
recorded-elsewhere = Se está grabando una historia en otra ventana. Detenla allí primero.
slept = Este teléfono durmió { $length } y en ese tiempo no oyó nada. Todo lo demás está a salvo.
keep-screen-on = Mantén la pantalla encendida: este teléfono puede dejar de grabar cuando se oscurece.
clock = Grabado hasta ahora
stop = Parar
pause = Pausa
go-on-recording = Seguir
next-question = Otra pregunta
paused = En pausa. Lo que has contado está guardado.
interrupted = En pausa. Una llamada u otra aplicación ocupó el micrófono, o se apagó. Tu historia está a salvo.
phone-full = Todo lo anterior está a salvo, pero los últimos segundos aún no están guardados: este teléfono está lleno.
phone-full-before = Este teléfono está lleno. Lo que contaste antes está a salvo, pero no se puede grabar nada nuevo hasta que haya espacio.
phone-silent-before = Este teléfono no responde. Lo que contaste antes está a salvo. Prueba otra vez o abre de nuevo esta página.
phone-full-delete = Borra una historia que ya no necesites, o fotos y aplicaciones, y prueba otra vez.
phone-silent = Todo lo anterior está a salvo, pero los últimos segundos aún no están guardados: este teléfono no responde. No cierres esta página.
cannot-hear = No te oímos. ¿Algo tapa el micrófono o hay unos auriculares conectados?
time-left =
    { $minutes ->
        [one] Queda un minuto
       *[other] Quedan { $minutes } minutos
    }
listen-back = Escucharla
leave-question =
    { $count ->
        [0] No queda nada tuyo sin enviar en este teléfono. ¿Dejar el proyecto?
        [one] Una de tus historias no se ha enviado. Se queda en este teléfono y solo se envía si te unes otra vez. ¿Dejar el proyecto?
       *[other] { $count } de tus historias no se han enviado. Se quedan en este teléfono y solo se envían si te unes otra vez. ¿Dejar el proyecto?
    }
stop-here-question = ¿Quieres parar aquí?
leave-safe = Todo lo que has contado está guardado en este teléfono.
discard-question = ¿Borrar lo que acabas de grabar?

listen-title = Escucharla
part = Parte { $number }
play = Oír
stop-playing = Parar
play-part = Oír la parte { $number }
stop-part = Parar la parte { $number }
delete-part = Borrar la parte { $number }
part-silent = En la parte { $number } no oímos nada.
part-newer = Has grabado otra vez la parte { $number }: ahora es la parte { $newer }. Las dos se quedan hasta que borres una.
record-again = Grabar otra vez
part-again = Grabar otra vez: parte { $number }
delete-part-question = ¿Borrar la parte { $number } del teléfono?
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
stamp-waiting-server = Esperando al servidor
stamp-waiting-full = Esperando al servidor
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
stamp-waiting-quota = Esperando al servidor
stamp-waiting-wifi = Esperando una wifi
stamp-taken-back = Retirada
waiting-means-quota = Tu historia está a salvo en este teléfono. El servidor no acepta más de este teléfono por ahora. Probamos más tarde.
waiting-means-wifi = Tu historia está a salvo en este teléfono. Se envía sola cuando haya wifi. «Enviar ahora» usa tus datos móviles.
needs-you-copy = Puedes guardar una copia en este teléfono.
problem-auth-invalid = El proyecto ya no conoce este teléfono. Pide una invitación nueva a quien te invitó.
problem-idempotency-mismatch = El servidor ya tiene otra historia con el mismo número. Enseña esto a quien te invitó.
problem-not-found = El servidor no reconoce esta historia como de este teléfono. Enseña esto a quien te invitó.
problem-not-whole = Falta un trozo en este teléfono. Escucha lo que hay.
problem-media-too-large = Es más grande de lo que acepta el servidor.
problem-media-empty = No tiene ningún sonido.
problem-media-type-mismatch = El servidor no encontró ningún sonido dentro.
problem-media-forbidden-container = El servidor no acepta este tipo de archivo.
problem-upload-checksum-mismatch = Cambia de camino al servidor. Enseña esto a quien te invitó.
problem-consent-missing = Alguien cuya voz se oye no ha dicho que sí.
problem-consent-form-retired = Las preguntas han cambiado desde entonces. Pregunta a quien te invitó.
problem-guardian-required = También tiene que decir que sí alguien que cuida de quien la cuenta.
problem-validation = El servidor no pudo leerla. Enseña esto a quien te invitó.
join-again = Unirme otra vez
sending-elsewhere = Otra ventana de esta aplicación está enviando ahora.
trying-now = Probando ahora …
wifi-only = Solo con wifi
wifi-only-size =
    { $minutes ->
        [one] Un minuto de voz, { $megabytes } MB
       *[other] { $minutes } minutos de voz, { $megabytes } MB
    }
saves-data = Este teléfono está ahorrando datos. Puedes esperar a tener wifi.
taken-back-means = Esta historia se retiró. Sus palabras y su sonido también se han quitado de este teléfono.
taken-back-ok = Quitarla de esta lista
more = Más
rename = Cambiar el nombre
rename-label = Su nombre en este teléfono
delete-sent-means = Puede que el servidor ya tenga una parte. Si hay red, también se borra. Si no, tu código de recibo la retira.
being-recorded = Se está grabando en otra ventana. Para allí primero.
new-version-later = Algo se está grabando o enviando. Prueba después.
replaced = Otra ventana ya usa una versión más nueva.
open-anew = Abrirla aquí también

mine-title = Mis historias
mine-here = En este teléfono
mine-here-none = Aquí no espera nada.
mine-arrived = Han llegado
mine-arrived-none = Todavía no ha llegado nada.
open-with-code = Abrir con mi código
rescued = Tienes una historia de las { $time }, dura { $length }.
send-it = Enviar

write-title = Escribir
received-title = Un sonido de otra aplicación
received-delete = ¿Borrar aquí este sonido? La otra aplicación todavía lo tiene.
received-waiting = Sonidos que esperan
received-from = Un sonido de { $time }
own-sound-title = Un sonido que tengo
own-sound-means = Elige una nota de voz o una grabación de este teléfono.
own-sound-how = Primero lo oyes. Después se pregunta a las personas que hablan en él, como siempre.
file-busy = Un momento …
file-empty = Este archivo está vacío. Elige otro.
file-too-large = Este archivo es demasiado grande para enviarlo. Elige uno más corto.
file-too-long = Este sonido dura más de { $length }. Elige uno más corto.
file-no-sound = No es un sonido que conozcamos. Elige otro archivo.
file-full = Este teléfono está lleno. No ha cambiado nada. Borra algo y prueba otra vez.
file-gone = Este sonido ya no está en este teléfono.
voice-question = ¿De quién es la voz?
voice-mine = Mía
voice-mine-means = Hablo yo y respondo yo a las preguntas
voice-other = De otra persona que está aquí
voice-other-means = Dale ahora el teléfono. Responde por sí misma
voice-several = De más de una persona
voice-several-means = Se pregunta a cada una por turno
voice-absent = De alguien que no está aquí
voice-absent-means = Entonces no podemos enviarlo. Solo quien habla puede decir que sí. Pídele que lo cuente en su propio teléfono, o junto a ti.
write-label = Tu historia
not-saved = Aún no está guardada. Probamos otra vez mientras escribes.
written-elsewhere = Esta historia se está escribiendo en otra ventana. Ciérrala allí primero.

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
wipe = Vaciar este teléfono
wipe-means = Todo lo de esta aplicación se borra de este teléfono. Las historias que llegaron se quedan donde tú lo permitiste.
wipe-question =
    { $count ->
        [0] No te queda nada por enviar en este teléfono. ¿Vaciarlo?
        [one] Una historia de este teléfono no se ha enviado. Se perdería. ¿Vaciar el teléfono?
       *[other] { $count } historias de este teléfono no se han enviado. Se perderían. ¿Vaciar el teléfono?
    }
wipe-yes = Sí, vaciarlo todo

joined-why = La gente de este proyecto quiere oír tu historia con tus propias palabras. Tú decides qué se hace con ella.
card-of = Tarjeta { $number } de { $count }
copy-invite = Copiar mi invitación
invite-copied = Copiada. Pégala donde te unas otra vez.
invite-copy-by-hand = Este teléfono no nos deja copiar. Mantén el dedo sobre la línea de abajo.
home-screen-why = En el navegador, este teléfono puede borrar las historias no enviadas a los siete días. En la pantalla de inicio se quedan.
home-screen-1 = Toca la señal de compartir de tu navegador.
home-screen-2 = Elige “Añadir a pantalla de inicio”.
home-screen-3 = Abre “Notas” desde la pantalla de inicio y cuenta allí.
home-screen-join-again = Allí te unes otra vez. Lleva tu invitación y envía antes lo que aún está aquí.
home-screen-seven-days = Ahora no hay red. Una historia contada aquí debe enviarse en 7 días.
evicted-title = Enviar en 7 días
evicted-soon =
    { $count ->
        [one] Una historia lleva cinco días en este teléfono. A los siete, el teléfono puede borrarla. Envíala ahora o guarda una copia.
       *[other] { $count } historias llevan cinco días en este teléfono. A los siete, el teléfono puede borrarlas. Envíalas ahora o guarda copias.
    }
install = Ponerla ahí
install-title = Ponerla en la pantalla de inicio
install-means = En la pantalla de inicio se abre antes y este teléfono guarda mejor tus historias.
installed-already = Está en la pantalla de inicio.
not-now = Ahora no
use-a-sound = Usar un sonido que tengo
question-cards = Preguntas
who-title = ¿Quién tiene el teléfono?
who-give = Da el teléfono a …
who-add = Alguien nuevo
who-new = Tu propio dibujo
who-me = Mi dibujo, nombre y PIN
who-has-pin = con PIN
picture-choose = Elige un dibujo que te represente aquí
picture-bird = Pájaro
picture-boat = Barco
picture-tree = Árbol
picture-cup = Taza
picture-star = Estrella
picture-lamp = Lámpara
picture-leaf = Hoja
picture-shell = Concha
picture-kite = Cometa
picture-key = Llave
picture-mountain = Montaña
picture-fish = Pez
pin = PIN
pin-if-wanted = Un PIN, si lo quieres: de cuatro a seis cifras
pin-new = Otro PIN: de cuatro a seis cifras
pin-remove = Sin PIN de ahora en adelante
pin-curtain = Un PIN es una cortina, no un candado. Evita que otros miren. No cifra lo que hay en este teléfono. Si lo olvidas, alguien de tu proyecto puede abrirlo por ti.
pin-wrong = Ese no es el PIN.
pin-wait = Espera { $time } y prueba otra vez.
pin-forgot = Olvidé mi PIN
pin-forgot-safe = No se pierde nada. Las historias terminadas se envían solas. Lo demás se queda aquí, cerrado.
pin-forgot-means = Para abrir sin el PIN, alguien de tu proyecto tiene que estar contigo. Hace una invitación nueva y tú la pones aquí.
pin-forgot-open = Abrir sin el PIN
pin-forgot-known = Este teléfono ya conoce esa invitación. Hace falta una nueva.
pin-forgot-elsewhere = Esa invitación es de otro proyecto.
pin-forgot-no-network = No hay red. Nada ha cambiado. Prueba otra vez cuando la haya.
pin-for-me = Cerrar la aplicación con un PIN
pass-on = Pasar el teléfono
share-from-now = Desde ahora lo compartimos
remove-me = Quitarme de este teléfono
remove-me-means = Tu dibujo, tu nombre y lo que no has enviado se borran de este teléfono. Las historias enviadas se quedan donde tú lo permitiste y tus códigos siguen funcionando.
remove-me-question =
    { $count ->
        [0] No te queda nada por enviar en este teléfono. ¿Quitarte de él?
        [one] Una de tus historias no se ha enviado. Se perdería. ¿Quitarte de este teléfono?
       *[other] { $count } de tus historias no se han enviado. Se perderían. ¿Quitarte de este teléfono?
    }
remove-me-yes = Sí, quitarme
workshop-title = Taller
workshop-means = Muchas personas cuentan en este teléfono, una tras otra. Después de cada historia el teléfono pide pasar a otra mano y no se ve nada de la persona anterior.
workshop-begin = Empezar un taller
workshop-end = Terminar el taller
workshop-is-on = Hay un taller en marcha. Las historias sin terminar se verán cuando acabe.
workshop-next = Da el teléfono a la siguiente persona
workshop-go-on = Seguir donde lo dejamos
workshop-pass-on = Siguiente persona
speakers-question = ¿Quién participa?
speakers-means = Cada persona responde sola y recibe su propio código.
speakers-first = Añadir a una persona
speakers-no-teller = Al menos una persona cuenta una historia.
speaker-remove = Quitar a { $name } de la lista
helper-question = ¿Te ayuda alguien a responder?
helper-who = ¿Quién te ayuda?
helper-means = Puede sostener el teléfono, leerte y explicar. Las respuestas son tuyas. Si no dices nada, es No.
helper-family = Familia o una amistad
helper-interpreter = Intérprete
helper-carer = Alguien que me cuida o apoya
helper-reporter = Quien graba
helper-other = Otra persona
give-phone-to-guardian = Da el teléfono a tu madre, padre o tutor
give-phone-to-young = Devuelve el teléfono a la persona joven
relation-question = ¿Qué eres de la persona joven?
relation-mother = Madre
relation-father = Padre
relation-grandparent = Abuela o abuelo
relation-relative = Otro familiar
relation-guardian = Tutora o tutor legal
guardian-means = Primero te preguntamos a ti, después a la persona joven a solas. Solo se hace lo que las dos partes permiten.
guardian-answers = Respondes como madre, padre o tutor.
guardian-then = Ahora decide la persona joven. Puede decir No a cada cosa y nadie puede responder por ella.
guardian-agree = Estas son mis respuestas
stop-guardian-means = Sin un Sí de tu madre, padre o tutor no podemos guardar esta historia. Puedes volver cuando quieras.
facets-more = Más opciones
facet-expires_at = ¿Hasta cuándo?
facet-expires_at-months_6 = Durante 6 meses
facet-expires_at-months_12 = Durante 1 año
facet-expires_at-months_60 = Durante 5 años
facet-expires_at-none = Hasta que la retire
facet-embargo_until = ¿Desde cuándo?
facet-embargo_until-months_12 = No antes de un año
facet-embargo_until-months_6 = No antes de 6 meses
facet-embargo_until-months_1 = No antes de un mes
facet-embargo_until-none = En cuanto esté lista
facet-licence = ¿Pueden otros copiarla y usarla en lo suyo?
facet-licence-means = Una licencia para todo el mundo no se puede retirar de las copias ya hechas.
facet-licence-ask-each-time = Preguntarme cada vez
facet-licence-none = Sin licencia. Solo lo que permito aquí
facet-licence-CC-BY-NC-4-0 = Todo el mundo, sin ganar dinero y citándome (CC BY-NC 4.0)
facet-licence-CC-BY-4-0 = Todo el mundo, citándome (CC BY 4.0)
facet-audience = ¿Quiénes de ellos pueden tenerla?
facet-not-these = No:
change-how = Cambiar cómo
details-place = Dónde pasó, con tus palabras
details-place-means = Fuera del proyecto solo sale con la exactitud que permitiste.
receipt-read = Leer en voz alta
receipt-others-hear = Otras personas pueden oírlo.
receipt-read-yes = Leerlo ahora
help-text-size = Tamaño de las letras
text-size-1 = Normal
text-size-2 = Grande
text-size-3 = Muy grande
help-seized-unsent = Se pueden oír las historias que aún no se han enviado y ver los códigos que aún no se han entregado.
help-seized-sent = Las historias enviadas ya no están aquí. Pueden quedar rastros en los archivos del navegador durante un tiempo.
help-seized-used = Se puede ver que se usó esta aplicación.
help-seized-pin = Un PIN no detiene a quien sabe mucho de teléfonos.
leave-project = Dejar el proyecto
leave-means = Este teléfono ya no enviará nada al proyecto. Tus códigos siguen funcionando.
leave-yes = Sí, dejar el proyecto
stay = Quedarme
wipe-others = También se perdería lo que otras personas no hayan enviado desde este teléfono.

profile-name = Un nombre, si quieres
picture-for-them = Elige un dibujo para esta persona
page-before = Anterior
page-next = Siguiente
