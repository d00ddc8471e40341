# SPDX-License-Identifier: Apache-2.0
import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_worker_loads_every_rooms_jobs() -> None:
    written = {f"app.{path.parent.name}.jobs" for path in (ROOT / "app").glob("*/jobs.py")} - {"app.kit.jobs"}
    tree = ast.parse((ROOT / "app" / "worker.py").read_text())
    loaded = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert written <= loaded
