"""A whole municipality, and the questions other parts ask about it."""

from .base import Row
from .decisions import BoardDecision
from .guide import Guide
from .municipality import Municipality
from .organisation import Board, Organisation, Unit
from .relief import ReliefDesk, ReliefHours
from .rules import Rules
from .safety import Safety
from .support import NotOffered, Offer
from .target_groups import TargetGroup

OWN_BOARD = "own_board"


class Profile(Row):
    """Everything in a profile folder, one attribute per file."""

    municipality: Municipality
    organisation: Organisation
    target_groups: tuple[TargetGroup, ...]
    guide: Guide
    offers: tuple[Offer, ...]
    not_offered: tuple[NotOffered, ...]
    rules: Rules
    safety: Safety
    board_decisions: tuple[BoardDecision, ...]

    def boards_giving(self, offer: Offer) -> tuple[Board, ...]:
        """The boards that give the offer, with "all_districts" and "citywide" resolved."""
        if offer.boards == "citywide":
            owner = next(unit for unit in self.organisation.units if unit.key == offer.owner_unit)
            return self._boards((owner.board,))
        return self._boards(offer.boards)

    def boards_deciding(self, decision: BoardDecision | ReliefDesk | ReliefHours) -> tuple[Board, ...]:
        """The boards that have made the decision or have the rule, with "all_districts" resolved."""
        return self._boards(decision.boards)

    def unit_for(self, key: str, board: Board) -> Unit:
        """The unit with this key, or the board's central carer support unit for "own_board".

        Raises:
            LookupError: when there is none; ``check.faults`` finds that before a profile is loaded.
        """
        for unit in self.organisation.units:
            own = key == OWN_BOARD and unit.board == board.key and unit.is_central_carer_support
            if own or unit.key == key:
                return unit
        raise LookupError(f"no unit {key} for {board.key}")

    def role_title(self, role: str) -> str | None:
        """The local title, or None when the municipality has not given one."""
        return next((row.title for row in self.organisation.role_titles if row.role == role), None)

    def _boards(self, wanted: str | tuple[str, ...]) -> tuple[Board, ...]:
        boards = self.organisation.boards
        if wanted == "all_districts":
            return tuple(board for board in boards if board.kind == "district")
        return tuple(board for board in boards if board.key in wanted)
