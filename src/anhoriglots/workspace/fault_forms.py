"""Input on the page of a report: the decision, the answer, and what the statement says."""

from datetime import date
from typing import Any

from anhoriglots.accessibility.actions.handle_report import Ruled
from anhoriglots.accessibility.choices import Ruling
from anhoriglots.accessibility.policies import LONGEST_ANSWER, LONGEST_REASON, LONGEST_TOLD
from anhoriglots.accessibility.queries.register import Shown
from anhoriglots.design.date_field import DateField
from anhoriglots.design.fields import ChoiceLook, LongTextField, RadioField
from anhoriglots.design.forms import Form

from .forms import without_personal_number

# Which field a refusal of the action belongs to; the others belong to the whole form.
FIELD_OF = {
    "mend-by": "mend_by",
    "mend-by-past": "mend_by",
    "no-assessment": "reason",
    "assessed-later": "assessed_on",
    "answer-length": "answer",
    "not-told": "told",
}
HINTS = {
    Ruling.WILL_MEND.value: "Skriv dagen nedanför.",
    Ruling.TOO_HEAVY.value: "Skriv skälet och dagen för bedömningen nedanför. Redogörelsen ska säga varför.",
}
DAY = "Skriv dagen, till exempel 2026-12-01."


class RulingForm(Form):
    """What is decided of a report."""

    ruling = RadioField(
        label="Beslut", choices=Ruling.choices, look=ChoiceLook(hints=HINTS), missing="Välj vad ni har bestämt."
    )
    mend_by = DateField(
        label="Lagat senast (om det ska lagas)",
        hint="Till exempel 2026-12-01.",
        required=False,
        missing=DAY,
        max_length=10,
    )
    reason = LongTextField(label="Skäl (om det är oskäligt betungande)", required=False, max_length=LONGEST_REASON)
    assessed_on = DateField(
        label="Bedömt den (om det är oskäligt betungande)", required=False, missing=DAY, max_length=10
    )
    answer = LongTextField(
        label="Svar till den som sa till",
        hint="Det läses med koden.",
        missing="Skriv ett svar.",
        max_length=LONGEST_ANSWER,
    )
    told = LongTextField(
        label="Så står det på sidan om tillgänglighet (frivilligt)",
        hint="Med egna ord, utan något om den som sa till. Tomt betyder att det inte står där.",
        required=False,
        max_length=LONGEST_TOLD,
    )

    @classmethod
    def of(cls, shown: Shown, data: Any = None) -> "RulingForm":
        """The form, filled with what was decided before."""
        first = {
            "ruling": shown.ruling_code,
            "mend_by": shown.mend_by,
            "reason": shown.reason,
            "assessed_on": shown.assessed_on,
            "answer": shown.answer,
            "told": shown.told,
        }
        return cls(data, initial=first)

    def clean_answer(self) -> str:
        """Refuse a personal number."""
        return without_personal_number(self.cleaned_data["answer"])

    def clean_reason(self) -> str:
        """Refuse a personal number."""
        return without_personal_number(self.cleaned_data["reason"])

    def clean_told(self) -> str:
        """Refuse a personal number."""
        return without_personal_number(self.cleaned_data["told"])

    def ruled(self) -> Ruled:
        """As the action takes it; the form must be valid. What belongs to another decision is left out."""
        given = self.cleaned_data
        ruling = Ruling(given["ruling"])
        is_heavy = ruling == Ruling.TOO_HEAVY
        mend_by: date | None = given["mend_by"] or None
        return Ruled(
            ruling=ruling,
            answer=given["answer"],
            mend_by=mend_by if ruling == Ruling.WILL_MEND else None,
            reason=given["reason"] if is_heavy else "",
            assessed_on=(given["assessed_on"] or None) if is_heavy else None,
            told=given["told"],
        )
