# SPDX-License-Identifier: Apache-2.0
"""How soon *Record* can be tapped: a cold start over a poor line on a slow phone, and a warm one without any line.

The phone is Chromium with its processor slowed down six times; the line carries 400 kbit/s with 400 ms latency. Each
figure stands beside its budget.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results" / "reporter.json"
SLOWER = 6
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
BUDGETS_S = {"cold, 400 kbit/s, 400 ms": 5.0, "warm, offline": 1.5}
UP_WITHIN_S = 120
FIRST_DATABASE = (ROOT / "tests" / "capture" / "first_database.js").read_text(encoding="utf-8")


@contextmanager
def house() -> Iterator[tuple[str, dict[str, Any]]]:
    """A served house and what a phone that joins it is given."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
        origin = f"http://localhost:{port}"
        told = {"HEARDWELL_DATA_DIR": folder, "HEARDWELL_PUBLIC_URL": origin, "HEARDWELL_WHISPER_MODEL": "large-v3"}
        env = {**os.environ, **told}
        probe.close()
        command = [sys.executable, "-m", "app.cli", "serve", "--host", "localhost", "--port", str(port)]
        serving = subprocess.Popen([*command, "--workers", "0"], cwd=ROOT, env=env, stderr=subprocess.DEVNULL)
        try:
            _wait_for(f"{origin}/healthz")
            yield origin, _join(origin, env)
        finally:
            serving.terminate()
            serving.wait(timeout=30)


def _wait_for(address: str) -> None:
    until = time.monotonic() + UP_WITHIN_S
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _join(origin: str, env: dict[str, str]) -> dict[str, Any]:
    project = _caretaker(env, "project", "create", "Riverside", "--languages", "en,es,ar,ur")["project_id"]
    url = _caretaker(env, "invite", "create", "--project", project)["url"]
    body = json.dumps({"invite": url.rsplit("/", 1)[1]}).encode()
    request = urllib.request.Request(f"{origin}/api/join", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        membership: dict[str, Any] = json.load(answer)
    return membership


def _caretaker(env: dict[str, str], *words: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "app.cli", *words, "--json"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def joined(browser: Browser, origin: str, membership: dict[str, Any]) -> BrowserContext:
    """A phone that has joined and holds nothing of the app yet."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="en-GB")
    page = context.new_page()
    page.goto(f"{origin}/healthz")
    page.evaluate(FIRST_DATABASE, [membership, []])
    page.close()
    return context


def until_record(page: Page, address: str) -> float:
    """Seconds from the tap on the icon until *Record* is there."""
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.get_by_role("button", name="Record", exact=True).wait_for(timeout=60_000)
    return time.perf_counter() - began


def cold(context: BrowserContext, origin: str) -> float:
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", LINE)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return until_record(page, f"{origin}/r/")


def warm(context: BrowserContext, origin: str) -> float:
    page = context.new_page()
    page.goto(f"{origin}/r/")
    page.evaluate("() => navigator.serviceWorker.ready")
    page.close()
    context.set_offline(True)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return until_record(page, f"{origin}/r/")


def measure(rounds: int) -> list[dict[str, Any]]:
    ways: list[Callable[[BrowserContext, str], float]] = [cold, warm]
    rows = []
    with house() as (origin, membership), sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=["--no-sandbox"])
        for (what, budget_s), way in zip(BUDGETS_S.items(), ways, strict=True):
            took = []
            for _ in range(rounds):
                context = joined(browser, origin, membership)
                took.append(way(context, origin))
                context.close()
            median = statistics.median(took)
            row = {"what": what, "budget_s": budget_s, "median_s": median, "worst_s": max(took)}
            rows.append(row | {"of_budget": median / budget_s})
        browser.close()
    return rows


def table(rows: Sequence[dict[str, Any]]) -> str:
    lines = [f"{'Record can be tapped':28}{'median s':>10}{'worst s':>10}{'budget s':>10}{'of budget':>11}"]
    lines += [
        f"{row['what']:28}{row['median_s']:10.2f}{row['worst_s']:10.2f}{row['budget_s']:10.1f}{row['of_budget']:11.2f}"
        for row in rows
    ]
    return "\n".join(lines)


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="starts of each kind")
    wish = parser.parse_args(None if arguments is None else list(arguments))
    rows = measure(wish.rounds)
    print(table(rows))
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    facts = {"rounds": wish.rounds, "cores": os.cpu_count(), "machine": platform.machine(), "slower": SLOWER}
    RESULTS.write_text(json.dumps(facts | {"rows": rows}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
