# SPDX-License-Identifier: Apache-2.0
"""The rows B21 to B38 of the list of bad inputs, each by a hand-made file."""

import io
import resource
import struct

import av
import numpy as np
import pytest
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from numpy.typing import NDArray

from app.media import service
from app.media.errors import Empty, Encrypted, ForbiddenContainer, TooLong, TypeMismatch, Undecodable
from tests.rooms.media.containers import FRAGMENTED, index_first
from tests.rooms.media.sounds import Keep, level_at, live_webm, recorded, tone, wav

HOUR_MS = 3_600_000
TWO_HOURS_MS = 2 * HOUR_MS

FORBIDDEN = {
    "B21 playlist": b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
    "B21 playlist behind a byte order mark": b"\xef\xbb\xbf\n#EXTM3U\n",
    "B22 AVI with a playlist inside": b"RIFF\x00\x10\x00\x00AVI LIST" + b"GAB2#EXTM3U",
    "B23 list of files": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "B23 session description": b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n",
    "B23 DASH": b'<?xml version="1.0"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011">',
    "B23 row of pictures by name": b"frame%03d.png\n",
    "B23 picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "page": b"<!DOCTYPE html><html><body>",
    "archive": b"PK\x03\x04\x14\x00",
    "tarball": b"\0" * 257 + b"ustar\x0000",
}
NO_SOUND = {
    "B37 PDF": b"%PDF-1.7\n%\xe2\xe3",
    "B37 program": b"MZ\x90\x00\x03\x00",
    "B37 ELF": b"\x7fELF\x02\x01\x01",
    "B37 SVG": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">',
    "text in UTF-16": "\ufeffhello".encode("utf-16-le"),
    "zeros": bytes(4096),
}


@pytest.mark.parametrize("head", FORBIDDEN.values(), ids=FORBIDDEN)
def test_what_makes_a_decoder_open_other_things_is_refused_by_its_first_bytes(head: bytes) -> None:
    with pytest.raises(ForbiddenContainer):
        service.check_head(head)


@pytest.mark.parametrize("head", NO_SOUND.values(), ids=NO_SOUND)
def test_what_is_no_sound_is_refused_by_its_first_bytes(head: bytes) -> None:
    with pytest.raises(TypeMismatch):
        service.check_head(head)


def test_what_slipped_past_the_door_is_refused_before_a_decoder_runs(keep: Keep) -> None:
    assert refusal(FORBIDDEN["B21 playlist"], keep) is ForbiddenContainer
    assert refusal(NO_SOUND["B37 PDF"], keep) is TypeMismatch


def refusal(data: bytes, keep: Keep, max_ms: int = TWO_HOURS_MS) -> type[Exception] | None:
    """How the sound is refused, after five seconds of work at most."""
    began = worked_s()
    try:
        with service.decode([keep(data)], max_ms=max_ms):
            return None
    except Exception as error:  # noqa: BLE001  # the type is what is asked for
        return type(error)
    finally:
        assert worked_s() - began < 5


def worked_s() -> float:
    """Processor time of the children that are over."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def boxes_renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return data.replace(old, new)


def test_b1_an_empty_file_is_empty(keep: Keep) -> None:
    assert refusal(b"", keep) is Empty
    with pytest.raises(Empty):
        service.check_head(b"")


def test_b24_sound_kept_in_another_file_is_not_fetched(keep: Keep) -> None:
    honest = recorded(tone(440, 500), "mp4", "aac")
    entry = struct.pack(">I4sI", 12, b"url ", 1)
    assert refusal(honest, keep) is None
    assert refusal(boxes_renamed(honest, entry, struct.pack(">I4sI", 12, b"url ", 0)), keep) is Undecodable


def test_b25_a_wave_of_one_sample_a_second_claims_a_day(keep: Keep) -> None:
    assert refusal(wav(bytes(172_800), rate=1), keep) is TooLong


def test_two_hours_and_a_second_is_too_long_and_two_hours_is_not(keep: Keep) -> None:
    second = bytes(8000)
    assert refusal(wav(second * 7201, rate=8000, bits=8), keep) is TooLong
    assert refusal(wav(second * 60, rate=8000, bits=8), keep, max_ms=60_000) is None


def test_b26_a_day_of_silence_in_a_small_flac(keep: Keep) -> None:
    made = recorded(np.zeros(48_000, np.float32), "flac", "flac")
    day = 86_400 * 48_000
    info = bytearray(made)
    info[21] = info[21] & 0xF0 | day >> 32
    info[22:26] = (day & 0xFFFFFFFF).to_bytes(4)
    assert refusal(bytes(info), keep) is TooLong


def test_b27_hours_of_silent_opus_are_too_long_without_being_decoded(keep: Keep) -> None:
    assert refusal(opus_packets(50 * 60 * 11, "webm"), keep, max_ms=600_000) is TooLong
    assert refusal(opus_packets(50 * 60 * 11, "ogg"), keep, max_ms=600_000) is TooLong


def test_b27_a_gap_of_years_is_cut_and_never_filled(keep: Keep) -> None:
    with service.decode([keep(opus_packets(100, "webm", gap_s=10 * 365 * 86_400))], max_ms=HOUR_MS) as sound:
        assert sound.duration_ms == pytest.approx(2000, abs=30)


def opus_packets(count: int, container: str, gap_s: int = 0) -> bytes:
    """One silent packet of Opus, over and over."""
    file = io.BytesIO()
    with av.open(file, "w", format=container) as output:
        stream = output.add_stream("libopus", rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 960), np.int16), format="s16", layout="mono")
        frame.sample_rate = 48_000
        silent = [*stream.encode(frame), *stream.encode(None)][0]
        for number in range(count):
            packet = av.Packet(bytes(silent))
            packet.stream, packet.time_base = stream, silent.time_base
            packet.pts = packet.dts = number * 960 + (gap_s * 48_000 if number >= count // 2 else 0)
            packet.duration = 960
            output.mux(packet)
    return file.getvalue()


def test_b28_a_live_webm_without_a_length_or_with_a_mad_one_is_heard(keep: Keep) -> None:
    assert refusal(live_webm(tone(440, 500)), keep) is None
    told = recorded(tone(440, 500))
    at = told.index(b"\x44\x89\x88") + 3
    for mad in (float("nan"), -5.0, 1e300, float("inf")):
        with service.decode([keep(told[:at] + struct.pack(">d", mad) + told[at + 8 :])], max_ms=HOUR_MS) as sound:
            assert sound.duration_ms == pytest.approx(500, abs=30)


@pytest.mark.parametrize(
    ("container", "codec", "options"),
    [("webm", "libopus", {"live": "1", "cluster_time_limit": "1000"}), ("webm", "libopus", {}), ("ogg", "libopus", {}),
     ("mp4", "aac", FRAGMENTED), ("mp4", "aac", {"movflags": "faststart"}), ("wav", "pcm_s16le", {}),
     ("flac", "flac", {})],
)  # fmt: skip
def test_b29_when_the_phone_dies_the_playable_part_is_kept_and_flagged(
    container: str, codec: str, options: dict[str, str], speech: NDArray[np.float32], keep: Keep
) -> None:
    whole = recorded(speech, container, codec)
    if options:
        is_late = "faststart" in options.values()
        whole = index_first(whole) if is_late else recorded(speech, container, codec, options=options)
    with service.decode([keep(whole)], max_ms=HOUR_MS) as sound:
        assert not sound.truncated
        full_ms = sound.duration_ms
    with service.decode([keep(whole[: len(whole) * 6 // 10])], max_ms=HOUR_MS) as sound:
        assert sound.truncated
        assert 0.3 * full_ms < sound.duration_ms < 0.75 * full_ms


def test_b30_an_mp4_without_its_index_is_kept_unheard(keep: Keep) -> None:
    made = recorded(tone(440, 2000), "mp4", "aac")
    assert refusal(made[: made.index(b"moov") - 4], keep) is Undecodable


def test_b31_slices_of_an_mp4_without_the_first_are_kept_unheard(keep: Keep) -> None:
    made = recorded(tone(440, 2000), "mp4", "aac", options=FRAGMENTED)
    assert refusal(made[made.index(b"moof") - 4 :], keep) is Undecodable


@pytest.mark.parametrize(("rate", "channels"), [(48_000, 255), (768_000, 1), (3_000, 1)])
def test_b32_absurd_shapes_are_kept_unheard(rate: int, channels: int, keep: Keep) -> None:
    assert refusal(wav(bytes(255 * 2000), rate=rate, channels=channels), keep) is Undecodable


def test_b32_a_thousand_streams_are_kept_unheard(keep: Keep) -> None:
    made = recorded(tone(440, 300), "mp4", "aac")
    moov = made.index(b"moov") - 4
    trak = made.index(b"trak") - 4
    length = int.from_bytes(made[trak : trak + 4])
    tracks = made[trak : trak + length] * 1000
    index = made[moov + 4 : trak] + tracks
    assert refusal(made[:moov] + (len(index) + 4).to_bytes(4) + index, keep) is Undecodable


@pytest.mark.parametrize("with_sound", [True, False])
def test_b33_a_film_gives_its_sound_or_is_kept_unheard(with_sound: bool, keep: Keep) -> None:
    assert refusal(film(with_sound=with_sound), keep) is (None if with_sound else Undecodable)


def film(*, with_sound: bool) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format="matroska") as output:
        pictures = output.add_stream("mpeg4", rate=5)
        assert isinstance(pictures, VideoStream)
        pictures.width, pictures.height, pictures.pix_fmt = 64, 64, "yuv420p"
        sound = output.add_stream("libopus", rate=48_000, layout="mono") if with_sound else None
        for _ in range(5):
            output.mux(pictures.encode(VideoFrame.from_ndarray(np.zeros((96, 64), np.uint8), format="yuv420p")))
        output.mux(pictures.encode(None))
        if sound:
            frame = av.AudioFrame.from_ndarray(tone(440, 1000).reshape(1, -1), format="flt", layout="mono")
            frame.sample_rate = 48_000
            output.mux([*sound.encode(frame), *sound.encode(None)])
    return file.getvalue()


def tag(size: int) -> bytes:
    return b"ID3\x04\0\0" + bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def test_b34_a_huge_cover_is_dropped_unseen(keep: Keep) -> None:
    cover = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (30_000).to_bytes(4) * 2 + b"\x08\x06\0\0\0" + bytes(2_000_000)
    body = b"\0image/png\0\x03\0" + cover
    frame = b"APIC" + bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0)) + b"\0\0" + body
    sound = recorded(tone(440, 500), "mp3", "libmp3lame")
    assert refusal(tag(len(frame)) + frame + sound, keep) is None


@pytest.mark.parametrize("really", [0, 20_000_000])
def test_b35_a_tag_is_skipped_even_when_it_claims_more_than_the_file_holds(really: int, keep: Keep) -> None:
    sound = recorded(tone(440, 1000), "mp3", "libmp3lame")
    claimed = really or 256 * 1024 * 1024 - 1
    with service.decode([keep(tag(claimed) + bytes(really) + sound)], max_ms=HOUR_MS) as heard:
        assert level_at(np.asarray(heard.pcm[3200:12_800]), 440, 16_000) > 0.1


def test_b36_sound_that_is_also_a_page_and_an_archive_is_only_sound(keep: Keep) -> None:
    sound = recorded(tone(440, 500), "mp3", "libmp3lame")
    assert refusal(sound + b"<html><script>alert(1)</script></html>PK\x03\x04PK\x05\x06" + bytes(18), keep) is None


def test_b38_encrypted_sound_is_kept_and_called_encrypted(keep: Keep) -> None:
    assert refusal(locked(), keep) is Encrypted


def locked() -> bytes:
    return recorded(
        tone(440, 500),
        "mp4",
        "aac",
        options={
            "encryption_scheme": "cenc-aes-ctr",
            "encryption_key": "76a6c65c5ea762046bd749a2e632ccbb",
            "encryption_kid": "a7e61c373e219033c21091fa607bf3b8",
        },
    )


def test_a_file_that_claims_to_be_one_kind_and_is_noise_is_kept_unheard(keep: Keep) -> None:
    noise = np.random.default_rng(3).bytes(50_000)
    for start in (b"\x1aE\xdf\xa3", b"OggS", b"fLaC", b"\0\0\0\x18ftypisom", b"caff", b"\xff\xf1\x50\x80", b"#!AMR\n"):
        assert refusal(start + noise, keep) in (Undecodable, Empty)
