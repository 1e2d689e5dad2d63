"""Must a matter be decided now? Source: förvaltningslagen 11-12 §§, by SoL 14 kap. 10 § in every individual matter.

Before July 2025 the sections did not reach matters where the decision can only be tried for its legality (2 §), unless
the act of 2001 said otherwise, which has not been read.

The six months end on the day of the same number and are not moved past weekends, for nothing has to be done that day.
The four weeks are moved, because the board has to act within them.
"""

from datetime import date, timedelta

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Outcome, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_months, add_weeks, moved_to_working_day
from anhoriglots.law.question import Basis, Day, Facts, Question

DUTY, TELL, EXEMPT, ALL_MATTERS = "fl 12", "fl 11", "fl 2", "sol-2025 14:10"
COUNTED = ("statutory-time 1", "statutory-time 2")
MONTHS, WEEKS = "delay-months", "delay-answer-weeks"
BEFORE_THE_TIME = ("began_by_party", "began_on", "asked", "asked_before", "asked_on")


class DelayFacts(Facts):
    """How the matter began, whether it is decided, and what the party has asked for in writing."""

    in_order = (("began_on", "asked_on"),)
    only_when = (("asked_on", "asked"),)

    decided: bool | None = Field(default=None, description="Om ärendet är avgjort")
    began_by_party: bool | None = Field(
        default=None, description="Om personen själv inledde ärendet, till exempel med en ansökan"
    )
    began_on: Day | None = Field(default=None, description="Dagen då ärendet inleddes")
    asked: bool | None = Field(default=None, description="Om personen skriftligt har begärt att ärendet avgörs")
    asked_on: Day | None = Field(default=None, description="Dagen då den begäran kom in")
    asked_before: bool | None = Field(default=None, description="Om en sådan begäran redan har prövats i ärendet")
    legality_review_only: bool | None = Field(
        default=None, description="Bara före den 1 juli 2025: om beslutet bara kan laglighetsprövas"
    )
    judged_to_apply: bool | None = Field(
        default=None,
        description="Bara före den 1 juli 2025, när beslutet bara kan laglighetsprövas: om någon har läst den äldre "
        "socialtjänstlagen och bedömt att rätten gällde ändå",
    )


QUESTION = Question("delayed-decision", "Måste nämnden avgöra ärendet nu?", DelayFacts)


@QUESTION.version(
    in_force=Period(date(2018, 7, 1), date(2025, 7, 1)),
    cites=(DUTY, TELL, EXEMPT, *COUNTED),
    parameters=(MONTHS, WEEKS),
)
def where_a_decision_can_be_appealed(facts: DelayFacts, basis: Basis) -> Decision:
    """Är ärendet inte avgjort inom sex månader får parten en gång skriftligt begära att det avgörs, inom fyra veckor.
    Det gällde inte när beslutet bara kunde laglighetsprövas, om inte den äldre socialtjänstlagen sade det."""
    decision = _within_four_weeks(facts, basis)
    if decision.outcome is Outcome.PERMITTED or facts.judged_to_apply or facts.legality_review_only is False:
        return decision
    if facts.legality_review_only and facts.judged_to_apply is False:
        return basis.permits("only-legality-review", "Rätten gällde inte så. Avgör ärendet ändå snart.", EXEMPT)
    reach = "judged_to_apply" if facts.legality_review_only else "legality_review_only"
    sentence = "Se efter om beslutet bara kan laglighetsprövas, och vad den äldre socialtjänstlagen sade."
    return basis.cannot_tell((*decision.missing, reach), sentence, DUTY, EXEMPT)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1)), cites=(DUTY, TELL, ALL_MATTERS, *COUNTED), parameters=(MONTHS, WEEKS)
)
def four_weeks_after_a_request(facts: DelayFacts, basis: Basis) -> Decision:
    """Är ärendet inte avgjort inom sex månader får parten en gång skriftligt begära att det avgörs. Då har nämnden fyra
    veckor att avgöra det eller säga nej i ett beslut som går att överklaga."""
    return _within_four_weeks(facts, basis, ALL_MATTERS)


def _within_four_weeks(facts: DelayFacts, basis: Basis, *reach: str) -> Decision:
    if facts.decided:
        return basis.permits("already-decided", "Ärendet är avgjort. Inget mer behöver göras här.", DUTY)
    if facts.began_by_party is False:
        sentence = "Rätten att begära ett avgörande gäller ärenden som personen själv har inlett."
        return basis.permits("not-begun-by-the-party", sentence, DUTY)
    if facts.asked_before:
        sentence = "Begäran prövas en gång i ett ärende, och det är gjort. Avgör ändå ärendet så snart det går."
        return basis.permits("asked-once-already", sentence, DUTY)
    if facts.asked is False:
        return _nobody_has_asked(facts.began_on, basis, *reach)
    missing = facts.unknown("decided", *BEFORE_THE_TIME)
    if missing or facts.began_on is None or facts.asked_on is None:
        return basis.cannot_tell(missing, "Se efter när ärendet inleddes och vad personen har begärt, och när.", DUTY)
    return _asked(facts.began_on, facts.asked_on, basis, *reach)


def _may_ask_from(began_on: date, basis: Basis) -> tuple[Result, ...]:
    first = add_months(began_on, basis.number(MONTHS)) + timedelta(days=1)
    return (Result("may_ask_from", "Personen får begära avgörande från", first),)


def _nobody_has_asked(began_on: date | None, basis: Basis, *reach: str) -> Decision:
    results = _may_ask_from(began_on, basis) if began_on else ()
    sentence = "Ingen har begärt ett avgörande. Blir det mycket sent ska ni berätta det för personen, och varför."
    return basis.permits("nobody-has-asked", sentence, DUTY, TELL, *reach, results=results)


def _asked(began_on: date, asked_on: date, basis: Basis, *reach: str) -> Decision:
    if asked_on <= add_months(began_on, basis.number(MONTHS)):
        sentence = "Begäran kom för tidigt för att tiden ska börja löpa. Personen kan begära det igen senare."
        return basis.permits("asked-too-early", sentence, DUTY, *COUNTED, results=_may_ask_from(began_on, basis))
    last = moved_to_working_day(add_weeks(asked_on, basis.number(WEEKS)))
    results = (Result("last_day", "Sista dag att avgöra ärendet eller säga nej", last),)
    if basis.on > last:
        sentence = "Tiden har gått ut. Avgör ärendet nu, eller säg nej i ett beslut som går att överklaga."
        return basis.requires("time-is-out", sentence, DUTY, *reach, *COUNTED, results=results)
    sentence = "Avgör ärendet i tid, eller säg nej till begäran i ett beslut som går att överklaga."
    return basis.requires("decide-or-refuse", sentence, DUTY, *reach, *COUNTED, results=results)
