# SPDX-License-Identifier: Apache-2.0
"""The caretaker's door: the `heardwell` command."""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import sys

import typer

from app.cli import caretaker, listening, serving
from app.kit.errors import DomainError
from app.kit.problems import PROBLEMS

command = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
command.command("serve")(serving.serve)
command.command("worker")(serving.worker)
command.command("migrate")(serving.migrate)
command.command("doctor")(serving.doctor)
command.command("openapi")(serving.openapi)
command.command("transcribe")(listening.transcribe)
command.add_typer(listening.models, name="models")
command.command("init")(caretaker.init)
command.add_typer(caretaker.project, name="project")
command.add_typer(caretaker.people, name="people")
command.add_typer(caretaker.partner, name="partner")
command.add_typer(caretaker.invite, name="invite")


def main() -> None:
    """Exit 0 when done, 1 with a plain sentence on stderr, 2 when used wrongly."""
    try:
        command()
    except DomainError as refusal:
        problem = PROBLEMS[refusal.slug]
        print(f"{problem.title}. {refusal.detail or problem.detail}", file=sys.stderr)
        sys.exit(1)
    except (OSError, RuntimeError, ValueError) as fault:
        print(f"{fault}", file=sys.stderr)
        sys.exit(1)
