"""What is wrong in a file: where it stands, what it is, and what to do about it, for whoever chose the file."""

import re
from dataclasses import dataclass

LONGEST_SHOWN = 60
# Signs that cannot be seen, that turn the order of the others, or that are half a sign.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RowFault:
    """One thing that is wrong.

    Attributes:
        file: name of the file, also inside a zip file.
        place: "rad 3" or the JSON pointer, such as "/contents/2/name".
        what: what is wrong, as a sentence.
        todo: what to do about it, as a sentence.
    """

    file: str
    place: str
    what: str
    todo: str


class Unusable(Exception):
    """Nothing of the file can be used."""

    def __init__(self, file: str, place: str, what: str, todo: str) -> None:
        super().__init__(what)
        self.fault = RowFault(file, place, what, todo)


def shown(value: object) -> str:
    """A value of the file, short enough to be shown."""
    text = clean(str(value))
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def clean(text: str) -> str:
    """The text without signs that nobody sees."""
    return UNSEEN.sub("", text).strip()
