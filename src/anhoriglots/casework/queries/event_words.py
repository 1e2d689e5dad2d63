"""Who did what with a request or a support contact, as staff read it: whole words, never a bare step."""

from datetime import datetime

from django.utils.timezone import localdate

from ..choices import DeclineReason
from ..models import SupportContact
from ..workflow import RequestStep, SupportContactStep
from .when import day_words

SOMEBODY = "En kollega"  # whose account is gone
# With the first name of the colleague; the second words are for what nobody at work did.
REQUEST_WORDS = {
    RequestStep.RECEIVED: ("{who} tog emot den", "Förfrågan kom in"),
    RequestStep.TAKEN: ("{who} tog den", "Tagen"),
    RequestStep.RELEASED: ("{who} lämnade tillbaka den", "Lämnad tillbaka"),
    RequestStep.TRIED: ("{who} försökte nå personen", "Vi försökte nå personen"),
    RequestStep.ANSWERED: ("{who} svarade", "Besvarad"),
    RequestStep.REOPENED: ("{who} öppnade den igen", "Personen hörde av sig igen"),
    RequestStep.CLOSED: ("{who} markerade den som klar", "Klar"),
    RequestStep.WITHDRAWN: ("{who} tog bort den", "Personen tog bort den"),
    RequestStep.ERASED: ("{who} gallrade den", "Gallrad"),
}
SUPPORT_WORDS = {
    SupportContactStep.OFFERED: ("{who} erbjöd {worker} som stödkontakt", "{worker} erbjöds som stödkontakt"),
    SupportContactStep.SUBSTITUTED: ("{who} satte in en ersättare", "En ersättare sattes in"),
    SupportContactStep.RETURNED: ("{who} noterade att {worker} är tillbaka", "{worker} är tillbaka"),
    SupportContactStep.CHANGED: ("{who} bytte till en annan person", "Bytt till en annan person"),
    SupportContactStep.ENDED: ("{who} avslutade stödkontakten", "Stödkontakten avslutades"),
}
CARER_WORDS = {
    SupportContactStep.ACCEPTED: "Den anhöriga tackade ja",
    SupportContactStep.DECLINED: "Den anhöriga tackade nej",
    SupportContactStep.CHANGE_ASKED: "Den anhöriga bad att få byta person",
    SupportContactStep.ASKED_AGAIN: "Den anhöriga bad om en stödkontakt ändå",
}
STANDS = {
    SupportContactStep.OFFERED: "erbjuden {day}, inget svar än",
    SupportContactStep.ACCEPTED: "den anhöriga tackade ja {day}",
    SupportContactStep.DECLINED: "den anhöriga tackade nej {day}",
    SupportContactStep.CHANGE_ASKED: "den anhöriga bad {day} att få byta person",
    SupportContactStep.SUBSTITUTED: "har ersättare sedan {day}",
    SupportContactStep.RETURNED: "tillbaka sedan {day}",
    SupportContactStep.CHANGED: "bytt till en annan person {day}",
    SupportContactStep.ASKED_AGAIN: "den anhöriga bad {day} om en stödkontakt ändå",
    SupportContactStep.ENDED: "avslutad {day}",
}


def request_event(step: str, *, who: str) -> str:
    """What happened to a request: "Alva tog den". ``who`` is empty when nobody at work did it."""
    by_staff, otherwise = REQUEST_WORDS[RequestStep(step)]
    return by_staff.format(who=who) if who else otherwise


def support_event(step: str, *, who: str, worker: str, reason: str) -> tuple[str, str]:
    """What happened to a support contact, and what is told beside it.

    Args:
        who: the first name of the colleague who did or noted it; empty when the carer did, with the code.
        worker: the first name of the support contact, or "sig själv".
        reason: code of why the carer declined, empty for those who may not read it.
    """
    known = SupportContactStep(step)
    if known in CARER_WORDS:
        how = f"{who} skrev ned svaret" if who else "Svarade med sin kod"
        why = str(DeclineReason(reason).label) if reason else ""
        return CARER_WORDS[known], " · ".join(part for part in (how, why) if part)
    by_staff, otherwise = SUPPORT_WORDS[known]
    return (by_staff if who else otherwise).format(who=who, worker=worker), ""


def how_it_stands(contact: SupportContact, at: datetime) -> str:
    """How the offer stands: "erbjuden igår, inget svar än"."""
    day = day_words(localdate(contact.step_at), today=localdate(at))
    return STANDS[SupportContactStep(contact.step)].format(day=day)


def support_contact_words(contact: SupportContact, at: datetime) -> str:
    """Who it is and how it stands: "Anna – erbjuden igår, inget svar än"."""
    return f"{contact.worker.first_name} – {how_it_stands(contact, at)}"
