"""Is a secrecy stamp complete? Source: OSL 5 kap. 5 §."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

STAMP = "osl 5:5"
WORDS = {
    "names_section": "vilken bestämmelse som gäller",
    "names_day": "vilken dag stämpeln sattes",
    "names_authority": "vilken myndighet som satte den",
}


class StampFacts(Facts):
    """What the stamp says."""

    names_section: bool | None = Field(default=None, description="Om stämpeln säger vilken bestämmelse som gäller")
    names_day: bool | None = Field(default=None, description="Om stämpeln säger vilken dag den sattes")
    names_authority: bool | None = Field(default=None, description="Om stämpeln säger vilken myndighet som satte den")


QUESTION = Question("secrecy-stamp", "Är sekretessmarkeringen fullständig?", StampFacts)


@QUESTION.version(in_force=Period(date(2009, 6, 30)), cites=(STAMP,))
def section_day_and_authority(facts: StampFacts, basis: Basis) -> Decision:
    """En sekretessmarkering ska säga tre saker: bestämmelsen, dagen och myndigheten. Den är en påminnelse och inte ett
    beslut; sekretessen prövas varje gång."""
    lacking = [words for name, words in WORDS.items() if getattr(facts, name) is False]
    if lacking:
        return basis.forbids("stamp-incomplete", f"Lägg till {', '.join(lacking)}.", STAMP)
    missing = facts.unknown(*WORDS)
    if missing:
        return basis.cannot_tell(missing, "Läs stämpeln. Den ska säga bestämmelse, dag och myndighet.", STAMP)
    sentence = "Stämpeln är fullständig. Pröva ändå sekretessen varje gång någon ber om handlingen."
    return basis.permits("stamp-complete", sentence, STAMP)
