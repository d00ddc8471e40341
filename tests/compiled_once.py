# SPDX-License-Identifier: Apache-2.0
"""A house of its own for each test means database engines of its own, and each would compile every statement anew: a
third of the time that tests in houses take. What is compiled for one kind of database is kept for all of its kind."""

from collections import defaultdict

from sqlalchemy.engine import Dialect, Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

STATEMENTS = 5_000
COMPILED: dict[type[Dialect], LRUCache[object, object]] = defaultdict(lambda: LRUCache(STATEMENTS))


def keep_what_is_compiled() -> None:
    """From now on for every engine of this process, those of jobs too."""
    same, kind = (lambda one, other: type(one) is type(other)), (lambda one: hash(type(one)))
    kept = property(lambda engine: COMPILED[type(engine.dialect)], lambda _engine, _own: None)
    for owner, name, value in (
        (DefaultDialect, "__eq__", same),
        (DefaultDialect, "__hash__", kind),
        (Engine, "_compiled_cache", kept),
    ):
        setattr(owner, name, value)
