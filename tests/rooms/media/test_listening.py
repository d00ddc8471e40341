# SPDX-License-Identifier: Apache-2.0
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from app.media import service
from app.media.errors import TooLong
from tests.rooms.media.sounds import Keep, Take, heard, level_at, likeness, live_webm, recorded, tone, wav

HOUR_MS = 3_600_000


def test_aminas_phone_recording_is_heard_whole(speech: NDArray[np.float32], keep: Keep) -> None:
    with service.decode([keep(live_webm(speech))], max_ms=HOUR_MS) as sound:
        assert abs(sound.duration_ms - speech.size // 48) <= 20
        assert not sound.truncated
        assert sound.pcm.dtype == np.float32
        assert likeness(speech[::3][8_000:40_000], np.asarray(sound.pcm)) > 0.9


def test_a_story_in_three_recordings_from_three_phones_is_joined_in_told_order(keep: Keep) -> None:
    keys = [
        keep(live_webm(tone(300, 1000))),
        keep(recorded(tone(900, 2000), "mp4", "aac", options={"movflags": "frag_keyframe+empty_moov"})),
        keep(recorded(tone(2500, 1500), "ogg", "libopus")),
    ]
    with service.decode(keys, max_ms=HOUR_MS) as sound:
        assert sound.parts_ms == [pytest.approx(ms, abs=50) for ms in (1000, 2000, 1500)]
        assert sum(sound.parts_ms) == sound.duration_ms
        ends = np.cumsum([0, *sound.parts_ms]) * 16
        for hz, start, end in zip((300, 900, 2500), ends, ends[1:], strict=False):
            middle = np.asarray(sound.pcm[start + 3200 : end - 3200])
            assert level_at(middle, hz, 16_000) > 0.2


def test_parts_are_joined_with_their_gaps_the_same_way_in_every_copy(keep: Keep, take: Take) -> None:
    """A breath is as long as it was; an hour, and the years of a wrong clock, are heard as a break and no more."""
    parts = [keep(recorded(tone(hz, 1_000), "flac", "flac")) for hz in (300, 900, 1_500, 2_500)]
    gaps_ms = [90_000, 700, 3_600_000, 2**31 - 1]
    begins_ms = [0, 1_700, 1_700 + 1_000 + 3_000, 1_700 + 2 * (1_000 + 3_000)]
    spans = [(10_640, 10_690)]
    with service.decode(parts, max_ms=4_000, gaps_ms=gaps_ms) as sound:
        assert sound.duration_ms == begins_ms[-1] + 1_000
        assert sound.parts_ms == [1_000] * 4
        copies = [np.repeat(np.asarray(sound.pcm), 3)]
    for made in (
        service.make_playback(parts, prefix="p", max_ms=4_000, gaps_ms=gaps_ms),
        service.render(parts, spans=spans, prefix="r", max_ms=4_000, gaps_ms=gaps_ms),
    ):
        copies += [heard(take(made.opus.key)), heard(take(made.aac.key))]
        assert made.duration_ms == pytest.approx(sound.duration_ms, abs=25)
    muted = service.mute(parts, spans=spans, prefix="m", max_ms=4_000, gaps_ms=gaps_ms)
    copies.append(heard(take(muted.copy.key)))
    for copy in copies:
        for hz, at in zip((300, 900, 1_500, 2_500), begins_ms, strict=True):
            assert level_at(copy[(at + 100) * 48 : (at + 900) * 48], hz) > 0.1
        for start, end in pairwise(begins_ms):
            assert np.abs(copy[(start + 1_060) * 48 : (end - 40) * 48]).max() < 0.01


def test_gaps_do_not_make_a_story_too_long(keep: Keep) -> None:
    parts = [keep(recorded(tone(300, 1_000), "flac", "flac"))] * 2
    with service.decode(parts, max_ms=2_000, gaps_ms=[0, 3_000]) as sound:
        assert sound.duration_ms == 5_000


def test_a_story_longer_than_the_house_plays_is_joined_as_far_as_whole_recordings_fit(keep: Keep, take: Take) -> None:
    """In every copy alike, so that a time in one is the same moment in another."""
    told = ((300, 1_000), (900, 800), (1_500, 1_000), (2_500, 100))
    parts = [keep(recorded(tone(hz, ms), "flac", "flac")) for hz, ms in told]
    joined: dict[str, Any] = {"max_ms": 2_500, "gaps_ms": [0, 500, 2_000, 300]}
    with service.decode(parts, **joined) as sound:
        assert (sound.duration_ms, sound.parts_ms, sound.left_out) == (2_300, [1_000, 800], [2, 3])
        assert sound.pcm.size == 2_300 * 16
    for made in (
        service.make_playback(parts, prefix="p", **joined),
        service.render(parts, spans=[(900, 950)], prefix="r", **joined),
    ):
        assert made.left_out == [2, 3]
        assert made.duration_ms == pytest.approx(2_300, abs=25)
        for copy in (heard(take(made.opus.key)), heard(take(made.aac.key))):
            assert level_at(copy[1_600 * 48 : 2_200 * 48], 900) > 0.1
            assert level_at(copy, 1_500) < 0.001
    with pytest.raises(TooLong):
        service.mute(parts, spans=[], prefix="m", **joined)
    with service.decode(parts, max_ms=3_000) as sound:
        assert sound.left_out == []


def test_a_recording_that_is_too_long_by_itself_is_no_part_of_a_story(keep: Keep) -> None:
    parts = [keep(live_webm(tone(hz, ms))) for hz, ms in ((300, 500), (900, 3_000), (1_500, 500))]
    for keys in (parts, parts[1:2]):
        with pytest.raises(TooLong), service.decode(keys, max_ms=2_000):
            pass


def test_two_channels_become_their_mean(keep: Keep) -> None:
    loud = (tone(440, 500, level=0.9) * 32767).astype(np.int16)
    both = np.stack((loud, loud), axis=1).tobytes()
    with service.decode([keep(wav(both, rate=48_000, channels=2))], max_ms=HOUR_MS) as sound:
        assert level_at(np.asarray(sound.pcm), 440, 16_000) == pytest.approx(0.9, abs=0.03)


def test_nothing_of_a_story_stays_where_it_was_worked_on_nor_leaves_the_data_folder(
    keep: Keep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "elsewhere"))
    (tmp_path / "elsewhere").mkdir()
    with service.decode([keep(live_webm(tone(300, 500)))], max_ms=HOUR_MS):
        [room] = [path for path in (tmp_path / "data" / "tmp").iterdir() if path.is_dir()]
        assert room.stat().st_mode & 0o077 == 0
        assert (room / "work" / "sound.pcm").stat().st_size > 0
        assert not list((tmp_path / "elsewhere").iterdir())
    assert not room.exists()
