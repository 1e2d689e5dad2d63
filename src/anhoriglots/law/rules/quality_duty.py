"""Is there what quality demands? Source: SoL 5 kap. 2-3 §§, 27 kap. 1 §, and the regulation on documentation."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

Topic = Literal["follow_up", "competence", "misconduct_routine", "protected_data_routine"]
SECTIONS: dict[Topic, str] = {
    "follow_up": "sol-2025 5:2",
    "competence": "sol-2025 5:3",
    "misconduct_routine": "sol-2025 27:1",
    "protected_data_routine": "documentation-regulation protected",
}
WORDS: dict[Topic, str] = {
    "follow_up": "Följ upp, utveckla och säkra kvaliteten löpande, efter en plan.",
    "competence": "Se till att personalen får den utbildning och erfarenhet som uppgiften kräver.",
    "misconduct_routine": "Skriv rutiner för att förebygga, upptäcka och åtgärda missförhållanden.",
    "protected_data_routine": "Skriv en rutin för hur skyddade personuppgifter hanteras.",
}


class QualityFacts(Facts):
    """What it is about, and whether it is there."""

    topic: Topic | None = Field(
        default=None,
        description="Vad det gäller: follow_up (uppföljning av kvaliteten), competence (utbildning och erfarenhet), "
        "misconduct_routine (rutiner mot missförhållanden), protected_data_routine (rutin för skyddade uppgifter)",
    )
    in_place: bool | None = Field(default=None, description="Om det finns, enligt den som har sett efter")


QUESTION = Question("quality-duty", "Finns det som kvalitetsarbetet kräver?", QualityFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=tuple(SECTIONS.values()))
def four_things_must_be_there(facts: QualityFacts, basis: Basis) -> Decision:
    """Kvaliteten ska följas upp, utvecklas och säkras hela tiden. Personalen ska vara lämplig för uppgiften. Det ska
    finnas rutiner mot missförhållanden och för skyddade personuppgifter."""
    if facts.topic is None:
        return basis.cannot_tell(("topic",), "Säg vad det gäller.", *SECTIONS.values())
    section = SECTIONS[facts.topic]
    if facts.in_place is None:
        return basis.cannot_tell(("in_place",), "Se efter om det finns och används.", section)
    if facts.in_place:
        return basis.permits("in-place", "Det finns. Fortsätt att följa upp det.", section)
    return basis.requires("put-in-place", WORDS[facts.topic], section)
