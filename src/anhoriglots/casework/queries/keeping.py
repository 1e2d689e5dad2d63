"""When a request that nobody closes is erased: told to staff in time, whoever has it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, DateField, OuterRef, Q, Subquery, When

from anhoriglots.visitors.models import AccessCode

from ..erasure import Promised, all_promised_before, last_day_when_idle, midnight_of

WARNED_DAYS = 14


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long requests are kept, seen from one day.

    Attributes:
        today: the day.
        days: thread_days of the municipality.
    """

    today: date
    days: int

    @property
    def last_warned(self) -> date:
        """Requests whose last day is later are not warned of; where all is kept for a short time, not all the time."""
        return self.today + timedelta(days=min(WARNED_DAYS, self.days // 2))

    @property
    def _untouched(self) -> Q:
        return Q(step_at__lt=midnight_of(self.last_warned - timedelta(days=self.days - 1)))

    def code_until(self) -> Case:
        """The last day of the code. Looked for only where a warning can be near, so that the list of the day is not
        slower for it.
        """
        code = AccessCode.objects.filter(object_id=OuterRef("pk")).values("expires_on")
        return Case(When(self._untouched, then=Subquery(code[:1])), default=None, output_field=DateField())

    def soon_erased(self) -> Q:
        """Those that are warned of; asks for the column ``code_until``."""
        promised = all_promised_before(self.last_warned + timedelta(days=1))
        return self._untouched & promised & (Q(code_until__isnull=True) | Q(code_until__lte=self.last_warned))

    def warning(self, *, stepped_at: datetime, promised: Promised, code_until: date | None) -> str:
        """ "Gallras om 5 dagar", or nothing while there is time."""
        if (self.last_warned - stepped_at.date()).days < self.days:  # most rows, and cheap to see
            return ""
        last = last_day_when_idle(stepped_at=stepped_at, promised=promised, code_until=code_until, days=self.days)
        if last > self.last_warned:
            return ""
        return f"Gallras om {(last - self.today).days + 1} dagar" if last > self.today else "Gallras i natt"
