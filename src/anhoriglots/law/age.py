"""How old a person is on the day a question concerns."""

from datetime import date

from .calendar import age_on
from .errors import BadFact


def known_age(born: date, on: date) -> int:
    """Whole years on the day. Who was born on a leap day: see ``calendar.age_on``.

    Raises:
        BadFact: born later than the day.
    """
    if born > on:
        raise BadFact("Uppgiften 'born' ligger efter den dag som frågan gäller.", fact="born")
    return age_on(born, on)
