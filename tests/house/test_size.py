# SPDX-License-Identifier: Apache-2.0
"""Nobody has to scroll for long: a module fits in 400 lines."""

from pathlib import Path

import pytest

from tests.house.source import ROOT, named

LONGEST = 400
FOLDERS = ("app", "tests", "frontend/src", "setup", "bench")
SOURCES = {".py", ".ts", ".svelte"}


def is_made(path: Path) -> bool:
    """Bundles, packages and types that are generated from our OpenAPI documents."""
    return path.name.endswith(".d.ts") or bool({"node_modules", "static"} & set(path.relative_to(ROOT).parts))


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_module_is_longer_than_four_hundred_lines(folder: str) -> None:
    modules = [path for path in (ROOT / folder).rglob("*") if path.suffix in SOURCES and not is_made(path)]
    assert modules
    assert [f"{named(path)}: {lines_of(path)}" for path in modules if lines_of(path) > LONGEST] == []


def test_a_long_module_is_seen(tmp_path: Path) -> None:
    long = tmp_path / "long.py"
    long.write_text("pass\n" * (LONGEST + 1), encoding="utf-8")
    assert lines_of(long) > LONGEST
