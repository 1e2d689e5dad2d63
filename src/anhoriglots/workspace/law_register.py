"""What the board's register tells whoever puts a question to the law: the decisions behind it, and facts they give."""

from dataclasses import dataclass
from datetime import date

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.queries.behind_answers import Behind, decisions_behind, has_decisions_behind

from .law_form import LawForm

CHOSEN = "beslut"


@dataclass(frozen=True, slots=True)
class FromRegister:
    """The decisions of the board that hold on the day and that the question is about.

    Attributes:
        filled: the one whose facts stand in the form; None when there are several to choose from, or none.
    """

    lines: list[Behind]
    filled: Behind | None

    def fill_in(self, form: LawForm) -> None:
        """Let the form begin with what the one decision says."""
        if self.filled:
            form.fill_in(self.filled.facts, source=f"beslut {self.filled.number}")


def from_register(actor: Actor, question: str, day: date, *, chosen: str = "") -> FromRegister | None:
    """None for a question that no such decision stands behind.

    Args:
        chosen: the key of the decision to fill in, where there are several.
    """
    if not has_decisions_behind(question):
        return None
    lines = decisions_behind(actor, question, on=day)
    picked = [line for line in lines if str(line.pk) == chosen] or lines
    return FromRegister(lines, picked[0] if len(picked) == 1 else None)
