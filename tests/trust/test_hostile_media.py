# SPDX-License-Identifier: Apache-2.0
"""Any bytes at all as a recording: refused or heard, in a moment and in little room, and nothing else is touched.

`HEARDWELL_TEST_HOSTILE` says how many malformed files (20,000 in the long run). Each is worked on behind the
product's own walls; one in fifty by a child that the product started itself. A seed names a file.
"""

import os
import shutil
import time
from collections import Counter
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest

from app.kit.blobs import Blobs
from app.kit.errors import DomainError
from app.media import rules, service
from app.media.errors import Empty, ForbiddenContainer, TypeMismatch, Unplayable
from tests.rooms.media.containers import CONTAINERS
from tests.rooms.media.sounds import tone, wav
from tests.trust.mutations import malformed
from tests.trust.nursery import say
from tests.trust.walled import MIB, Ended, Walled, reached

FILES = int(os.environ.get("HEARDWELL_TEST_HOSTILE", "1000"))
STARTED_ANEW = 50
"""One in so many by the product's own child."""
RENDERED = 21
"""One in so many is made into copies as well."""
SHARES = 2
HOUR_MS = 3_600_000
LONGEST_S = 30
MOST_CPU_S = 60
MOST_RSS = 512 * MIB

pytestmark = [
    pytest.mark.timeout(300 + FILES),
    pytest.mark.skipif(shutil.which("strace") is None, reason="nobody looks on without strace"),
]


def taken(seed: int, how: str, data: bytes) -> str:
    """How the file fares at the door and in the workroom: a refusal's name, or how much of it is heard. Whatever is no
    refusal is the house's own fault."""
    key = f"hostile/{seed}"
    try:
        service.check_head(data[: rules.HEAD_BYTES])
        with service.decode([key], max_ms=HOUR_MS) as sound:
            assert np.isfinite(sound.pcm).all()
            assert np.abs(sound.pcm).max(initial=0.0) < 2
            heard = "a part is heard" if sound.truncated else "heard"
        if seed % RENDERED == 0:
            service.make_playback([key], prefix=f"copies/{seed}", max_ms=HOUR_MS)
    except (Unplayable, ForbiddenContainer, TypeMismatch) as refusal:
        return type(refusal).__name__
    except Exception as fault:
        raise AssertionError(how) from fault
    return heard


@pytest.mark.parametrize("share", range(SHARES))
def test_no_malformed_file_harms_the_house(share: int, blobs: Blobs, tmp_path: Path) -> None:
    honest = {name: make(tone(440, 700)) for name, make in CONTAINERS.items()}
    began, outcomes, spent = time.monotonic(), Counter[str](), list[tuple[float, str]]()
    with Walled(tmp_path) as walled:
        for seed in range(share, FILES, SHARES):
            how, data = malformed(seed, honest)
            blobs.put(f"hostile/{seed}", data)
            started = time.monotonic()
            with nullcontext() if seed % STARTED_ANEW == 0 else walled.in_place():
                outcomes[taken(seed, how, data)] += 1
            spent.append((time.monotonic() - started, how))
            blobs.delete(f"hostile/{seed}")
    say(f"{len(spent)} files in {time.monotonic() - began:.0f} s: {dict(outcomes)}; {figures(walled.ended)}")
    assert max(spent) < (LONGEST_S, "")
    assert max(one.rss_bytes for one in walled.ended) <= MOST_RSS
    assert max(one.cpu_s for one in walled.ended) <= MOST_CPU_S
    assert reached(walled.calls(), tmp_path) == []
    assert min(outcomes[each] for each in ("heard", "a part is heard", "Undecodable")) > len(spent) // 50


def figures(ended: list[Ended]) -> str:
    died = sum(one.status != 0 for one in ended)
    rss, temp = max(one.rss_bytes for one in ended) / MIB, max(one.temp_bytes for one in ended) / MIB
    return f"{len(ended)} children, {died} died at it, at most {rss:.0f} MiB of memory and {temp:.1f} MiB of disk"


BELIEVES_ANYTHING = """
import av
from app.media import child, rules
def sniff(head):
    return rules.Container.WEBM
def opened(self, start):
    options = {"safe": "0", "protocol_whitelist": "file,http,tcp"}
    return av.open(self._file.name, "r", format="concat", container_options=options)
rules.sniff, child.Recording._opened = sniff, opened
"""
"""Neither our look at the first bytes nor the lists that a demuxer is given."""
NO_WALLS = """
from app.media import sandbox
def confine(**_):
    return []
sandbox.confine = confine
"""
TAKES_MUCH_ROOM = """
from app.media import child
def answer(request):
    bytearray(b"x") * (600 * 1024 * 1024)
    return {"refused": "media-empty"}
child.answer = answer
"""


@pytest.fixture
def list_of_files(blobs: Blobs, tmp_path: Path) -> tuple[str, Path]:
    """A recording that names a file of the house and an address on the network, and that file."""
    secret = tmp_path / "secret.wav"
    secret.write_bytes(wav(tone(440, 500).astype("<f4").tobytes()[:24_000], rate=8_000))
    blobs.put("list", f"ffconcat version 1.0\nfile '{secret}'\nfile 'http://127.0.0.1:9/x.wav'\n".encode())
    return "list", secret


def reached_by(key: str, folder: Path, patch: str = "") -> tuple[str, list[str]]:
    """How the recording fares, and what its child reached for beyond its own folder."""
    (folder / "own").mkdir()
    with Walled(folder, patch) as walled, walled.in_place():
        try:
            with service.decode([key], max_ms=HOUR_MS):
                fate = "heard"
        except DomainError as refusal:
            fate = type(refusal).__name__
    return fate, reached(walled.calls(), folder / "data")


def test_a_list_of_files_reaches_for_nothing(list_of_files: tuple[str, Path], tmp_path: Path) -> None:
    assert reached_by(list_of_files[0], tmp_path) == ("ForbiddenContainer", [])


def test_without_our_lists_the_walls_still_keep_the_file_from_it(
    list_of_files: tuple[str, Path], tmp_path: Path
) -> None:
    key, secret = list_of_files
    fate, calls = reached_by(key, tmp_path, BELIEVES_ANYTHING)
    tries = [call for call in calls if str(secret) in call]
    assert fate == "Undecodable"
    assert tries
    assert all("EACCES" in call for call in tries)


def test_without_lists_and_walls_the_same_file_reads_the_house_and_calls_out(
    list_of_files: tuple[str, Path], tmp_path: Path
) -> None:
    """What the watch above is worth."""
    key, secret = list_of_files
    fate, calls = reached_by(key, tmp_path, BELIEVES_ANYTHING + NO_WALLS)
    assert fate == "heard"
    assert any(call.startswith("openat") and str(secret) in call and "EACCES" not in call for call in calls)
    assert any(call.startswith("socket") for call in calls)


def test_a_child_that_takes_too_much_room_is_seen(blobs: Blobs, tmp_path: Path) -> None:
    blobs.put("any", b"OggS")
    walled = Walled(tmp_path, TAKES_MUCH_ROOM)
    with walled, walled.in_place(), pytest.raises(Empty), service.decode(["any"], max_ms=HOUR_MS):
        pass
    assert walled.ended[0].rss_bytes > MOST_RSS
