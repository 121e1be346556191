"""What the code may import, open and say, and how large it may grow.

The order of the layers themselves is import-linter's to keep (`make test` calls it).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "strategy_report"

# A library and the doors it may come in by: a module, or a whole package (ends in /).
DOORS = {
    "yaml": ("content/yaml_tree.py",),
    "fontTools": ("fonts/",),
    "PIL": ("images/",),
    "matplotlib": ("charts/",),
    "numpy": ("charts/",),
    "pikepdf": ("inspection/",),
    "pyhanko": ("inspection/sign.py",),
    "reportlab": ("pdf/",),
    "budoux": ("compose/phrases.py",),
    "uharfbuzz": ("fonts/",),
    "argparse": ("cli/", "compose/__main__.py"),
    # Its classes are written and compiled anew at every start: 1.4 ms each. core.value takes 0.02.
    "dataclasses": (),
    # No network at run time, no chance, no other program.
    "http": (),
    "random": (),
    "socket": (),
    "subprocess": (),
    "urllib": (),
}

# What a function may be called in `cli` alone.
SPOKEN = {"print", "exit", "input"}
SPEAKERS = ("cli/", "compose/__main__.py", "__main__.py")

# Files are opened at the edges and nowhere between.
READERS = (
    "charts/",
    "cli/",
    "content/",
    "fonts/",
    "images/",
    # Streams within a file, by pikepdf's words; the file itself comes as bytes.
    "inspection/",
    "store/",
)
FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}

LONGEST_MODULE = 400


def modules() -> list[str]:
    return sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))


@cache
def tree(module: str) -> ast.Module:
    return ast.parse((SOURCE / module).read_text(encoding="utf-8"))


def stands_in(module: str, doors: tuple[str, ...]) -> bool:
    return any(module == door or (door.endswith("/") and module.startswith(door)) for door in doors)


def imported(module: str) -> Iterator[str]:
    """Dotted names of every import, wherever in the module it stands."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module


def called(module: str) -> Iterator[tuple[str, int]]:
    """Last name and line of every call: `sys.exit(1)` is exit, `path.open()` is open."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node.lineno
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr, node.lineno


@pytest.mark.parametrize("library", DOORS)
def test_a_library_comes_in_by_its_own_door(library: str) -> None:
    strays = [
        module
        for module in modules()
        if not stands_in(module, DOORS[library])
        and any(name.split(".")[0] == library for name in imported(module))
    ]
    assert strays == []


def test_only_the_command_line_speaks_or_ends_the_process() -> None:
    strays = [
        f"{module}:{line} {name}"
        for module in modules()
        if not stands_in(module, SPEAKERS)
        for name, line in called(module)
        if name in SPOKEN
    ]
    assert strays == []


def test_files_are_opened_at_the_edges_alone() -> None:
    strays = [
        f"{module}:{line} {name}"
        for module in modules()
        if not stands_in(module, READERS)
        for name, line in called(module)
        if name in FILE_CALLS
    ]
    assert strays == []


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    lengths = {m: len((SOURCE / m).read_text(encoding="utf-8").splitlines()) for m in modules()}
    assert {m: length for m, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_a_package_holds_a_docstring_and_no_names() -> None:
    packages = [module for module in modules() if module.endswith("__init__.py")]
    assert [p for p in packages if len(tree(p).body) != 1 or not ast.get_docstring(tree(p))] == []


def test_every_module_begins_with_what_it_is_for() -> None:
    assert [module for module in modules() if not ast.get_docstring(tree(module))] == []
