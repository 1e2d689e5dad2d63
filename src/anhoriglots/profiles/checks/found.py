"""What a check hands back."""

from collections.abc import Iterator
from typing import NamedTuple

from anhoriglots.kernel.document import Place


class Found(NamedTuple):
    """A file, a place in it, and what is wrong there."""

    file: str
    place: Place
    message: str


Findings = Iterator[Found]
