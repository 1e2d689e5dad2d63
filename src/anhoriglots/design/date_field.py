"""A day, written by hand."""

from datetime import date

from django.core.exceptions import ValidationError

from .fields import TextField

FIRST_YEAR, LAST_YEAR = 2000, 2100


class DateField(TextField):
    """A day written as 2026-03-01; empty gives None when it is not required."""

    def clean(self, value: str | None) -> date | None:
        """The day.

        Raises:
            ValidationError: not a day of the calendar, or in a year that can only be a slip of the finger.
        """
        written = super().clean(value)
        if not written:
            return None
        try:
            day = date.fromisoformat(written)
        except ValueError as error:
            raise ValidationError("Skriv dagen som 2026-03-01.", code="day") from error
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(f"Skriv ett år mellan {FIRST_YEAR} och {LAST_YEAR}.", code="year")
        return day
