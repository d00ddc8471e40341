# SPDX-License-Identifier: Apache-2.0
"""Sounds that were not recorded here: chosen, or shared from another app."""

import base64
import http.client
import re
import wave
from contextlib import closing
from pathlib import Path

import av
import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.capture.phones import (
    Phone,
    join_at_once,
    kept_by,
    parts_of,
    phone,
    playwright,
    seconds_in,
    sound_on,
    stories_on,
    town,
)
from tests.journeys.reporter import answer_cards, answer_consent, keep_receipt
from tests.journeys.served import Served

__all__ = ["phone", "playwright", "town"]

KEEP = "keep your story"
ARRIVED = "Arrived, thank you"


@pytest.fixture(scope="session")
def voice_note(tmp_path_factory: pytest.TempPathFactory, speech: Path) -> Path:
    """What a messenger keeps of a voice: Opus at 16 kHz in Ogg, under its own kind of name."""
    path = tmp_path_factory.mktemp("messenger") / "PTT-20261123-WA0007.opus"
    with wave.open(str(speech)) as file:
        heard = np.frombuffer(file.readframes(48_000 * 9), np.int16)[None, :]
    frame = av.AudioFrame.from_ndarray(heard, "s16", "mono")
    frame.sample_rate = 48_000
    resampler = av.AudioResampler(format="s16", layout="mono", rate=16_000)
    with av.open(str(path), "w", format="ogg") as note:
        stream = note.add_stream("libopus", rate=16_000, layout="mono", bit_rate=16_000)
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            note.mux(stream.encode(piece))
        note.mux(stream.encode(None))
    return path


@pytest.fixture
def page(phone: Phone, town: Served) -> Page:
    opened = phone.switch_on()
    join_at_once(opened, town)
    opened.evaluate("() => navigator.serviceWorker.ready")
    opened.reload()
    opened.wait_for_function("() => navigator.serviceWorker.controller !== null")
    return opened


def share(page: Page, file: Path, media_type: str) -> None:
    """As the system does when somebody chooses this app in another one: a form, posted by a navigation."""
    page.evaluate(
        """async ([text, name, type]) => {
          const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
          const form = document.createElement('form');
          Object.assign(form, { method: 'POST', action: '/r/share', enctype: 'multipart/form-data' });
          const input = Object.assign(document.createElement('input'), { type: 'file', name: 'sound' });
          const taken = new DataTransfer();
          taken.items.add(new File([bytes], name, { type }));
          input.files = taken.files;
          form.append(input);
          document.body.append(form);
          form.submit();
        }""",
        [base64.b64encode(file.read_bytes()).decode(), file.name, media_type],
    )
    page.wait_for_url(re.compile(r"#/received/"))


def test_a_messenger_s_voice_note_shared_to_the_app_arrives_playable(
    page: Page, town: Served, voice_note: Path
) -> None:
    share(page, voice_note, "audio/ogg; codecs=opus")
    [received] = page.evaluate("() => phone.receivedSounds().then((all) => all.map(({ sound }) => sound.size))")
    assert received == voice_note.stat().st_size
    expect(page.get_by_text("Whose voice is it?")).to_be_visible()
    expect(page.get_by_text("0:09")).to_be_visible()
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Mine")).click()
    answer_cards(page, yes_to=[KEEP], voice=True)

    expect(page.get_by_role("heading", name="Listen back")).to_be_visible()
    [story] = stories_on(page)
    [part] = parts_of(page, story["story_id"])
    assert (part["source"], part["media_type"]) == ("file", "audio/ogg")
    assert sound_on(page, part["part_id"]) == voice_note.read_bytes()
    assert abs(part["duration_ms"] - 9_000) < 300
    assert page.evaluate("() => phone.receivedSounds()") == []

    keep_receipt(page)
    expect(page.get_by_text(ARRIVED).first).to_be_visible(timeout=60_000)
    [kept] = kept_by(town, story["story_id"])
    assert kept == voice_note.read_bytes()
    assert abs(seconds_in(kept) - 9) < 0.3


def test_a_phone_that_cannot_record_sends_a_chosen_sound_by_the_same_road(
    phone: Phone, town: Served, voice_note: Path
) -> None:
    page = phone.switch_on()
    page.add_init_script("delete window.MediaRecorder")
    join_at_once(page, town)
    answer_consent(page, yes_to=[KEEP], voice=True)
    expect(page.get_by_role("alert").get_by_text("This browser cannot record.")).to_be_visible()
    chooser = page.get_by_label("Choose a file")
    assert chooser.get_attribute("capture") is not None
    chooser.set_input_files(voice_note)
    expect(page.get_by_role("heading", name="Listen back")).to_be_visible()
    [story] = stories_on(page)
    slip = keep_receipt(page)
    assert len(slip.words.split()) == 8
    expect(page.get_by_text(ARRIVED).first).to_be_visible(timeout=60_000)
    assert kept_by(town, story["story_id"]) == [voice_note.read_bytes()]


def test_a_phone_without_a_microphone_offers_a_file_and_writing(phone: Phone, town: Served, voice_note: Path) -> None:
    page = phone.switch_on()
    page.add_init_script(
        """MediaDevices.prototype.getUserMedia = () => {
          return Promise.reject(new DOMException('none', 'NotFoundError'));
        };"""
    )
    join_at_once(page, town)
    answer_consent(page, yes_to=[KEEP], voice=True)
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_role("alert").get_by_text("We found no microphone on this phone.")).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    expect(page.get_by_role("button", name="Write instead")).to_be_visible()
    page.get_by_label("Choose a file").set_input_files(voice_note)
    expect(page.get_by_role("heading", name="Listen back")).to_be_visible()
    [story] = stories_on(page)
    assert parts_of(page, story["story_id"])[0]["source"] == "file"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty."),
        (b"OggS" + bytes(1_100_000), "This file is too large to be sent."),
        (b"\x89PNG\r\n\x1a\n" + bytes(4_000), "This is not a sound that we know."),
    ],
    ids=["empty", "too large", "a picture"],
)
def test_a_file_that_cannot_be_taken_is_refused_in_words(
    phone: Phone, town: Served, tmp_path: Path, content: bytes, words: str
) -> None:
    page = phone.switch_on()
    join_at_once(page, town, recording_bytes=1_048_576)
    page.goto(f"{town.origin}/r/#/received/choose")
    file = tmp_path / "../memo.ogg"
    file.write_bytes(content)
    page.get_by_label("Choose a file").set_input_files(file)
    expect(page.get_by_role("alert").get_by_text(words)).to_be_visible()
    assert stories_on(page) == []
    assert page.evaluate("() => phone.receivedSounds()") == []


def test_a_voice_of_somebody_who_is_not_there_is_not_sent(page: Page, town: Served, voice_note: Path) -> None:
    page.goto(f"{town.origin}/r/#/received/choose")
    page.get_by_label("Choose a file").set_input_files(voice_note)
    page.get_by_role("button", name="Somebody who is not here").click()
    expect(page.get_by_text("Then we cannot send it.")).to_be_visible()
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_role("button", name="Record", exact=True)).to_be_visible()
    assert page.evaluate("() => phone.receivedSounds()") == []


def test_a_sound_shared_before_the_app_s_worker_is_there_is_asked_for(town: Served) -> None:
    with closing(http.client.HTTPConnection("localhost", town.port, timeout=10)) as asked:
        asked.request("POST", "/r/share", b"--x--", {"Content-Type": "multipart/form-data; boundary=x"})
        answer = asked.getresponse()
        assert (answer.status, answer.headers["Location"]) == (303, "/r/#/received/choose")
        answer.read()
