"""No figure and no date of law stands in a rule: they are dated rows of a list, with their source."""

import ast
import inspect
from collections.abc import Iterable, Iterator
from typing import Any

from .question import Question
from .rule_code import module_tree

# They count and step and say nothing about the law.
HARMLESS = (0, 1)
MAKES_A_DAY = frozenset({"date", "datetime", "fromisoformat", "strptime", "fromordinal"})
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def figure_faults(questions: Iterable[Question[Any]]) -> Iterator[str]:
    """Each number other than 0, 1 and -1 and each day that a function of a rule's module writes or takes from there.

    The days in a version's own ``Period`` are no fault, nor are the limits of what a fact may be.
    """
    files = {inspect.getfile(version.answer) for question in questions for version in question.versions}
    for file in sorted(files):
        yield from (f"rules/{file.rpartition('/')[2]}: {fault}" for fault in figures_in(module_tree(file)))


def figures_in(module: ast.Module) -> Iterator[str]:
    """One sentence for each line of the source that has a figure or a day."""
    constants = dict(_constants(module))
    told: dict[int, str] = {}
    for node in (one for function in ast.walk(module) if isinstance(function, Function) for one in _own(function)):
        figure = _figure(node)
        if isinstance(node, ast.Name) and node.id in constants:
            figure = f"{node.id}, which is {constants[node.id]}"
        if figure:
            told.setdefault(node.lineno, figure)
    yield from (f"line {line} has {figure}; make it a parameter" for line, figure in sorted(told.items()))


def _own(function: Function) -> Iterator[ast.expr]:
    """The expressions of the function and its defaults; not its decorators, where the days of a version stand."""
    body = function.body if isinstance(function.body, list) else [function.body]
    defaults = [one for one in (*function.args.defaults, *function.args.kw_defaults) if one]
    for part in (*body, *defaults):
        yield from (node for node in ast.walk(part) if isinstance(node, ast.expr))


def _figure(node: ast.AST) -> str:
    """What the expression is when it is a figure or a day; else nothing."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return "" if node.value in HARMLESS else f"the number {node.value}"
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return "a day" if name in MAKES_A_DAY else ""
    return ""


def _constants(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Names of the module that stand for a number or a day, or for something that holds one."""
    for statement in module.body:
        if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
            continue
        figure = next(filter(None, map(_figure, ast.walk(statement.value))), "")
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        if figure and not _is_question(statement.value):
            yield from ((target.id, figure) for target in targets if isinstance(target, ast.Name))


def _is_question(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and getattr(value.func, "id", "") == "Question"
