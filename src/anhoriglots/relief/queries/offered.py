"""Whether relief can be asked for with a booking, and what has to be asked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.organisations.queries import MunicipalityPage

from ..choices import Place
from ..due import due
from ..policies import may_be_at
from .rules import HourRule, desk_for, hour_rule_on, hour_rules


@dataclass(frozen=True, slots=True)
class Offered:
    """Ready for the page.

    Attributes:
        answer_by: when the answer comes at the latest.
        outside: what the law says of relief outside the home on the day of the first meeting.
        rule: the hours that can be had without an application; None when it is always applied for.
    """

    answer_by: datetime
    outside: Decision
    rule: HourRule | None

    @property
    def outside_allowed(self) -> bool:
        """Only when the law says so; a question without an answer is no yes."""
        return self.outside.outcome in (Outcome.PERMITTED, Outcome.REQUIRED)

    @property
    def asks_lives_together(self) -> bool:
        """Only where the answer matters."""
        return self.rule is not None and self.rule.lives_together


def relief_answer_by(
    municipality: MunicipalityPage, board: UUID, *, starts_at: datetime, at: datetime
) -> datetime | None:
    """When an answer comes at the latest, asked for with a seat from that first meeting on; no statement is asked.

    None where nobody answers, or not in time.
    """
    desk = desk_for(municipality, board)
    answer = due(desk, since=at, starts_at=starts_at) if desk else None
    return answer.at if answer and answer.in_time else None


def relief_offered(municipality: MunicipalityPage, board: UUID, *, starts_at: datetime, at: datetime) -> Offered | None:
    """What can be asked for; None as for relief_answer_by."""
    answer_by = relief_answer_by(municipality, board, starts_at=starts_at, at=at)
    if answer_by is None:
        return None
    day = localdate(starts_at)
    outside = may_be_at(Place.OUTSIDE, municipality=municipality.code, board=board, on=day)
    return Offered(answer_by, outside, hour_rule_on(hour_rules(municipality, board), day))
