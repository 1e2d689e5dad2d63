"""What a decision about a form of support touches: how things are on a day, so that before and after compare."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from anhoriglots.kernel.decision import Decision, Outcome

from ..models import Offer
from .decisions import documentation_mode_for
from .register_words import how_written


@dataclass(frozen=True, slots=True)
class SupportState:
    """One form of support at one board on one day.

    Attributes:
        way: whether it may be given without assessment, in words.
        written: how a contact is written down, in words.
        number: the decision it rests on; empty without one.
        offers: titles of the board's offers of this form.
        documentation: what the law says of writing it down so.
    """

    way: str
    written: str
    number: str
    offers: tuple[str, ...]
    documentation: Decision


def support_state(board: UUID, support_form: str, *, on: date) -> SupportState:
    """How the form is given and written down at the board on the day.

    Raises:
        UnknownSupportForm: there is no such form.
    """
    mode = documentation_mode_for(board, support_form, on=on)
    offers = Offer.objects.filter(board=board, active=True, support_form=support_form).order_by("position")
    may = mode.without_assessment.outcome in (Outcome.PERMITTED, Outcome.REQUIRED)
    return SupportState(
        way="ja" if may else "nej",
        written=how_written(mode.mode),
        number=mode.number,
        offers=tuple(offer.texts["title"]["sv"] for offer in offers),
        documentation=mode.documentation,
    )
