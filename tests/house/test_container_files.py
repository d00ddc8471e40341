# SPDX-License-Identifier: Apache-2.0
"""The container files are read by linters; no engine runs them here, and we say so."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent


def hadolint(file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([TOOLS / "hadolint", file], capture_output=True, text=True, check=False)


def compose_schema(file: Path) -> subprocess.CompletedProcess[str]:
    command: list[str | Path] = [TOOLS / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", file]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    read = YAML(typ="safe").load(ROOT / "compose.yaml")
    assert isinstance(read, dict)
    return read


def instructions() -> list[str]:
    """The serving stage of the Dockerfile, one instruction a line."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return lines[max(number for number, line in enumerate(lines) if line.startswith("FROM ")) :]


def test_the_linter_has_nothing_to_say_about_the_image() -> None:
    said = hadolint(ROOT / "Dockerfile")
    assert (said.returncode, said.stdout) == (0, "")


def test_the_linter_sees_a_planted_fault_in_the_image(tmp_path: Path) -> None:
    planted = tmp_path / "Dockerfile"
    planted.write_text(
        (ROOT / "Dockerfile").read_text(encoding="utf-8") + "RUN apt-get install curl\n", encoding="utf-8"
    )
    assert hadolint(planted).returncode != 0


def test_the_image_serves_quietly_as_nobody_special_with_its_model_inside() -> None:
    served = instructions()
    settings = " ".join(line for line in served if line.startswith("ENV "))
    assert "ORT_DISABLE_TELEMETRY=1" in settings
    assert "HEARDWELL_WHISPER_MODEL=/opt/heardwell/models/whisper-base" in settings
    assert [line for line in served if line.startswith("USER ")] == ["USER 10001:10001"]
    assert [line for line in served if line.startswith("VOLUME ")] == ["VOLUME /var/lib/heardwell"]
    assert any(line.startswith("HEALTHCHECK ") and "/healthz" in line for line in served)


def test_the_compose_file_fits_its_schema() -> None:
    said = compose_schema(ROOT / "compose.yaml")
    assert said.returncode == 0, said.stdout


def test_the_schema_sees_a_planted_fault_in_the_compose_file(tmp_path: Path) -> None:
    planted = tmp_path / "compose.yaml"
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    planted.write_text(text.replace("restart: unless-stopped", "restarts: always", 1), encoding="utf-8")
    assert compose_schema(planted).returncode != 0


def test_scaled_out_there_are_web_workers_database_objects_and_a_proxy(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert {"web", "worker", "database", "objects", "proxy"} <= set(services)
    assert "--data-checksums" in services["database"]["environment"]["POSTGRES_INITDB_ARGS"]
    assert services["worker"]["command"] == ["heardwell", "worker"]


def test_only_the_proxy_is_reached_from_outside(compose: dict[str, Any]) -> None:
    assert [name for name, service in compose["services"].items() if "ports" in service] == ["proxy"]
    assert compose["networks"]["inside"]["internal"] is True
    assert "outside" not in compose["services"]["web"]["networks"]
    proxy = compose["services"]["proxy"]["networks"]["doorstep"]["ipv4_address"]
    assert compose["services"]["web"]["environment"]["HEARDWELL_TRUSTED_PROXIES"] == proxy


def test_no_password_is_written_into_the_compose_file(compose: dict[str, Any]) -> None:
    secrets = {
        f"{name}.{key}": value
        for name, service in compose["services"].items()
        for key, value in service.get("environment", {}).items()
        if any(word in key for word in ("PASSWORD", "SECRET", "ACCESS_KEY"))
    }
    assert [key for key, value in secrets.items() if not value.startswith("${") or ":?" not in value] == []
    assert secrets
