"""Can the municipality have to pay a special fee? Source: SoL 34 kap. 5-7 §§.

By the transitional provisions the older amounts hold for every decision from before 2026, those by the act of 2001 too.
The fee in LSS has its own section and is not part of this question.
"""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Day, Facts, Question

DUTY, WAIT, AMOUNT, OLDER = "sol-2025 34:5", "sol-2025 34:6", "sol-2025 34:7", "sol-2025 2025:1299-p3"
LOWEST, HIGHEST = "execution-fee-lowest", "execution-fee-highest"


class FeeFacts(Facts):
    """When the person was granted the support, and what the court has to weigh."""

    decided_on: Day | None = Field(default=None, description="Dagen för beslutet som gav personen insatsen")
    in_reasonable_time: bool | None = Field(
        default=None, description="Om insatsen gavs inom skälig tid, som någon har bedömt"
    )
    asked_to_wait: bool | None = Field(
        default=None, description="Om personen själv har begärt att få vänta, i ett valfrihetssystem"
    )
    minor: bool | None = Field(default=None, description="Om fallet är ringa, som någon har bedömt")


QUESTION = Question("execution-fee", "Kan kommunen få betala särskild avgift?", FeeFacts)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1), date(2026, 1, 1)), cites=(DUTY, AMOUNT, WAIT), parameters=(LOWEST, HIGHEST)
)
def at_the_amounts_of_2025(facts: FeeFacts, basis: Basis) -> Decision:
    """Den kommun som inte ger en beviljad insats inom skälig tid ska betala en avgift till staten."""
    return _fee(facts, basis)


@QUESTION.version(in_force=Period(date(2026, 1, 1)), cites=(DUTY, AMOUNT, WAIT, OLDER), parameters=(LOWEST, HIGHEST))
def at_higher_amounts_for_newer_decisions(facts: FeeFacts, basis: Basis) -> Decision:
    """Den kommun som inte ger en beviljad insats inom skälig tid ska betala en avgift till staten. För beslut från före
    2026 gäller lägre belopp."""
    return _fee(facts, basis)


def _fee(facts: FeeFacts, basis: Basis) -> Decision:
    if facts.asked_to_wait:
        return basis.permits("person-asked-to-wait", "Ingen avgift: personen har själv begärt att få vänta.", WAIT)
    if facts.in_reasonable_time:
        return basis.permits("in-reasonable-time", "Ingen avgift: insatsen gavs inom skälig tid.", DUTY)
    if facts.minor:
        return basis.permits("minor-case", "Ingen avgift: fallet är ringa.", AMOUNT)
    missing = facts.unknown("decided_on", "in_reasonable_time", "asked_to_wait", "minor")
    if missing or facts.decided_on is None:
        sentence = "Ta fram dagen för beslutet, och låt någon bedöma om tiden är skälig och fallet ringa."
        return basis.cannot_tell(missing, sentence, DUTY, AMOUNT)
    return _amounts(facts.decided_on, basis)


def _amounts(decided_on: date, basis: Basis) -> Decision:
    lowest, highest = (basis.number(name, event=decided_on) for name in (LOWEST, HIGHEST))
    older = (OLDER,) if OLDER in basis.citations and lowest != basis.number(LOWEST) else (AMOUNT,)
    results = (Result("lowest", "Lägst, kronor", lowest), Result("highest", "Högst, kronor", highest))
    sentence = (
        "Kommunen kan få betala en avgift. Domstolen bestämmer den efter ansökan av Inspektionen för vård och omsorg."
    )
    return basis.requires("fee", sentence, DUTY, *older, results=results)
