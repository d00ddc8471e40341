# SPDX-License-Identifier: Apache-2.0
from itertools import product

import pytest

from app.publishing.lifecycle import EditionAction, EditionStatus, next_status


@pytest.mark.parametrize("gone", [EditionStatus.RETRACTED, EditionStatus.SUPERSEDED])
def test_a_retracted_edition_never_returns(gone: EditionStatus) -> None:
    for action in EditionAction:
        with pytest.raises(KeyError):
            next_status(gone, action)


def test_only_a_proof_is_published() -> None:
    published = set()
    for status, action in product(EditionStatus, EditionAction):
        try:
            if next_status(status, action) is EditionStatus.CURRENT:
                published.add(status)
        except KeyError:
            continue
    assert published == {EditionStatus.PROOF}
