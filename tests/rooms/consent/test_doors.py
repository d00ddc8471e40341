# SPDX-License-Identifier: Apache-2.0
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from app.consent import doors, service
from app.consent.errors import ReceiptInvalid
from app.kit import clock
from app.kit.db import writing
from app.kit.errors import AuthInvalid, RateLimited
from app.people import slow_hash
from tests.makers.stories import declare_story, make_code


@pytest.fixture
def hashes(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every verification at the receipt door, as it happens."""
    seen: list[bytes] = []
    real: Callable[[bytes, bytes, bytes], bool] = slow_hash.is_hash_of

    def counting(secret: bytes, salt: bytes, expected: bytes) -> bool:
        seen.append(salt)
        return real(secret, salt, expected)

    monkeypatch.setattr(doors, "is_hash_of", counting)
    return seen


def test_the_right_code_opens_a_session_for_its_story(project_id: UUID) -> None:
    code = make_code()
    story = declare_story(project_id, code=code)
    opened = service.open_code(code.lower(), source="1.2.3.4", at=clock.now())
    holder = service.receipt_session(opened.session_token, clock.now())
    assert (holder.story_id, holder.project_id) == (story.story_id, project_id)
    assert (holder.second_step, holder.has_pin, holder.code_alone) == (False, False, False)


def test_unknown_wrong_erased_and_malformed_codes_cost_the_same(project_id: UUID, hashes: list[bytes]) -> None:
    code, erased = make_code(), make_code()
    declare_story(project_id, code=code)
    gone = declare_story(project_id, code=erased)
    with writing(project_id) as session:
        service.erase(session, gone.story_id)
    wrong = code[:6] + make_code()[6:]
    for told in (wrong, make_code(), erased, "hello", ""):
        hashes.clear()
        with pytest.raises(ReceiptInvalid):
            service.open_code(told, source="1.2.3.4", at=clock.now())
        assert len(hashes) == 2


def test_two_codes_that_share_a_selector_both_open(project_id: UUID, hashes: list[bytes]) -> None:
    first = make_code()
    codes = [first, first[:6] + make_code()[6:], first[:6] + make_code()[6:]]
    stories = [declare_story(project_id, code=code).story_id for code in codes]
    assert [service.open_code(code, source="a", at=clock.now()).story_id for code in codes] == stories
    assert len(hashes) == 9


def test_the_eleventh_wrong_try_in_an_hour_waits(project_id: UUID) -> None:
    code, at = make_code(), clock.now()
    declare_story(project_id, code=code)
    for _ in range(10):
        with pytest.raises(ReceiptInvalid):
            service.open_code(make_code(), source="1.2.3.4", at=at)
    with pytest.raises(RateLimited) as refused:
        service.open_code(code, source="1.2.3.4", at=at)
    assert 0 < int(refused.value.headers["Retry-After"]) <= 3601
    assert service.open_code(code, source="5.6.7.8", at=at)
    assert service.open_code(code, source="1.2.3.4", at=at + timedelta(hours=1))


def test_right_tries_are_not_counted(project_id: UUID) -> None:
    code = make_code()
    declare_story(project_id, code=code)
    for _ in range(12):
        assert service.open_code(code, source="1.2.3.4", at=clock.now())


def test_two_hundred_wrong_tries_from_everywhere_slow_everybody_down_and_keep_nobody_out(
    project_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "TRIES_OVERALL", 3)
    code, at = make_code(), clock.now()
    declare_story(project_id, code=code)
    pauses = []
    for place in range(9):
        pauses.append(service.pause_before_try(at))
        with pytest.raises(ReceiptInvalid):
            service.open_code(make_code(), source=f"10.0.0.{place}", at=at)
    assert pauses == [0, 0, 0, *(wrong / 3 for wrong in range(3, 9))]
    assert service.open_code(code, source="10.0.0.9", at=at)
    assert service.pause_before_try(at + timedelta(hours=1)) == 0


def test_a_session_ends_when_idle_and_after_an_hour(project_id: UUID) -> None:
    code, at = make_code(), clock.now()
    declare_story(project_id, code=code)
    opened = service.open_code(code, source="a", at=at)
    with pytest.raises(AuthInvalid):
        service.receipt_session(opened.session_token, at + timedelta(minutes=15))
    for minutes in range(0, 60, 10):
        assert service.receipt_session(opened.session_token, at + timedelta(minutes=minutes))
    with pytest.raises(AuthInvalid):
        service.receipt_session(opened.session_token, at + timedelta(minutes=60))
    with pytest.raises(AuthInvalid):
        service.receipt_session("made up", at)


def test_the_pin_opens_the_second_step_in_any_script(project_id: UUID) -> None:
    code = make_code()
    declare_story(project_id, code=code, receipt={"pin": "482913"})
    opened = service.open_code(code, source="a", at=clock.now())
    holder = service.receipt_session(opened.session_token, clock.now())
    assert (holder.second_step, holder.has_pin) == (False, True)
    assert service.second_step(holder, "٤٨٢٩١٣", clock.now()).second_step
    assert service.receipt_session(opened.session_token, clock.now()).second_step


def test_after_five_wrong_pins_it_needs_a_person(project_id: UUID) -> None:
    code = make_code()
    declare_story(project_id, code=code, receipt={"pin": "4829"})
    opened = service.open_code(code, source="a", at=clock.now())
    holder = service.receipt_session(opened.session_token, clock.now())
    for _ in range(5):
        with pytest.raises(AuthInvalid):
            service.second_step(holder, "0000", clock.now())
    with pytest.raises(AuthInvalid):
        service.second_step(holder, "4829", clock.now())


def test_without_a_pin_no_pin_is_right(project_id: UUID) -> None:
    code = make_code()
    declare_story(project_id, code=code)
    opened = service.open_code(code, source="a", at=clock.now())
    with pytest.raises(AuthInvalid):
        service.second_step(service.receipt_session(opened.session_token, clock.now()), "", clock.now())


def test_who_said_that_the_code_alone_is_enough_needs_no_second_step(project_id: UUID) -> None:
    code = make_code()
    declare_story(project_id, code=code, receipt={"code_alone": True})
    opened = service.open_code(code, source="a", at=clock.now())
    assert service.receipt_session(opened.session_token, clock.now()).second_step
