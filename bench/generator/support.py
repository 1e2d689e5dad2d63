"""Support contacts: a colleague for every fourth carer, a third of them ended, and very unequal loads."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from .chance import key_by_time, mix, stream
from .people import People
from .staff import ORDINARY, OVERLOADED, Staff, Worker

SUPPORT_COLUMNS = "id municipality board_id request_id case_id worker_id substitute_id step step_at offered_at ends_on"
SUPPORT_EVENT_COLUMNS = "id municipality board_id support_contact_id step reason actor_id at"
ONE_PER_CARERS = 4
ORDINARY_LOAD, OVERLOAD = 40, 2000


@dataclass(frozen=True)
class Link:
    """One support contact."""

    id: str
    carer: int
    board_index: int
    worker: Worker
    step: str
    offered: datetime


@dataclass(frozen=True)
class SupportContacts:
    """All of them. At the largest board the ordinary user has 40 running and one colleague 2,000, where there are so
    many; otherwise the same shares of what there is."""

    people: People
    staff: Staff
    seed: int

    def links(self) -> Iterator[Link]:
        """Oldest first."""
        source = stream(self.seed, "links")
        given = {ORDINARY: 0, OVERLOADED: 0}
        loads = self._loads()
        for carer in range(0, self.people.size, ONE_PER_CARERS):
            bits = mix(source, carer)
            at = self.people.board_index(carer)
            step = "ended" if bits % 3 == 0 else "accepted" if bits % 30 else "offered"
            worker = self._named(given, loads, step) if at == 0 else None
            workers = self.staff.by_board[at]
            # The two with a known load get nothing by chance at their own board.
            drawn = self.staff.some(at, bits >> 8)
            if at == 0 and drawn in workers[: OVERLOADED + 1]:
                drawn = workers[-1]
            milliseconds = self.people.opened(carer)[2] + 3_600_000
            offered = datetime.fromtimestamp(milliseconds / 1000).astimezone()
            yield Link(key_by_time(milliseconds, bits), carer, at, worker or drawn, step, offered)

    def _loads(self) -> dict[int, int]:
        here = self.people.size / sum(1 / (n + 1) for n in range(len(self.people.world.boards))) / ONE_PER_CARERS
        return {ORDINARY: min(ORDINARY_LOAD, int(here / 6)), OVERLOADED: min(OVERLOAD, int(here / 4))}

    def _named(self, given: dict[int, int], loads: dict[int, int], step: str) -> Worker | None:
        for place, load in loads.items():
            if step == "accepted" and given[place] < load:
                given[place] += 1
                return self.staff.by_board[0][place]
        return None

    def support_contacts(self) -> Iterator[str]:
        """The rows themselves, by case."""
        for link in self.links():
            board = self.people.world.boards[link.board_index]
            at = (link.offered + timedelta(days=2)).isoformat()
            case = self.people.case_key(link.carer)
            yield "\t".join(
                (
                    link.id,
                    board.municipality,
                    board.id,
                    r"\N",
                    case,
                    link.worker.id,
                    r"\N",
                    link.step,
                    at,
                    link.offered.isoformat(),
                    r"\N",
                )
            )

    def events(self) -> Iterator[str]:
        """Offered, then what followed."""
        source = stream(self.seed, "linkstep")
        for link in self.links():
            board = self.people.world.boards[link.board_index]
            path = {"offered": ("offered",), "accepted": ("offered", "accepted")}.get(
                link.step, ("offered", "accepted", "ended")
            )
            for place, step in enumerate(path):
                at = link.offered + timedelta(days=place)
                key = key_by_time(int(at.timestamp() * 1000), mix(source, link.carer * 4 + place))
                yield "\t".join((key, board.municipality, board.id, link.id, step, "", link.worker.id, at.isoformat()))
