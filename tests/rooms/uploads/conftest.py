# SPDX-License-Identifier: Apache-2.0
"""A phone whose story was declared, and the doors of this room alone behind the house's own guards."""

import base64
import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import col, select

import app.uploads.routes
from app.kit import clock, render
from app.kit.audit import AuditEntry
from app.kit.db import reading, writing
from app.kit.guards import Guards
from app.kit.ids import new_id
from app.kit.keys import new_token, sha256_hex
from app.people import access
from app.people.models import Device
from app.projects.models import Project
from app.uploads import queries, service
from app.uploads.models import Upload, UploadSegment

COLLECTION = "/api/uploads"
BYTES = "application/offset+octet-stream"


def ogg(size: int) -> bytes:
    """Bytes that begin as a recording does."""
    return b"OggS" + os.urandom(size - 4)


def told(values: Mapping[str, str]) -> str:
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in values.items())


def promise(data: bytes, algorithm: str = "sha256") -> str:
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, data).digest()).decode()}"


def slug(answer: httpx2.Response) -> str:
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["tus-resumable"] == "1.0.0"
    return str(answer.json()["code"])


@dataclass
class Phone:
    """A reporter's phone at the upload's door."""

    project_id: UUID
    device_id: UUID
    token: str
    line: httpx2.Client

    @property
    def headers(self) -> dict[str, str]:
        return {"Tus-Resumable": "1.0.0", "Authorization": f"Bearer {self.token}"}

    @property
    def at_the_door(self) -> access.Device:
        return access.Device(self.device_id, self.project_id, invite_id=self.device_id)

    def declare(self, sound: bytes, *, size: int | None = None, sha256: str | None = None) -> UUID:
        """What the story's own declaration does for a recording."""
        recording_id = new_id()
        with writing(self.project_id) as session:
            service.expect(
                session,
                self.project_id,
                recording_id,
                self.device_id,
                bytes=len(sound) if size is None else size,
                sha256=sha256 or hashlib.sha256(sound).hexdigest(),
                media_type="audio/ogg",
                at=clock.now(),
            )
        return recording_id

    def create(self, recording_id: UUID, length: object, body: bytes = b"", **metadata: str) -> httpx2.Response:
        values = {"recording_id": str(recording_id), **metadata}
        headers = {**self.headers, "Upload-Length": str(length), "Upload-Metadata": told(values)}
        if body:
            headers["Content-Type"] = BYTES
        return self.line.post(COLLECTION, headers=headers, content=body)

    def begin(self, sound: bytes) -> str:
        """Declare and create; answers where."""
        answer = self.create(self.declare(sound), len(sound))
        assert answer.status_code == 201, answer.text
        return str(answer.headers["location"])

    def look(self, place: str) -> httpx2.Response:
        return self.line.head(place, headers=self.headers)

    def offset(self, place: str) -> int:
        return int(self.look(place).headers["upload-offset"])

    def send(
        self, place: str, offset: object, body: bytes, headers: Mapping[str, str] | None = None
    ) -> httpx2.Response:
        sent = {**self.headers, "Content-Type": BYTES, "Upload-Offset": str(offset), **(headers or {})}
        return self.line.patch(place, headers=sent, content=body)

    def row(self, place: str) -> Upload:
        with reading(self.project_id) as session:
            upload = session.get(Upload, UUID(place.rsplit("/", 1)[1]))
        assert upload is not None
        return upload

    def segments(self, place: str) -> Sequence[UploadSegment]:
        with reading(self.project_id) as session:
            return queries.segments(session, UUID(place.rsplit("/", 1)[1]))

    def completions(self) -> int:
        with reading(self.project_id) as session:
            said = select(AuditEntry).where(col(AuditEntry.action) == "UploadCompleted")
            return len(session.execute(said).scalars().all())


@pytest.fixture(scope="session")
def upload_doors() -> FastAPI:
    doors = FastAPI()
    render.install(doors)
    doors.include_router(app.uploads.routes.router)
    doors.add_middleware(Guards, render=render.render)
    return doors


def make_phone(line: httpx2.Client, project_id: UUID | None = None) -> Phone:
    at, token = clock.now(), new_token()
    known = project_id is not None
    project_id = project_id or new_id()
    device_id = new_id()
    with writing(project_id) as session:
        if not known:
            session.add(Project(project_id=project_id, name="Riverside", languages=["en"], created_at=at))
            session.flush()
        session.add(
            Device(
                project_id=project_id,
                device_id=device_id,
                token_sha256=sha256_hex(token),
                invite_id=new_id(),
                joined_at=at,
            )
        )
    return Phone(project_id, device_id, token, line)


@pytest.fixture
def line(house: Path, upload_doors: FastAPI) -> httpx2.Client:
    return TestClient(upload_doors, base_url="https://heardwell.test", raise_server_exceptions=False)


@pytest.fixture
def phone(line: httpx2.Client) -> Phone:
    return make_phone(line)


@pytest.fixture
def join(line: httpx2.Client) -> Callable[..., Phone]:
    """One more phone, of a new project or of one that stands."""
    return lambda project_id=None: make_phone(line, project_id)
