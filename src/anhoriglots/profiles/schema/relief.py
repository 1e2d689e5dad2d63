"""The relief part of rules.yaml: who answers, and the hours that may be had without applying."""

from datetime import date, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from anhoriglots.kernel.period import Period

from .base import Key, Keys, Row, SourcedRow, SupportFormCode
from .organisation import OpeningSpan

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Round = Literal["week", "month", "year"]
Decider = Literal["nobody", "relief_unit"]


class ReliefDesk(SourcedRow):
    """The unit that answers a carer who needs relief while in a group.

    Attributes:
        boards: the boards whose groups it answers for, or "all_districts".
        unit: its key, or "own_board" for the board's central carer support unit. It belongs to the board itself: what
            one board is told no other may read.
        answer_days: working days before the carer has an answer.
        ask_days: days before the first meeting when a carer without an answer, or with a no, is asked what to do.
    """

    key: Key
    boards: Literal["all_districts"] | Keys
    unit: Key
    answer_days: Annotated[int, Field(ge=0, le=10)]
    ask_days: Annotated[int, Field(ge=1, le=30)]


class ReliefHours(SourcedRow):
    """Hours of relief that may be had without an assessment, by the municipality's own rule.

    Attributes:
        boards: the boards that have the rule, or "all_districts".
        support_form: the form of relief in the catalogue.
        hours: how many for each ``each``.
        saved: how many later weeks, months or years hours that were not used can be used in; 0 when they lapse.
        lives_together: whether the rule is only for those who live with the one they help.
        days: the weekdays on which it is given, and then never on a public holiday; every day when left out.
        between: the clock hours on which it is given; the whole day when left out.
        notice_days: days before that it has to be asked for.
        cancel_days: days before that it can be called off without the hours being counted.
        decided_by: "nobody" when whoever meets the rule has it, else the unit that looks at each wish.
        valid_to: the last day of the rule, or nothing until further notice.
    """

    key: Key
    boards: Literal["all_districts"] | Keys
    support_form: SupportFormCode
    hours: Annotated[int, Field(ge=1, le=744)]
    each: Round
    saved: Annotated[int, Field(ge=0, le=12)] = 0
    lives_together: bool = False
    days: tuple[Weekday, ...] = ()
    between: OpeningSpan | None = None
    notice_days: Annotated[int, Field(ge=0, le=60)] = 0
    cancel_days: Annotated[int, Field(ge=0, le=60)] = 0
    decided_by: Decider
    valid_from: date
    valid_to: date | None = None

    @property
    def period(self) -> Period:
        """The days on which the rule holds."""
        return Period(self.valid_from, self.valid_to + timedelta(days=1) if self.valid_to else None)

    @model_validator(mode="after")
    def _days_follow_each_other(self) -> Self:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError("valid_to ligger före valid_from")
        return self


class Relief(Row):
    """All of it. Without a desk nobody is offered relief with a group; without hours it is always applied for."""

    desks: tuple[ReliefDesk, ...] = ()
    hours: tuple[ReliefHours, ...] = ()
