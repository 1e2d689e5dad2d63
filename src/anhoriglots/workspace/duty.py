"""What the law says of offering a support contact, as staff read it beside the offer."""

from dataclasses import replace
from datetime import date

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.queries.decide_here import decide_here
from anhoriglots.kernel.decision import Decision
from anhoriglots.law import codes


def support_contact_duty(actor: Actor, on: date) -> Decision:
    """The decision for a carer whom the section is about, with a sentence that tells who that is.

    Args:
        actor: whose board's own decision speaks where there is one.
        on: the day whose law is asked.

    Raises:
        NoLawOnDate: the section has no wording on that day.
    """
    groups = codes("carer-target-groups", on)
    duty = decide_here(actor, "offer-duty", on, {"cared_for": tuple(groups), "what": "support_contact"})
    if duty.local:
        return duty
    *first, last = groups.values()
    return replace(duty, sentence=f"{duty.sentence} Det gäller den som hjälper {', '.join(first)} eller {last}.")
