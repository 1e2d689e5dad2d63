"""Must we tell that one can apply for assessed support? Source: SoL 11 kap. 6 §, before it 4 kap. 2 a §."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

from .support_without_assessment import Kind

OLD, NEW = "sol-2001 4:2a", "sol-2025 11:6"
TELL = "Berätta att personen kan ansöka om insatser, på ett sätt som passar."
NOT_HERE = "Skyldigheten gäller stöd utan behovsprövning. Det går alltid bra att berätta ändå."


class ToldFacts(Facts):
    """How the support is given."""

    without_assessment: bool | None = Field(default=None, description="Om stödet ges utan individuell behovsprövning")
    kind: Kind | None = Field(default=None, description="Bara före 1 juli 2025: slag av stöd, som home_help")


QUESTION = Question("right-to-apply-information", "Måste vi berätta att det går att ansöka om insatser?", ToldFacts)


@QUESTION.version(in_force=Period(date(2018, 7, 1), date(2025, 7, 1)), cites=(OLD,))
def before_home_help_to_the_elderly(facts: ToldFacts, basis: Basis) -> Decision:
    """Den som erbjöds hemtjänst utan behovsprövning skulle först få veta att det går att ansöka om bistånd."""
    if facts.without_assessment is False or facts.kind not in (None, "home_help"):
        return basis.permits("no-duty-here", NOT_HERE, OLD)
    missing = tuple(name for name in ("without_assessment", "kind") if getattr(facts, name) is None)
    if missing:
        return basis.cannot_tell(missing, "Säg vilket stöd det är och om det ges utan behovsprövning.", OLD)
    return basis.requires("tell-right-to-apply", TELL, OLD)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(NEW,))
def to_everybody_who_turns_to_us(facts: ToldFacts, basis: Basis) -> Decision:
    """Den som ger stöd utan behovsprövning ska berätta för dem som vänder sig dit att det går att ansöka om
    insatser."""
    if facts.without_assessment is None:
        return basis.cannot_tell(("without_assessment",), "Se efter om stödet ges utan behovsprövning.", NEW)
    if facts.without_assessment:
        return basis.requires("tell-right-to-apply", TELL, NEW)
    return basis.permits("no-duty-here", NOT_HERE, NEW)
