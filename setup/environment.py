# SPDX-License-Identifier: Apache-2.0
"""The virtual environment: made, filled from the locks with every hash checked, and Heardwell itself put into it."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from setup.steps import PINS, ROOT, SetUpFailed, attempt, digest, once, run, say

TORCH = "2.13.0"
LOCKS = {"run": ROOT / "constraints.txt", "test": ROOT / "constraints-dev.txt"}
WITHOUT_TORCH = "  No CPU build of torch was found. The openai-whisper engine stays off; faster-whisper does the work."


@dataclass(frozen=True)
class Environment:
    """Where the packages live; `VENV` names another folder than `.venv`."""

    folder: Path

    @property
    def bin(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        return self.bin / "python"

    def stamp(self, name: str) -> Path:
        return self.folder / ".steps" / name


def environment() -> Environment:
    return Environment((ROOT / os.environ.get("VENV", ".venv")).absolute())


def prepare(*, lock: str) -> Environment:
    """A virtual environment with everything in `lock` ("run" or "test") and Heardwell, editable."""
    env = environment()
    fill(env, lock)
    once(
        env.stamp("heardwell"),
        digest(str(ROOT), ROOT / "pyproject.toml", ROOT / "hatch_build.py"),
        "Putting the heardwell command in place",
        lambda: _install(env, "--no-deps", "--no-build-isolation", "--editable", str(ROOT), SKIP_FRONTEND="1"),
    )
    return env


def fill(env: Environment, lock: str) -> None:
    """Make the virtual environment where it is missing and bring it to what the locks say."""
    this_python = f"{sys.implementation.name} {platform.python_version()} {sys.base_prefix} {env.folder}"
    once(env.stamp("venv"), digest(this_python), "Making a virtual environment", lambda: _make(env))
    build_lock = PINS / "build.txt"
    once(
        env.stamp("build-tools"),
        digest(build_lock),
        "Installing the tools that build packages",
        lambda: _install_locked(env, build_lock),
    )
    torch_key = digest(PINS / "torch.txt", os.environ.get("ALLOW_CUDA", ""), _find_links())
    once(env.stamp("torch"), torch_key, "Installing torch, the build for CPUs", lambda: _install_torch(env))
    if lock == "run" and env.stamp("packages-test").exists():
        lock = "test"
    once(
        env.stamp(f"packages-{lock}"),
        digest(LOCKS[lock]),
        "Installing Python packages (a few minutes the first time)",
        lambda: _install_locked(env, LOCKS[lock]),
    )


def install_pinned(env: Environment, name: str) -> None:
    """One of the small locks in `setup/pins`."""
    lock = PINS / f"{name}.txt"
    once(
        env.stamp(name),
        digest(lock),
        f"Installing {name} from the package registry",
        lambda: _install_locked(env, lock),
    )


def _make(env: Environment) -> None:
    if not env.stamp("venv").exists() and _works(env):
        return
    done = attempt([sys.executable, "-m", "venv", "--clear", env.folder])
    if done.returncode != 0 and (uv := shutil.which("uv")):
        done = attempt([uv, "venv", "--quiet", "--clear", "--seed", "--python", sys.executable, env.folder])
    if done.returncode != 0:
        raise SetUpFailed(
            f"{done.stdout}\nThis Python cannot make a virtual environment. On Debian: install python3-venv."
        )


def _works(env: Environment) -> bool:
    """True of an environment that somebody made beforehand, for this Python: it is filled, not replaced."""
    if not env.python.exists():
        return False
    asked = attempt([env.python, "-c", "import pip, sys; print(*sys.version_info[:2])"])
    return asked.stdout.split() == [str(part) for part in sys.version_info[:2]]


def _install_locked(env: Environment, lock: Path) -> None:
    _install(env, "--require-hashes", "--no-deps", "--no-build-isolation", "--requirement", str(lock))


def _install(env: Environment, *what: str, **extra: str) -> None:
    run([*_installer(env), *what], extra=extra)


def _installer(env: Environment) -> list[str | Path]:
    if uv := shutil.which("uv"):
        links = [part for folder in _find_links().split() for part in ("--find-links", folder)]
        return [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", env.python, *links]
    return [env.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def _find_links() -> str:
    """The folders of wheels that pip was told of; uv does not read pip's settings."""
    told = os.environ.get("PIP_FIND_LINKS", "")
    if told:
        return told
    asked = attempt([sys.executable, "-m", "pip", "config", "get", "global.find-links"])
    return asked.stdout.strip() if asked.returncode == 0 else ""


def _install_torch(env: Environment) -> None:
    for command, extra in _orders_of_torch(env):
        if attempt(command, extra=extra).returncode == 0 and _has_torch(env):
            break
    if not _has_torch(env):
        say(WITHOUT_TORCH)
    elif not _wants_cuda():
        _refuse_cuda(env)


def _orders_of_torch(env: Environment) -> Iterator[tuple[list[str | Path], dict[str, str]]]:
    """In turn: uv's CPU index, a folder of wheels, the default build where it has no CUDA or CUDA is wanted."""
    pinned = ["--require-hashes", "--no-deps", "--requirement", str(PINS / "torch.txt")]
    by_pip: list[str | Path] = [env.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if uv := shutil.which("uv"):
        yield (
            [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", env.python, *pinned],
            {"UV_TORCH_BACKEND": "cpu"},
        )
    if folders := _find_links().split():
        links = [part for folder in folders for part in ("--find-links", folder)]
        yield [*by_pip, "--no-index", *links, *pinned], {}
    if sys.platform == "darwin":
        yield [*by_pip, *pinned], {}
    if _wants_cuda():
        yield [*by_pip, f"torch=={TORCH}"], {}


def _wants_cuda() -> bool:
    return os.environ.get("ALLOW_CUDA") == "1" or Path("/dev/nvidiactl").exists()


def _has_torch(env: Environment) -> bool:
    look = "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is None)"
    return attempt([env.python, "-c", look]).returncode == 0


def _refuse_cuda(env: Environment) -> None:
    """Reads the build's own note: importing torch before its own needs are installed would fail."""
    look = "import runpy, importlib.util as u; p = u.find_spec('torch').submodule_search_locations[0]; "
    look += "assert runpy.run_path(p + '/version.py')['cuda'] is None"
    run([env.python, "-c", look])
