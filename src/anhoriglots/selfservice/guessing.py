"""Trying a code: wrong ones are counted per visitor and, so that many addresses help nobody, per municipality."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from anhoriglots.casework.actions.receive_request import Received
from anhoriglots.casework.queries.code_page import request_of
from anhoriglots.database.throttle import Attempt, Limit, attempt, give_back
from anhoriglots.design.words import clock_in_words
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.visitors.models import AccessCode, Opens
from anhoriglots.visitors.queries import opened_by

OWN = Limit("access-code", attempts=5, window=timedelta(minutes=15))
# Far above what people mistype in a whole city, far below what finds one of 33 bits of codes.
TOGETHER = Limit("access-code-municipality", attempts=300, window=timedelta(hours=1))


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a code: the thread, the booking or the report it opens, or - in words - why nobody may try just now,
    or none of them.
    """

    where: Received | None = None
    booking: AccessCode | None = None
    report: AccessCode | None = None
    pause: str = ""


def try_code(words: str, *, municipality: MunicipalityPage, visitor: str, at: datetime) -> Tried:
    """Look the code up, unless too many have been wrong.

    Args:
        words: what was written.
        municipality: where.
        visitor: the visitor's network address.
        at: the instant.
    """
    own = attempt(OWN, visitor=visitor, at=at)
    if not own.allowed:
        return Tried(pause=_own_pause(own))
    together = attempt(TOGETHER, visitor=municipality.code, at=at)
    if not together.allowed:
        give_back(OWN, visitor=visitor)  # the code was not even looked at
        return Tried(pause=_shared_pause(together))
    code = opened_by(words, municipality=municipality.code, today=localdate(at))
    if code is not None:
        give_back(OWN, visitor=visitor)
        give_back(TOGETHER, visitor=municipality.code)
        return _opened(code, municipality, at)
    return Tried(pause="" if own.left else _own_pause(own))


def _opened(code: AccessCode, municipality: MunicipalityPage, at: datetime) -> Tried:
    # Opening a booking or a report moves no day: it goes some days after the last time, whoever looks at it.
    if code.opens == Opens.BOOKING:
        return Tried(booking=code)
    if code.opens == Opens.FAULT:
        return Tried(report=code)
    return Tried(request_of(code, municipality=municipality, at=at))


def _own_pause(tried: Attempt) -> str:
    return _("Koden har blivit fel fem gånger. Vänta till klockan %(clock)s eller ring oss.") % {
        "clock": clock_in_words(tried.opens_at)
    }


def _shared_pause(tried: Attempt) -> str:
    return _("Många har skrivit fel kod i dag. Därför är sidan stängd till klockan %(clock)s. Ring oss om du vill.") % {
        "clock": clock_in_words(tried.opens_at)
    }
