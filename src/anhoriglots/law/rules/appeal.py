"""Is an appeal in time? Source: förvaltningslagen 42-46 §§, SoL 35 kap. 1 §, LSS 27 §, kommunallagen 13 kap. 5 §.

What could be appealed by the act of 2001 has not been read. It still holds when a decision made before July 2025 is
tried, whatever day the appeal comes in, so of such a decision somebody has to say that it could be appealed. The day it
was made is not asked: one received before July 2025 was made before it.

The last day is counted by lag (1930:173), which is read in copies only.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_weeks, moved_to_working_day
from anhoriglots.law.question import Basis, Day, Facts, Question

SOL, LSS, OLD, BEFORE = "sol-2025 35:1", "lss 27", "sol-2025 p6", "sol-2001 16:3"
WHO, TIME, LATE, ON, REVIEW = "fl 42", "fl 44", "fl 45", "fl 46", "kl 13:5"
COUNTED = ("statutory-time 1", "statutory-time 2")
CITES = (TIME, SOL, LSS, WHO, LATE, ON, REVIEW, OLD, *COUNTED)
CITES_BEFORE = (TIME, BEFORE, LSS, WHO, LATE, ON, REVIEW, *COUNTED)
WEEKS, REVIEW_WEEKS = "appeal-weeks", "legality-review-weeks"


class AppealFacts(Facts):
    """What was decided and when it became known; the day asked about is the day the appeal comes in."""

    about: Literal["sol", "lss", "other"] | None = Field(
        default=None,
        description="Vad beslutet gäller: sol (insats efter ansökan, avgift eller ansökan om stöd i en ny kommun, "
        "enligt socialtjänstlagen), lss (insats enligt LSS), other (något annat, som stöd utöver "
        "rätten eller ett beslut av nämnden som inte rör någons rätt)",
    )
    received_on: Day | None = Field(default=None, description="Dagen personen fick del av beslutet genom nämnden")
    went_against: bool | None = Field(default=None, description="Om beslutet gick personen emot")
    wrong_notice: bool | None = Field(
        default=None, description="Om det blev sent för att nämnden inte berättade rätt om hur man överklagar"
    )
    at_court_in_time: bool | None = Field(default=None, description="Om överklagandet kom till domstolen i tid")
    announced_on: Day | None = Field(
        default=None, description="Bara för andra beslut: dagen då protokollet tillkännagavs på anslagstavlan"
    )
    judged_appealable: bool | None = Field(
        default=None,
        description="Bara beslut enligt socialtjänstlagen som personen fick del av före den 1 juli 2025: om någon har "
        "läst den äldre lagen och bedömt att beslutet fick överklagas",
    )


QUESTION = Question("appeal", "Är överklagandet i tid, och vilken är sista dagen?", AppealFacts)


@QUESTION.version(
    in_force=Period(date(2018, 7, 1), date(2025, 7, 1)), cites=CITES_BEFORE, parameters=(WEEKS, REVIEW_WEEKS)
)
def three_weeks_also_before_the_new_act(facts: AppealFacts, basis: Basis) -> Decision:
    """Den som ett beslut om en insats har gått emot får överklaga inom tre veckor från den dag hon fick del av det.
    Vilka beslut som fick överklagas enligt den äldre socialtjänstlagen är inte läst här."""
    if facts.about != "sol":
        return _by_what_it_is_about(facts, basis, LSS)
    return _by_the_act_of_2001(facts, basis, BEFORE)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=CITES, parameters=(WEEKS, REVIEW_WEEKS))
def three_weeks_from_the_day_it_was_received(facts: AppealFacts, basis: Basis) -> Decision:
    """Den som ett beslut om en insats har gått emot får överklaga inom tre veckor från den dag hon fick del av det.
    Överklagandet lämnas till nämnden. Andra beslut kan laglighetsprövas av domstolen. Var beslutet fattat före den 1
    juli 2025 prövas det enligt den äldre socialtjänstlagen, som inte är läst här."""
    began = basis.citations[SOL].validity.start
    if facts.about == "sol" and facts.received_on and began and facts.received_on < began:
        return _by_the_act_of_2001(facts, basis, OLD)
    return _by_what_it_is_about(facts, basis, LSS if facts.about == "lss" else SOL)


def _by_the_act_of_2001(facts: AppealFacts, basis: Basis, section: str) -> Decision:
    if facts.judged_appealable is False:
        sentence = "Beslutet fick inte överklagas så då. Se efter om det kan laglighetsprövas."
        return basis.forbids("not-appealable-then", sentence, section, REVIEW)
    decision = _by_what_it_is_about(facts, basis, section)
    if facts.judged_appealable or decision.reason == "not-against-the-person":
        return decision
    sentence = "Läs i den äldre socialtjänstlagen om beslutet fick överklagas. Tiden var tre veckor också då."
    missing = tuple(dict.fromkeys((*decision.missing, "judged_appealable")))
    return basis.cannot_tell(missing, sentence, section, TIME)


def _by_what_it_is_about(facts: AppealFacts, basis: Basis, section: str) -> Decision:
    if facts.about == "other":
        return _legality_review(facts.announced_on, basis)
    if facts.about and facts.went_against is False:
        sentence = "Bara den som beslutet har gått emot får överklaga. Personen kan be nämnden att ändra beslutet."
        return basis.forbids("not-against-the-person", sentence, WHO)
    missing = facts.unknown("about", "received_on", "went_against")
    if missing or facts.received_on is None:
        sentence = "Ta reda på vad beslutet gäller, om det gick personen emot och vilken dag hon fick det."
        return basis.cannot_tell(missing, sentence, TIME)
    return _in_time_or_not(facts, facts.received_on, basis, section)


def _in_time_or_not(facts: AppealFacts, received_on: date, basis: Basis, section: str) -> Decision:
    last = moved_to_working_day(add_weeks(received_on, basis.number(WEEKS)))
    results = (Result("last_day", "Sista dag att överklaga", last),)
    sections = (TIME, section, *COUNTED)
    if basis.on <= last:
        sentence = "Överklagandet är i tid. Lämna det och handlingarna till domstolen skyndsamt."
        return basis.permits("in-time", sentence, *sections, ON, results=results)
    if facts.wrong_notice or facts.at_court_in_time:
        sentence = "Det kom sent, men det får inte avvisas. Lämna det till domstolen skyndsamt."
        return basis.permits("late-but-kept", sentence, *sections, LATE, ON, results=results)
    missing = facts.unknown("wrong_notice", "at_court_in_time")
    if missing:
        sentence = "Tiden har gått ut. Se efter varför det blev sent, och om det kom till domstolen i tid."
        return basis.cannot_tell(missing, sentence, TIME, LATE)
    sentence = "Överklagandet kom för sent. Nämnden ska avvisa det, och det beslutet går att överklaga."
    return basis.forbids("too-late", sentence, *sections, LATE, results=results)


def _legality_review(announced_on: date | None, basis: Basis) -> Decision:
    if announced_on is None:
        sentence = "Beslutet kan laglighetsprövas. Se efter vilken dag protokollet tillkännagavs på anslagstavlan."
        return basis.cannot_tell(("announced_on",), sentence, REVIEW)
    last = moved_to_working_day(add_weeks(announced_on, basis.number(REVIEW_WEEKS)))
    results = (Result("last_day", "Sista dag att begära laglighetsprövning", last),)
    if basis.on <= last:
        sentence = "Beslutet kan laglighetsprövas. Skrivelsen lämnas till förvaltningsrätten."
        return basis.permits("legality-review-in-time", sentence, REVIEW, *COUNTED, results=results)
    sentence = "Tiden för laglighetsprövning har gått ut. Personen kan alltid göra en ny ansökan."
    return basis.forbids("legality-review-too-late", sentence, REVIEW, *COUNTED, results=results)
