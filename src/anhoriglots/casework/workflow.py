"""States and the steps between them, one table each. A caseworker should be able to read it."""

from django.db.models import TextChoices


class RequestStep(TextChoices):
    """What can happen to a contact request."""

    RECEIVED = "received", "Mottagen"
    TAKEN = "taken", "Tagen av en kollega"
    RELEASED = "released", "Lämnad tillbaka"
    TRIED = "tried", "Vi har försökt nå dig"
    ANSWERED = "answered", "Besvarad"
    REOPENED = "reopened", "Hörde av sig igen"
    CLOSED = "closed", "Klart"
    WITHDRAWN = "withdrawn", "Borttagen av den som frågade"
    ERASED = "erased", "Gallrad"


# The visitor may take everything back at any time, and what nobody closes is erased when nothing happens any more.
GONE = (RequestStep.WITHDRAWN, RequestStep.ERASED)

# From a step to the steps that may follow it.
REQUEST_STEPS: dict[str | None, frozenset[RequestStep]] = {
    None: frozenset({RequestStep.RECEIVED}),
    RequestStep.RECEIVED: frozenset({RequestStep.TAKEN, *GONE}),
    RequestStep.TAKEN: frozenset(
        {RequestStep.RELEASED, RequestStep.TRIED, RequestStep.ANSWERED, RequestStep.CLOSED, *GONE}
    ),
    RequestStep.RELEASED: frozenset({RequestStep.TAKEN, *GONE}),
    RequestStep.TRIED: frozenset(
        {RequestStep.RELEASED, RequestStep.TRIED, RequestStep.ANSWERED, RequestStep.CLOSED, *GONE}
    ),
    RequestStep.ANSWERED: frozenset(
        {RequestStep.RELEASED, RequestStep.ANSWERED, RequestStep.REOPENED, RequestStep.CLOSED, *GONE}
    ),
    RequestStep.REOPENED: frozenset({RequestStep.TAKEN, RequestStep.ANSWERED, RequestStep.CLOSED, *GONE}),
    RequestStep.CLOSED: frozenset({RequestStep.REOPENED, *GONE}),
    RequestStep.WITHDRAWN: frozenset(),
    RequestStep.ERASED: frozenset(),
}

# Steps after which somebody still has to do something.
WAITING_STEPS = (RequestStep.RECEIVED, RequestStep.RELEASED, RequestStep.REOPENED)
OPEN_STEPS = (*WAITING_STEPS, RequestStep.TAKEN, RequestStep.TRIED, RequestStep.ANSWERED)


class SupportContactStep(TextChoices):
    """What can happen to an offer of a support contact (SoL 13:9 from 2026-07-01; law A03, A04)."""

    OFFERED = "offered", "Erbjuden"
    ACCEPTED = "accepted", "Tackade ja"
    DECLINED = "declined", "Tackade nej"
    CHANGE_ASKED = "change_asked", "Vill byta"
    SUBSTITUTED = "substituted", "Ersättare"
    RETURNED = "returned", "Ordinarie tillbaka"
    CHANGED = "changed", "Bytt till en annan person"
    ASKED_AGAIN = "asked_again", "Vill ha en ändå"
    ENDED = "ended", "Avslutad"


SUPPORT_CONTACT_STEPS: dict[str | None, frozenset[SupportContactStep]] = {
    None: frozenset({SupportContactStep.OFFERED}),
    SupportContactStep.OFFERED: frozenset(
        {
            SupportContactStep.ACCEPTED,
            SupportContactStep.DECLINED,
            SupportContactStep.CHANGE_ASKED,
            SupportContactStep.CHANGED,
            SupportContactStep.ENDED,
        }
    ),
    SupportContactStep.ACCEPTED: frozenset(
        {
            SupportContactStep.CHANGE_ASKED,
            SupportContactStep.SUBSTITUTED,
            SupportContactStep.CHANGED,
            SupportContactStep.ENDED,
        }
    ),
    SupportContactStep.SUBSTITUTED: frozenset(
        {
            SupportContactStep.RETURNED,
            SupportContactStep.CHANGE_ASKED,
            SupportContactStep.CHANGED,
            SupportContactStep.ENDED,
        }
    ),
    SupportContactStep.RETURNED: frozenset(
        {
            SupportContactStep.CHANGE_ASKED,
            SupportContactStep.SUBSTITUTED,
            SupportContactStep.CHANGED,
            SupportContactStep.ENDED,
        }
    ),
    SupportContactStep.CHANGE_ASKED: frozenset({SupportContactStep.CHANGED, SupportContactStep.ENDED}),
    # Somebody else has taken over: what is done from now on is done with the new offer.
    SupportContactStep.CHANGED: frozenset(),
    # A no is not for ever (law A04): the carer may ask again, and is then offered somebody anew.
    SupportContactStep.DECLINED: frozenset({SupportContactStep.ASKED_AGAIN}),
    SupportContactStep.ENDED: frozenset({SupportContactStep.ASKED_AGAIN}),
    SupportContactStep.ASKED_AGAIN: frozenset({SupportContactStep.ENDED}),
}

# Steps at which a support contact is offered or at work, and so counts as load and rules out another offer.
ACTIVE_SUPPORT_STEPS = (
    SupportContactStep.OFFERED,
    SupportContactStep.ACCEPTED,
    SupportContactStep.SUBSTITUTED,
    SupportContactStep.RETURNED,
    SupportContactStep.CHANGE_ASKED,
)
