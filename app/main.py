# SPDX-License-Identifier: Apache-2.0
"""Front door: mounts each room's routes behind the guards, with one answer to every refusal."""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from fastapi import FastAPI, Request
from fastapi.telemetry import TelemetryConfig
from sqlalchemy import text
from starlette.responses import HTMLResponse, JSONResponse, Response

import app.consent.form_routes
import app.consent.routes
import app.consent.spoken_routes
import app.curation.cutting_routes
import app.curation.listening_routes
import app.curation.reopening_routes
import app.curation.routes
import app.partners.desk_routes
import app.partners.routes
import app.partners.webhook_routes
import app.people.device_routes
import app.people.routes
import app.projects.routes
import app.publishing.routes
import app.receipts.desk_routes
import app.receipts.routes
import app.register.routes
import app.stories.routes
import app.uploads.routes
from app.kit import blobs, render, statics
from app.kit.db import reading
from app.kit.errors import NotFound, Unavailable
from app.kit.guards import Guards
from app.kit.problems import PROBLEMS

SILENT: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False}
REPORTER = (
    app.consent.routes,
    app.people.device_routes,
    app.stories.routes,
    app.uploads.routes,
    app.receipts.routes,
)
DESK = (
    app.people.routes,
    app.projects.routes,
    app.consent.form_routes,
    app.consent.spoken_routes,
    app.curation.routes,
    app.curation.cutting_routes,
    app.curation.listening_routes,
    app.curation.reopening_routes,
    app.publishing.routes,
    app.partners.desk_routes,
    app.receipts.desk_routes,
    app.register.routes,
)


def create_app() -> FastAPI:
    """The whole house as one ASGI application."""
    house = FastAPI(title="Heardwell", telemetry=SILENT, docs_url=None, redoc_url=None, openapi_url=None)
    render.install(house)
    for room in (*REPORTER, *DESK):
        house.include_router(room.router)
    house.mount("/partner/v1", create_partner_api())
    house.add_api_route("/healthz", healthz, include_in_schema=False)
    house.add_api_route("/problems/{slug}", problem_page, include_in_schema=False)
    house.include_router(statics.router)
    house.add_middleware(Guards, render=render.render)
    return house


def create_partner_api() -> FastAPI:
    """The partners' public promise, with an OpenAPI document of its own."""
    api = FastAPI(title="Heardwell partner API", version="1", telemetry=SILENT, docs_url=None, redoc_url=None)
    render.install(api)
    api.include_router(app.partners.routes.router)
    api.include_router(app.partners.webhook_routes.router)
    return api


def create_surface(name: str) -> FastAPI:
    """The routes of one audience, to print their OpenAPI document: `reporter`, `desk` or `partner`."""
    if name == "partner":
        return create_partner_api()
    surface = FastAPI(title=f"Heardwell {name} API", version="1", telemetry=SILENT)
    for room in REPORTER if name == "reporter" else DESK:
        surface.include_router(room.router)
    return surface


def healthz() -> Response:
    """200 when database and objects answer, else 503."""
    try:
        with reading() as session:
            session.execute(text("SELECT 1"))
        blobs.store().exists("healthz")
    except Exception:  # noqa: BLE001 - whatever is down, the answer is the same
        raise Unavailable from None
    return JSONResponse({"status": "ok"})


def problem_page(slug: str, request: Request) -> Response:
    """What a slug means, for whoever follows the link in an answer."""
    del request
    problem = PROBLEMS.get(slug)
    if problem is None:
        raise NotFound
    page = f"<!doctype html><html lang=en><meta charset=utf-8><title>{problem.title}</title>"
    return HTMLResponse(f"{page}<h1>{problem.title}</h1><p>{problem.detail}</p></html>")
