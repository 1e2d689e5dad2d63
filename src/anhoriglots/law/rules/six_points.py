"""May an assessment be closed with these points answered? Source: the six points of two municipalities' guidelines."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

from .offer_duty import CaredFor

POINTS, GROUPS = "six-points", "carer-target-groups"
GUIDELINE, SAME = "nykoping-guideline 1", "gislaved-guideline 1.5"


class PointFacts(Facts):
    """Whom the assessment is about, whether there is a carer, and which points have an answer with its day."""

    assessed: Annotated[tuple[CaredFor, ...], Field(min_length=1, strict=False)] | None = Field(
        default=None,
        description="Den som utredningen gäller: ett eller flera av elderly, long_term_ill, disability, addiction, "
        "other",
    )
    known_carer: bool | None = Field(default=None, description="Om vi vet att det finns en anhörig")
    answered: Annotated[tuple[Annotated[str, listed(POINTS)], ...], Field(strict=False)] | None = Field(
        default=None, description="Punkter som har fått ett svar med dag; ett nej till att vara med är också ett svar"
    )


QUESTION = Question("six-points", "Får utredningen avslutas med de här punkterna besvarade?", PointFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(GUIDELINE, SAME), parameters=(POINTS, GROUPS))
def not_with_all_points_blank(facts: PointFacts, basis: Basis) -> Decision:
    """Socialtjänsten ser den anhöriga i sex punkter. En utredning där det finns en anhörig avslutas inte med alla
    punkter tomma."""
    if facts.answered:
        return _some(frozenset(facts.answered), basis)
    if facts.known_carer is False:
        return basis.permits("no-known-carer", "Ingen anhörig är känd. Utredningen får avslutas.", GUIDELINE)
    if facts.assessed is not None and not basis.codes(GROUPS).keys() & set(facts.assessed):
        sentence = "Punkterna gäller andra målgrupper. Utredningen får avslutas."
        return basis.permits("outside-target-groups", sentence, GUIDELINE)
    missing = facts.unknown("answered", "known_carer", "assessed")
    if missing:
        return basis.cannot_tell(
            missing, "Se efter om det finns en anhörig, och vilka punkter som har svar.", GUIDELINE
        )
    sentence = "Inga punkter har svar. Svara på minst en, och följ upp resten. Ett nej från någon är också ett svar."
    return basis.forbids("all-points-blank", sentence, GUIDELINE, SAME, results=_count(frozenset(), basis))


def _some(answered: frozenset[str], basis: Basis) -> Decision:
    if answered >= basis.codes(POINTS).keys():
        sentence = "Alla punkter har svar. Utredningen får avslutas."
        return basis.permits("all-points-answered", sentence, GUIDELINE, SAME, results=_count(answered, basis))
    sentence = "Utredningen får avslutas. Följ upp de punkter som är kvar."
    return basis.permits("points-remain", sentence, GUIDELINE, SAME, results=_count(answered, basis))


def _count(answered: frozenset[str], basis: Basis) -> tuple[Result, ...]:
    left = [words for code, words in basis.codes(POINTS).items() if code not in answered]
    count = Result("answered", "Punkter med svar", len(answered))
    return (count, Result("remaining", "Kvar", "; ".join(left))) if left else (count,)
