"""May what stands in a file be changed? Source: SoL 14 kap. 3 and 6 §§, 16 kap. 1 §."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

DUTY, DISPUTE, WEEDING = "sol-2025 14:3", "sol-2025 14:6", "sol-2025 16:1"


class ChangeFacts(Facts):
    """What somebody wants to do with a note."""

    change: Literal["add", "edit", "delete", "note_dispute", "remove_dispute"] | None = Field(
        default=None,
        description="Vad som ska göras: add (lägga till en anteckning), edit (ändra en anteckning), delete (ta bort en "
        "anteckning), note_dispute (skriva att personen tycker att något är fel), remove_dispute (ta bort det)",
    )
    finished: bool | None = Field(default=None, description="Om anteckningen som det gäller är färdig")


QUESTION = Question("journal-change", "Får det som står i akten ändras?", ChangeFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(DUTY, DISPUTE, WEEDING))
def what_is_finished_stays(facts: ChangeFacts, basis: Basis) -> Decision:
    """Handläggning och insatser ska dokumenteras, och det som är skrivet finns kvar tills det gallras. Tycker personen
    att något är fel ska det antecknas."""
    if facts.change is None:
        return basis.cannot_tell(("change",), "Säg vad du vill göra med anteckningen.", DUTY)
    if facts.change == "add":
        return basis.permits("new-note", "Lägg till anteckningen. Skriv vad som är nytt eller fel i den gamla.", DUTY)
    if facts.change in ("note_dispute", "remove_dispute"):
        return _dispute(facts.change, basis)
    return _older_note(facts, basis)


def _dispute(change: str, basis: Basis) -> Decision:
    if change == "note_dispute":
        sentence = "Skriv ned vad personen tycker är fel. Den gamla texten står kvar bredvid."
        return basis.requires("dispute-is-noted", sentence, DISPUTE)
    sentence = "Låt det stå kvar. Har personen ändrat sig skriver du en ny anteckning om det."
    return basis.forbids("dispute-stays", sentence, DISPUTE)


def _older_note(facts: ChangeFacts, basis: Basis) -> Decision:
    if facts.finished is None:
        return basis.cannot_tell(("finished",), "Se efter om anteckningen är färdig.", DUTY, WEEDING)
    if not facts.finished:
        return basis.permits("not-finished", "Anteckningen är inte färdig än. Du får ändra den.", DUTY)
    sentence = "Skriv en ny anteckning som rättar den gamla. Den gamla finns kvar tills den gallras."
    return basis.forbids("finished-note-stays", sentence, DUTY, WEEDING)
