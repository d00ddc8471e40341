# SPDX-License-Identifier: Apache-2.0
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from app.kit.shapes import Answer, Shape, Text


class SignInIn(Shape):
    email: Annotated[Text, StringConstraints(max_length=320)]
    password: Annotated[Text, StringConstraints(max_length=1000)]
    totp: Annotated[Text, StringConstraints(max_length=20)] | None = None


class LinkIn(Shape):
    token: Annotated[Text, StringConstraints(max_length=200)]


class ProjectOfMine(Answer):
    project_id: UUID
    name: str
    roles: list[str]


class Me(Answer):
    person_id: UUID
    name: str
    email: str
    projects: list[ProjectOfMine]
