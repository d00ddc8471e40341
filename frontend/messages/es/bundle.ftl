# SPDX-License-Identifier: Apache-2.0
bundle-title = Lo que guardamos sobre usted
bundle-intro = Este archivo contiene todo lo que este proyecto guarda sobre usted y su parte en una historia. Se hizo porque usted lo pidió. Solo contiene sus propios datos.
bundle-consent = consent.json: lo que se le preguntó, lo que respondió y cada cambio desde entonces. sign-off.json: sus respuestas a lo que le mostramos antes de compartir.
bundle-receipts = receipts/: sus recibos de consentimiento firmados; el más nuevo es el último. Cualquiera puede comprobar la firma.
bundle-recipients = recipients.json: quién recibió la historia, desde cuándo y si lo confirmó. responses.json: lo que respondieron.
bundle-acts = who-did-what.json: quién miró la historia, la escuchó o se la llevó, y cuándo. Nuestro equipo aparece como «staff».
bundle-words = words.txt: lo que usted dijo, por escrito. story.json y messages.json: cómo la llamó y lo que nos escribió.
bundle-gist = gist.txt: una traducción aproximada al inglés que hizo una máquina para el equipo. Nadie la ha revisado y no se comparte con nadie.
bundle-sound = sound.ogg: su voz, tal como la guardamos.
bundle-no-sound = Aquí no hay sonido: la historia fue escrita, o su sonido aún no está listo.
bundle-withheld-taken-back = Aquí no están las palabras ni el sonido: la historia fue retirada y desde entonces nadie puede entregarla. Se está destruyendo.
bundle-withheld-closed-to-team = Aquí no están las palabras ni el sonido: usted no permitió que el equipo los abriera. Puede leerlos y oírlos con su código.
bundle-withheld-voices-together = En esta historia habla más de una persona. El sonido no está aquí, porque no puede estar la voz de nadie más. words.txt contiene solo lo que está marcado como suyo, si hay algo.
bundle-rights = Con su código puede permitir menos, ocultar la historia o retirarla en cualquier momento. ¿Algo está mal o falta? Pregunte al contacto que aparece en consent.json.
