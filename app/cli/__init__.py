# SPDX-License-Identifier: Apache-2.0
"""The caretaker's door: the `heardwell` command. A command loads only the rooms it needs, so that `serve` is quick."""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import sys
from importlib import import_module

import typer

from app.kit.errors import DomainError
from app.kit.problems import PROBLEMS

COMMANDS = {
    "serve": "serving",
    "worker": "serving",
    "migrate": "serving",
    "doctor": "serving",
    "openapi": "serving",
    "verify": "verifying",
    "backup": "backup",
    "restore": "restoring",
    "transcribe": "listening",
    "models": "listening",
    "init": "caretaker",
    "project": "caretaker",
    "people": "caretaker",
    "partner": "caretaker",
    "invite": "caretaker",
}


def build(asked: str | None) -> typer.Typer:
    """The command line: every command, or only the one asked for."""
    command = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
    command.callback()(lambda: None)  # a single command too is called by its name
    for name, module in COMMANDS.items():
        if asked not in COMMANDS or COMMANDS[asked] == module:
            found = getattr(import_module(f"app.cli.{module}"), name)
            if isinstance(found, typer.Typer):
                command.add_typer(found, name=name)
            else:
                command.command(name)(found)
    return command


def main() -> None:
    """Exit 0 when done, 1 with a plain sentence on stderr, 2 when used wrongly."""
    try:
        build(sys.argv[1] if len(sys.argv) > 1 else None)()
    except DomainError as refusal:
        problem = PROBLEMS[refusal.slug]
        print(f"{problem.title}. {refusal.detail or problem.detail}", file=sys.stderr)
        sys.exit(1)
    except Exception as fault:
        if isinstance(fault, OSError | RuntimeError | ValueError) or type(fault).__module__.startswith("app."):
            print(f"{fault}", file=sys.stderr)
            sys.exit(1)
        raise
