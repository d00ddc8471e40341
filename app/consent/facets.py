# SPDX-License-Identifier: Apache-2.0
"""Whether answers fit the questions of the form they were given on."""

import re
from collections.abc import Mapping
from typing import Any

from app.consent.rules import FACET_VALUES, INSTANT_FACETS, PurposeMeta, instant
from app.kit.errors import Validation

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([Zz]|[+-]\d{2}:\d{2})")
_LICENCE = re.compile(r"ask-each-time|[A-Za-z0-9][A-Za-z0-9.+-]{0,63}")


def check_choices(choices: Mapping[str, str], purposes: Mapping[str, PurposeMeta], pointer: str) -> None:
    """Raise 422 where a choice answers a question that the form does not ask."""
    if not choices.keys() <= purposes.keys():
        raise Validation(errors=[{"pointer": pointer, "rule": "unknown_purpose"}])


def check_facets(facets: Mapping[str, Mapping[str, Any]], purposes: Mapping[str, PurposeMeta], pointer: str) -> None:
    """Raise 422 where a facet is none of the purpose's, or its value is none of the facet's."""
    for key, told in facets.items():
        if key not in purposes:
            raise Validation(errors=[{"pointer": pointer, "rule": "unknown_purpose"}])
        for name, value in told.items():
            if name not in purposes[key].facets:
                raise Validation(errors=[{"pointer": pointer, "rule": "facet_outside_purpose"}])
            if not _is_value(name, value, purposes[key]):
                raise Validation(errors=[{"pointer": pointer, "rule": "facet_value"}])


def _is_value(name: str, value: Any, purpose: PurposeMeta) -> bool:  # noqa: ANN401 - whatever was sent
    if name == "audience":
        return isinstance(value, list) and set(value) <= set(purpose.recipients)
    if not isinstance(value, str):
        return False
    if name in FACET_VALUES:
        return value in FACET_VALUES[name]
    if name in INSTANT_FACETS:
        return _is_instant(value)
    return name == "credit" or bool(_LICENCE.fullmatch(value))


def _is_instant(value: str) -> bool:
    if not _TIME.fullmatch(value):
        return False
    try:
        instant(value)
    except (ValueError, OverflowError):
        return False
    return True
