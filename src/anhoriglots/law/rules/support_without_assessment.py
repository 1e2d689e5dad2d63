"""May support be given without an individual assessment? Source: SoL 11 kap. 5 §, before it 4 kap. 2 a §."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

ASSESSED = "kinds-always-assessed"
OLD, NEW, TELL = "sol-2001 4:2a", "sol-2025 11:5", "sol-2025 11:6"


Kind = Annotated[str, listed(ASSESSED, other=("home_help", "ordinary"))]


class SupportFacts(Facts):
    """What kind of support it is, and what has been decided."""

    kind: Kind | None = Field(
        default=None,
        description="Slag av stöd: ordinary, home_help eller ett av dem som alltid kräver behovsprövning",
    )
    board_decision: bool | None = Field(
        default=None, description="Om nämnden har beslutat att stödet ges utan behovsprövning"
    )
    recipient_elderly: bool | None = Field(default=None, description="Bara före 1 juli 2025: om personen är äldre")
    recipient_informed: bool | None = Field(
        default=None,
        description="Bara före 1 juli 2025: om personen vet hur hjälpen kan påverkas, hur den följs upp och att det "
        "går att ansöka",
    )
    other_ground: bool | None = Field(
        default=None, description="Bara före 1 juli 2025: om någon har prövat och skrivit ned en annan laglig grund"
    )


QUESTION = Question("support-without-assessment", "Får stödet ges utan individuell behovsprövning?", SupportFacts)


@QUESTION.version(in_force=Period(date(2018, 7, 1), date(2025, 7, 1)), cites=(OLD,))
def only_home_help_to_the_elderly(facts: SupportFacts, basis: Basis) -> Decision:
    """Hemtjänst till äldre fick erbjudas utan behovsprövning, om personen hade fått veta tre saker först. För annat
    stöd sade den gamla lagen inget; då måste en person pröva vilken grund stödet har."""
    if facts.kind is None:
        return basis.cannot_tell(("kind",), "Säg vilket slags stöd det är.", OLD)
    if facts.kind != "home_help" or facts.recipient_elderly is False:
        return _other_ground(facts.other_ground, basis)
    return _home_help(facts, basis)


def _home_help(facts: SupportFacts, basis: Basis) -> Decision:
    if facts.recipient_elderly and facts.board_decision is False:
        return basis.forbids("no-board-decision", "Nämnden behöver först besluta att erbjuda hemtjänst så.", OLD)
    if facts.recipient_elderly and facts.recipient_informed is False:
        sentence = "Berätta först hur hjälpen kan påverkas, hur den följs upp och att det går att ansöka."
        return basis.forbids("not-informed", sentence, OLD)
    needed = ("recipient_elderly", "board_decision", "recipient_informed")
    missing = tuple(name for name in needed if getattr(facts, name) is None)
    if missing:
        return basis.cannot_tell(missing, "Ta reda på det som saknas innan hemtjänst ges utan behovsprövning.", OLD)
    return basis.permits("home-help-to-elderly", "Hemtjänsten får ges utan behovsprövning.", OLD)


def _other_ground(other_ground: bool | None, basis: Basis) -> Decision:
    if other_ground is None:
        sentence = "Den gamla lagen gav bara regler för hemtjänst till äldre. Pröva vilken annan grund stödet har."
        return basis.cannot_tell(("other_ground",), sentence, OLD)
    if other_ground:
        return basis.permits("other-ground-recorded", "Stödet vilar på en annan grund som är prövad.", OLD)
    sentence = "Stödet kräver behovsprövning. Bara hemtjänst till äldre fick ges utan."
    return basis.forbids("no-ground", sentence, OLD)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(NEW, TELL), parameters=(ASSESSED,))
def all_but_seven_kinds(facts: SupportFacts, basis: Basis) -> Decision:
    """Nämnden får besluta att ge stöd utan individuell behovsprövning, men aldrig de sju slag som lagen räknar upp."""
    assessed = basis.codes(ASSESSED)
    if facts.kind is not None and facts.kind in assessed:
        sentence = f"Lagen kräver alltid individuell behovsprövning för {assessed[facts.kind]}. Personen kan ansöka."
        return basis.forbids("always-assessed", sentence, NEW)
    if facts.board_decision is False:
        sentence = "Nämnden behöver först besluta att stödet ges utan behovsprövning."
        return basis.forbids("no-board-decision", sentence, NEW)
    missing = tuple(name for name in ("kind", "board_decision") if getattr(facts, name) is None)
    if missing:
        sentence = "Säg vilket slags stöd det är, och se efter om nämnden har beslutat om det."
        return basis.cannot_tell(missing, sentence, NEW)
    sentence = "Stödet får ges utan behovsprövning. Berätta att det också går att ansöka."
    return basis.permits("board-has-decided", sentence, NEW, TELL)
