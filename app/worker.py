# SPDX-License-Identifier: Apache-2.0
"""Back door: one process per slot. Loads each room's jobs, works its lanes, drains on SIGTERM."""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import signal
import sys
import threading
from collections.abc import Iterable
from typing import NoReturn

import structlog

import app.curation.jobs
import app.partners.jobs
import app.projects.jobs
import app.publishing.jobs
import app.receipts.models
import app.register.jobs
import app.stories.jobs
import app.transcription.jobs
import app.uploads.jobs  # noqa: F401 - each room's listeners register themselves
from app.kit import counters, jobs, reaper, workrooms  # noqa: F401 - their tables
from app.kit.lanes import Lane
from app.transcription import listening

DRAIN_SECONDS = 10
log = structlog.get_logger()


def work(slot: str, lanes: Iterable[Lane]) -> NoReturn:
    """Work as `slot` until told to stop, then end this process; whatever is unfinished goes on at the next worker."""
    stopping = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopping.set())
    lease = reaper.Lease(slot)
    lease.hold()
    workrooms.sweep()
    jobs.client()
    jobs.launch(slot, lanes)
    log.info("worker_ready", slot=slot)
    stopping.wait()
    listening.stop()
    jobs.stop(wait_seconds=DRAIN_SECONDS)
    lease.release()
    log.info("worker_ended", slot=slot)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # the interpreter would wait for every thread that is still at work
