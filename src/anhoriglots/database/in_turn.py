"""Does the same at one after the other, as the program's own tasks do at every board."""

from collections.abc import Callable, Iterable
from typing import TypeVarTuple

Ts = TypeVarTuple("Ts")


def in_turn(work: Callable[[*Ts], object], items: Iterable[tuple[*Ts]]) -> None:
    """Call ``work`` with each; it opens its scope itself.

    What goes wrong at one must not make the others wait: it is raised when all have been visited.

    Raises:
        ExceptionGroup: with what went wrong.
    """
    failed = [error for item in items if (error := _failure(work, item))]
    if failed:
        raise ExceptionGroup("the work failed at some boards", failed)


def _failure(work: Callable[[*Ts], object], item: tuple[*Ts]) -> Exception | None:
    try:
        work(*item)
    except Exception as error:
        return error
    return None
