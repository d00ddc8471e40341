# SPDX-License-Identifier: Apache-2.0
"""The package's build hook: bundles are built where `frontend/` differs from what `app/static` was built from."""

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))

from setup import frontend


class FrontEnd(BuildHookInterface[Any]):
    """`SKIP_FRONTEND=1` packs what lies in `app/static`, or nothing."""

    def dependencies(self) -> list[str]:
        return [frontend.NODE_PACKAGE] if self._must_build() and frontend.system_node() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if self._must_build():
            frontend.build(root, frontend.system_node() or frontend.packaged_node(sys.executable))
        messages = root / "frontend" / "messages"
        if self.target_name == "wheel" and version != "editable" and messages.is_dir():
            build_data["force_include"][str(messages)] = "app/messages"

    def _must_build(self) -> bool:
        return os.environ.get("SKIP_FRONTEND") != "1" and not frontend.is_built(Path(self.root))
