# SPDX-License-Identifier: Apache-2.0
"""Stewards at work on the consent form, by its doors."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from app.kit import clock
from app.kit.db import writing
from app.people import service as people
from app.people.access import COOKIE
from tests.conftest import ORIGIN
from tests.makers.stories import make_phone

Form = dict[str, Any]


def sign_in(front_door: FastAPI, project_id: UUID, role: str) -> TestClient:
    browser = TestClient(front_door, base_url=ORIGIN, raise_server_exceptions=False, headers={"Origin": ORIGIN})
    with writing(project_id) as session:
        person = people.add_person(session, project_id, f"{role}-{project_id}@b.org", role, at=clock.now())
        link = people.make_sign_in_link(session, person.person_id, clock.now(), timedelta(hours=1))
        browser.cookies.set(COOKIE, people.use_link(session, link, clock.now()))
    return browser


class Steward:
    """Remembers each version's ETag as the desk's page does."""

    def __init__(self, front_door: FastAPI, project_id: UUID) -> None:
        self.project_id = project_id
        self.browser = sign_in(front_door, project_id, "steward")
        self.etags: dict[str, str] = {}

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Response:
        given: dict[str, Any] = {"json": body} if body is not None else {}
        answer = self.browser.request(method, f"/api/desk/forms{path}", headers=headers, **given)
        if "ETag" in answer.headers:
            self.etags[answer.json()["form_version_id"]] = answer.headers["ETag"]
        return answer

    def changes(self, method: str, form: Form, path: str = "", body: object = None) -> Response:
        """With the ETag that was seen last."""
        form_id = form["form_version_id"]
        return self.ask(method, f"/{form_id}{path}", body, **{"If-Match": self.etags[form_id]})

    def versions(self) -> list[Form]:
        answer = self.ask("GET", f"?project_id={self.project_id}")
        assert answer.status_code == 200, answer.text
        told: list[Form] = answer.json()["versions"]
        return told

    def read(self, form: Form) -> Form:
        answer = self.ask("GET", f"/{form['form_version_id']}")
        assert answer.status_code == 200, answer.text
        told: Form = answer.json()
        return told

    def current(self) -> Form:
        return self.read(next(form for form in self.versions() if form["is_current"]))

    def begin(self) -> Form:
        answer = self.ask("POST", "", {"project_id": str(self.project_id)})
        assert answer.status_code == 201, answer.text
        told: Form = answer.json()
        return told

    def save(self, form: Form) -> Form:
        answer = self.changes("PUT", form, body=wish_of(form))
        assert answer.status_code == 200, answer.text
        told: Form = answer.json()
        return told

    def publish(self, form: Form) -> Form:
        answer = self.changes("POST", form, "/publish")
        assert answer.status_code == 200, answer.text
        told: Form = answer.json()
        return told

    def publish_another(self) -> Form:
        """A new version with one more word in it."""
        draft = self.begin()
        draft["texts"]["en"]["cards"][0]["text"] += " Today."
        return self.publish(self.save(draft))


def wish_of(form: Form) -> Form:
    """A form as the desk sends it back."""
    sent = ("key", "recipients", "facets", "expires_after_days")
    words = ("cards", "questions", "confidentiality_limits", "partner_note")
    return {
        "terms": form["terms"],
        "purposes": [{name: one[name] for name in sent} for one in form["purposes"]],
        "texts": {tag: {name: told[name] for name in words} for tag, told in form["texts"].items()},
    }


class Phone:
    def __init__(self, front_door: FastAPI, project_id: UUID) -> None:
        self.device, token = make_phone(project_id)
        self.client = TestClient(front_door, base_url=ORIGIN, raise_server_exceptions=False)
        self.client.headers["Authorization"] = f"Bearer {token}"

    def project(self, **headers: str) -> Response:
        return self.client.get("/api/project", headers=headers)

    def form(self) -> Form:
        told: Form = self.project().json()["consent_form"]
        return told
