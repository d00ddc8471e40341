# SPDX-License-Identifier: Apache-2.0
"""The gate and its rule with one thing wrong, in the process that runs it: whoever holds its functions holds the wrong
ones.

`python -m tests.rooms.publishing.mutants` tries each of the rule and of the gate, or of the one that is named, and
prints those that neither the oracle nor a test notices.
"""

import ast
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import singledispatch
from io import StringIO
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any, Final

import pytest

from app.publishing import gate, rules
from app.publishing.rules import Verdict
from tests.rooms.publishing.draws import drawn
from tests.rooms.publishing.oracle import Case, Ruling, quarrel, rule

DRAWS: Final = 2_000
SEED: Final = 7
TOLD_EVERY: Final = 20
QUICKEST: Final = 12
"""Tests that are tried by themselves first: most mutants die there, and to collect all of them takes seconds."""
HERE: Final = Path(__file__).parent
TESTS: Final = {
    rules: [HERE / "test_rules.py"],
    gate: [
        *(HERE / f"test_{name}.py" for name in ("service", "routes", "standing", "sound")),
        HERE.parents[1] / "partner_api",
        HERE.parent / "receipts",
        HERE / "test_gate_faults.py",
    ],
}

OPPOSITE: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.BitAnd: (ast.BitOr,),
}
SWAPPED = {"any": "all", "all": "any", "min": "max", "max": "min", "True": "False", "False": "True"}
YES, NO = ast.Constant(True), ast.Constant(False)
Change = tuple[str, int | None, Any]
"""A field of a node, a place in it where it is a list, and what stands there instead; None takes it away."""


@dataclass(frozen=True)
class Mutant:
    """`where` counts nodes in the order of `ast.walk`."""

    function: str
    line: int
    end: int
    told: str
    where: int
    change: Change


def mutants_of(module: ModuleType, only: frozenset[str] = frozenset()) -> list[Mutant]:
    """Each single fault of the module's functions and constants, or of those named."""
    tree = _parsed(module)
    order = {id(node): place for place, node in enumerate(ast.walk(tree))}
    found = []
    for name, part in _parts(tree):
        if only and name not in only:
            continue
        for node in _walk(part):
            for change in _changes(node):
                told = f"{ast.unparse(node)[:70]!r}: {change[0]} becomes {_words(change[2])}"
                at = node if isinstance(node, ast.expr | ast.stmt) else part
                found.append(Mutant(name, at.lineno, at.end_lineno or at.lineno, told, order[id(node)], change))
    return found


@contextmanager
def living(module: ModuleType, mutant: Mutant) -> Iterator[None]:
    """Inside, the module is wrong as the mutant says."""
    tree = _parsed(module)
    _apply(list(ast.walk(tree))[mutant.where], mutant.change)
    code = compile(ast.fix_missing_locations(tree), module.__file__ or "", "exec")
    before = dict(vars(module))
    function = _function(module, mutant.function)
    was = function.__code__ if function else None
    try:
        if function is None:
            constants: list[ast.stmt] = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
            exec(compile(ast.Module(constants, []), module.__file__ or "", "exec"), vars(module))
        else:
            function.__code__ = _code(code, mutant.function)
        yield
    finally:
        vars(module).update(before)
        if function is not None and was is not None:
            function.__code__ = was


def _parsed(module: ModuleType) -> ast.Module:
    return ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))


def _parts(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Functions and methods by name, and constants under the name they are given."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{one.name}", one) for one in node.body if isinstance(one, ast.FunctionDef))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node


def _function(module: ModuleType, name: str) -> FunctionType | None:
    found: Any = module
    for part in name.split("."):
        found = getattr(found, part)
    found = getattr(found, "__wrapped__", found)
    return found if isinstance(found, FunctionType) else None


def _code(code: CodeType, name: str) -> CodeType:
    for part in name.split("."):
        code = next(one for one in code.co_consts if isinstance(one, CodeType) and one.co_name == part)
    return code


@singledispatch
def _changes(_: ast.AST) -> Iterable[Change]:
    return ()


@_changes.register
def _(node: ast.Compare) -> Iterable[Change]:
    for place, op in enumerate(node.ops):
        yield from (("ops", place, other()) for other in OPPOSITE.get(type(op), ()))


@_changes.register
def _(node: ast.BoolOp) -> Iterable[Change]:
    yield from (("op", None, other()) for other in OPPOSITE[type(node.op)])
    without = YES if isinstance(node.op, ast.And) else NO
    yield from (("values", place, without) for place in range(len(node.values)))


@_changes.register
def _(node: ast.BinOp) -> Iterable[Change]:
    return (("op", None, other()) for other in OPPOSITE.get(type(node.op), ()))


@_changes.register(ast.If | ast.IfExp)
def _(_: ast.If | ast.IfExp) -> Iterable[Change]:
    return ("test", None, YES), ("test", None, NO)


@_changes.register
def _(node: ast.UnaryOp) -> Iterable[Change]:
    return [("operand", None, ast.UnaryOp(ast.Not(), node.operand))] if isinstance(node.op, ast.Not) else []


@_changes.register
def _(node: ast.comprehension) -> Iterable[Change]:
    return (("ifs", place, None) for place in range(len(node.ifs)))


@_changes.register
def _(node: ast.Return) -> Iterable[Change]:
    says_nothing = node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None)
    return [] if says_nothing else [("value", None, ast.Constant(None))]


@_changes.register(ast.Set | ast.Tuple)
def _(node: ast.Set | ast.Tuple) -> Iterable[Change]:
    is_target = isinstance(getattr(node, "ctx", None), ast.Store)
    return [] if is_target or len(node.elts) < 2 else [("elts", place, None) for place in range(len(node.elts))]


@_changes.register
def _(node: ast.Name) -> Iterable[Change]:
    return [("id", None, SWAPPED[node.id])] if node.id in SWAPPED else []


@_changes.register
def _(node: ast.Attribute) -> Iterable[Change]:
    is_reason = isinstance(node.value, ast.Name) and node.value.id == "Reason"
    return [("attr", None, "ERASED")] if is_reason else []


@_changes.register
def _(node: ast.Constant) -> Iterable[Change]:
    return (("value", None, other) for other in _other_values(node.value))


def _other_values(value: Any) -> tuple[Any, ...]:
    """Sentences for people are no rule."""
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, int):
        return (value + 1,)
    return (f"{value}x",) if isinstance(value, str) and value and " " not in value else ()


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """What runs: no annotations, and no decorators."""
    yield node
    for name, value in ast.iter_fields(node):
        if name not in {"annotation", "returns", "decorator_list", "type_comment"}:
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, ast.AST):
                    yield from _walk(one)


def _words(stead: Any) -> str:
    if isinstance(stead, ast.operator | ast.cmpop | ast.boolop):
        return type(stead).__name__
    return "nothing" if stead is None else ast.unparse(stead) if isinstance(stead, ast.expr) else repr(stead)


def _apply(node: ast.AST, change: Change) -> None:
    field, place, stead = change
    if place is None:
        setattr(node, field, stead)
    elif stead is not None:
        getattr(node, field)[place] = stead
    else:
        del getattr(node, field)[place]


Notice = Callable[[], bool]
"""Whether something is seen to be wrong."""


def oracle_notices(draws: int, seed: int) -> Notice:
    """The oracle, set on the gate as it is now: whatever differs from this is noticed."""
    rulings = [rule(case) for case in drawn(draws, seed)]
    before = [_seen(right) for right in rulings]
    return lambda: any(_seen(right) != was for right, was in zip(rulings, before, strict=True))


def answer(case: Case) -> Verdict | None:
    """The gate's verdict, or None where it broke."""
    try:
        return rules.decide(case.facts, case.outlet, case.principal, case.at)
    except Exception:  # noqa: BLE001 - whatever it is, the door answers 503
        return None


def _seen(right: Ruling) -> Any:
    facts, at = right.case.facts, right.case.at
    try:
        desk = rules.is_open(facts, at), rules.may_release_voice(facts.voices, at), rules.next_opening(facts.voices, at)
    except Exception as fault:  # noqa: BLE001 - the same
        return type(fault)
    return quarrel(right, answer(right.case)), desk


class Footsteps:
    """Which tests walk over which line of a module, and how long each takes."""

    def __init__(self, module: ModuleType) -> None:
        self.file = module.__file__
        self.walked: dict[str, set[int]] = {}
        self.took_s: dict[str, float] = {}
        self.test = ""

    def over(self, lines: range) -> list[str]:
        """The tests that walk over any of the lines, the quickest first; all of them where none does: a constant."""
        walk = [test for test, ran in self.walked.items() if ran & {*lines}]
        return sorted(walk or self.took_s, key=self.took_s.__getitem__)

    def watch(self, frame: FrameType, event: str, _: object) -> Any:
        if frame.f_code.co_filename != self.file:
            return None
        if event == "line":
            self.walked.setdefault(self.test, set()).add(frame.f_lineno)
        return self.watch

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.test = nodeid
        threading.settrace(self.watch)
        sys.settrace(self.watch)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.took_s[report.nodeid] = self.took_s.get(report.nodeid, 0) + report.duration


def learn(module: ModuleType) -> Footsteps:
    """Every test of the module once, with nothing wrong."""
    steps = Footsteps(module)
    fails = tests_fail(map(str, TESTS[module]), steps)
    sys.settrace(None)
    threading.settrace(None)
    if fails:
        raise SystemExit("A test fails with nothing wrong in the module.")
    return steps


def tests_fail(tests: Iterable[str], *plugins: object) -> bool:
    quiet = ("-x", "-q", "--assert=plain", "-p", "no:randomly", "-p", "no:cacheprovider")
    if not (named := list(tests)):
        return False
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        return pytest.main([*named, *quiet], plugins=plugins) != pytest.ExitCode.OK


def say(told: str) -> None:
    sys.stdout.write(f"{told}\n")
    sys.stdout.flush()


def try_all(module: ModuleType) -> None:
    started = time.monotonic()
    notices = oracle_notices(DRAWS, SEED) if module is rules else lambda: False  # the gate's own lines fetch facts
    steps, found, survived = learn(module), mutants_of(module), 0
    for number, mutant in enumerate(found):
        if number % TOLD_EVERY == 0:
            say(f"{number} of {len(found)} tried, {survived} survived")
        tests = steps.over(range(mutant.line, mutant.end + 1))
        with living(module, mutant):
            if not notices() and not tests_fail(tests[:QUICKEST]) and not tests_fail(tests[QUICKEST:]):
                survived += 1
                say(f"survived  {mutant.function}:{mutant.line}  {mutant.told}")
    killed, took = len(found) - survived, time.monotonic() - started
    told = f"{module.__name__}: killed {killed} of {len(found)} ({killed / len(found):.1%})"
    say(f"{told} in {took:.0f} s")


def main() -> None:
    for module in TESTS:
        if module.__name__.endswith(tuple(sys.argv[1:]) or ("",)):
            try_all(module)


if __name__ == "__main__":
    main()
