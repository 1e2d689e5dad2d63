"""May a document be served so? Source: SoL 14 kap. 12 §. Serving means that it is proved who got it, and when."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

SECTION = "sol-2025 14:12"


class ServingFacts(Facts):
    """How it would be served, and in what matter."""

    way: Literal["announcement", "to_another", "other"] | None = Field(
        default=None,
        description="Sätt: announcement (kungörelse), to_another (till någon annan eller lämnad vid hemmet), other "
        "(annat)",
    )
    authority: bool | None = Field(
        default=None, description="Om ärendet är myndighetsutövning mot en enskild, till exempel ett beslut om insats"
    )
    act_allows: bool | None = Field(
        default=None, description="Utan myndighetsutövning: om någon har prövat att delgivningslagen tillåter sättet"
    )


QUESTION = Question("public-announcement", "Får handlingen delges så?", ServingFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION,))
def not_by_announcement(facts: ServingFacts, basis: Basis) -> Decision:
    """När socialtjänsten utövar myndighet mot en enskild får handlingar inte delges genom kungörelse eller genom någon
    annan."""
    if facts.way == "other":
        return basis.permits("ordinary-way", "Det går bra. Välj ett sätt som inte röjer något för andra.", SECTION)
    if facts.way and facts.authority:
        sentence = "Delge personen själv, till exempel med ett mottagningsbevis."
        return basis.forbids("not-that-way", sentence, SECTION)
    missing = facts.unknown("way", "authority")
    if facts.authority is False:
        missing += facts.unknown("act_allows")
    if missing:
        sentence = "Säg hur handlingen ska delges, och om ärendet är myndighetsutövning."
        return basis.cannot_tell(missing, sentence, SECTION)
    if facts.act_allows:
        return basis.permits("act-allows", "Delgivningslagen tillåter det. Tänk på sekretessen.", SECTION)
    return basis.forbids("act-forbids", "Välj ett annat sätt, som delgivningslagen tillåter.", SECTION)
