# SPDX-License-Identifier: Apache-2.0
"""`python3 -m setup run|test|check|bench|lock|schema|image`; the Makefile is its reader's door."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from setup import browser, checks, data, frontend, schema
from setup import lock as locks
from setup.environment import Environment, fill, install_pinned, prepare
from setup.steps import ROOT, SetUpFailed, house_environment, run, say

VERBS = ("run", "test", "check", "bench", "lock", "schema", "image")


def serve(words: list[str]) -> None:
    """Everything it takes, then the server in place of this process, so that Ctrl-C reaches it alone."""
    env = prepare(lock="run")
    build_front_end(env)
    data.fetch_weights(env, "base")
    data.migrate(env)
    heardwell = str(env.bin / "heardwell")
    os.execve(heardwell, [heardwell, "serve", "--trial", *words], house_environment())  # noqa: S606 - our own command


def check(_words: list[str]) -> None:
    env, node = for_tests()
    checks.walk(checks.quick_gate(env), node)
    say("All of the quick gate holds.")


def test(_words: list[str]) -> None:
    env, node = for_tests()
    browser.ensure()
    checks.walk(checks.every_test(env), node)
    say("Every test holds.")


def bench(_words: list[str]) -> None:
    env, node = for_tests()
    checks.walk(checks.benchmarks(env), node)


def lock(_words: list[str]) -> None:
    env = prepare(lock="test")
    locks.lock(env, node_for(env))


def write_schema(_words: list[str]) -> None:
    env = prepare(lock="test")
    schema.write(env, node_for(env))


def image(words: list[str]) -> None:
    """For the container: packages, bundles and Heardwell itself into `VENV`, weights into the data folder."""
    if words:
        raise SetUpFailed(f"image takes no words: {' '.join(words)}")
    env = Environment((ROOT / os.environ["VENV"]).absolute())
    fill(env, "run")
    build_front_end(env)
    pip: list[str | Path] = [env.python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    run([*pip, ROOT], extra={"SKIP_FRONTEND": "1"})
    data.fetch_weights(env, "base")


def for_tests() -> tuple[Environment, Path]:
    env = prepare(lock="test")
    node = build_front_end(env)
    data.fetch_weights(env, "base", "tiny.en")
    return env, node


def build_front_end(env: Environment) -> Path:
    node = node_for(env)
    frontend.build(ROOT, node)
    return node


def node_for(env: Environment) -> Path:
    """The folder of this machine's Node, else of the one from the package registry."""
    node = frontend.system_node()
    if node is None:
        install_pinned(env, "node")
        node = frontend.packaged_node(env.python)
    return node


def main() -> int:
    done_by = (serve, test, check, bench, lock, write_schema, image)
    verbs = dict(zip(VERBS, done_by, strict=True))
    asked = verbs.get(sys.argv[1]) if len(sys.argv) > 1 else None
    if asked is None:
        say(f"One of: {', '.join(VERBS)}")
        return 2
    try:
        asked(sys.argv[2:])
    except SetUpFailed as failure:
        sys.stderr.write(f"\n{failure}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. Start it again and it goes on where it was.\n")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
