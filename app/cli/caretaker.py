# SPDX-License-Identifier: Apache-2.0
"""Projects, people, partners and invites: each verb prints what to hand over; `--json` for machines."""

import io
import json
import sys
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

import segno
import typer

import app.worker  # noqa: F401 - every room's tables
from app.consent import service as consent
from app.kit import clock, keys, schema
from app.kit.db import across_projects, reading, writing
from app.partners import service as partners
from app.people import service as people_service
from app.people.models import Role
from app.projects import links
from app.projects import queries as project_queries
from app.projects import service as projects
from app.settings import settings

project = typer.Typer(no_args_is_help=True, help="Projects.")
people = typer.Typer(no_args_is_help=True, help="Facilitators, stewards, admins.")
partner = typer.Typer(no_args_is_help=True, help="Partners and their keys.")
invite = typer.Typer(no_args_is_help=True, help="Invites for reporters.")

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object, for machines.")]
ProjectId = Annotated[UUID, typer.Option("--project", help="A project_id.")]
LINK_LASTS = timedelta(days=2)


def show(told: dict[str, Any], *, as_json: bool, qr: str | None = None) -> None:
    """Print what was made: a JSON object, or a line each and a QR code."""
    if as_json:
        print(json.dumps(told, default=str))
        return
    for name, value in told.items():
        print(f"{name.replace('_', ' ')}: {value}")
    if qr and sys.stdout.isatty():
        drawn = io.StringIO()
        segno.make(qr).terminal(drawn, compact=True)
        print(drawn.getvalue())


def sign_in_url(token: str) -> str:
    return f"{settings().public_url}/desk/#/open/{token}"


@project.command("create")
def project_create(
    name: str,
    languages: Annotated[str, typer.Option(help="BCP 47 tags, separated by commas.")],
    organisation: str = "",
    contact: str = "",
    country: str = "GB",
    as_json: AsJson = False,
) -> None:
    """A new project with its consent form, in the languages given."""
    told = [tag.strip() for tag in languages.split(",") if tag.strip()]
    project_id = found_project(name, told, organisation=organisation, contact=contact, country=country)
    show({"project_id": project_id}, as_json=as_json)


def found_project(name: str, languages: list[str], *, organisation: str, contact: str, country: str) -> UUID:
    """Project, prompts and consent form in one transaction."""
    at = clock.now()
    with writing() as session, across_projects(session):
        made = projects.create_project(
            session, name, languages, organisation=organisation, contact=contact, country=country, at=at
        )
        consent.create_default_form(session, made.project_id, languages, at=at)
        return made.project_id


@project.command("list")
def project_list(as_json: AsJson = False) -> None:
    """Every project of this server."""
    with reading() as session, across_projects(session):
        held = [
            {"project_id": str(each.project_id), "name": each.name} for each in project_queries.all_projects(session)
        ]
    if as_json:
        print(json.dumps(held))
        return
    for each in held:
        print(f"{each['project_id']}  {each['name']}")


@people.command("add")
def people_add(
    email: str,
    project_id: ProjectId,
    role: Annotated[Role, typer.Option(help="facilitator, steward or admin.")],
    password_stdin: Annotated[bool, typer.Option(help="Read the password from standard input.")] = False,
    as_json: AsJson = False,
) -> None:
    """Give somebody a role; without a password they get a sign-in link that works once."""
    password = sys.stdin.readline().rstrip("\n") if password_stdin else None
    at = clock.now()
    with writing(project_id) as session:
        person = people_service.add_person(session, project_id, email, role, password=password, at=at)
        told: dict[str, Any] = {"person_id": person.person_id}
        if password is None:
            token = people_service.make_sign_in_link(session, person.person_id, at=at, lasts=LINK_LASTS)
            told["sign_in_url"] = sign_in_url(token)
    show(told, as_json=as_json)


@partner.command("create")
def partner_create(
    name: str,
    project_id: ProjectId,
    audience: Annotated[str, typer.Option(help="A recipient class: public, research, services…")],
    scopes: Annotated[str, typer.Option(help="Separated by commas.")] = "stories:read,audio:read",
    as_json: AsJson = False,
) -> None:
    """A partner, its agreement and its first key, which is shown this once."""
    with writing(project_id) as session:
        made, key_id, key, expires_at = partners.create_partner(
            session, project_id, name, audience, scopes.split(","), at=clock.now()
        )
        told = {"partner_id": made.partner_id, "key_id": key_id, "key": key, "expires_at": expires_at.isoformat()}
    show(told, as_json=as_json)


@partner.command("revoke")
def partner_revoke(key_id: str, as_json: AsJson = False) -> None:
    """End a key at once."""
    with writing() as session, across_projects(session):
        partners.revoke_key(session, key_id, at=clock.now())
    show({"key_id": key_id, "revoked": True}, as_json=as_json)


@invite.command("create")
def invite_create(
    project_id: ProjectId,
    expires: Annotated[str, typer.Option(help="Days, as in 30d.")] = "30d",
    as_json: AsJson = False,
) -> None:
    """A link and QR for as many phones as come."""
    if not expires.endswith("d") or not expires[:-1].isdigit():
        raise typer.BadParameter("say days, as in 30d")
    with writing(project_id) as session:
        made, secret = projects.create_invite(
            session, project_id, expires_in=timedelta(days=int(expires[:-1])), at=clock.now()
        )
        url = links.invite_url(secret)
        told = {"invite": secret, "url": url, "expires_at": made.expires_at.isoformat()}
    show(told, as_json=as_json, qr=url)


def init(
    name: Annotated[str, typer.Option(prompt="Project name")],
    email: Annotated[str, typer.Option(prompt="Admin's e-mail")],
    languages: Annotated[str, typer.Option(prompt="Languages (such as en,ur)")] = "en",
) -> None:
    """First set-up: the key, its recovery sheet, the first project and its admin."""
    path = keys.secret_file(settings())
    keys.make_secret(path)
    told = path.read_text().strip()
    keys.parse_secret(told)
    groups = [told[start : start + 8] for start in range(0, len(told), 8)]
    print("Recovery sheet. Print this and keep it away from the server:\n")
    print(" ".join(groups) + "\n")
    drawn = io.StringIO()
    segno.make(told).terminal(drawn, compact=True)
    print(drawn.getvalue())
    if typer.prompt("Type the last group from your printed sheet").strip() != groups[-1]:
        raise RuntimeError("That is not the last group. Nothing was set up; run init again.")
    schema.upgrade()
    project_id = found_project(name, languages.split(","), organisation="", contact=email, country="GB")
    people_add(email, project_id, Role.ADMIN)
