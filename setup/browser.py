# SPDX-License-Identifier: Apache-2.0
"""The browser that the journeys are walked in, and the tracer of the trust tests: this machine's, else packages."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from setup.steps import SetUpFailed, attempt, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_A_MAC = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)


def find() -> str | None:
    on_path = (shutil.which(name) for name in NAMES)
    on_a_mac = (str(place) for place in ON_A_MAC if place.exists())
    return next((place for place in (*on_path, *on_a_mac) if place), None)


def ensure() -> None:
    """A Chromium or Chrome on this machine; raises `SetUpFailed` where a person has to install one."""
    if find() and shutil.which("strace"):
        return
    apt = shutil.which("apt-get")
    sudo = shutil.which("sudo")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if apt and (is_root or sudo):
        say("· Installing Chromium and strace from the system's packages …")
        rights = [] if is_root else [str(sudo), "-n"]
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        attempt([*rights, apt, "update", "-qq"], extra=quiet)
        attempt([*rights, apt, "install", "-y", "-qq", "--no-install-recommends", "chromium", "strace"], extra=quiet)
    if not find():
        raise SetUpFailed("The journeys need Chromium or Chrome. Please install one, then run this again.")
