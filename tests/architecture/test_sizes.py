"""Small budgets: the long tail is what makes a code base hard to read. Lines of files, functions, views, templates."""

import ast
from collections.abc import Iterator
from pathlib import Path

from .tree import PACKAGE, parsed, shown, sources, templates, tracked

FILE, FUNCTION, VIEW, TEMPLATE = 400, 50, 25, 120

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and number of lines of every function, docstring and decorators not counted."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, Function):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1 - _docstring_lines(node)


def _docstring_lines(node: Function) -> int:
    first = node.body[0]
    if ast.get_docstring(node) is None:
        return 0
    return (first.end_lineno or first.lineno) - first.lineno + 1


def test_no_file_is_longer_than_400_lines() -> None:
    written = [path for path in tracked("*.py", "*.css", "*.js") if "migrations" not in path.parts]
    assert len(written) > 100
    assert [f"{shown(path)}: {_lines(path)}" for path in written if _lines(path) > FILE] == []


def test_no_function_is_longer_than_50_lines() -> None:
    written = [path for path in tracked("*.py") if "migrations" not in path.parts]
    long = [f"{shown(path)}: {name} {size}" for path in written for name, size in _functions(path) if size > FUNCTION]
    assert long == []


def test_no_view_is_longer_than_25_lines() -> None:
    views = [path for path in sources() if "views" in (path.stem, *path.relative_to(PACKAGE).parts[1:-1])]
    assert len(views) > 1
    long = [f"{shown(path)}: {name} {size}" for path in views for name, size in _functions(path) if size > VIEW]
    assert long == []


def test_no_template_is_longer_than_120_lines() -> None:
    assert [f"{shown(path)}: {_lines(path)}" for path in templates() if _lines(path) > TEMPLATE] == []


def test_the_middle_file_is_at_most_80_lines() -> None:
    sizes = sorted(_lines(path) for path in sources() if _lines(path) > 0)
    assert sizes[len(sizes) // 2] <= 80
