# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from app.kit import clock
from app.kit.db import reading, writing
from app.publishing import gate, listing, queries
from app.publishing.editions import Outlet
from app.publishing.models import Release
from app.stories import service as stories
from tests.partner_api.conftest import Ask
from tests.rooms.publishing.desk_work import OPEN, House, Reader

FORMS = ("vtt", "srt", "txt", "json")


def public_id(ask: Ask) -> str:
    [item] = ask("/stories").json()["items"]
    return str(item["id"])


def slug(answer: Any) -> str:
    return f"{answer.status_code} {answer.json()['code']}"


def test_a_partner_reads_what_was_released_to_them(desk: House, ask: Ask) -> None:
    story_id = desk.released()
    told = ask(f"/stories/{public_id(ask)}").json()
    assert told["text"] == "We left Karachi at night.\n\nTwo bags were all we had."
    assert [segment["text"] for segment in told["segments"]] == told["text"].split("\n\n")
    assert (told["credit"], told["audio"], told["captions"], told["recorded"]) == (
        "A storyteller",
        None,
        None,
        "2026-11",
    )
    assert str(story_id) not in repr(told)
    assert ask(f"/stories/{told['id']}/transcript.txt").text.strip() == told["text"]
    assert ask(f"/stories/{told['id']}/transcript.json").json()["segments"] == told["segments"]
    assert ask(f"/stories/{told['id']}/transcript.vtt").headers["content-type"].startswith("text/vtt")


def test_a_list_has_no_text(desk: House, ask: Ask) -> None:
    desk.released()
    [item] = ask("/stories").json()["items"]
    assert not {"text", "segments"} & set(item)


def test_what_has_not_changed_is_not_sent_again(desk: House, ask: Ask) -> None:
    desk.released()
    for path in ("/stories", f"/stories/{public_id(ask)}", f"/stories/{public_id(ask)}/transcript.vtt"):
        first = ask(path)
        again = ask(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_after_a_withdrawal_every_door_says_gone_and_never_not_modified(desk: House, ask: Ask) -> None:
    story_id = desk.released()
    found = public_id(ask)
    paths = [f"/stories/{found}", f"/stories/{found}/audio"]
    paths += [f"/stories/{found}/transcript.{form}" for form in FORMS]
    etags = {path: ask(path).headers.get("etag", "*") for path in paths}
    desk.withdraw(story_id)
    for path in paths:
        gone = ask(path, headers={"If-None-Match": etags[path]})
        assert slug(gone) == "410 story-withdrawn"
        assert "Karachi" not in gone.text
    assert ask("/stories").json()["items"] == []
    answer = {"kind": "heard", "text": "We know."}
    gone = ask(f"/stories/{found}/responses", method="POST", json=answer, headers={"Idempotency-Key": "1"})
    assert slug(gone) == "410 story-withdrawn"


def test_a_story_that_was_erased_stays_gone_for_whoever_had_it(
    desk: House, ask: Ask, drain: Callable[[], None]
) -> None:
    story_id = desk.released()
    found = public_id(ask)
    desk.withdraw(story_id)
    with writing(desk.project_id) as session:
        stories.erase(session, story_id, clock.now())
    drain()
    with reading(desk.project_id) as session:
        assert session.execute(select(Release)).first() is None
    assert slug(ask(f"/stories/{found}")) == "410 story-withdrawn"


def test_another_partners_id_names_nothing(desk: House, ask: Ask) -> None:
    other = desk.partner("services", "Council")
    desk.released()
    assert slug(ask(f"/stories/{public_id(ask)}", key=other.key)) == "404 not-found"


@pytest.mark.parametrize("told", ["1", "%00", "..%2f", "A" * 500, str(UUID(int=7)), "{id}"])
def test_an_id_that_names_nothing_is_not_found(desk: House, ask: Ask, told: str) -> None:
    desk.released()
    wanted = public_id(ask).upper() if told == "{id}" else told
    assert slug(ask(f"/stories/{wanted}")) == "404 not-found"


def test_pages_follow_each_other_and_miss_nothing(desk: House, ask: Ask) -> None:
    for _ in range(5):
        desk.released()
    whole = [item["id"] for item in ask("/stories").json()["items"]]
    found, cursor = [], ""
    while cursor is not None:
        page = ask(f"/stories?limit=2{cursor and f'&cursor={cursor}'}").json()
        found += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert found == whole
    assert len(whole) == 5


def test_filters_find_what_they_name(desk: House, ask: Ask) -> None:
    desk.released(title="Über the sea", language="es")
    desk.released(title="Land")
    assert [item["title"] for item in ask("/stories?q=uber").json()["items"]] == ["Über the sea"]
    assert [item["title"] for item in ask("/stories?language=en").json()["items"]] == ["Land"]
    assert ask("/stories?kind=dialogue").json()["items"] == []
    assert ask("/stories?published_before=2020-01-01T00:00:00Z").json()["items"] == []
    assert len(ask(f"/stories?project={desk.project_id}").json()["items"]) == 2
    assert ask(f"/stories?project={UUID(int=3)}").json()["items"] == []


def test_a_rare_word_is_looked_for_in_bounded_steps(desk: House, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "SCANNED_AT_MOST", 2)
    desk.released(text="A heron.")
    for _ in range(3):
        desk.released()
    page = ask("/stories?q=heron&limit=1").json()
    assert page["items"] == []
    found = ask(f"/stories?q=heron&limit=1&cursor={page['next_cursor']}").json()
    assert len(found["items"]) == 1


def test_bad_limits_and_cursors_are_refused(desk: House, ask: Ask) -> None:
    other = desk.partner("public", "Archive")
    for _ in range(2):
        desk.released()
    cursor = ask("/stories?limit=1").json()["next_cursor"]
    changes = ask("/changes").json()["next_cursor"]
    assert slug(ask("/stories?limit=-1")) == "422 validation"
    assert slug(ask("/stories?limit=1000000000")) == "422 validation"
    assert slug(ask(f"/stories?cursor={cursor[:-2]}AA")) == "400 cursor-invalid"
    assert slug(ask(f"/stories?cursor={changes}")) == "400 cursor-invalid"
    assert slug(ask(f"/changes?cursor={cursor}")) == "400 cursor-invalid"
    assert slug(ask(f"/stories?cursor={cursor}", key=other.key)) == "400 cursor-invalid"
    assert slug(ask("/stories?q=%22%20OR%201&kind=nonsense")) == "422 validation"
    assert ask("/stories?q=%22%20OR%201%20NEAR(*").json()["items"] == []


def test_a_story_for_other_ears_is_not_in_the_list(desk: House, ask: Ask) -> None:
    desk.released(choices={**OPEN, "public_words": "refused"})
    assert ask("/stories").json()["items"] == []


def test_without_the_gate_a_withdrawn_story_would_still_be_read(
    desk: House, ask: Ask, library: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: with the rule switched off the guard above fails."""
    story_id = desk.released()
    found = public_id(ask)
    with reading(desk.project_id) as session:
        before = gate.release(session, story_id, Outlet.PARTNER, library.principal, at=clock.now())
    monkeypatch.setattr(gate, "release_public", lambda *_, **__: before)
    desk.withdraw(story_id)
    assert ask(f"/stories/{found}").status_code == 200


def test_a_story_whose_quotes_came_in_a_list_has_been_read(desk: House, ask: Ask) -> None:
    story_id = desk.released()
    with reading(desk.project_id) as session:
        assert queries.recipients(session, story_id)[0].read_at is None
    ask("/stories?q=nowhere")
    with reading(desk.project_id) as session:
        assert queries.recipients(session, story_id)[0].read_at is None
    ask("/stories")
    with reading(desk.project_id) as session:
        assert queries.recipients(session, story_id)[0].read_at is not None
