# SPDX-License-Identifier: Apache-2.0
"""Whether the time of an answer tells what is wrong with a receipt code: Welch's t between every two kinds of code.

Kinds are wrong, unknown, erased, and wrong for a story that was taken back; tries are asked in random order over one
line of a web process as it is served, limits lifted. Above all of them the slowest five in a hundred are left out. The
control answers before it hashes where nobody has the selector, and has to be caught.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any, Final

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from app.cli.caretaker import found_project
from app.cli.ground import prepare
from app.people import slow_hash
from app.settings import settings
from tests.trust.guessing import (
    ANSWERS_BEFORE_HASHING,
    LIMIT,
    NOBODY_IS_REFUSED,
    Code,
    Watched,
    codes_of_every_kind,
    cropped,
    guess,
    welch,
)
from tests.trust.nursery import Nursery
from tests.trust.processes import House
from tests.trust.test_hostile import HASHES_CHEAPLY

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results" / "receipt_timing.json"
OF_EACH_KIND = 20
WARMING_UP = 20
COSTS: Final[Mapping[str, str]] = {"cheapest": HASHES_CHEAPLY, "full": ""}
VARIANTS: Final[Mapping[str, str]] = {"ours": "", "control": ANSWERS_BEFORE_HASHING}


@contextmanager
def standing() -> Iterator[tuple[House, Mapping[str, Code]]]:
    """A house on SQLite in a temporary folder, with stories of every kind."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        os.environ["HEARDWELL_DATA_DIR"] = str(folder)
        settings.cache_clear()
        prepare()
        project_id = found_project("Riverside", ["en"], organisation="", contact="", country="GB")
        slow_hash.MEMORY_KIB, slow_hash.PASSES, slow_hash.LANES = 8, 1, 1  # of codes that nobody ever gets right
        kinds = codes_of_every_kind(project_id, OF_EACH_KIND)
        nursery = Nursery()
        house = House(folder, project_id, nursery)
        try:
            yield house, kinds
        finally:
            house.close()
            nursery.close()


def measure(house: House, kinds: Mapping[str, Code], rounds: int, *, cost: str, variant: str) -> dict[str, Any]:
    web = house.web(patch=COSTS[cost] + NOBODY_IS_REFUSED + VARIANTS[variant])
    guess(house.port, kinds, WARMING_UP)
    watched = guess(house.port, kinds, rounds)
    web.stop()
    return {"cost": cost, "variant": variant, "tries_of_each_kind": rounds, **told(watched)}


def told(watched: Watched) -> dict[str, Any]:
    kept = cropped(watched.seconds)
    ts = {f"{one} / {other}": round(welch(kept[one], kept[other]), 2) for one, other in combinations(kept, 2)}
    return {
        "median_ms": {kind: round(statistics.median(spent) * 1000, 3) for kind, spent in kept.items()},
        "kept": {kind: len(spent) for kind, spent in kept.items()},
        "welch_t": ts,
        "worst_t": max(abs(found) for found in ts.values()),
        "different_answers": len(set().union(*watched.answers.values())),
    }


def holds(row: Mapping[str, Any]) -> bool:
    """Ours tells nothing by its time or its bytes; the control is caught."""
    is_silent = row["worst_t"] < LIMIT
    return (is_silent and row["different_answers"] == 1) if row["variant"] == "ours" else not is_silent


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cheapest", type=int, default=20_000, help="tries of each kind with Argon2id at its cheapest")
    parser.add_argument("--full", type=int, default=2_000, help="tries of each kind at full cost")
    parser.add_argument("--control", type=int, default=0, help="tries of each kind of the control; as many otherwise")
    parser.add_argument("--results", type=Path, default=RESULTS)
    wish = parser.parse_args(None if arguments is None else list(arguments))
    rows = []
    with standing() as (house, kinds):
        for cost, rounds in (("cheapest", wish.cheapest), ("full", wish.full)):
            for variant in VARIANTS if rounds else ():
                asked = wish.control or rounds if variant == "control" else rounds
                row = measure(house, kinds, asked, cost=cost, variant=variant)
                rows.append(row | {"holds": holds(row)})
                sys.stdout.write(json.dumps(rows[-1]) + "\n")
                sys.stdout.flush()
    facts = {"cores": os.cpu_count(), "python": platform.python_version(), "machine": platform.machine()}
    wish.results.parent.mkdir(parents=True, exist_ok=True)
    wish.results.write_text(json.dumps(facts | {"limit": LIMIT, "rows": rows}, indent=2) + "\n", encoding="utf-8")
    sys.exit(0 if all(row["holds"] for row in rows) else 1)


if __name__ == "__main__":
    main()
