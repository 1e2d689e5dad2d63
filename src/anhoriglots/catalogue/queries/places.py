"""Where a question of the law is put in the work, so that whoever changes an answer is told which pages show it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.decision import Decision
from anhoriglots.law import NoLawOnDate, decide

from .decide_here import decide_at, decide_here

Facts = Mapping[str, object]
_places: list["Place"] = []


@dataclass(frozen=True, slots=True)
class Place:
    """Pages that put a question while somebody works with a carer; made once, beside the code that puts it.

    Only the page where any question can be put asks without one; see the test of the architecture.

    Attributes:
        pages: their names, as staff know them.
        every: all the facts that these pages may give on a day.
    """

    question: str
    pages: tuple[str, ...]
    every: Callable[[date], Iterable[Facts]]

    def __post_init__(self) -> None:
        """Let it be found."""
        _places.append(self)

    def decide(self, actor: Actor, on: date, facts: Facts) -> Decision:
        """What holds at the actor's board.

        Raises:
            NoLawOnDate, BadFact: as ``law.decide``.
        """
        return decide_here(actor, self.question, on, facts)

    def decide_at(self, municipality: str, board: UUID, on: date, facts: Facts) -> Decision:
        """What holds at a board of the municipality, on a page where nobody has signed in.

        Raises:
            NoLawOnDate, BadFact: as ``law.decide``.
        """
        return decide_at(municipality, board, self.question, on, facts)

    def meets(self, reason: str, on: date) -> bool:
        """True when the law answers some of the facts with this reason on the day."""
        try:
            return any(decide(self.question, on=on, facts=facts).reason == reason for facts in self.every(on))
        except NoLawOnDate:
            return False


def pages_that_meet(question: str, reason: str, on: date) -> tuple[str, ...]:
    """Names of the pages where this answer of the law is met in the work on the day."""
    found = (place.pages for place in _places if place.question == question and place.meets(reason, on))
    return tuple(page for pages in found for page in pages)
