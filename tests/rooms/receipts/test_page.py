# SPDX-License-Identifier: Apache-2.0
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.kit.db import reading
from app.receipts import words
from app.stories import queries as stories
from tests.makers.stories import make_code
from tests.rooms.receipts.conftest import PIN, Teller, tell

Decide = Callable[[Teller, str], None]


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """What a browser without script makes of it."""

    def __init__(self, answer: Response) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.addresses: list[str] = []
        self.text = ""
        self.root: dict[str, str] = {}
        self._button = False
        self.feed(re.sub("[\u2066-\u2069]", "", answer.text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.addresses += [told[name] for name in ("href", "src", "action") if name in told]
        if tag == "html":
            self.root = told
        if tag == "form":
            self.forms.append(Form(told["action"], told["method"]))
        if tag == "input" and (told.get("type") != "radio" or "checked" in told):
            self.forms[-1].fields[told["name"]] = told.get("value", "")
        if tag == "textarea":
            self.forms[-1].fields[told["name"]] = ""
        if tag == "button":
            self._button = True
            if self.forms:
                self.forms[-1].buttons.append("")

    def handle_endtag(self, tag: str) -> None:
        self._button = self._button and tag != "button"

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._button and self.forms:
            self.forms[-1].buttons[-1] += data

    def form(self, button: str) -> Form:
        return next(form for form in self.forms if button in form.buttons)


def press(
    browser: TestClient,
    page: Page,
    button: str,
    status: int = 200,
    chosen: dict[str, str] | None = None,
    **typed: str,
) -> Page:
    form = page.form(button)
    answer = browser.post(form.action, data={**form.fields, **(chosen or {}), **typed})
    assert answer.status_code == status, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "set-cookie" not in answer.headers
    return Page(answer)


def enter(teller: Teller, code: str | None = None, status: int = 200) -> Page:
    box = Page(teller.browser.get("/s/"))
    return press(teller.browser, box, "Open my story", status, code=code or teller.code)


def test_amina_opens_her_story_on_a_phone_without_script(amina: Teller) -> None:
    page = enter(amina)
    assert "Being looked at" in page.text
    assert "Your story arrived, whole and safe." in page.text
    assert "Nobody outside the project has your story." in page.text


def test_no_word_of_the_story_is_on_the_page_before_the_second_step(amina: Teller, project_id: UUID) -> None:
    with reading(project_id) as session:
        text = stories.get_story(session, amina.story_id).text
    page = enter(amina)
    assert text not in page.text
    refused = press(amina.browser, page, "Open with my PIN", 401, pin="0000")
    assert "That PIN was not right" in refused.text
    opened = press(amina.browser, refused, "Open with my PIN", pin=PIN)
    assert text in press(amina.browser, opened, "Read and hear my story").text


def test_a_wrong_and_an_unknown_code_get_the_same_page(amina: Teller) -> None:
    pages = [
        amina.browser.post("/s/", data={"code": code})
        for code in (amina.code[:6] + make_code()[6:], make_code(), "no code at all")
    ]
    assert {page.status_code for page in pages} == {404}
    assert len({page.content for page in pages}) == 1


def test_amina_takes_her_story_back_and_brings_it_back(amina: Teller, council: UUID, decide: Decide) -> None:
    decide(amina, "approve")
    page = enter(amina)
    assert "Shared with" in page.text
    sure = press(amina.browser, page, "Take my story back")
    assert "City Council" in sure.text
    gone = press(amina.browser, sure, "Take it back now")
    assert re.search(r"Stopped at \d\d:\d\d UTC\. 1 partner told, not confirmed yet", gone.text)
    assert "You can undo until" in gone.text
    back = press(amina.browser, gone, "Bring my story back")
    assert "Your story is back." in back.text


def test_amina_allows_less_hides_and_writes(amina: Teller) -> None:
    page = enter(amina)
    less = press(amina.browser, page, "Allow less")
    done = press(amina.browser, less, "Allow only this", chosen={"share_partner:services": "stop"})
    assert "Done. From now on only this is allowed." in done.text
    hidden = press(amina.browser, press(amina.browser, done, "Hide my story"), "Hide it now", length="always")
    assert "Hidden. Nobody gets it." in hidden.text
    sent = press(amina.browser, hidden, "Send my message", text="Thank you for asking")
    assert "Your message has arrived." in sent.text
    empty = press(amina.browser, hidden, "Send my message", 422, text=" ")
    assert "Nothing was sent." in empty.text


def test_amina_signs_off_what_would_be_shared(
    client: TestClient, project_id: UUID, council: UUID, decide: Decide
) -> None:
    amina = tell(client, project_id, wants_sign_off=True)
    decide(amina, "ask_sign_off")
    page = enter(amina)
    assert "If you close this page, nothing is shared." in page.text
    opened = press(client, page, "Open with my PIN", pin=PIN)
    proof = press(client, opened, "Look at what we would share")
    assert "City Council" in proof.text
    done = press(client, proof, "Yes, share this")
    assert "Thank you. It is shared as you saw it." in done.text


def test_the_session_never_stands_in_an_address(amina: Teller) -> None:
    page = enter(amina)
    session = page.form("Allow less").fields["session"]
    assert session
    for one in (page, press(amina.browser, page, "Take my story back"), press(amina.browser, page, "Allow less")):
        assert not any(session in address for address in one.addresses)
        assert all(form.method == "post" or "session" not in form.fields for form in one.forms)


def test_every_form_has_one_button(amina: Teller) -> None:
    page = enter(amina)
    for one in (page, press(amina.browser, page, "Take my story back"), press(amina.browser, page, "Hide my story")):
        assert all(len(form.buttons) == 1 for form in one.forms)


def test_an_old_session_asks_for_the_code_again(amina: Teller) -> None:
    answer = amina.browser.post("/s/withdraw", data={"session": "long ago", "sure": "yes"})
    assert answer.status_code == 401
    assert "Type your code again" in answer.text


def test_the_consent_receipt_can_be_printed_and_saved(amina: Teller) -> None:
    page = enter(amina)
    printed = press(amina.browser, page, "Show it to print")
    assert "Riverside Voices" in printed.text
    form = page.form("Save it as a file")
    saved = amina.browser.post(form.action, data=form.fields)
    assert saved.headers["Content-Disposition"].startswith("attachment")
    assert saved.json()["signature"]["alg"] == "Ed25519"


def test_the_script_finds_the_box_it_fills(client: TestClient) -> None:
    answer = client.get("/s/")
    assert '<script type="module" src="/desk/receipt.js">' in answer.text
    assert 'id="open-form"' in answer.text
    assert Page(answer).form("Open my story").fields["code"] == ""


def test_the_page_speaks_the_browsers_language(client: TestClient) -> None:
    page = Page(client.get("/s/", headers={"Accept-Language": "fr, ar;q=0.8, en;q=0.5"}))
    assert page.root == {"lang": "ar", "dir": "rtl"}
    assert Page(client.get("/s/?lang=es")).root == {"lang": "es", "dir": "ltr"}


@pytest.fixture
def catalogues() -> dict[str, set[str]]:
    def keys(path: Path) -> set[str]:
        return set(re.findall(r"^(receipt-[\w-]+) =", path.read_text(), re.MULTILINE))

    return {language: keys(words.folder() / language / words.CATALOGUE) for language in words.LANGUAGES}


def test_every_sentence_is_there_in_every_language(catalogues: dict[str, set[str]]) -> None:
    assert catalogues["en"]
    assert all(keys == catalogues["en"] for keys in catalogues.values())


def test_no_sentence_of_the_pages_is_missing(catalogues: dict[str, set[str]]) -> None:
    folder = Path(words.__file__).parent
    source = "".join(path.read_text() for path in (*folder.glob("*.py"), *folder.glob("pages/*.html")))
    named = set(re.findall(r"""["'](receipt-[a-z_-]+[a-z_])["']""", source))
    slugs = {"receipt-invalid"}
    assert named - slugs <= catalogues["en"]
