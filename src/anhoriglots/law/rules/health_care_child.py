"""Must health care look to the needs of a child as next-of-kin? Source: HSL 5 kap. 7 §."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

SECTION, TRIGGERS = "hsl 5:7", "child-next-of-kin-triggers"


class HealthCareFacts(Facts):
    """Who is ill or has died, and how."""

    who: Literal["parent", "adult_living_with", "sibling", "other"] | None = Field(
        default=None,
        description="Vem det gäller: parent (förälder), adult_living_with (annan vuxen som barnet bor med), sibling "
        "(syskon), other (någon annan)",
    )
    trigger: Annotated[str, listed(TRIGGERS, other=("other",))] | None = Field(
        default=None,
        description="Vad det gäller: mental (psykisk ohälsa), physical (allvarlig sjukdom eller skada), addiction "
        "(missbruk), violence (våld), unexpected_death (oväntad död), other (annat)",
    )
    judged_alike: bool | None = Field(
        default=None,
        description="För ett syskon som inte är allvarligt fysiskt sjukt: om någon har läst lagtexten och bedömt att "
        "den gäller ändå",
    )


QUESTION = Question("health-care-child", "Måste vården särskilt se till barnets behov?", HealthCareFacts)


@QUESTION.version(in_force=Period(date(2021, 8, 1), date(2026, 7, 1)), cites=(SECTION,), parameters=(TRIGGERS,))
def for_a_parent_or_another_adult(facts: HealthCareFacts, basis: Basis) -> Decision:
    """Vården ser särskilt till barnets behov av information, råd och stöd när en förälder eller en annan vuxen som
    barnet bor med är sjuk, missbrukar, använder våld eller oväntat dör."""
    if facts.who == "sibling":
        return basis.permits("not-named", NOT_NAMED, SECTION)
    return _needs(facts, basis)


@QUESTION.version(in_force=Period(date(2026, 7, 1)), cites=(SECTION,), parameters=(TRIGGERS,))
def for_a_sibling_too(facts: HealthCareFacts, basis: Basis) -> Decision:
    """Vården ser särskilt till barnets behov av information, råd och stöd när en förälder eller en annan vuxen som
    barnet bor med är sjuk, missbrukar, använder våld eller oväntat dör. Det gäller också när ett syskon är allvarligt
    sjukt."""
    if facts.who != "sibling" or facts.trigger in (None, "physical", "other") or facts.judged_alike:
        return _needs(facts, basis)
    # The bill's summary names a sibling who is seriously ill; how far the section itself reaches has not been read.
    if facts.judged_alike is None:
        sentence = "Lagtexten om syskon är inte läst här. Läs den, och bedöm om den gäller."
        return basis.cannot_tell(("judged_alike",), sentence, SECTION)
    return basis.permits("not-named", NOT_NAMED, SECTION)


NOT_NAMED = "Lagen nämner inte det här. Vården får ändå se till barnets behov, och du får berätta om stöd."


def _needs(facts: HealthCareFacts, basis: Basis) -> Decision:
    if facts.who == "other" or facts.trigger == "other":
        return basis.permits("not-named", NOT_NAMED, SECTION)
    missing = facts.unknown("who", "trigger")
    if missing:
        return basis.cannot_tell(missing, "Säg vem det gäller och vad som har hänt.", SECTION)
    sentence = "Vården ska särskilt se till barnets behov av information, råd och stöd. Be vården om det."
    return basis.requires("health-care-looks-to-child", sentence, SECTION)
