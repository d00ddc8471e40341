# SPDX-License-Identifier: Apache-2.0
"""Every import contract holds, and each is shown to break by a fault of its own, planted in a copy of the house."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.house.source import ROOT

LINTER = Path(sys.executable).parent / "lint-imports"
KEPT_OR_BROKEN = re.compile(r"^(?P<name>.+?) (?P<verdict>KEPT|BROKEN)\b", re.MULTILINE)


class Fault(NamedTuple):
    contract: str
    file: str
    line: str
    told: str
    """How the report names it."""


FAULTS = [
    Fault(
        "The walk: a room may import only rooms the story has already passed",
        "people/planted.py",
        "import app.stories.models",
        "app.people.planted -> app.stories.models",
    ),
    Fault(
        "Inside a room: doors, access, use cases, gate, reads, shapes, rules",
        "stories/queries.py",
        "import app.stories.service",
        "app.stories.queries -> app.stories.service",
    ),
    Fault("Rules are pure", "consent/rules.py", "import sqlalchemy", "app.consent.rules -> sqlalchemy"),
    Fault(
        "Outlets see a story only as publishing released it",
        "partners/planted.py",
        "import app.publishing.models",
        "app.partners.planted -> app.publishing.models",
    ),
    Fault(
        "The storyteller's door opens on named verbs, never on tables",
        "receipts/planted.py",
        "import app.stories.models",
        "app.receipts.planted -> app.stories.models",
    ),
    Fault(
        "The register looks, changes nobody's story, and has its words on one page alone",
        "register/planted.py",
        "import app.transcription.queries",
        "app.register.planted -> app.transcription.queries",
    ),
    Fault(
        "A room's doors are opened only by the entry points",
        "publishing/planted.py",
        "import app.curation.jobs",
        "app.publishing.planted -> app.curation.jobs",
    ),
    Fault("Each engine has one keeper", "stories/planted.py", "import torch", "app.stories.planted -> torch"),
]


def contracts() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["name"] for contract in project["tool"]["importlinter"]["contracts"]]


def judged(folder: Path) -> str:
    said = subprocess.run([LINTER, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)
    assert "Contracts: " in said.stdout, said.stdout + said.stderr
    return said.stdout


def verdicts(report: str) -> dict[str, str]:
    return {found["name"]: found["verdict"] for found in KEPT_OR_BROKEN.finditer(report)}


def section(report: str, contract: str) -> str:
    """What the report says of one broken contract."""
    complaints = report.split("Broken contracts", 1)[-1]
    blocks = re.split(r"(?m)^(.+)\n-{3,}$", complaints)
    told = dict(zip(blocks[1::2], blocks[2::2], strict=True))
    return told.get(contract, "")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the linter says of a copy of the house with every fault in it."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(
        ROOT / "app", folder / "app", ignore=lambda _, names: [name for name in names if not is_source(name)]
    )
    for fault in FAULTS:
        with (folder / "app" / fault.file).open("a", encoding="utf-8") as file:
            file.write(f"\n{fault.line}\n")
    return judged(folder)


def is_source(name: str) -> bool:
    return name.endswith(".py") or ("." not in name and name not in {"__pycache__", "static"})


def test_every_contract_holds() -> None:
    assert verdicts(judged(ROOT)) == dict.fromkeys(contracts(), "KEPT")


def test_there_are_eight_contracts_and_a_fault_for_each() -> None:
    assert [fault.contract for fault in FAULTS] == contracts()
    assert len(FAULTS) == 8


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.contract.split(":")[0])
def test_a_contract_breaks_by_the_fault_planted_against_it(fault: Fault, planted: str) -> None:
    assert verdicts(planted)[fault.contract] == "BROKEN"
    assert fault.told in section(planted, fault.contract)
