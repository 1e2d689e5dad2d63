"""What the law says of offering a support contact, as staff read it beside the offer."""

from dataclasses import replace
from datetime import date

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.queries.places import Place
from anhoriglots.kernel.decision import Decision
from anhoriglots.law import codes


def _facts(on: date) -> dict[str, object]:
    return {"cared_for": tuple(codes("carer-target-groups", on)), "what": "support_contact"}


SUPPORT_CONTACT = Place("offer-duty", ("Erbjud en stödkontakt", "Stödkontakt"), every=lambda day: [_facts(day)])


def support_contact_duty(actor: Actor, on: date) -> Decision:
    """The decision for a carer whom the section is about, with a sentence that tells who that is.

    Args:
        actor: whose board's own decision speaks where there is one.
        on: the day whose law is asked.

    Raises:
        NoLawOnDate: the section has no wording on that day.
    """
    duty = SUPPORT_CONTACT.decide(actor, on, _facts(on))
    if duty.local:
        return duty
    *first, last = codes("carer-target-groups", on).values()
    return replace(duty, sentence=f"{duty.sentence} Det gäller den som hjälper {', '.join(first)} eller {last}.")
