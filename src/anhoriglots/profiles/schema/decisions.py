"""board_decisions.yaml: what the boards have decided about support without assessment and about what is noted."""

from datetime import date, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from anhoriglots.kernel.period import Period

from .base import Key, Keys, Line, Row, SourcedRow, SupportFormCode

DecisionNumber = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
DocumentationMode = Literal["identified", "counselling", "deidentified"]


class Decided(Row):
    """A decision as a paper.

    Attributes:
        number: the decision's number in the register.
        valid_to: the last day it holds, or nothing while it holds until further notice.
    """

    number: DecisionNumber
    decided_on: date
    valid_from: date
    valid_to: date | None = None

    @property
    def period(self) -> Period:
        """The days it holds."""
        end = self.valid_to + timedelta(days=1) if self.valid_to else None
        return Period(self.valid_from, end)

    @model_validator(mode="after")
    def _days_follow_each_other(self) -> Self:
        if self.valid_from < self.decided_on:
            raise ValueError("valid_from ligger före decided_on: ett beslut gäller tidigast från dagen det fattas")
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError("valid_to ligger före valid_from")
        return self


class BoardDecision(SourcedRow, Decided):
    """A decision by one or more boards about one or more forms of support.

    Attributes:
        boards: keys, or "all_districts" when every district board has decided the same.
        without_assessment: whether the forms may be given without an individual assessment.
        documentation: identified is the rule; deidentified needs special reasons, written in ``reason``.
    """

    key: Key
    boards: Literal["all_districts"] | Keys
    support_forms: Annotated[tuple[SupportFormCode, ...], Field(min_length=1)]
    without_assessment: bool
    documentation: DocumentationMode
    reason: Line
