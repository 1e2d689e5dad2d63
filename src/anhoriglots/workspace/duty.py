"""What the law says of offering a support contact, as staff read it beside the offer."""

from dataclasses import replace
from datetime import date

from anhoriglots.kernel.decision import Decision
from anhoriglots.law import codes, decide


def support_contact_duty(on: date) -> Decision:
    """The decision for a carer whom the section is about, with a sentence that tells who that is.

    Args:
        on: the day whose law is asked.

    Raises:
        NoLawOnDate: the section has no wording on that day.
    """
    groups = codes("carer-target-groups", on)
    duty = decide("offer-duty", on=on, facts={"cared_for": tuple(groups), "what": "support_contact"})
    *first, last = groups.values()
    return replace(duty, sentence=f"{duty.sentence} Det gäller den som hjälper {', '.join(first)} eller {last}.")
