# SPDX-License-Identifier: Apache-2.0
"""A steward words what people are asked; phones ask it once it is published."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from fluent.runtime import FluentBundle, FluentResource

from app.cli.caretaker import found_project
from app.consent.form_routes import router
from app.kit import audit, etags
from app.kit.db import reading
from tests.house.source import ROOT
from tests.rooms.consent.form_work import Phone, Steward, sign_in, wish_of

OURS = ["en", "ar", "es", "ur"]


@pytest.fixture
def steward(front_door: FastAPI, project_id: UUID) -> Steward:
    return Steward(front_door, project_id)


@pytest.fixture
def phone(front_door: FastAPI, project_id: UUID) -> Phone:
    return Phone(front_door, project_id)


def test_a_steward_sees_the_form_that_phones_ask_with(steward: Steward) -> None:
    [only] = steward.versions()
    told = steward.read(only)
    assert (told["version"], told["status"], told["is_current"], told["is_whole"]) == (1, "active", True, True)
    assert (told["source"], list(told["texts"])) == ("en", OURS)
    assert (
        told["texts"]["ur"]["questions"]["research"]
        == "کیا محققین بہت سی دوسری کہانیوں کے ساتھ آپ کی کہانی پر تحقیق کر سکتے ہیں؟"
    )


def test_a_draft_begins_with_what_people_are_asked_today(steward: Steward) -> None:
    current = steward.current()
    draft = steward.begin()
    assert (draft["version"], draft["status"], draft["is_current"]) == (2, "draft", False)
    assert wish_of(draft) == wish_of(current)
    assert [form["status"] for form in steward.versions()] == ["draft", "active"]


def test_a_second_beginning_finds_the_same_draft(steward: Steward) -> None:
    assert steward.begin()["form_version_id"] == steward.begin()["form_version_id"]


def test_two_stewards_who_begin_at_once_work_on_one_draft(front_door: FastAPI, project_id: UUID) -> None:
    desks = [Steward(front_door, project_id)] * 4
    with ThreadPoolExecutor(4) as together:
        begun = list(together.map(lambda desk: desk.begin()["form_version_id"], desks))
    assert len(set(begun)) == 1


def test_phones_ask_with_a_new_version_once_it_is_published(steward: Steward, phone: Phone) -> None:
    before = phone.project()
    draft = steward.begin()
    draft["texts"]["en"]["questions"]["research"] = "May people who study life here read your story?"
    draft["texts"]["es"]["cards"][0]["title"] = "Quién cuida tu historia"
    draft = steward.save(draft)
    unchanged = phone.project(**{"If-None-Match": before.headers["ETag"]})
    steward.publish(draft)
    after = phone.project(**{"If-None-Match": before.headers["ETag"]})
    assert (unchanged.status_code, after.status_code) == (304, 200)
    form = after.json()["consent_form"]
    assert form["form_id"] == before.json()["consent_form"]["form_id"]
    assert form["version"] == 2
    assert form["texts"]["en"]["questions"]["research"]["text"] == "May people who study life here read your story?"
    assert form["texts"]["es"]["cards"][0]["title"] == "Quién cuida tu historia"
    assert [(one["status"], one["is_current"]) for one in steward.versions()] == [("active", True), ("active", False)]


def test_questions_recipients_and_facets_are_the_stewards(steward: Steward, phone: Phone) -> None:
    draft = steward.begin()
    draft["purposes"] = [one for one in draft["purposes"] if one["key"] != "public_voice"]
    research = next(one for one in draft["purposes"] if one["key"] == "research")
    research.update(
        recipients=["research", "university"], facets=["name", "credit", "audience"], expires_after_days=365
    )
    draft["purposes"].append(
        {"key": "share_partner:council", "recipients": ["council"], "facets": ["form"], "expires_after_days": None}
    )
    for told in draft["texts"].values():
        told["questions"].pop("public_voice")
        told["questions"]["share_partner:council"] = "May the council have it?"
    steward.publish(steward.save(draft))
    asked = {one["key"]: one for one in phone.form()["purposes"]}
    assert "public_voice" not in asked
    assert asked["research"]["recipients"] == ["research", "university"]
    assert asked["research"]["facets"] == ["name", "credit", "audience"]
    assert list(asked)[-1] == "share_partner:council"
    assert [one["required"] for one in asked.values()] == [True] + [False] * 7


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"purposes": lambda asked: asked[1:]}, "first_is_keeping"),
        ({"purposes": lambda asked: [*asked, asked[3]]}, "twice"),
        ({"purposes": lambda asked: [*asked, {**asked[3], "key": "sell_it"}]}, "unknown_purpose"),
        ({"purposes": lambda asked: [{**asked[0], "facets": ["name"]}, *asked[1:]]}, "facet_outside_purpose"),
        ({"texts": lambda texts: {"es": texts["es"]}}, "source_missing"),
        ({"texts": lambda texts: {**texts, "es": {**texts["es"], "cards": texts["es"]["cards"][1:]}}}, "cards_differ"),
    ],
)
def test_what_does_not_fit_together_is_refused(steward: Steward, change: dict[str, Any], rule: str) -> None:
    draft = steward.begin()
    wish = wish_of(draft)
    for name, make in change.items():
        wish[name] = make(wish[name])
    answer = steward.changes("PUT", draft, body=wish)
    assert answer.status_code == 422
    assert rule in {error["rule"] for error in answer.json()["errors"]}
    assert wish_of(steward.read(draft)) == wish_of(draft)


def test_a_language_waits_for_its_whole_translation(front_door: FastAPI, house: object) -> None:
    project_id = found_project("Riverside", ["en", "so"], organisation="R", contact="c", country="GB")
    steward, phone = Steward(front_door, project_id), Phone(front_door, project_id)
    assert "so" not in phone.form()["texts"]
    draft = steward.begin()
    assert draft["texts"]["so"]["questions"]["research"] == ""
    draft["texts"]["so"]["partner_note"] = "La-hawlgalayaashu way hayn karaan."
    draft = steward.save(draft)
    assert "/partner_note" not in draft["texts"]["so"]["missing"]
    assert "/cards/0/text" in draft["texts"]["so"]["missing"]
    assert "so" not in steward.publish(draft)["texts"]
    assert "so" not in phone.form()["texts"]

    draft = steward.begin()
    draft["texts"]["so"] = {**draft["texts"]["en"], "partner_note": "La-hawlgalayaashu way hayn karaan."}
    published = steward.publish(steward.save(draft))
    assert "so" in published["languages"]
    assert phone.form()["texts"]["so"]["cards"]


def test_nothing_is_published_while_the_first_language_has_gaps(steward: Steward, phone: Phone) -> None:
    draft = steward.begin()
    draft["texts"]["en"]["questions"]["research"] = "  "
    draft["terms"]["contact"] = ""
    draft["purposes"][3]["recipients"] = []
    draft = steward.save(draft)
    answer = steward.changes("POST", draft, "/publish")
    assert (answer.status_code, answer.json()["code"]) == (409, "form-incomplete")
    pointers = {error["pointer"] for error in answer.json()["errors"]}
    assert pointers == {"/terms/contact", "/purposes/research/recipients", "/texts/en/questions/research"}
    assert phone.form()["version"] == 1


def test_a_translation_that_stands_while_the_first_language_changes_is_pointed_at(steward: Steward) -> None:
    draft = steward.begin()
    draft["texts"]["en"]["questions"]["research"] = "May people who study life here read your story?"
    draft["texts"]["es"]["questions"]["research"] = "¿Puede leerla quien estudia la vida aquí?"
    draft = steward.save(draft)
    assert draft["texts"]["ar"]["behind"] == ["/questions/research"]
    assert draft["texts"]["es"]["behind"] == draft["texts"]["en"]["behind"] == []


def test_somebody_elses_change_is_not_written_over(steward: Steward) -> None:
    draft = steward.begin()
    stale = steward.etags[draft["form_version_id"]]
    draft["texts"]["en"]["partner_note"] = "They may keep copies."
    steward.save(draft)
    path = f"/{draft['form_version_id']}"
    for method, end, body in (("PUT", "", wish_of(draft)), ("POST", "/publish", None), ("DELETE", "", None)):
        assert steward.ask(method, path + end, body, **{"If-Match": stale}).status_code == 412
        assert steward.ask(method, path + end, body).status_code == 428
    assert steward.current()["version"] == 1


def test_a_draft_can_be_thrown_away(steward: Steward) -> None:
    draft = steward.begin()
    assert steward.changes("DELETE", draft).status_code == 204
    assert [form["version"] for form in steward.versions()] == [1]
    assert steward.begin()["version"] == 2


def doors() -> set[tuple[str, str]]:
    return {(next(iter(route.methods)), route.path.removeprefix("/api/desk/forms")) for route in router.routes}  # type: ignore[attr-defined]


@pytest.mark.parametrize(("method", "path"), sorted(doors()))
def test_no_door_opens_for_who_is_no_steward_of_the_project(
    front_door: FastAPI, project_id: UUID, steward: Steward, method: str, path: str
) -> None:
    other = found_project("Hillside", ["en"], organisation="H", contact="c", country="GB")
    form_id = steward.versions()[0]["form_version_id"]
    address = f"/api/desk/forms{path}".replace("{form_version_id}", form_id).replace("{language}", "en")
    bodies = {
        "": {"project_id": str(project_id)},
        "/reading-age": {"texts": ["a"]},
        "/{form_version_id}": wish_of(steward.current()),
        "/{form_version_id}/retire": {"grace_days": 0},
        "/{form_version_id}/reviews/{language}": {"reviewed_by": "x", "reviewed_on": "2026-01-01"},
    }
    body = bodies.get(path) if method in {"POST", "PUT"} else None
    query = f"?project_id={project_id}" if (method, path) == ("GET", "") else ""
    given: dict[str, Any] = {"json": body} if body is not None else {}
    headers = {"If-Match": "*"}
    facilitator = sign_in(front_door, project_id, "facilitator")
    assert facilitator.request(method, address + query, headers=headers, **given).status_code == 403
    if path != "/reading-age":
        stranger = sign_in(front_door, other, "steward")
        assert stranger.request(method, address + query, headers=headers, **given).status_code == 404
    assert [form["version"] for form in steward.versions()] == [1]


def test_every_deed_is_on_record(steward: Steward, project_id: UUID) -> None:
    dropped = steward.begin()
    steward.changes("DELETE", dropped)
    draft = steward.save(steward.begin())
    first = steward.current()
    steward.publish(draft)
    review = {"reviewed_by": "The elders", "reviewed_on": "2026-11-01"}
    steward.ask("PUT", f"/{first['form_version_id']}/reviews/ur", review)
    steward.ask("DELETE", f"/{first['form_version_id']}/reviews/ur")
    steward.read(first)
    steward.changes("POST", first, "/retire", {"grace_days": 3})
    with reading(project_id) as session:
        did = [
            entry.action
            for form in (dropped, draft, first)
            for entry in audit.entries_about(session, form["form_version_id"])
        ]
        assert audit.is_unbroken(session, project_id)
    assert did == [
        *("FormBegun", "FormDropped"),
        *("FormBegun", "FormChanged", "FormPublished"),
        *("FormReviewed", "FormReviewTakenBack", "FormRetired"),
    ]


def test_each_language_is_marked_until_a_community_has_reviewed_it(steward: Steward) -> None:
    current = steward.current()
    assert [told["review"] for told in current["texts"].values()] == [None] * 4
    told = {"reviewed_by": "Somali women of Cardiff", "reviewed_on": "2026-11-20"}
    steward.ask("PUT", f"/{current['form_version_id']}/reviews/en", told)
    assert steward.current()["texts"]["en"]["review"] == told
    assert steward.current()["texts"]["es"]["review"] is None


def test_a_review_is_of_these_very_words(steward: Steward) -> None:
    current = steward.current()
    told = {"reviewed_by": "The elders", "reviewed_on": "2026-11-20"}
    for language in ("en", "ur"):
        steward.ask("PUT", f"/{current['form_version_id']}/reviews/{language}", told)
    draft = steward.begin()
    draft["texts"]["en"]["cards"][0]["text"] += " Today."
    published = steward.publish(steward.save(draft))
    assert published["texts"]["en"]["review"] is None
    assert published["texts"]["ur"]["review"] == told
    taken = steward.ask("DELETE", f"/{published['form_version_id']}/reviews/ur")
    assert taken.json()["texts"]["ur"]["review"] is None


def test_a_steward_hears_how_old_a_reader_must_be(steward: Steward) -> None:
    wish = {"texts": ["May we keep your story?", "", "Notwithstanding institutional considerations, proceed."]}
    told = steward.ask("POST", "/reading-age", wish).json()
    assert told["ages"][0] < told["oldest_wished"] < told["ages"][2]
    assert told["ages"][1] is None


@pytest.mark.parametrize("language", OURS)
def test_beside_the_licence_stands_that_it_cannot_be_called_back(language: str) -> None:
    told = (ROOT / "frontend" / "messages" / language / "reporter.ftl").read_text(encoding="utf-8")
    bundle = FluentBundle([language])
    bundle.add_resource(FluentResource(told))
    assert bundle.has_message("facet-licence-means")
    card = (ROOT / "frontend" / "src" / "reporter" / "consent" / "FacetChoice.svelte").read_text(encoding="utf-8")
    assert "{#if name === 'licence'}<p>{t('facet-licence-means')}</p>{/if}" in card


def test_the_doors_tag_what_they_answer_by_a_keyed_hash(steward: Steward) -> None:
    form = steward.current()
    told = etags.make("form", UUID(form["form_version_id"]), "active", form["sha256"], None)
    assert steward.etags[form["form_version_id"]] == told
