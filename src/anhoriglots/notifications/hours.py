"""When a message may reach somebody: a telephone that beeps at night wakes more than its owner."""

from datetime import datetime, time, timedelta

from anhoriglots.kernel.dates import SWEDEN

FIRST, LAST = time(8), time(20)  # Swedish wall clock


def decent(at: datetime, *, before: datetime) -> datetime:
    """The instant itself between 8 and 20, else 8 the next morning; but at once when that would be too late.

    Args:
        before: when it is of no use any longer.
    """
    local = at.astimezone(SWEDEN)
    if FIRST <= local.time() < LAST:
        return at
    day = local.date() if local.time() < FIRST else local.date() + timedelta(days=1)
    morning = datetime.combine(day, FIRST, SWEDEN)
    return morning if morning < before else at
