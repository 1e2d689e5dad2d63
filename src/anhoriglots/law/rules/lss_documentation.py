"""Must work by LSS be written down? Source: LSS 21 a-21 b §§. Weeding, 21 c-21 d §§, is the question "retention"."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

WRITE, RESPECT = "lss 21a", "lss 21b"


class LssNoteFacts(Facts):
    """What was done, and what the person says of the notes."""

    work: Literal["handling", "execution", "other"] | None = Field(
        default=None,
        description="Arbete: handling (handläggning enligt LSS), execution (genomförande av en insats enligt LSS), "
        "other (något annat)",
    )
    disputed: bool | None = Field(default=None, description="Om personen säger att något som står där är fel")


QUESTION = Question("lss-documentation", "Måste arbetet enligt LSS skrivas ned?", LssNoteFacts)


@QUESTION.version(in_force=Period(date(2005, 7, 1)), cites=(WRITE, RESPECT))
def always_and_with_respect(facts: LssNoteFacts, basis: Basis) -> Decision:
    """Handläggning och genomförande enligt LSS skrivs ned med respekt, utan undantag. Säger personen att något är fel
    antecknas det."""
    if facts.work is None:
        return basis.cannot_tell(("work",), "Säg vad som gjordes: handläggning, genomförande eller något annat.", WRITE)
    if facts.work == "other":
        return basis.permits("not-by-lss", "Skyldigheten i LSS gäller handläggning och genomförande.", WRITE)
    if facts.disputed:
        sentence = "Skriv ned arbetet, och anteckna vad personen säger är fel. Ta inte bort anteckningen."
        return basis.requires("note-the-objection", sentence, RESPECT, WRITE)
    sentence = "Skriv ned vad som gjordes och det som har betydelse, med respekt. Håll personen underrättad."
    return basis.requires("write-it-down", sentence, WRITE, RESPECT)
