"""What can be written or chosen behind a code."""

from django.utils.translation import gettext_lazy as _

from anhoriglots.booking.choices import CancelReason
from anhoriglots.casework.choices import DeclineReason
from anhoriglots.design.fields import RadioChipsField, RadioField, ShortTextField, TextField
from anhoriglots.design.forms import Form, refuse_unless
from anhoriglots.visitors.policies import LINE_LIMIT, may_be_kept

# The reasons of the lecture for managers, in words to the one who says no.
DECLINE_REASONS = [
    (DeclineReason.NOT_CARED_FOR.value, _("Det passar inte den jag hjälper")),
    (DeclineReason.NOT_CARER.value, _("Det passar inte mig")),
    (DeclineReason.QUALITY.value, _("Det är inte bra nog")),
    (DeclineReason.TIME.value, _("Det är fel tid")),
    (DeclineReason.COST.value, _("Det är för dyrt")),
    (DeclineReason.NOT_READY.value, _("Jag är inte redo nu")),
    (DeclineReason.UNSAID.value, _("Jag vill inte säga")),
]
# The same for somebody who has given a seat back.
CANCEL_REASONS = [
    (CancelReason.NOT_FOR_THEM.value, _("Det passar inte den jag hjälper")),
    (CancelReason.NOT_FOR_ME.value, _("Det passar inte mig")),
    (CancelReason.NOT_GOOD_ENOUGH.value, _("Det är inte bra nog")),
    (CancelReason.WRONG_TIME.value, _("Det är fel tid")),
    (CancelReason.TOO_COSTLY.value, _("Det är för dyrt")),
    (CancelReason.NOT_READY.value, _("Jag är inte redo nu")),
    (CancelReason.NOT_SAID.value, _("Jag vill inte säga")),
]


class CodeForm(Form):
    """The code: no pattern, no separate boxes, so that it can be pasted and misspelt."""

    words = TextField(
        label=_("Din kod"),
        hint=_("Tre ord och två siffror. Stora och små bokstäver spelar ingen roll."),
        missing=_("Skriv din kod. Har du tappat den? Ring oss."),
    )


class LineForm(Form):
    """One line to those who answer."""

    line = ShortTextField(
        label=_("Vill du lägga till något?"),
        hint=_("Skriv inte namn eller personnummer."),
        missing=_("Skriv det du vill säga."),
        max_length=LINE_LIMIT,
    )

    def clean_line(self) -> str:
        """Refuse a personal number."""
        line: str = self.cleaned_data["line"]
        refuse_unless(may_be_kept(line))
        return line


class DeclineForm(Form):
    """Why not; one tap, and none is needed."""

    reason = RadioField(
        label=_("Vill du säga varför?"),
        hint=_("Du behöver inte. Det hjälper oss att bli bättre."),
        choices=DECLINE_REASONS,
        required=False,
    )


class WhyForm(Form):
    """Why one has cancelled; one tap afterwards, and none is needed."""

    reason = RadioChipsField(
        label=_("Vill du säga varför?"),
        hint=_("Du behöver inte. Det hjälper oss att bli bättre."),
        choices=CANCEL_REASONS,
        missing=_("Välj ett svar, eller lämna sidan."),
    )
