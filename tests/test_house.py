"""The rules of the house: what every file opens with, how long it may be, and where its test is."""

import ast
import re
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "finmodel").rglob("*.py"))
TESTS = {path.relative_to(ROOT / "tests").as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
LONGEST_FILE, LONGEST_FUNCTION = 450, 60

TESTED_TOGETHER: dict[str, str] = {
    "finmodel/__init__.py": "cli/test_app.py",
    "finmodel/__main__.py": "cli/test_app.py",
    "finmodel/model/drawdown/": "oracles/test_golden_funding.py",
    "finmodel/model/repayment/": "oracles/test_golden_debt.py",
    "finmodel/model/revenue/": "oracles/test_golden_revenue.py",
    "finmodel/model/sizing/": "oracles/test_golden_debt.py",
    "finmodel/model/tax/": "oracles/test_golden_tax.py",
    "finmodel/model/": "model/test_whole_cases.py",
}
"""Files and folders without a test of their own, and the test of the whole that fails if one of them is wrong."""

WITHOUT_A_FILE: set[str] = {
    "engines/test_all_engines.py",
    "engines/test_random_graphs.py",
    "inputs/test_fuzzed_files.py",
    "inputs/test_golden_messages.py",
    "model/bonds/test_drawn_bonds.py",
    "model/test_layered_replica.py",
    "model/test_layers.py",
    "model/test_replica.py",
    "model/test_waterfall_by_hand.py",
    "model/test_whole_cases.py",
    "outputs/review/test_golden_pages.py",
}
"""Tests in a room of the package that belong to several of its files."""


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def trees() -> Iterator[tuple[str, ast.Module]]:
    return ((place(path), ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_every_file_opens_with_a_sentence_that_says_what_it_is_for() -> None:
    openings = {file: (ast.get_docstring(tree) or "").partition("\n\n")[0] for file, tree in trees()}
    assert [file for file, opening in openings.items() if len(opening.split()) < 4 or not opening.endswith(".")] == []


def public_without_docstring(tree: ast.Module) -> Iterator[str]:
    rooms: list[ast.Module | ast.ClassDef] = [tree, *(n for n in ast.walk(tree) if isinstance(n, ast.ClassDef))]
    for room in rooms:
        if getattr(room, "name", "").startswith("_"):
            continue
        defined = [one for one in room.body if isinstance(one, ast.FunctionDef | ast.ClassDef)]
        public = [one for one in defined if not one.name.startswith(("_", "visit_"))]
        yield from (one.name for one in public if not ast.get_docstring(one))


def test_every_public_class_and_function_has_a_docstring() -> None:
    lacking = {file: list(public_without_docstring(tree)) for file, tree in trees()}
    assert {file: names for file, names in lacking.items() if names} == {}


def test_no_file_is_too_long_to_read() -> None:
    lengths = {place(path): path.read_text(encoding="utf-8").count("\n") for path in SOURCES}
    assert {file: length for file, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long_to_read() -> None:
    lengths = {
        f"{file}: {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for file, tree in trees()
        for function in functions(tree)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_every_file_has_its_test() -> None:
    missing = []
    for path in SOURCES:
        below = path.relative_to(ROOT / "finmodel")
        if path.name == "__init__.py" and len(below.parts) > 1:
            continue
        own = (below.parent / f"test_{below.name}").as_posix()
        whole = next((test for folder, test in TESTED_TOGETHER.items() if place(path).startswith(folder)), own)
        if not {own, whole} & TESTS:
            missing.append(f"{place(path)} has no tests/{own}")
    assert missing == []


def test_every_test_has_its_file() -> None:
    mirrored = {(p.relative_to(ROOT / "finmodel").parent / f"test_{p.name}").as_posix() for p in SOURCES}
    rooms = {test.partition("/")[0] for test in mirrored if "/" in test}
    known = mirrored | WITHOUT_A_FILE
    strays = [test for test in TESTS if test.partition("/")[0] in rooms and test not in known]
    assert strays == []


def test_no_room_is_for_odds_and_ends() -> None:
    odds = {"utils", "util", "helpers", "common", "misc"}
    assert [place(path) for path in SOURCES if odds & set(path.with_suffix("").parts)] == []


def test_only_the_command_line_imports_late() -> None:
    late = [
        f"{file}: {function.name}"
        for file, tree in trees()
        for function in functions(tree)
        if not file.startswith("finmodel/cli/")
        and any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))
    ]
    assert late == []


def test_any_file_can_be_imported_first() -> None:
    """Files that import each other work only for who happens to begin with the right one."""
    needed = {module_of(file): {*imported(tree)} for file, tree in trees() if not file.startswith("finmodel/cli/")}
    try:
        tuple(TopologicalSorter({file: others(file, names) for file, names in needed.items()}).static_order())
    except CycleError as error:
        raise AssertionError(" ← ".join(error.args[1])) from None


def others(module: str, names: set[str]) -> set[str]:
    """What else must be there first: a room's own first lines run before whatever stands in it."""
    return {name for name in names if not f"{module}.".startswith(f"{name}.")}


def module_of(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imported(tree: ast.Module) -> Iterator[str]:
    """The modules that a file imports, with the rooms they stand in, whose first lines run before them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            parts = node.module.split(".")
            yield from (".".join(parts[:count]) for count in range(2, len(parts) + 1))


def test_the_lock_file_names_public_registries_only() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text(encoding="utf-8")))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = {line.partition("==")[0] for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()}
    names = {re.split(r"[<>=!~\[; ]", one, maxsplit=1)[0].lower() for one in wanted}
    assert names - locked == set()


def test_versions_of_the_lock_files_agree() -> None:
    packages = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    locked = {f"{package['name']}=={package.get('version')}" for package in packages}
    stated = {line.partition(" ")[0] for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()}
    assert stated - locked == set()
