"""The one answer to "may this be done" and "what does the law say"."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .citation import Citation
from .dates import swedish_date


class Outcome(StrEnum):
    """What a rule can answer. Undetermined means that a person must find out more, never a guess."""

    PERMITTED = "permitted"
    REQUIRED = "required"
    FORBIDDEN = "forbidden"
    UNDETERMINED = "undetermined"


class UndeterminedError(Exception):
    """Somebody read an undetermined decision as yes or no."""

    def __init__(self, decision: "Decision") -> None:
        super().__init__(f"{decision.reason}: missing {', '.join(decision.missing)}")
        self.decision = decision


class Refused(Exception):
    """An act was not allowed; carries the decision so that the page can say why and by which section."""

    def __init__(self, decision: "Decision") -> None:
        super().__init__(decision.reason)
        self.decision = decision


@dataclass(frozen=True, slots=True)
class Result:
    """What was computed on the way: a last day, a quarter, a class.

    Attributes:
        name: a stable name, for tests and programs.
        label: the same in Swedish, as it stands before the value on a page.
        value: a day, a whole number (the label says of what), or a word.
    """

    name: str
    label: str
    value: date | int | str

    @property
    def text(self) -> str:
        """The value in Swedish."""
        return swedish_date(self.value) if isinstance(self.value, date) else str(self.value)


@dataclass(frozen=True, slots=True)
class Decision:
    """An answer that explains itself.

    Attributes:
        outcome: permitted, required, forbidden or undetermined.
        reason: a stable code, for tests and statistics.
        sentence: one plain Swedish sentence for the screen.
        citations: where it is written; empty for a rule of the house.
        missing: names of the facts that are needed, when undetermined.
        results: what was computed on the way.
        local: the municipality's own decision that the answer rests on, in words; empty when the law speaks itself.
        elsewhere: that it rests on nothing but other municipalities' documents, in a sentence; empty otherwise.
    """

    outcome: Outcome
    reason: str
    sentence: str
    citations: tuple[Citation, ...] = ()
    missing: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    local: str = ""
    elsewhere: str = ""

    def __bool__(self) -> bool:
        """True when permitted or required, False when forbidden.

        Raises:
            UndeterminedError: unknown is neither yes nor no.
        """
        if self.outcome is Outcome.UNDETERMINED:
            raise UndeterminedError(self)
        return self.outcome is not Outcome.FORBIDDEN

    def require(self) -> None:
        """Let the act go on only when it is permitted or required.

        Raises:
            Refused: when it is forbidden or cannot be told.
        """
        if self.outcome in (Outcome.FORBIDDEN, Outcome.UNDETERMINED):
            raise Refused(self)


def permitted(reason: str, sentence: str, *citations: Citation) -> Decision:
    """Shorthand for a permitted decision."""
    return Decision(Outcome.PERMITTED, reason, sentence, citations)


def forbidden(reason: str, sentence: str, *citations: Citation) -> Decision:
    """Shorthand for a forbidden decision."""
    return Decision(Outcome.FORBIDDEN, reason, sentence, citations)
