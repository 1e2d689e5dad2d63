"""What one board gives, as staff see it: support form, way in, how it is written down, on what decision, and when
somebody last looked at it.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Decision

from ..models import Offer
from ..policies import may_review
from .decisions import MODE_LABELS, FormMode, modes_of
from .offer_labels import ROUTE_LABELS
from .reviews import months_in_words, whole_months

# What else an offer and its unit hold is for the open pages, and takes longer to read than all that is shown here.
REVIEW = ("reviewed_on", "next_review_on")
FORM = [f"support_form__{name}" for name in ("name", "legal_kind", "activity")]


@dataclass(frozen=True, slots=True)
class BoardOffer:
    """One offer. ``form`` and ``without_assessment`` carry what the law says, with sections and days. ``may_review``
    when the reader's unit owns it and nobody has looked at it today.
    """

    id: UUID
    title: str
    form_name: str
    route: str
    contact: str
    owner: str
    checked: str
    again: str
    is_overdue: bool
    unchecked: str
    may_review: bool
    mode: str
    form: FormMode
    attention: str
    without_assessment: Decision | None


def board_offers(board: UUID, *, on: date, reader: Actor | None = None) -> list[BoardOffer]:
    """The board's offers: what nobody has looked at in time first, then the profile's order. Two statements."""
    offers = Offer.objects.filter(board=board, active=True)
    offers = offers.select_related("support_form", "contact", "owner")
    shown = offers.only("texts", "access_route", *REVIEW, "contact__name", "owner__name", *FORM)
    rows = list(shown.order_by("support_form__position", "position"))
    modes = modes_of((row.support_form for row in rows), board, on=on)
    told = [_offer(row, modes[row.support_form_id], reader, on) for row in rows]
    return sorted(told, key=lambda offer: not offer.is_overdue)


def _offer(row: Offer, form: FormMode, reader: Actor | None, on: date) -> BoardOffer:
    open_to_all = row.access_route in ("without_assessment", "either")
    return BoardOffer(
        id=row.pk,
        title=row.texts["title"]["sv"],
        form_name=form.name,
        route=ROUTE_LABELS.get(row.access_route, row.access_route),
        contact=row.contact.name,
        owner=row.owner.name,
        checked=swedish_date(row.reviewed_on),
        again=swedish_date(row.next_review_on),
        is_overdue=row.next_review_on < on,
        unchecked=f"Inte kontrollerat på {months_in_words(whole_months(row.reviewed_on, on))}",
        may_review=reader is not None and row.reviewed_on < on and bool(may_review(reader, row)),
        mode=MODE_LABELS[form.mode],
        form=form,
        attention=form.attention if open_to_all else "",
        without_assessment=form.without_assessment if open_to_all else None,
    )
