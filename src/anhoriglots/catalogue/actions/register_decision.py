"""Registers what the board has decided about a form of support."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.decision import Refused, forbidden

from ..models import BoardDecision, SupportForm
from ..models.decisions import Documentation
from ..models.origin import Origin
from ..queries.decisions import documentation_decision, without_assessment_decision
from .registering import Paper, law_of, register


@dataclass(frozen=True, slots=True)
class AboutSupport:
    """What was decided; ``support_form`` is the code of the form."""

    support_form: str
    without_assessment: bool
    documentation: str
    conditions: str = ""
    reason: str = ""


@transaction.atomic
def register_decision(*, actor: Actor, paper: Paper, about: AboutSupport, at: datetime) -> BoardDecision:
    """Save that a form of support is given without assessment or not, and how its contacts are written down.

    The law of the first day is asked (SoL 11:5, 14:3-5).

    Raises:
        Refused: what ``register`` refuses; the law always wants the form assessed, does not let it be written down so,
            or wants special reasons that are not given.
    """
    form = SupportForm.objects.filter(pk=about.support_form).first()
    if form is None:
        raise Refused(forbidden("unknown-form", "Stödformen finns inte. Välj en i listan."))
    row = register(
        actor=actor,
        model=BoardDecision,
        paper=paper,
        content={
            "support_form": form,
            "without_assessment": about.without_assessment,
            "documentation": about.documentation,
            "conditions": about.conditions,
            "reason": about.reason,
            "key": str(paper.key),
            "origin": Origin.REGISTER,
        },
        once=("support_form", "active"),
        at=at,
    )
    _lawful(row, form)
    return row


def _lawful(row: BoardDecision, form: SupportForm) -> None:
    with law_of(row.valid_from):
        if row.without_assessment:
            without_assessment_decision(form, row, row.valid_from).require()
        documentation = documentation_decision(row.documentation, form, row, row.valid_from)
        documentation.require()
    if row.documentation == Documentation.DEIDENTIFIED and not row.reason:
        sentence = "Skriv de särskilda skälen. Utan dem får namn inte utelämnas."
        raise Refused(forbidden("no-special-reasons", sentence, *documentation.citations))
