"""What the tests of simultaneous work start from: several threads, each with a connection of its own."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any

from django.db import connection


@contextmanager
def several_at_once(count: int) -> Iterator[Callable[[Callable[[int], Any]], list[Any]]]:
    """Runs the same function in threads that all start at the same instant; returns what they returned or raised."""
    barrier = Barrier(count)

    def run(act: Callable[[int], Any]) -> list[Any]:
        def one(number: int) -> Any:
            barrier.wait(10)
            try:
                return act(number)
            except Exception as error:  # what was raised is what the test looks at
                return error
            finally:
                connection.close()

        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(one, range(count)))

    yield run
