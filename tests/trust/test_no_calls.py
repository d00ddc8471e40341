# SPDX-License-Identifier: Apache-2.0
"""No call leaves the process: a transcription, alone with no network, reaches out to nobody, nor in the time after."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import MODELS
from tests.trust.nursery import ROOT

LINGERS_S = 15
REACHES_OUT = re.compile(r"(?:connect|sendto|sendmsg|sendmmsg)\(.*sa_family=AF_INET6?,.*")
NEWER_ONNXRUNTIME = os.environ.get("HEARDWELL_TEST_NEWER_ONNXRUNTIME", "")
"""A folder made by `pip install --no-deps --target FOLDER 'onnxruntime>=1.29'`: a library that calls home."""
TRANSCRIBES = f"""
import sys, time
from app.cli import main
file = sys.argv[1]
for engine in ("faster-whisper", "openai-whisper"):
    sys.argv = ["heardwell", "transcribe", file, "--engine", engine, "--model", "tiny.en", "--language", "en"]
    try:
        main()
    except SystemExit as left:
        assert not left.code
time.sleep({LINGERS_S})
"""
UNSILENCED = f"""
import time, importlib.util, pathlib
import onnxruntime
vad = pathlib.Path(importlib.util.find_spec("faster_whisper").origin).parent / "assets"
for model in vad.glob("*.onnx"):
    onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
print(onnxruntime.__version__)
time.sleep({LINGERS_S})
"""
CALLS_HOME = """
import socket
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
    try:
        line.connect(("192.0.2.1", 53))
    except OSError:
        pass
"""
LOOKS_UP = """
import ctypes
libc = ctypes.CDLL(None)
libc.getaddrinfo(b"telemetry.example", b"443", None, ctypes.byref(ctypes.c_void_p()))
"""


def alone() -> list[str]:
    """How to begin a process in a network of its own, with nobody in it."""
    for words in (["unshare", "-n"], ["unshare", "-rn"]):
        if (
            shutil.which("unshare")
            and subprocess.run([*words, "true"], check=False, capture_output=True).returncode == 0
        ):
            return words
    return []


def reaches_out(folder: Path, program: str, *words: str, libraries: str = "") -> tuple[str, Sequence[str]]:
    """What the program printed, and each try of it or its children to speak to an internet address. `libraries`: a
    folder of packages that stand before the installed ones."""
    book = folder / "calls.txt"
    environment = {
        **os.environ,
        "HEARDWELL_DATA_DIR": str(folder),
        "HEARDWELL_DATABASE_URL": "",
        "HEARDWELL_OBJECT_STORE_URL": "",
    }
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    environment |= {"PYTHONPATH": libraries} if libraries else {}
    traced = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", str(book)]
    command = [*alone(), *traced, sys.executable, "-c", program, *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    return done.stdout, REACHES_OUT.findall(book.read_text(errors="replace"))


def test_a_transcription_reaches_out_to_nobody(tmp_path: Path) -> None:
    assert transcribed(tmp_path) == []


def transcribed(folder: Path, *, libraries: str = "") -> list[str]:
    """The calls while both engines listened, and after."""
    (folder / "models").symlink_to(MODELS)
    sample = str(ROOT / "app" / "cli" / "samples" / "forms.webm")
    said, calls = reaches_out(folder, TRANSCRIBES, sample, libraries=libraries)
    assert said.count("same form") == 2, said
    return list(calls)


@pytest.mark.parametrize("program", [CALLS_HOME, LOOKS_UP], ids=["calls an address", "looks up a name"])
def test_a_program_that_calls_is_caught(tmp_path: Path, program: str) -> None:
    assert reaches_out(tmp_path, program)[1]


@pytest.mark.skipif(not NEWER_ONNXRUNTIME, reason="HEARDWELL_TEST_NEWER_ONNXRUNTIME names no folder with a newer one")
def test_a_library_that_calls_home_is_caught_and_our_switch_silences_it(tmp_path: Path) -> None:
    said, calls = reaches_out(tmp_path, UNSILENCED, libraries=NEWER_ONNXRUNTIME)
    assert calls, f"onnxruntime {said.strip()} called nobody"
    assert transcribed(tmp_path, libraries=NEWER_ONNXRUNTIME) == []
