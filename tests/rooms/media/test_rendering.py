# SPDX-License-Identifier: Apache-2.0
import hashlib
import io
import json
import zlib
from fractions import Fraction

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from app.media import rules, service
from tests.rooms.media.sounds import Keep, Take, heard, level_at, likeness, live_webm, recorded, tone

HOUR_MS = 3_600_000
CANARY = "Zanzibar-7431"
TAGS = {"title": CANARY, "artist": CANARY, "comment": CANARY, "location": CANARY, "encoder": CANARY}
MS = 48


def said_between(sound: NDArray[np.float32], start_ms: int, end_ms: int) -> NDArray[np.float32]:
    return sound[start_ms * MS : end_ms * MS]


def residue(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """What is in the sound beside the tone that stands for what was taken out."""
    time = np.arange(sound.size) / 48_000
    waves = np.stack((np.sin(2 * np.pi * 440 * time), np.cos(2 * np.pi * 440 * time)), axis=1)
    found, *_ = np.linalg.lstsq(waves, sound, rcond=None)
    left: NDArray[np.float32] = (sound - waves @ found).astype(np.float32)
    return left


@pytest.mark.parametrize("which", ["opus", "aac"])
def test_a_name_taken_out_is_a_tone_and_nothing_of_it_is_left(
    which: str, speech: NDArray[np.float32], keep: Keep, take: Take
) -> None:
    other = speech.copy()
    other[400 * MS : 1100 * MS] = speech[3000 * MS : 3700 * MS]
    key, twins = (keep(live_webm(sound)) for sound in (speech, other))
    spans = rules.pad_and_merge([(400, 1100)], speech.size // MS)
    assert spans == [(100, 1400)]
    (start, end), nearby = spans[0], said_between(speech, 0, spans[0][1] + 1000)
    after, twin = (
        heard(take(getattr(service.render([one], spans=spans, prefix=f"r/{one}", max_ms=HOUR_MS), which).key))
        for one in (key, twins)
    )
    taken, never_there = (said_between(sound, start + 100, end - 100) for sound in (after, twin))
    assert level_at(taken, 440) > 0.02
    assert rms(residue(taken)) < 0.001
    assert rms(taken - never_there) < 0.001 * rms(nearby)
    untouched = getattr(service.make_playback([key], prefix="playback/1", max_ms=HOUR_MS), which)
    before = heard(take(untouched.key))
    assert likeness(said_between(before, start + 100, end - 100), nearby) > 0.8
    assert likeness(said_between(after, end + 500, end + 1500), speech) > 0.8


def rms(sound: NDArray[np.float32]) -> float:
    return float(np.sqrt(np.mean(sound.astype(np.float64) ** 2)))


def test_two_stories_that_differ_only_in_the_redacted_name_leave_as_the_same_bytes(
    speech: NDArray[np.float32], keep: Keep, take: Take
) -> None:
    other = speech.copy()
    other[400 * MS : 1100 * MS] = speech[3000 * MS : 3700 * MS]
    keys = [keep(recorded(sound, "wav", "pcm_s16le")) for sound in (speech, other)]
    spans = rules.pad_and_merge([(400, 1100)], speech.size // MS)
    redacted = [service.render([key], spans=spans, prefix=f"r/{key}", max_ms=HOUR_MS) for key in keys]
    unredacted = [service.render([key], spans=[], prefix=f"u/{key}", max_ms=HOUR_MS) for key in keys]
    for part in ("opus", "aac"):
        one, two = (getattr(made, part).sha256 for made in redacted)
        assert one == two
        one, two = (getattr(made, part).sha256 for made in unredacted)
        assert one != two
    assert take(redacted[0].peaks_key) == take(redacted[1].peaks_key)


def test_a_tone_pair_hidden_in_a_redacted_stretch_is_gone_up_to_the_edge_of_the_pad(keep: Keep, take: Take) -> None:
    silence = np.zeros(48 * 1000, np.float32)
    secret = tone(1234, 1600, 0.1) + tone(2777, 1600, 0.1)
    key = keep(recorded(np.concatenate((silence, secret, silence)), "wav", "pcm_s16le"))
    padded = service.render([key], spans=rules.pad_and_merge([(1300, 2300)], 3600), prefix="padded", max_ms=HOUR_MS)
    bare = service.render([key], spans=[(1300, 2300)], prefix="bare", max_ms=HOUR_MS)
    for hz in (1234, 2777):
        for rendition in (padded.opus, padded.aac):
            assert level_at(heard(take(rendition.key))[950 * MS : 2650 * MS], hz) < 0.0003
        assert level_at(heard(take(bare.opus.key))[1020 * MS : 1280 * MS], hz) > 0.03


def test_two_stretches_close_together_and_one_at_the_very_end_all_become_tones(keep: Keep, take: Take) -> None:
    key = keep(recorded(tone(1500, 3000), "wav", "pcm_s16le"))
    made = service.render([key], spans=[(500, 1000), (1003, 1500), (2500, 9000)], prefix="r", max_ms=HOUR_MS)
    sound = heard(take(made.opus.key))
    for start, end in ((510, 1490), (2510, 3000)):
        assert level_at(sound[start * MS : end * MS], 1500) < 0.002
    assert level_at(sound[1700 * MS : 2300 * MS], 1500) > 0.1


def test_spans_out_of_order_are_refused(keep: Keep) -> None:
    with pytest.raises(ValueError, match="in order"):
        service.render([keep(b"x")], spans=[(500, 900), (100, 200)], prefix="r", max_ms=HOUR_MS)


def test_a_quiet_teller_comes_out_as_loud_as_a_near_one(speech: NDArray[np.float32], keep: Keep, take: Take) -> None:
    far, near = (
        heard(take(service.render([keep(live_webm(speech * by))], spans=[], prefix=f"{by}", max_ms=HOUR_MS).opus.key))
        for by in (0.05, 0.8)
    )
    assert loudness(far) == pytest.approx(loudness(near), abs=0.5)
    assert -23 < loudness(near) < -18
    assert max(np.abs(far).max(), np.abs(near).max()) < 0.85


def test_a_quiet_teller_can_be_heard_at_the_desk_and_the_recording_stays_as_it_was(
    speech: NDArray[np.float32], keep: Keep, take: Take
) -> None:
    original = live_webm(speech * 0.05)
    key = keep(original)
    made = service.make_playback([key], prefix="p", max_ms=HOUR_MS)
    for copy in (heard(take(made.opus.key)), heard(take(made.aac.key))):
        assert -23 < loudness(copy) < -18, "as near to -19 as its peaks allow"
        assert np.abs(copy).max() < 0.85
        ratio = copy[2_000 * MS : 5_000 * MS].std() / speech[2_000 * MS : 5_000 * MS].std()
        other = copy[5_000 * MS : 7_000 * MS].std() / speech[5_000 * MS : 7_000 * MS].std()
        assert ratio == pytest.approx(other, rel=0.1)
    shown = np.array(json.loads(take(made.peaks_key))["data"])
    assert np.abs(shown).max() / 127 == pytest.approx(np.abs(heard(take(made.opus.key), 16_000)).max(), abs=0.01)
    assert take(key) == original


def test_an_even_sound_is_brought_to_nineteen_below(keep: Keep, take: Take) -> None:
    made = service.render([keep(live_webm(tone(1000, 3000, 0.005)))], spans=[], prefix="even", max_ms=HOUR_MS)
    assert loudness(heard(take(made.opus.key))) == pytest.approx(-19, abs=0.5)


def loudness(sound: NDArray[np.float32]) -> float:
    graph = av.filter.Graph()
    source = graph.add_abuffer(format="flt", sample_rate=48_000, layout="mono", time_base=Fraction(1, 48_000))
    meter, sink = graph.add("ebur128", "metadata=1"), graph.add("abuffersink")
    graph.link_nodes(source, meter, sink).configure()
    frame = av.AudioFrame.from_ndarray(sound.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = 48_000
    source.push(frame)
    lufs = -70.0
    while True:
        try:
            lufs = float(sink.pull().metadata["lavfi.r128.I"])
        except BlockingIOError:
            return lufs


def test_silence_is_left_silent(keep: Keep, take: Take) -> None:
    key = keep(recorded(np.zeros(96_000, np.float32), "wav", "pcm_s16le"))
    made = service.render([key], spans=[], prefix="silence", max_ms=HOUR_MS)
    assert np.abs(heard(take(made.opus.key))).max() < 0.001


def png(size: int) -> bytes:
    rows = zlib.compress(b"".join(b"\0" + bytes(size) for _ in range(size)))
    head = size.to_bytes(4) * 2 + b"\x08\0\0\0\0"

    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def id3(*frames: tuple[bytes, bytes]) -> bytes:
    body = b"".join(name + len(text).to_bytes(4) + b"\0\0" + text for name, text in frames)
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + body


@pytest.mark.parametrize("container", ["mp3", "ogg", "mp4", "webm", "flac"])
def test_titles_places_and_pictures_stay_behind(container: str, keep: Keep, take: Take) -> None:
    codecs = {"mp3": "libmp3lame", "mp4": "aac", "flac": "flac"}
    original = recorded(tone(500, 800), container, codecs.get(container, "libopus"), tags=TAGS)
    if container == "mp3":
        picture = b"\0image/png\0\x03" + CANARY.encode() + b"\0" + png(64)
        original = id3((b"TIT2", b"\0" + CANARY.encode()), (b"APIC", picture)) + original
    assert CANARY.encode() in original
    key = keep(original)
    for made in (
        service.make_playback([key], prefix="playback", max_ms=HOUR_MS),
        service.render([key], spans=[(100, 200)], prefix="release", max_ms=HOUR_MS),
    ):
        for rendition in (made.opus, made.aac):
            data = take(rendition.key)
            assert CANARY.encode() not in data
            assert CANARY.encode("utf-16-le") not in data
            assert not any(word in data for word in (b"Lavf", b"Lavc", b"libopus", b"\x89PNG"))
            with av.open(io.BytesIO(data)) as file:
                assert len(file.streams) == 1
                assert not file.chapters()
                told = {**file.metadata, **file.streams[0].metadata}
            assert set(told) <= {"major_brand", "minor_version", "compatible_brands", "language", "handler_name",
                                 "vendor_id"}  # fmt: skip


def test_peaks_show_the_rendition_twenty_times_a_second(speech: NDArray[np.float32], keep: Keep, take: Take) -> None:
    made = service.render([keep(live_webm(speech))], spans=[(1000, 2000)], prefix="r", max_ms=HOUR_MS)
    peaks = json.loads(take(made.peaks_key))
    assert {name: peaks[name] for name in ("version", "channels", "sample_rate", "samples_per_pixel", "bits")} == {
        "version": 2, "channels": 1, "sample_rate": 16_000, "samples_per_pixel": 800, "bits": 8}  # fmt: skip
    assert peaks["length"] == len(peaks["data"]) // 2 == -(-made.duration_ms // 50)
    again = heard(take(made.opus.key), 16_000)
    shown = np.array(peaks["data"]).reshape(-1, 2)
    rows = again[: again.size // 800 * 800].reshape(-1, 800)
    assert np.abs(shown[: len(rows), 1] - np.rint(rows.max(axis=1) * 127)).max() <= 1
    assert np.abs(shown[: len(rows), 0] - np.rint(rows.min(axis=1) * 127)).max() <= 1


def test_a_rendition_says_what_it_is(keep: Keep, take: Take) -> None:
    keys = [keep(live_webm(tone(300, 1000))), keep(recorded(tone(600, 1500), "mp4", "aac"))]
    made = service.make_playback(keys, prefix="p/1", max_ms=HOUR_MS)
    assert (made.opus.media_type, made.aac.media_type) == ("audio/ogg; codecs=opus", "audio/mp4")
    for rendition in (made.opus, made.aac):
        data = take(rendition.key)
        assert rendition.bytes == len(data)
        assert rendition.sha256 == hashlib.sha256(data).hexdigest()
        assert rendition.duration_ms == made.duration_ms == pytest.approx(2500, abs=60)
        assert heard(data).size / MS == pytest.approx(made.duration_ms, abs=50)
    m4a = take(made.aac.key)
    assert m4a.index(b"moov") < m4a.index(b"mdat")


def test_a_voice_that_is_muted_leaves_silence_of_its_own_length_and_every_other_sample_as_it_was(
    speech: NDArray[np.float32], keep: Keep, take: Take
) -> None:
    key = keep(live_webm(speech))
    whole = service.mute([key], spans=[], prefix="p/whole", max_ms=HOUR_MS)
    cut = service.mute([key], spans=[(400, 1_100), (3_000, 3_500)], prefix="p/cut", max_ms=HOUR_MS)
    before, after = heard(take(whole.copy.key)), heard(take(cut.copy.key))
    assert cut.copy.duration_ms == whole.copy.duration_ms
    assert before.size == after.size
    for start, end in ((400, 1_100), (3_000, 3_500)):
        assert np.abs(said_between(before, start, end)).max() > 0.01
        assert not said_between(after, start, end).any()
    fade = 5
    for start, end in ((0, 400 - fade), (1_101 + fade, 3_000 - fade), (3_501 + fade, 6_000)):
        assert np.array_equal(said_between(before, start, end), said_between(after, start, end))
    assert cut.copy.sha256 == hashlib.sha256(take(cut.copy.key)).hexdigest()


def test_what_was_muted_can_be_played_like_any_recording(speech: NDArray[np.float32], keep: Keep, take: Take) -> None:
    cut = service.mute([keep(live_webm(speech))], spans=[(400, 1_100)], prefix="p/cut", max_ms=HOUR_MS)
    copies = service.make_playback([cut.copy.key], prefix="p/again", max_ms=HOUR_MS)
    assert abs(copies.duration_ms - cut.copy.duration_ms) <= 25
    assert np.abs(said_between(heard(take(copies.opus.key)), 450, 1_050)).max() < 0.001
    assert not copies.truncated
