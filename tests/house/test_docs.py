# SPDX-License-Identifier: Apache-2.0
"""The pages for people say what the code does: settings, the story's lifecycle, words, promises, links."""

import ast
import re
import warnings
from pathlib import Path

import pytest

from app.main import create_surface
from app.settings import Settings
from app.stories.lifecycle import TRANSITIONS, StoryAction, StoryStatus, declared_status
from tests.house.source import ROOT, named, nodes_of_app, python_files, tree

DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])
SCREENS = {"reporter.png", "storyteller.png", "desk.png", "partner.png"}
DECISION = re.compile(
    r"^# \d{4} .+\n\n\d{4}-\d{2}-\d{2}\n\n## Context\n(?:.*\n)+## Decision\n(?:.*\n)+## Price\n", re.MULTILINE
)


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def settings_table() -> str:
    """`docs/settings.md`'s table, from the class that reads the environment."""
    rows = ["| variable | default | what it says |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = "empty" if field.default in {"", None} else f"`{field.default}`"
        rows.append(f"| `HEARDWELL_{name.upper()}` | {default} | {field.description} |")
    return "\n".join(rows)


def lifecycle_diagram() -> str:
    """The story's statuses and what leads from one to the next, as a Mermaid state diagram."""
    lines = ["stateDiagram-v2"]
    lines += [f"    [*] --> {declared_status(has_recordings=spoken)}: declare" for spoken in (True, False)]
    for action in StoryAction:
        sources, target, _ = TRANSITIONS[action]
        lines += [f"    {status} --> {target}: {action}" for status in StoryStatus if status in sources]
    return "\n".join(lines)


def glossary(table: str) -> list[tuple[str, list[str]]]:
    """Each term of one of the glossary's tables, with the names it has in the code."""
    told = page("glossary.md").split(f"## {table}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("|").split("|") for line in told.splitlines() if line.startswith("|")][2:]
    return [(row[0].strip(), re.findall(r"`([^`]+)`", row[-1])) for row in rows]


def names_in_code() -> set[str]:
    """Classes, functions, fields, columns, modules, words of closed lists."""
    found = {part for path in python_files("app") for part in (path.stem, path.parent.name)}
    for _, node in nodes_of_app():
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return found


def functions_of(path: str) -> set[str]:
    return {node.name for node in ast.walk(tree(ROOT / path)) if isinstance(node, ast.FunctionDef)}


def test_the_table_of_settings_is_the_class_that_reads_them() -> None:
    assert settings_table() in page("settings.md")


def test_the_drawing_of_the_lifecycle_is_its_table() -> None:
    assert lifecycle_diagram() in page("architecture.md")


def test_every_word_of_the_glossary_names_something_in_the_code() -> None:
    known = names_in_code()
    terms = glossary("Words in the code")
    assert len(terms) > 40
    assert [term for term, names in terms if not names or not set(names) <= known] == []


def test_a_word_that_names_nothing_is_seen() -> None:
    assert "SubmissionReport" not in names_in_code()


def test_every_promise_of_the_readme_names_a_test_that_is_there() -> None:
    told = re.findall(
        r"`(tests/[\w/]+\.py)` *(?:·|::) *`?(test_\w+)`?", (ROOT / "README.md").read_text(encoding="utf-8")
    )
    assert len(told) >= 6
    assert [test for file, test in told if test not in (functions_of(file) if (ROOT / file).exists() else set())] == []


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_link_of_a_page_leads_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
    lost = [link for link in links if not (path.parent / link).exists() and Path(link).name not in SCREENS]
    assert lost == []


@pytest.mark.parametrize("path", sorted((DOCS / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_is_one_page_with_its_context_and_price(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {path.name[:4]} ")
    assert DECISION.match(text)
    assert len(text.splitlines()) <= 40


def test_decisions_are_counted_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in sorted((DOCS / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


def doors() -> set[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own test holds operation ids
        told = {surface: create_surface(surface).openapi()["paths"] for surface in ("reporter", "desk", "partner")}
    partner = {f"/partner/v1{path}" for path in told["partner"]}
    return {*told["reporter"], *told["desk"], *partner, "/healthz", "/problems/{slug}"}


def test_every_path_of_the_api_page_is_a_door_that_opens() -> None:
    told = re.findall(r"`(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?:/[A-Z]+)* (/[^`?\s]+)", page("api.md"))
    assert len(told) > 30
    assert sorted({plain(path) for path in told} - {plain(door) for door in doors()}) == []


def test_every_door_stands_on_the_api_page() -> None:
    told = {plain(path) for path in re.findall(r"`[A-Z/]+ (/[^`?\s]+)", page("api.md"))}
    assert sorted({plain(door) for door in doors()} - told) == []


@pytest.mark.parametrize("surface", ["reporter", "desk", "partner"])
def test_every_door_has_a_name_of_its_own_in_its_document(surface: str) -> None:
    assert create_surface(surface).openapi()["paths"]


def plain(path: str) -> str:
    """Whatever the parameters are called."""
    return re.sub(r"\{[^}]*\}", "{}", path)
