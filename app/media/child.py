# SPDX-License-Identifier: Apache-2.0
"""The program that touches other people's sound: `python -m app.media.child`, a process of its own, walled in.

One JSON request on stdin. On stdout one line once the walls stand, naming those that are missing, then one line with
the reply. The only importer of `av`; nothing else of ours decodes, filters or encodes.
"""

import errno
import json
import math
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Self

import av
import av.logging
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.error import FFmpegError
from av.filter import Graph
from av.filter.context import FilterContext
from av.frame import Frame
from av.stream import Discard
from numpy.typing import NDArray

from app.media import boxes, ends, pcm, rules, sandbox
from app.media.errors import Empty, ForbiddenContainer, TooLong, TypeMismatch, Undecodable, Unplayable
from app.media.tails import Tail

MOST_CHANNELS: Final = 8
RATES: Final = range(4_000, 192_001)
ALLOC_BYTES: Final = 128 * 1024**2
CUT_SIGNS: Final = ("prematurely", "partial file", "Truncat")
CUT_SLACK_MS: Final = 1_000

Reply = dict[str, Any]


class Recording:
    """One opened input: its first sound stream, behind a demuxer that our own sniffer chose."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        size = path.stat().st_size
        start = self._past_tags(size)
        self.kind = self._sniff(start)
        if self.kind is rules.Container.MP4:
            boxes.check(self._file, size)
        self.damaged = ends.breaks_off(self.kind, self._read, start, size)
        self._container = self._opened(start)
        self.stream = self._only_stream()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._container.close()
        self._file.close()

    def _past_tags(self, size: int) -> int:
        """Where the sound begins, tags by ID3 left out; one that claims more than the file holds is only a header."""
        at = 0
        while length := rules.id3_bytes(self._read(at, 10)):
            at += length if at + length < size else 10
        return at

    def _read(self, at: int, length: int) -> bytes:
        self._file.seek(at)
        return self._file.read(length)

    def _sniff(self, start: int) -> rules.Container:
        try:
            return rules.sniff(self._read(start, rules.HEAD_BYTES))
        except (TypeMismatch, ForbiddenContainer):
            if start == 0:
                raise
            return rules.Container.MP3

    def _opened(self, start: int) -> InputContainer:
        options = {
            "protocol_whitelist": "file",
            "format_whitelist": rules.DEMUXERS[self.kind] + ",matroska,webm,mov",
            "codec_whitelist": ",".join(sorted(rules.DECODERS)),
            "max_streams": "4",
        }
        return av.open(
            Tail(self._file, start),
            "r",
            format=rules.DEMUXERS[self.kind],
            container_options=options,
            metadata_errors="ignore",
            buffer_size=1 << 16,
        )

    def _only_stream(self) -> AudioStream:
        for other in self._container.streams:
            if other.type != "audio":
                other.discard = Discard.all
        if not self._container.streams.audio:
            raise Undecodable
        stream = self._container.streams.audio[0]
        if stream.codec_context is None or stream.codec_context.codec.name not in rules.DECODERS:
            raise Undecodable
        if stream.codec_context.channels > MOST_CHANNELS:
            raise Undecodable
        return stream

    def told_ms(self) -> float | None:
        """How long the file says it is, where such a file can know."""
        if self.kind not in rules.LENGTH_IS_TOLD or not self.stream.duration or self.stream.time_base is None:
            return None
        return float(self.stream.duration * self.stream.time_base) * 1000

    def packets(self) -> "Iterator[av.Packet[AudioStream]]":
        """Until the end, or until the bytes stop making sense."""
        try:
            yield from self._container.demux(self.stream)
        except FFmpegError:
            self.damaged = True

    def frames(self) -> Iterator[AudioFrame]:
        """The frames that decode; a packet that does not is left out. Raises `Undecodable` where most are such."""
        good = bad = 0
        for packet in self.packets():
            try:
                frames = packet.decode()
            except FFmpegError:
                bad, self.damaged = bad + 1, True
                continue
            for frame in frames:
                if isinstance(frame, AudioFrame):
                    good += 1
                    yield frame
        if bad > good:
            raise Undecodable

    def sound(self, rate: int) -> Iterator[pcm.Float]:
        """The stream as mono floats; several channels become their mean, which cannot clip."""
        resampler: av.AudioResampler | None = None
        before = 0
        for own_rate, block in self._mono():
            if before != own_rate:
                yield from _resampled(resampler, None)
                before = own_rate
                resampler = av.AudioResampler(format="flt", layout="mono", rate=rate)
            yield from _resampled(resampler, _frame(block, own_rate))
        yield from _resampled(resampler, None)

    def _mono(self) -> Iterator[tuple[int, pcm.Float]]:
        """About a second at a time, all of one kind: a frame alone is too small to be worth a call."""
        held: list[NDArray[Any]] = []
        kind, samples = (0, "", 0), 0
        for frame in self.frames():
            if frame.sample_rate not in RATES or len(frame.layout.channels) > MOST_CHANNELS:
                raise Undecodable
            own = (frame.sample_rate, frame.format.name, len(frame.layout.channels))
            if held and (kind != own or samples >= kind[0]):
                yield kind[0], pcm.mono(np.concatenate(held, axis=1))
                held, samples = [], 0
            kind, rows = own, frame.to_ndarray()
            held.append(rows if frame.format.is_planar else rows.reshape(-1, own[2]).T)
            samples += frame.samples
        if held:
            yield kind[0], pcm.mono(np.concatenate(held, axis=1))


def _frame(sound: pcm.Float, rate: int) -> AudioFrame:
    frame = AudioFrame.from_ndarray(sound.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = rate
    return frame


def _resampled(resampler: av.AudioResampler | None, frame: AudioFrame | None) -> Iterator[pcm.Float]:
    for out in resampler.resample(frame) if resampler else ():
        yield out.to_ndarray()[0].astype(np.float32, copy=False)


def _refuse_long(path: Path, max_ms: int) -> None:
    """Raises `TooLong` by what the file tells or its packets add up to, without decoding one."""
    with Recording(path) as recording:
        told = recording.told_ms()
        if told is not None:
            if told > max_ms:
                raise TooLong
            return
    _refuse_many(path, max_ms)


def _refuse_many(path: Path, max_ms: int) -> None:
    """Raises `TooLong` by what the packets add up to."""
    with Recording(path) as recording:
        left = max_ms / 1000 / recording.stream.time_base if recording.stream.time_base else math.inf
        for packet in recording.packets():
            left -= packet.duration or 0
            if left < 0:
                raise TooLong


def decode(request: Mapping[str, Any]) -> Reply:
    """Join the inputs into one file, each after its gap: floats at 16 kHz for an engine, or 16 bits at 48 kHz to
    render from. The first that finds no more room is left out whole, and so are those after it."""
    rate, max_ms, inputs = request["rate"], request["max_ms"], [Path(path) for path in request["inputs"]]
    for path in inputs:
        _refuse_long(path, max_ms)
    parts: list[int] = []
    truncated: list[int] = []
    with Path(request["out"], "sound.pcm").open("wb", buffering=1 << 20) as file:
        writer = pcm.Writer(file, max_ms * rate // 1000, as_s16=rate == pcm.RATE)
        for place, (path, gap_ms) in enumerate(zip(inputs, request["gaps_ms"], strict=True)):
            ended = writer.samples
            writer.rest(gap_ms * rate // 1000)
            began_ms = writer.samples * 1000 // rate
            try:
                is_cut = _join(path, writer, rate, max_ms)
            except pcm.Full:
                if not parts:
                    raise
                writer.end_at(ended)
                break
            truncated += [place] if is_cut else []
            parts.append(writer.samples * 1000 // rate - began_ms)
    left_out = list(range(len(parts), len(inputs)))
    duration_ms = writer.samples * 1000 // rate
    return {"duration_ms": duration_ms, "parts_ms": parts, "truncated": truncated, "left_out": left_out}


def _join(path: Path, writer: pcm.Writer, rate: int, max_ms: int) -> bool:
    """Append one recording; whether it stops before its end."""
    before = writer.samples
    with av.logging.Capture() as said, Recording(path) as recording:
        cut = False
        told = recording.told_ms()
        most_ms = math.inf if told is None else told + CUT_SLACK_MS
        for block in recording.sound(rate):
            writer.write(block)
            cut |= _tells_of_a_cut(said)
            if (writer.samples - before) * 1000 / rate > most_ms:
                _refuse_many(path, max_ms)  # it is longer than it told
                most_ms = math.inf
        cut |= _tells_of_a_cut(said) or recording.damaged
        heard_ms = (writer.samples - before) * 1000 / rate
    if not heard_ms:
        raise Undecodable if recording.damaged else Empty
    return cut or (told is not None and told - heard_ms > CUT_SLACK_MS)


def _tells_of_a_cut(said: list[tuple[int, str, str]]) -> bool:
    cut = any(sign in message for _, _, message in said for sign in CUT_SIGNS)
    said.clear()
    return cut


def encode(request: Mapping[str, Any]) -> Reply:
    """Render the PCM: spans become a tone first, then one gain, then two encodings, then peaks of what was encoded."""
    out = Path(request["out"])
    sound = out / "sound.pcm"
    pcm.redact(sound, request["spans"])
    gain = pcm.gain_for(sound, _loudness(sound))
    opus, aac = out / "sound.ogg", out / "sound.m4a"
    _encode(sound, gain, [_output(opus, "ogg", "libopus", 32_000), _output(aac, "ipod", "aac", 64_000)])
    peaks = pcm.Peaks()
    samples = 0
    with Recording(opus) as recording:
        for block in recording.sound(pcm.HEARING_RATE):
            samples += block.size
            peaks.add(block)
    peaks.write(out / "peaks.json")
    return {"duration_ms": samples * 1000 // pcm.HEARING_RATE}


def mute(request: Mapping[str, Any]) -> Reply:
    """Make the spans silent and keep the sound as it is otherwise, sample by sample."""
    out = Path(request["out"])
    sound = out / "sound.pcm"
    pcm.silence(sound, request["spans"])
    _encode(sound, 1.0, [_output(out / "sound.flac", "flac", "flac")])
    return {"duration_ms": sound.stat().st_size // pcm.BYTES * 1000 // pcm.RATE}


def _output(path: Path, container: str, codec: str, bits: int | None = None) -> tuple[OutputContainer, AudioStream]:
    options = {"fflags": "+bitexact"} | ({"movflags": "+faststart"} if container == "ipod" else {})
    output = av.open(path, "w", format=container, container_options=options)
    told = {"bit_rate": bits} if bits is not None else {"format": "s16"}
    stream = output.add_stream(codec, rate=pcm.RATE, layout="mono", options={"flags": "+bitexact"}, **told)
    assert isinstance(stream, AudioStream)
    return output, stream


def _encode(sound: Path, gain: float, outputs: Sequence[tuple[OutputContainer, AudioStream]]) -> None:
    for frame in _pcm_frames(sound, gain):
        for output, stream in outputs:
            output.mux(stream.encode(frame))
    for output, stream in outputs:
        output.mux(stream.encode(None))
        output.close()


def _pcm_frames(sound: Path, gain: float) -> Iterator[AudioFrame]:
    at = 0
    for block in pcm.blocks(sound, pcm.RATE):
        frame = _frame(block * np.float32(gain), pcm.RATE)
        frame.pts = at
        at += block.size
        yield frame


def _loudness(sound: Path) -> float:
    """Integrated loudness in LUFS (EBU R 128); -70 for silence and what is too short to tell."""
    graph = Graph()
    source = graph.add_abuffer(format="flt", sample_rate=pcm.RATE, layout="mono")
    meter, sink = graph.add("ebur128", "metadata=1"), graph.add("abuffersink")
    graph.link_nodes(source, meter, sink).configure()
    lufs = -70.0
    for frame in _pcm_frames(sound, 1.0):
        source.push(frame)
        for metered in _pulled(sink):
            lufs = float(metered.metadata.get("lavfi.r128.I", lufs))
    return -70.0 if math.isnan(lufs) else lufs


def _pulled(sink: FilterContext) -> Iterator[Frame]:
    while True:
        try:
            yield sink.pull()
        except BlockingIOError:
            return


def escapes(request: Mapping[str, Any]) -> Reply:
    """Try the walls: what a request names as foreign and outside must stay out of reach."""
    return {"escapes": sandbox.escapes(foreign=Path(request["foreign"]), outside=Path(request["outside"]))}


OPERATIONS: Mapping[str, Callable[[Mapping[str, Any]], Reply]] = {
    "decode": decode,
    "encode": encode,
    "mute": mute,
    "escapes": escapes,
}


def answer(request: Mapping[str, Any]) -> Reply:
    """The operation's reply, or the slug under which the sound is refused."""
    try:
        return OPERATIONS[request["op"]](request)
    except (Unplayable, ForbiddenContainer, TypeMismatch) as refusal:
        return {"refused": refusal.slug}
    except OSError as error:
        if error.errno == errno.EFBIG:
            return {"refused": TooLong.slug}
        if isinstance(error, FFmpegError):
            return {"refused": Undecodable.slug}
        raise
    except (FFmpegError, MemoryError, ValueError):
        return {"refused": Undecodable.slug}


def main() -> None:
    request = json.load(sys.stdin)
    sandbox.tame_ffmpeg(ALLOC_BYTES)
    av.logging.set_level(av.logging.ERROR)
    av.logging.set_skip_repeated(False)
    missing = sandbox.confine(
        read=[Path(path) for path in request["inputs"]], write=Path(request["out"]), cpu_s=request["cpu_s"]
    )
    if os.getppid() != request["parent"]:  # it died before it could take this process with it
        return
    _say({"missing": missing})
    _say(answer(request))


def _say(line: Reply) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
