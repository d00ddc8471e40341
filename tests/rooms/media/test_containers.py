# SPDX-License-Identifier: Apache-2.0
"""Every container that phones and recorders make, whole and broken off."""

import io
from itertools import pairwise

import av
import numpy as np
import pytest

from app.media import service
from app.media.errors import Undecodable
from tests.rooms.media.containers import CONTAINERS, FRAGMENTED, INDEX_AT_THE_END, NOISE, moved, narrow_amr
from tests.rooms.media.sounds import RATE, Float, Keep, Take, level_at, recorded, tone, wav

HOUR_MS = 3_600_000
HEARING = 16_000


@pytest.mark.parametrize("name", CONTAINERS)
def test_whatever_a_phone_makes_is_heard_and_what_is_left_of_it_when_it_dies(name: str, keep: Keep) -> None:
    whole = CONTAINERS[name](tone(440, 3_000))
    with service.decode([keep(whole)], max_ms=HOUR_MS) as sound:
        assert sound.duration_ms == pytest.approx(3_000, abs=100)
        assert sound.truncated == []
        assert np.abs(sound.pcm).max() <= 1
        if name not in NOISE:
            assert level_at(np.asarray(sound.pcm[8_000:40_000]), 440, HEARING) == pytest.approx(0.25, abs=0.08)
    rest = keep(whole[: len(whole) * 6 // 10 - 7])
    if name in INDEX_AT_THE_END:
        with pytest.raises(Undecodable), service.decode([rest], max_ms=HOUR_MS):
            pass
        return
    with service.decode([rest], max_ms=HOUR_MS) as sound:
        assert sound.truncated == [0]
        assert 900 < sound.duration_ms < 2_250
        if name not in NOISE:
            assert level_at(np.asarray(sound.pcm[4_000:12_000]), 440, HEARING) > 0.15


@pytest.mark.parametrize("name", ["ogg opus", "ogg flac", "mp3", "aac", "amr", "wav", "caf", "aiff", "wav in 64 bits"])
def test_a_last_half_second_that_is_missing_is_noticed(name: str, keep: Keep) -> None:
    whole = CONTAINERS[name](tone(440, 3_000))
    with service.decode([keep(whole[: len(whole) * 9 // 10])], max_ms=HOUR_MS) as sound:
        assert sound.truncated == [0]


def test_a_3gp_in_fragments_that_breaks_off_keeps_its_speech(keep: Keep) -> None:
    made = moved(narrow_amr(tone(440, 3_000)), "3gp", FRAGMENTED)
    with service.decode([keep(made[: len(made) // 2])], max_ms=HOUR_MS) as sound:
        assert sound.truncated == [0]
        assert 900 < sound.duration_ms < 2_000


def test_only_the_recording_that_broke_off_is_said_to_have(keep: Keep) -> None:
    whole = recorded(tone(440, 1_000))
    keys = [keep(whole), keep(whole[: len(whole) // 2]), keep(whole)]
    with service.decode(keys, max_ms=HOUR_MS) as sound:
        assert sound.truncated == [1]
    assert service.make_playback(keys, prefix="p", max_ms=HOUR_MS).truncated == [1]


def test_floats_that_are_no_numbers_are_silence_and_none_is_louder_than_full(keep: Keep) -> None:
    strange = np.concatenate((tone(440, 500), np.full(RATE, np.nan), np.full(RATE, np.inf), tone(440, 500) * 1e30))
    file = bytearray(wav(strange.astype("<f4").tobytes(), rate=RATE, bits=32))
    file[20:22] = (3).to_bytes(2, "little")  # IEEE floats
    with service.decode([keep(bytes(file))], max_ms=HOUR_MS) as sound:
        assert np.isfinite(sound.pcm).all()
        assert np.abs(sound.pcm).max() < 1.5
        assert np.abs(sound.pcm[12_000:20_000]).max() < 0.01
        assert level_at(np.asarray(sound.pcm[1_000:7_000]), 440, HEARING) == pytest.approx(0.25, abs=0.02)


STEPS = [300 + 100 * step for step in range(20)]
SCALE = np.concatenate([tone(hz, 1_000) for hz in STEPS])


@pytest.mark.parametrize("which", ["opus", "aac"])
def test_a_copy_plays_from_wherever_a_listener_puts_the_needle(which: str, keep: Keep, take: Take) -> None:
    made = service.make_playback([keep(recorded(SCALE))], prefix="p", max_ms=HOUR_MS)
    data = take(getattr(made, which).key)
    for second in (19, 3, 0, 11, 7, 16, 1):
        heard = from_place(data, second * 1_000 + 300)
        loudest = max(STEPS, key=lambda hz: level_at(heard, hz))
        assert loudest == STEPS[second]


def from_place(data: bytes, ms: int) -> Float:
    """The half second of sound from there on, found by the file's own index or by its pages."""
    with av.open(io.BytesIO(data), "r") as file:
        stream = file.streams.audio[0]
        assert stream.time_base is not None
        file.seek(int(ms / 1000 / stream.time_base), stream=stream)
        blocks: list[Float] = []
        for frame in file.decode(stream):
            assert frame.pts is not None
            begins_ms = float(frame.pts * stream.time_base) * 1000
            assert begins_ms < ms + 600, "the needle falls behind where it was put"
            if begins_ms >= ms:
                blocks.append(frame.to_ndarray().reshape(-1).astype(np.float32))
            if sum(map(len, blocks)) >= RATE // 2:
                return np.concatenate(blocks)
    raise AssertionError("nothing is heard from there")


@pytest.mark.parametrize("which", ["opus", "aac"])
def test_a_moment_has_the_same_time_in_every_copy(which: str, keep: Keep, take: Take) -> None:
    """Clicks stay where they are, however the copy is made."""
    clicks = np.zeros(RATE * 10, np.float32)
    places = [1_500, 4_000, 8_250]
    for place in places:
        clicks[place * 48 : place * 48 + 96] = 0.5
    made = service.make_playback([keep(recorded(clicks, "flac", "flac"))], prefix="p", max_ms=HOUR_MS)
    with av.open(io.BytesIO(take(getattr(made, which).key)), "r") as file:
        stream = file.streams.audio[0]
        assert stream.time_base is not None
        heard: list[tuple[float, float]] = []
        for frame in file.decode(stream):
            assert frame.pts is not None
            block = np.abs(frame.to_ndarray().reshape(-1))
            at = float(frame.pts * stream.time_base) * 1000 + int(block.argmax()) / 48
            heard.append((at, float(block.max())))
    loud = [at for at, level in heard if level > 0.1]
    firsts = [loud[0], *(later for before, later in pairwise(loud) if later - before > 500)]
    assert firsts == [pytest.approx(place, abs=15) for place in places]
