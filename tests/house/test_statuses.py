# SPDX-License-Identifier: Apache-2.0
"""A status moves only through its lifecycle, and only the gate lets an edition out."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import last_name, nodes_of_app, python_files, tree

STORY_SETTERS = {"app/stories/service.py", "app/stories/declaring.py"}
"""The service and the noun that outgrew its page: a story's first status."""
ASKED = {"next_status", "declared_status"}


def set_elsewhere_than_by_lifecycle(file: str, node: ast.AST) -> bool:
    """A line that gives `.status` a value which no lifecycle was asked for."""
    if isinstance(node, ast.Assign):
        return any(is_status(target) for target in node.targets) and not asks_lifecycle(node.value)
    if isinstance(node, ast.AugAssign | ast.AnnAssign):
        return is_status(node.target) and not file.endswith("models.py")
    return isinstance(node, ast.Call) and sets_in_passing(node)


def is_status(target: ast.AST) -> bool:
    if isinstance(target, ast.Tuple | ast.List):
        return any(is_status(part) for part in target.elts)
    return isinstance(target, ast.Attribute) and target.attr == "status"


def asks_lifecycle(value: ast.AST) -> bool:
    return isinstance(value, ast.Call) and last_name(value.func) in ASKED


def sets_in_passing(call: ast.Call) -> bool:
    """`setattr(row, "status", …)` and `update(Row).values(status=…)`."""
    if last_name(call.func) == "setattr":
        return any(isinstance(part, ast.Constant) and part.value == "status" for part in call.args)
    return last_name(call.func) == "values" and any(word.arg == "status" for word in call.keywords)


def faults(source: str) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.stmt | ast.expr) and set_elsewhere_than_by_lifecycle("app/stories/service.py", node)
    ]


def assignments(room: str) -> Iterator[tuple[str, ast.Assign]]:
    for file, node in nodes_of_app():
        if file.startswith(f"app/{room}/") and isinstance(node, ast.Assign) and any(map(is_status, node.targets)):
            yield file, node


def test_no_line_sets_a_status_without_asking_its_lifecycle() -> None:
    assert [
        f"{file}:{node.lineno}"
        for file, node in nodes_of_app()
        if isinstance(node, ast.stmt | ast.expr) and set_elsewhere_than_by_lifecycle(file, node)
    ] == []


@pytest.mark.parametrize(
    "planted",
    [
        'story.status = "approved"',
        "story.status = StoryStatus.APPROVED",
        "story.status, story.version = status, 2",
        'story.status += "d"',
        'setattr(story, "status", status)',
        'session.execute(update(Story).values(status="approved"))',
    ],
)
def test_a_status_set_by_hand_is_seen(planted: str) -> None:
    assert faults(planted) != []
    assert faults("story.status = next_status(current, action, facts)") == []


def test_only_the_storys_service_moves_a_story() -> None:
    setters = {file for file, _ in assignments("stories")}
    assert setters <= STORY_SETTERS
    strangers = [
        file
        for file, node in nodes_of_app()
        if isinstance(node, ast.ImportFrom) and node.module == "app.stories.lifecycle"
        if {name.name for name in node.names} & ASKED and file not in STORY_SETTERS
    ]
    assert strangers == []


def test_a_story_begins_where_its_lifecycle_says() -> None:
    begun = [
        (file, word.value)
        for file, node in nodes_of_app()
        if isinstance(node, ast.Call) and last_name(node.func) == "Story"
        for word in node.keywords
        if word.arg == "status"
    ]
    assert {file for file, _ in begun} <= STORY_SETTERS
    assert all(asks_lifecycle(value) for _, value in begun)
    assert begun


def test_only_the_gate_builds_a_released_edition() -> None:
    builders = {
        file for file, node in nodes_of_app() if isinstance(node, ast.Call) and last_name(node.func) == "Released"
    }
    assert builders == {"app/publishing/gate.py"}


def test_nobody_but_the_gate_copies_a_released_edition_into_another() -> None:
    """`dataclasses.replace` would be another way to build one."""
    copiers = {
        file
        for file, node in nodes_of_app()
        if isinstance(node, ast.Call) and last_name(node.func) == "replace" and node.keywords
        if any("Released" in ast.unparse(part) for part in node.args)
    }
    assert copiers <= {"app/publishing/gate.py"}


def test_a_planted_builder_of_released_is_seen() -> None:
    calls = [node for node in ast.walk(ast.parse("editions.Released(edition=1)")) if isinstance(node, ast.Call)]
    assert [last_name(call.func) for call in calls] == ["Released"]
    assert tree(python_files("app/publishing")[0])
