# SPDX-License-Identifier: Apache-2.0
"""`make lock`: resolve `pyproject.toml` anew and write the locks: versions and hashes, and no registry's name."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from setup.environment import Environment
from setup.frontend import node_environment
from setup.steps import PINS, ROOT, run, say

HEADER = (
    "# SPDX-License-Identifier: Apache-2.0\n# Written by `make lock`; edit pyproject.toml or setup/pins/*.in instead.\n"
)


NAMES_HOSTS = ("funding", "deprecated", "resolved")


def lock(env: Environment, node: Path) -> None:
    """Everything first, then the smaller lock held to the same versions."""
    project, torch_needs = ROOT / "pyproject.toml", PINS / "torch-needs.in"
    everything = ROOT / "constraints-dev.txt"
    _compile(env, everything, project, torch_needs, "--group", "dev")
    _compile(env, ROOT / "constraints.txt", project, torch_needs, "--constraint", everything)
    for name in ("build", "node"):
        _compile(env, PINS / f"{name}.txt", PINS / f"{name}.in")
    lock_front_end(node)
    say("Written. Look through the difference before you commit it.")


def _compile(env: Environment, into: Path, *what: str | Path) -> None:
    """torch and triton never: their default builds bring gigabytes of CUDA, and torch has pins of its own."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / into.name
        command: list[str | Path] = [
            env.bin / "uv",
            "pip",
            "compile",
            *what,
            "--quiet",
            "--universal",
            "--python-version",
            "3.11",
        ]
        command += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"]
        command += ["--override", PINS / "overrides.in", "--no-emit-package", "torch", "--no-emit-package", "triton"]
        run([*command, "--upgrade", "--output-file", fresh])
        locked = [line for line in fresh.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        into.write_text(HEADER + "\n".join(locked).strip() + "\n", encoding="utf-8")


def lock_front_end(node: Path) -> None:
    """npm's lock for what `package.json` says, without the addresses npm notes in it for people."""
    frontend = ROOT / "frontend"
    npm = ["npm", "install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"]
    run(npm, cwd=frontend, extra=node_environment(node))
    file = frontend / "package-lock.json"
    noted = json.loads(file.read_text(encoding="utf-8"))
    for package in noted["packages"].values():
        for name in NAMES_HOSTS:
            package.pop(name, None)
    file.write_text(json.dumps(noted, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    run(["npm", "ci", "--dry-run", "--ignore-scripts"], cwd=frontend, extra=node_environment(node))
