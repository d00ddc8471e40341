# SPDX-License-Identifier: Apache-2.0
"""One catalogue of refusals: every slug that is raised stands in it once, and nothing stands in it for nobody."""

from collections.abc import Iterator

import pytest

from app.kit.errors import DomainError
from app.kit.problems import PROBLEMS
from tests.house.source import every_module

SEVERAL_STATUSES = {
    "idempotency-mismatch": {409, 422},
    "upload-checksum-mismatch": {460, 422},
    "malformed-request": {400, 413},
    "media-too-large": {413, 422},
    "validation": {422, 400, 413},
}
"""By client-made id or by key; a chunk or the whole; too long a part; a picture's size; not text, or too long."""


def refusals() -> list[type[DomainError]]:
    """Without kinds of refusals that only their subclasses name."""
    assert every_module()
    return [refusal for refusal in below(DomainError) if hasattr(refusal, "slug") and refusal.__module__[:4] == "app."]


def below(kind: type[DomainError]) -> Iterator[type[DomainError]]:
    for refusal in kind.__subclasses__():
        yield refusal
        yield from below(refusal)


def named(refusal: type[DomainError]) -> str:
    return f"{refusal.__module__}.{refusal.__name__}"


def test_every_refusal_has_its_words() -> None:
    without = {named(refusal): refusal.slug for refusal in refusals() if refusal.slug not in PROBLEMS}
    assert without == {}


def test_no_words_wait_for_a_refusal_that_nobody_raises() -> None:
    assert set(PROBLEMS) - {refusal.slug for refusal in refusals()} == set()


def test_a_slug_has_one_status() -> None:
    statuses: dict[str, set[int]] = {}
    for refusal in refusals():
        statuses.setdefault(refusal.slug, set()).add(refusal.status)
    wrong = {
        slug: sorted(held)
        for slug, held in statuses.items()
        if not held <= SEVERAL_STATUSES.get(slug, held if len(held) == 1 else set())
    }
    assert wrong == {}


def test_every_refusal_is_an_error_of_the_caller_or_a_dependency_that_is_down() -> None:
    ours = {refusal.slug for refusal in refusals() if refusal.status >= 500}
    assert ours == {"fault", "storage-full", "unavailable"}


@pytest.mark.parametrize("slug", sorted(PROBLEMS))
def test_the_words_of_a_refusal_are_sentences_to_act_on(slug: str) -> None:
    problem = PROBLEMS[slug]
    assert problem.title[0].isupper()
    assert not problem.title.endswith(".")
    assert problem.detail.endswith((".", "?"))
    assert slug == slug.lower()
    assert slug.replace("-", "").isalpha()
