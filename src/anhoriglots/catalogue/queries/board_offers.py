"""What one board gives, as staff see it: support form, way in, how it is written down, and on what decision."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from anhoriglots.kernel.decision import Decision

from ..models import Offer
from .decisions import MODE_LABELS, FormMode, modes_of

ROUTE_LABELS = {
    "without_assessment": "utan behovsprövning",
    "assessed": "efter ansökan",
    "lss": "efter ansökan enligt LSS",
    "either": "utan behovsprövning eller efter ansökan",
    "other_law": "efter ansökan enligt annan lag",
}

# What else an offer and its unit hold is for the open pages, and takes longer to read than all that is shown here.
FORM = [f"support_form__{name}" for name in ("name", "legal_kind", "activity")]


@dataclass(frozen=True, slots=True)
class BoardOffer:
    """One offer. ``form`` and ``without_assessment`` carry what the law says, with sections and days."""

    title: str
    form_name: str
    route: str
    contact: str
    mode: str
    form: FormMode
    attention: str
    without_assessment: Decision | None


def board_offers(board: UUID, *, on: date) -> list[BoardOffer]:
    """The board's offers in the profile's order, in two statements."""
    offers = Offer.objects.filter(board=board, active=True).select_related("support_form", "contact")
    shown = offers.only("texts", "access_route", "contact__name", *FORM)
    rows = list(shown.order_by("support_form__position", "position"))
    modes = modes_of((row.support_form for row in rows), board, on=on)
    return [_offer(row, modes[row.support_form_id]) for row in rows]


def _offer(row: Offer, form: FormMode) -> BoardOffer:
    open_to_all = row.access_route in ("without_assessment", "either")
    return BoardOffer(
        title=row.texts["title"]["sv"],
        form_name=form.name,
        route=ROUTE_LABELS.get(row.access_route, row.access_route),
        contact=row.contact.name,
        mode=MODE_LABELS[form.mode],
        form=form,
        attention=form.attention if open_to_all else "",
        without_assessment=form.without_assessment if open_to_all else None,
    )
