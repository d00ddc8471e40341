# SPDX-License-Identifier: Apache-2.0
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.media import service
from tests.rooms.media.sounds import Keep, level_at, likeness, live_webm, recorded, tone, wav

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


@pytest.mark.parametrize(
    ("container", "codec"),
    [("webm", "libopus"), ("ogg", "libopus"), ("mp4", "aac"), ("mp4", "libopus"), ("3gp", "aac"), ("wav", "pcm_s16le"),
     ("wav", "pcm_u8"), ("flac", "flac"), ("mp3", "libmp3lame"), ("adts", "aac"), ("caf", "pcm_s16le"),
     ("aiff", "pcm_s16be"), ("matroska", "flac"), ("ipod", "alac")],
)  # fmt: skip
def test_what_phones_and_recorders_make_is_heard(container: str, codec: str, keep: Keep) -> None:
    made = recorded(tone(440, 1000), container, codec)
    with service.decode([keep(made)], max_ms=HOUR_MS) as sound:
        assert sound.duration_ms == pytest.approx(1000, abs=100)
        assert level_at(np.asarray(sound.pcm[3200:12_800]), 440, 16_000) == pytest.approx(0.25, abs=0.05)
        assert not sound.truncated


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
