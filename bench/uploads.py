# SPDX-License-Identifier: Apache-2.0
"""Uploads: how fast beside writing and syncing the same bytes to a file, and fifty slow phones during a transcription.

The house runs as it is served, on SQLite and files in a temporary folder, with its clients on the same cores. A
`PATCH` is timed from the last byte of its body to its answer: what comes before is the phone's own line.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import http.client
import io
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
import wave
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np

from app.cli import serving
from app.cli.caretaker import found_project
from app.cli.ground import prepare
from app.kit import clock
from app.kit.db import reading, writing
from app.projects import service as projects
from app.transcription import queries
from bench.transcription import SPEECH, human_speech, synthesised_speech
from tests.trust.phones import OCTETS, TUS, Ledger, Phone, Told
from tests.trust.processes import eventually, free_port

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results" / "uploads.json"
MIB = 1024 * 1024
SMALLEST, LARGEST, QUICK_S, SLOW_S = 32 * 1024, MIB, 2, 8
"""How a phone chooses its pieces (`frontend/src/shared/tus.ts`)."""
DRIP_S = 0.125
SPOKEN_S = 60
BEGUN_WITHIN_S = (20.0, 0.0)
"""A hall in which everybody sends, and the worst there can be: all in the very same moment, and equally long."""
PROMISED_MS, PROMISED_MIB = 500, 600


@dataclass
class Served:
    """A Heardwell of real processes."""

    folder: Path
    port: int
    project_id: UUID
    web: subprocess.Popen[bytes]
    ledger: Ledger
    invite: str

    def phone(self, seed: int = 0) -> Phone:
        joined = Phone(self.port, self.ledger, seed=seed)
        joined.join(self.invite)
        return joined

    def peak_mib(self) -> float:
        told = Path(f"/proc/{self.web.pid}/status").read_text(encoding="utf-8")
        return int(told.partition("VmHWM:")[2].split()[0]) / 1024


@contextmanager
def serve(folder: Path, models: Path) -> Iterator[Served]:
    os.environ["HEARDWELL_DATA_DIR"] = str(folder)
    port = free_port()
    os.environ["HEARDWELL_PUBLIC_URL"] = f"http://127.0.0.1:{port}"
    (folder / "models").symlink_to(models.resolve())
    prepare()
    project_id = found_project("Riverside", ["en"], organisation="", contact="", country="GB")
    with writing(project_id) as session:
        invite = projects.create_invite(session, project_id, expires_in=None, at=clock.now())[1]
    command = [sys.executable, *serving._web("127.0.0.1", port).arguments]  # noqa: SLF001 - the very words of `serve`
    with subprocess.Popen(command, cwd=ROOT) as web:
        ledger = Ledger(folder / "ledger.jsonl")
        try:
            eventually(lambda: answers(port), "the web process answers")
            yield Served(folder, port, project_id, web, ledger, invite)
        finally:
            ledger.close()
            web.terminate()


@contextmanager
def working(served: Served) -> Iterator[None]:
    """A worker beside it, as `serve` starts one."""
    log = (served.folder / "worker.log").open("wb")
    command = [sys.executable, "-m", "app.cli", "worker", "--name", "bench-1"]
    with log, subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log) as worker:
        try:
            yield
        finally:
            worker.kill()


def answers(port: int) -> bool:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        line.request("GET", "/healthz")
        return line.getresponse().status == 200
    except OSError:
        return False
    finally:
        line.close()


# Throughput


def write_and_sync(served: Served, sound: bytes) -> float:
    """Seconds to write the same bytes to a file on the same disk, a MiB at a time, and sync it."""
    path = served.folder / "beside.bin"
    began = time.perf_counter()
    with path.open("wb", buffering=0) as file:
        for at in range(0, len(sound), MIB):
            file.write(sound[at : at + MIB])
        os.fsync(file.fileno())
    spent = time.perf_counter() - began
    path.unlink()
    return spent


def send(phone: Phone, sound: bytes, piece: int) -> float:
    """Seconds until the server has all of it, verified, in pieces of that size over one line, each with its hash."""
    ((recording_id, _),) = phone.tell(sound).sounds.items()
    phone.create(recording_id, sound)
    line = http.client.HTTPConnection("127.0.0.1", phone.port, timeout=300)
    began = time.perf_counter()
    for at in range(0, len(sound), piece):
        part = sound[at : at + piece]
        headers = {**TUS, **OCTETS, "Upload-Offset": str(at), "Authorization": f"Bearer {phone.token}"}
        if piece < len(sound):
            headers["Upload-Checksum"] = promise_of(part)
        line.request("PATCH", f"/api/uploads/{recording_id}", part, headers)
        answer = line.getresponse()
        assert answer.status == 204, answer.read()
        answer.read()
    spent = time.perf_counter() - began
    line.close()
    return spent


def throughput(served: Served, size: int, rounds: int) -> list[dict[str, Any]]:
    """Medians over the rounds, each way in every round."""
    phone = served.phone()
    ways: dict[str, Callable[[bytes], float]] = {
        "written and synced to a file": lambda sound: write_and_sync(served, sound),
        "uploaded in one body": lambda sound: send(phone, sound, size),
        "uploaded in pieces of 1 MiB": lambda sound: send(phone, sound, LARGEST),
    }
    spent: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(rounds):
        sound = b"OggS" + os.urandom(size - 4)
        for way, act in ways.items():
            spent[way].append(act(sound))
    seconds = {way: statistics.median(times) for way, times in spent.items()}
    beside = next(iter(seconds.values()))
    return [
        {"label": way, "mib_per_s": size / MIB / taken, "to_a_file": taken / beside} for way, taken in seconds.items()
    ]


# Load


@dataclass
class Tally:
    """What fifty phones met with."""

    waits_ms: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        return sorted(self.waits_ms)[min(len(self.waits_ms) - 1, int(share * len(self.waits_ms)))]


async def drip(phone: Phone, story: Told, rate: int, wait_s: float, tally: Tally) -> None:
    """One phone's upload after a while, at so many bytes a second, in pieces as a phone chooses them."""
    ((recording_id, sound),) = story.sounds.items()
    await asyncio.sleep(wait_s)
    reader, writer = await asyncio.open_connection("127.0.0.1", phone.port)
    at, size = 0, SMALLEST
    try:
        while at < len(sound):
            part = sound[at : at + size]
            began = time.perf_counter()
            writer.write(head_of(phone, recording_id, at, part))
            for start in range(0, len(part), int(rate * DRIP_S)):
                drop = part[start : start + int(rate * DRIP_S)]
                due = began + (start + len(drop)) / rate
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                writer.write(drop)
                await writer.drain()
            sent = time.perf_counter()
            told = (await reader.readuntil(b"\r\n\r\n")).decode()
            if not told.startswith("HTTP/1.1 204"):
                tally.errors.append(told.partition("\r\n")[0])
                return
            tally.waits_ms.append(1000 * (time.perf_counter() - sent))
            tally.pieces.append(len(part))
            at += len(part)
            size = next_piece(size, time.perf_counter() - began)
    except (OSError, asyncio.IncompleteReadError) as broken:
        tally.errors.append(type(broken).__name__)
    finally:
        writer.close()


def head_of(phone: Phone, recording_id: UUID, at: int, part: bytes) -> bytes:
    told = {
        "Host": f"127.0.0.1:{phone.port}",
        "Authorization": f"Bearer {phone.token}",
        **TUS,
        **OCTETS,
        "Upload-Offset": str(at),
        "Upload-Checksum": promise_of(part),
        "Content-Length": str(len(part)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"PATCH /api/uploads/{recording_id} HTTP/1.1\r\n{lines}\r\n".encode()


def promise_of(part: bytes) -> str:
    return f"sha256 {b64encode(hashlib.sha256(part).digest()).decode()}"


def next_piece(size: int, took_s: float) -> int:
    if took_s < QUICK_S:
        return min(size * 2, LARGEST)
    return max(size // 2, SMALLEST) if took_s > SLOW_S else size


def long_speech(minutes: float) -> bytes:
    """A minute of speech again and again, as a WAV file of 16 kHz."""
    sample = (human_speech if (SPEECH / "manifest.tsv").is_file() else synthesised_speech)(SPOKEN_S)
    spoken, _text = sample.joined()
    whole = np.tile(np.clip(spoken * 32767, -32768, 32767).astype("<i2"), int(minutes * 60 * 16_000 / len(spoken)) + 1)
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(whole.tobytes())
    return held.getvalue()


def is_listening(served: Served, story_id: UUID) -> bool:
    with reading(served.project_id) as session:
        run = queries.latest_run(session, story_id)
        return run is not None and run.status == "running"


def begin_to_listen(served: Served) -> UUID:
    """A story whose transcription lasts longer than all that follows."""
    speaker = served.phone()
    spoken = speaker.tell(long_speech(40))
    speaker.largest_piece = 64 * MIB
    speaker.send(spoken)
    eventually(lambda: is_listening(served, spoken.story_id), "the transcription has begun", seconds=300)
    return spoken.story_id


def load(served: Served, heard: UUID, phones: int, rate: int, seconds: float, apart_s: float) -> dict[str, Any]:
    """So many phones at so many bytes a second each, begun within `apart_s`, while the story `heard` is transcribed."""
    senders = [served.phone(number) for number in range(phones)]
    chance = random.Random(phones)
    spread = 0.25 if apart_s else 0.0
    sizes = [int(rate * seconds * chance.uniform(1 - spread, 1 + spread)) for _ in senders]
    waits = [chance.uniform(0, apart_s) for _ in senders]
    stories = [sender.tell(b"OggS" + os.urandom(size)) for sender, size in zip(senders, sizes, strict=True)]
    for sender, story in zip(senders, stories, strict=True):
        ((recording_id, sound),) = story.sounds.items()
        sender.create(recording_id, sound)
    tally = Tally()

    async def all_at_once() -> None:
        each = zip(senders, stories, waits, strict=True)
        await asyncio.gather(*(drip(sender, story, rate, wait_s, tally) for sender, story, wait_s in each))

    began = time.perf_counter()
    asyncio.run(all_at_once())
    spent = time.perf_counter() - began
    listened = is_listening(served, heard)
    kept = sum(sender.is_kept(story) for sender, story in zip(senders, stories, strict=True))
    return {
        "phones": phones,
        "begun_within_s": apart_s,
        "kib_per_s_each": rate / 1024,
        "seconds": spent,
        "transcribing_all_the_while": listened,
        "patches": len(tally.waits_ms),
        "median_piece_kib": statistics.median(tally.pieces) / 1024,
        "errors": len(tally.errors),
        "kept": kept,
        "patch_ms": {"p50": tally.percentile(0.5), "p99": tally.percentile(0.99), "most": max(tally.waits_ms)},
        "web_peak_mib": served.peak_mib(),
    }


def tables(speeds: Sequence[dict[str, Any]], loads: Sequence[dict[str, Any]]) -> str:
    lines = [f"{'':34}{'MiB/s':>8}{'to a file':>11}"]
    lines += [f"{row['label']:34}{row['mib_per_s']:8.1f}{row['to_a_file']:11.2f}" for row in speeds]
    return "\n".join([*lines, *(line for met in loads for line in told(met))])


def told(met: dict[str, Any]) -> list[str]:
    waits = met["patch_ms"]
    return [
        "",
        (
            f"{met['phones']} phones, begun within {met['begun_within_s']:.0f} s, at {met['kib_per_s_each']:.0f} KiB/s "
            f"for {met['seconds']:.0f} s, a transcription "
            f"{'all the while' if met['transcribing_all_the_while'] else 'that ended too soon'}:"
        ),
        (
            f"  {met['patches']} PATCHes of about {met['median_piece_kib']:.0f} KiB, {met['errors']} errors, "
            f"{met['kept']} of {met['phones']} kept"
        ),
        (
            f"  answered after p50 {waits['p50']:.0f} ms, p99 {waits['p99']:.0f} ms (promise {PROMISED_MS}), "
            f"at most {waits['most']:.0f} ms"
        ),
        f"  web process at most {met['web_peak_mib']:.0f} MiB (promise {PROMISED_MIB})",
    ]


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mib", type=int, default=128, help="size of the recording whose upload is timed")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--phones", type=int, default=50)
    parser.add_argument("--rate", type=int, default=64 * 1024, help="bytes a second of each")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--models", type=Path, default=ROOT / "var" / "models", help="folder that holds the weights")
    wish = parser.parse_args(None if arguments is None else list(arguments))
    with tempfile.TemporaryDirectory() as scratch, serve(Path(scratch), wish.models) as served:
        speeds = throughput(served, wish.mib * MIB, wish.rounds)
        with working(served):
            heard = begin_to_listen(served)
            loads = [load(served, heard, wish.phones, wish.rate, wish.seconds, apart_s) for apart_s in BEGUN_WITHIN_S]
    print(tables(speeds, loads))
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    facts = {"mib": wish.mib, "rounds": wish.rounds, "cores": os.cpu_count()}
    facts |= {"python": platform.python_version(), "machine": platform.machine()}
    RESULTS.write_text(json.dumps(facts | {"rows": speeds, "loads": loads}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
