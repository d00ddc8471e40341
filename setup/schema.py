# SPDX-License-Identifier: Apache-2.0
"""`make schema`: each surface's OpenAPI document into `openapi/`, and from it the types the front end is held to."""

from __future__ import annotations

from pathlib import Path

from setup.environment import Environment
from setup.frontend import install_packages, node_environment
from setup.steps import ROOT, SetUpFailed, attempt, run

SURFACES = ("reporter", "desk", "partner")


def write(env: Environment, node: Path) -> None:
    folder = ROOT / "openapi"
    folder.mkdir(exist_ok=True)
    for surface in SURFACES:
        told = attempt([env.python, "-W", "error", "-m", "app.cli", "openapi", "--surface", surface])
        if told.returncode != 0:
            raise SetUpFailed(told.stdout)
        (folder / f"{surface}.json").write_text(told.stdout, encoding="utf-8")
    install_packages(ROOT, node)
    run(["npm", "run", "--silent", "schema"], cwd=ROOT / "frontend", extra=node_environment(node))
