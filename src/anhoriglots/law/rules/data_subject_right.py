"""What can a person demand about their data? Source: lag 2001:454 6 §, SoL 14 kap. 6 § and 16 kap. 1 §, the GDPR."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

OBJECTION, DISPUTE, WEEDING = "personal-data-act 6", "sol-2025 14:6", "sol-2025 16:1"
INFORMED, ACCESS, RECTIFIED, ERASED, LIMITED = "gdpr 13-14", "gdpr 15", "gdpr 16", "gdpr 17", "gdpr 18"
GRANTED = {
    "information": (INFORMED, "Berätta vad uppgifterna används till, hur länge de sparas och vem som ansvarar."),
    "access": (ACCESS, "Ge personen ett utdrag. Dölj det som rör andra."),
    "restriction": (LIMITED, "Använd inte uppgiften medan det prövas om den är rätt och får användas. Spara den."),
}


class RightFacts(Facts):
    """What the person asks for."""

    right: Literal["information", "access", "rectification", "restriction", "erasure", "objection"] | None = Field(
        default=None,
        description="Vad personen begär: information (information), access (ett utdrag), rectification (rättelse), "
        "restriction (att uppgiften inte används), erasure (radering), objection (att vi slutar behandla uppgiften)",
    )
    must_be_kept: bool | None = Field(
        default=None, description="Vid radering: om uppgiften måste sparas än, enligt gallringsreglerna"
    )
    processing_is_lawful: bool | None = Field(
        default=None, description="Vid begäran att sluta: om behandlingen är tillåten, enligt den som har prövat det"
    )


QUESTION = Question("data-subject-right", "Har personen rätt att kräva det här?", RightFacts)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1)),
    cites=(OBJECTION, DISPUTE, WEEDING, INFORMED, ACCESS, RECTIFIED, ERASED, LIMITED),
)
def all_but_to_object_and_to_be_forgotten_early(facts: RightFacts, basis: Basis) -> Decision:
    """Personen har rätt till information, utdrag, rättelse och begränsning. Den som är registrerad kan inte motsätta
    sig en tillåten behandling, och det som ska sparas raderas inte i förtid."""
    if facts.right is None:
        return basis.cannot_tell(("right",), "Fråga vad personen vill.", OBJECTION, ACCESS)
    if facts.right == "objection":
        return _objection(facts.processing_is_lawful, basis)
    if facts.right == "erasure":
        return _erasure(facts.must_be_kept, basis)
    if facts.right == "rectification":
        sentence = "Är uppgiften fel rättar du med en ny anteckning. Skriv alltid ned vad personen tycker är fel."
        return basis.requires("rectify-by-a-new-note", sentence, DISPUTE, RECTIFIED)
    section, sentence = GRANTED[facts.right]
    return basis.requires("right-is-granted", sentence, section)


def _objection(lawful: bool | None, basis: Basis) -> Decision:
    if lawful is None:
        sentence = "Pröva först om behandlingen är tillåten."
        return basis.cannot_tell(("processing_is_lawful",), sentence, OBJECTION)
    if lawful:
        sentence = "Behandlingen är tillåten och fortsätter. Personen kan begära utdrag och rättelse."
        return basis.forbids("cannot-object", sentence, OBJECTION)
    return basis.requires("stop-processing", "Sluta behandla uppgiften. Behandlingen är inte tillåten.", OBJECTION)


def _erasure(must_be_kept: bool | None, basis: Basis) -> Decision:
    if must_be_kept is None:
        return basis.cannot_tell(("must_be_kept",), "Räkna ut när uppgiften ska gallras.", WEEDING, ERASED)
    if must_be_kept:
        sentence = "Radera inte. Uppgiften sparas tills den ska gallras. Personen kan begära rättelse."
        return basis.forbids("must-be-kept", sentence, WEEDING, ERASED)
    return basis.requires("erase", "Radera uppgiften. Den behöver inte sparas.", ERASED)
