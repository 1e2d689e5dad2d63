"""Numbers and clock times, written by hand."""

import re
from datetime import time
from typing import Any

from django.core.exceptions import ValidationError

from anhoriglots.kernel.digits import to_ascii

from .fields import Text, TextField

CLOCK = re.compile(r"([01]?[0-9]|2[0-3])(?:[.:]?([0-5][0-9]))?")


class NumberField(TextField):
    """A whole number from ``least`` to ``most``; empty gives None when it is not required."""

    extra_attrs = {"inputmode": "numeric"}

    def __init__(self, *, label: Text, least: int, most: int, **kwargs: Any) -> None:
        self.least, self.most = least, most
        kwargs.setdefault("missing", f"Skriv ett antal från {least} till {most}.")
        super().__init__(label=label, max_length=10, **kwargs)

    def clean(self, value: str | None) -> int | None:
        """The number.

        Raises:
            ValidationError: not a whole number, or too small or too large.
        """
        written = to_ascii(super().clean(value))
        if not written:
            return None
        if not (written.isascii() and written.isdecimal() and self.least <= int(written) <= self.most):
            raise ValidationError(f"Skriv ett antal från {self.least} till {self.most}.", code="number")
        return int(written)


class ClockField(TextField):
    """A clock time written as 18.00, 18:00, 1800 or 18."""

    extra_attrs = {"inputmode": "numeric"}

    def __init__(self, *, label: Text, **kwargs: Any) -> None:
        kwargs.setdefault("missing", "Skriv klockslaget, till exempel 18.00.")
        super().__init__(label=label, max_length=10, **kwargs)

    def clean(self, value: str | None) -> time | None:
        """The time; None when nothing was written and nothing is required.

        Raises:
            ValidationError: no time of the day.
        """
        written = to_ascii(super().clean(value))
        if not written:
            return None
        match = CLOCK.fullmatch(written)
        if match is None:
            raise ValidationError("Skriv klockslaget som 18.00.", code="clock")
        return time(int(match[1]), int(match[2] or 0))
