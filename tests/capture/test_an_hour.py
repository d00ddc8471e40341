# SPDX-License-Identifier: Apache-2.0
"""An hour of speech on a phone with little memory: found again, heard, hashed and sent."""

import base64
import threading
import wave
from fractions import Fraction
from pathlib import Path
from typing import Self

import av
import numpy as np
import pytest
import structlog
from playwright.sync_api import Page, expect

from app.kit.ids import new_id
from tests.capture.phones import Phone, begin_story, join_at_once, kept_by, parts_of, phone, playwright, town
from tests.journeys.reporter import keep_receipt
from tests.journeys.served import Served

__all__ = ["phone", "playwright", "town"]

SECONDS = 3_600
PACKETS_PER_S = 50
CHUNK_MS = 2_000
CHUNKS = SECONDS * 1_000 // CHUNK_MS
BATCH = 100
MIB = 2**20
MOST_HEAP = 150 * MIB
SLOW_BITS_PER_S = 256_000
PEAK = """(() => {
  window.heap = { peak: 0 };
  setInterval(() => (heap.peak = Math.max(heap.peak, performance.memory.usedJSHeapSize)), 50);
})()"""
log = structlog.get_logger()


@pytest.fixture(scope="module")
def hour(speech: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The same voice again and again, as our recorder packs it: Opus at 32 kbit/s in WebM."""
    path = tmp_path_factory.mktemp("hour") / "hour.webm"
    with wave.open(str(speech)) as file:
        heard = np.frombuffer(file.readframes(48_000 * 10), np.int16)
    frame = av.AudioFrame.from_ndarray(heard[None, :], "s16", "mono")
    frame.sample_rate = 48_000
    with av.open(str(path), "w", format="webm") as webm:
        stream = webm.add_stream("libopus", rate=48_000, layout="mono", bit_rate=32_000)
        packets = [bytes(packet) for packet in stream.encode(frame)]
        for place, voice in enumerate(packets * (SECONDS * PACKETS_PER_S // len(packets) + 1)):
            packet = av.Packet(voice)
            packet.stream, packet.time_base = stream, Fraction(1, 48_000)
            packet.pts = packet.dts = place * 48_000 // PACKETS_PER_S
            webm.mux(packet)
    return path.read_bytes()


class Memory:
    """What the page's processes hold for themselves, looked at while something runs."""

    def __init__(self, phone: Phone) -> None:
        self.phone, self.peak = phone, 0
        self._over = threading.Event()
        self._looking = threading.Thread(target=self._look)

    def __enter__(self) -> Self:
        self._looking.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._looking.join()

    def _look(self) -> None:
        while not self._over.wait(0.25):
            self.peak = max(self.peak, *(_own_bytes(pid) for pid in self.phone.page_processes()), 0)


def _own_bytes(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("RssAnon")), 0)


def put_on(page: Page, sound: bytes) -> str:
    """As a browser leaves it that was killed in the sixtieth minute."""
    story_id, part_id = begin_story(page), str(new_id())
    size = -(-len(sound) // CHUNKS)
    pieces = [base64.b64encode(sound[at : at + size]).decode() for at in range(0, len(sound), size)]
    for first in range(0, len(pieces), BATCH):
        page.evaluate(
            "([part_id, first, pieces, ms]) => phone.putChunks(part_id, first, pieces, ms)",
            [part_id, first, pieces[first : first + BATCH], CHUNK_MS],
        )
    part = {
        "part_id": part_id,
        "story_id": story_id,
        "media_type": "audio/webm;codecs=opus",
        "source": "microphone",
        "place": 0,
        "began_at": "2026-11-22T10:00:00.000Z",
        "gap_before_ms": 0,
        "duration_ms": 0,
        "heights": [],
        "closed": None,
    }
    page.evaluate("part => phone.put('parts', part)", part)
    page.evaluate("story_id => phone.reopen(story_id)", story_id)
    return story_id


@pytest.mark.timeout(600)
def test_an_hour_is_found_again_heard_and_sent_in_little_memory(phone: Phone, town: Served, hour: bytes) -> None:
    assert len(hour) * 8 / SLOW_BITS_PER_S < 600
    page = phone.switch_on()
    join_at_once(page, town)
    story_id = put_on(page, hour)
    page.close()

    page = phone.open()
    page.evaluate(PEAK)
    expect(page.get_by_text("You have a story from")).to_be_visible(timeout=60_000)
    [part] = parts_of(page, story_id)
    assert (part["duration_ms"], part["closed"]["bytes"]) == (SECONDS * 1_000, len(hour))

    with Memory(phone) as memory:
        page.get_by_role("link", name="Listen").click()
        page.get_by_role("button", name="Play").click()
        page.wait_for_timeout(3_000)
        expect(page.get_by_role("button", name="Stop")).to_be_visible()
        page.get_by_role("button", name="Stop").click()
        keep_receipt(page)
        expect(page.get_by_text("Arrived, thank you").first).to_be_visible(timeout=300_000)
    peak = page.evaluate("() => heap.peak")
    log.info("an hour", megabytes=len(hour) / 1e6, peak_heap_mib=peak / MIB, process_mib=memory.peak / MIB)
    assert peak <= MOST_HEAP
    assert kept_by(town, story_id) == [hour]
