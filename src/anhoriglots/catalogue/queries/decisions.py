"""What a board has decided about support forms: without assessment or not, and how a contact is written down."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.law import decide

from ..models import BoardDecision, SupportForm
from .in_force import in_force

IDENTIFIED, COUNSELLING, DEIDENTIFIED = "identified", "counselling", "deidentified"
MODE_LABELS = {IDENTIFIED: "med namn", COUNSELLING: "rådgivning", DEIDENTIFIED: "utan namn"}
ENDS_SOON = timedelta(days=60)


class UnknownSupportForm(LookupError):
    """There is no support form with this code."""


@dataclass(frozen=True, slots=True)
class FormMode:
    """How contacts about one support form are written down at one board on one day.

    Attributes:
        mode: "identified", "counselling" or "deidentified".
        documentation: what the law says of writing it down so.
        without_assessment: what the law says of giving it without assessment.
        number: the board's decision, or empty when there is none.
        ends: the last day the decision holds in words, empty when it holds until further notice.
        attention: why somebody should see to the decision; empty when all is well.
    """

    code: str
    name: str
    mode: str
    documentation: Decision
    without_assessment: Decision
    number: str
    ends: str
    attention: str

    @property
    def label(self) -> str:
        """The form with its mode, as a choice on screen."""
        return f"{self.name} · {MODE_LABELS[self.mode]}"


def documentation_mode_for(board: UUID, support_form: str, *, on: date) -> FormMode:
    """How a contact about the form must be written down at the board on the day.

    Raises:
        UnknownSupportForm: there is no such form.
    """
    decided = _decisions(board, on).filter(support_form=support_form).first()
    if decided:
        return _form_mode(decided.support_form, decided, on)
    form = SupportForm.objects.filter(pk=support_form).first()
    if form is None:
        raise UnknownSupportForm(support_form)
    return _form_mode(form, None, on)


def form_modes(board: UUID, *, on: date) -> list[FormMode]:
    """Every form that the board gives or has decided on and that carers can turn to without applying first."""
    offered = Q(offer__board=board, offer__active=True, offer__access_route__in=("without_assessment", "either"))
    decided = {row.support_form_id: row for row in _decisions(board, on).reverse()}
    forms = SupportForm.objects.filter(offered | Q(pk__in=decided)).distinct().order_by("position")
    return [_form_mode(form, decided.get(form.pk), on) for form in forms]


def modes_of(forms: Iterable[SupportForm], board: UUID, *, on: date) -> dict[str, FormMode]:
    """The same for the given forms, by code."""
    decided = {row.support_form_id: row for row in _decisions(board, on).select_related(None).reverse()}
    return {form.pk: _form_mode(form, decided.get(form.pk), on) for form in forms}


def _decisions(board: UUID, on: date) -> QuerySet[BoardDecision]:
    rows = BoardDecision.objects.filter(in_force(on), board=board, active=True)
    return rows.select_related("support_form").order_by("-valid_from", "-decided_on")


def _form_mode(form: SupportForm, decided: BoardDecision | None, on: date) -> FormMode:
    mode = decided.documentation if decided else IDENTIFIED
    documentation = documentation_decision(mode, form, decided, on)
    if documentation.outcome in (Outcome.FORBIDDEN, Outcome.UNDETERMINED):
        # The board's word cannot stand against the act: the rule of the act holds.
        mode = IDENTIFIED
        documentation = documentation_decision(mode, form, None, on)
    return FormMode(
        code=form.pk,
        name=form.name,
        mode=mode,
        documentation=documentation,
        without_assessment=without_assessment_decision(form, decided, on),
        number=decided.number if decided else "",
        ends=swedish_date(decided.holds_to) if decided and decided.holds_to else "",
        attention=_attention(decided, on),
    )


def documentation_decision(mode: str, form: SupportForm, decided: BoardDecision | None, on: date) -> Decision:
    """What the law says of writing a contact about the form down in the mode, given what the board has decided."""
    facts = {
        "mode": mode,
        "activity": form.activity,
        "without_assessment": decided is not None and decided.without_assessment,
        "identity_decision": decided is not None and decided.documentation == DEIDENTIFIED,
    }
    return decide("documentation-mode", on=on, facts=facts)


def without_assessment_decision(form: SupportForm, decided: BoardDecision | None, on: date) -> Decision:
    """What the law says of giving the form without assessment, given what the board has decided."""
    facts = {"kind": form.legal_kind, "board_decision": decided is not None and decided.without_assessment}
    return decide("support-without-assessment", on=on, facts=facts)


def _attention(decided: BoardDecision | None, on: date) -> str:
    if decided is None:
        return "Beslut saknas"
    if decided.holds_to is not None and decided.holds_to - on < ENDS_SOON:
        return f"Slutar {swedish_date(decided.holds_to)}"
    return ""
