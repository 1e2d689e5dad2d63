"""Shows how far something slow has come, on standard error and only where somebody watches or it takes long."""

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

T = TypeVar("T")
_EVERY = 2.0  # seconds between lines


class Progress:
    """Tells what is being done. ``quiet`` says nothing, for tests."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet

    def say(self, words: str) -> None:
        """One line of its own."""
        if not self.quiet:
            print(words, file=sys.stderr, flush=True)

    def over(self, things: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
        """The same things, with a line every other second and one when all are done."""
        whole = total if total is not None else len(things) if isinstance(things, Sized) else 0
        started = told = time.monotonic()
        count = 0
        for count, thing in enumerate(things, start=1):
            yield thing
            if count % 512 == 0 or whole < 512:
                now = time.monotonic()
                if now - told > _EVERY:
                    told = now
                    self.say(f"  {label}: {count:,} of {whole:,}")
        self.say(f"  {label}: {count:,} in {time.monotonic() - started:.1f} s")
