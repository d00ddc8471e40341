# SPDX-License-Identifier: Apache-2.0
"""`make check`: the quick gate, cheapest first, one command each, and an end at the first that fails."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from setup.environment import Environment
from setup.frontend import node_environment
from setup.steps import ROOT, SetUpFailed, house_environment, say

CORES = os.cpu_count() or 1
SIDE_BY_SIDE = ("-n", str(CORES + 1))
"""For tests that each stand in a house of their own: they wait a little."""

FILE_BY_FILE = ("-n", str(2 * CORES), "--dist", "loadfile")
"""For browsers and killed processes: they wait much, and those of one file share what they speak."""

HOUSED = ("-m", "housed")
"""Tests that stand on a database and a store; `make check` leaves them to `make test`, which runs them on both."""

IN_ROOMS = ("tests/rooms", "tests/house", "tests/migrations", "tests/partner_api")

Step = tuple[str, Sequence[str | Path], Path]


def quick_gate(env: Environment) -> list[Step]:
    def python(name: str, tool: str, *words: str) -> Step:
        return (name, [env.bin / tool, *words], ROOT)

    def script(name: str, key: str) -> Step:
        return (name, ["npm", "run", "--silent", key], ROOT / "frontend")

    return [
        python("format", "ruff", "format", "--check"),
        python("lint", "ruff", "check"),
        python("import contracts", "lint-imports"),
        python("types", "mypy", "--strict"),
        python("dependencies", "deptry", ".", "--extend-exclude", "hatch_build.py"),
        python("spelling", "codespell"),
        python("tests that need no house", "pytest", "-q", *SIDE_BY_SIDE, "-m", "not housed", *IN_ROOMS),
        script("front end: format", "check:format"),
        script("front end: lint", "check:lint"),
        script("front end: types", "check:types"),
        script("front end: unused code", "check:unused"),
        script("front end: tests", "test"),
        script("front end: size budgets", "build"),
    ]


def every_test(env: Environment) -> list[Step]:
    pytest: list[str | Path] = [env.bin / "pytest", "-q"]
    on_postgresql = ["env", "TEST_STACK=postgresql", *pytest]
    return [
        ("rooms, house and partner's doors, on SQLite and files", [*pytest, *SIDE_BY_SIDE, *IN_ROOMS], ROOT),
        ("rooms and partner's doors, on PostgreSQL and S3", [*on_postgresql, *SIDE_BY_SIDE, *HOUSED, *IN_ROOMS], ROOT),
        ("phones, journeys and trust", [*pytest, *FILE_BY_FILE, *(f"--ignore={folder}" for folder in IN_ROOMS)], ROOT),
        ("front end: tests", ["npm", "run", "--silent", "test"], ROOT / "frontend"),
    ]


def benchmarks(env: Environment) -> list[Step]:
    found = sorted(path for path in (ROOT / "bench").glob("*.py") if not path.name.startswith("_"))
    return [(f"bench {path.stem}", [env.python, "-m", f"bench.{path.stem}"], ROOT) for path in found]


def walk(steps: Sequence[Step], node: Path) -> None:
    """Each step in turn; raises `SetUpFailed` naming the first that does not hold."""
    for name, command, folder in steps:
        say(f"── {name}")
        started = time.monotonic()
        words = [str(part) for part in command]
        surroundings = {**house_environment(), **node_environment(node)}
        ended = subprocess.run(words, cwd=folder, env=surroundings, check=False).returncode  # noqa: S603 - the commands above
        if ended != 0:
            raise SetUpFailed(f"Stopped at “{name}”: {' '.join(words)}")
        say(f"   {time.monotonic() - started:.1f} s")
