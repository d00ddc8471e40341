# SPDX-License-Identifier: Apache-2.0
"""The house's own source, as its tests read it."""

import ast
import importlib
import pkgutil
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import app

ROOT = Path(__file__).resolve().parents[2]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@lru_cache(maxsize=512)
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@lru_cache(maxsize=1)
def nodes_of_app() -> tuple[tuple[str, ast.AST], ...]:
    """Every node of `app/`, beside its file's name."""
    return tuple((named(path), node) for path in python_files("app") for node in ast.walk(tree(path)))


@lru_cache(maxsize=1)
def every_module() -> list[ModuleType]:
    """All of `app`, imported, save the keepers of the engines, which take seconds."""
    found = [module.name for module in pkgutil.walk_packages(app.__path__, "app.")]
    return [importlib.import_module(name) for name in found if not name.endswith("__main__") and ".engines" not in name]


def last_name(node: ast.AST) -> str:
    """`Released` of `Released(…)` and of `editions.Released(…)`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
