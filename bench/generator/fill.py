"""Fills all tables, in one transaction of the caller's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.hashers import make_password
from psycopg import Connection

from bench.progress import Progress

from . import contacts, files, groups, offers, requests, staff, support
from .copying import bare_tables, copy_rows
from .people import YEARS, Calendar, People
from .world import read_world

SIZES = (1_000, 100_000, 1_000_000)
PASSWORD = "ett langt losenord for matning"  # noqa: S105 - of invented people in a database of their own


@dataclass(frozen=True, slots=True)
class Made:
    """What there is to sign in with and to look at.

    Attributes:
        municipality, board: of the largest board.
        ordinary, overloaded: user names of the ordinary user and of the one with 2,000 carers.
    """

    municipality: str
    board: str
    ordinary: str
    overloaded: str


def fill(connection: Connection[Any], *, size: int, seed: int, now: datetime, progress: Progress) -> Made:
    """Make ``size`` carers and all that belongs to them.

    Args:
        connection: of the tables' owner, in a transaction; the tables hold no personal rows yet.
        now: open requests are promised around this instant; the rest lies in the three years before.
    """
    world = read_world(connection, seed=seed)
    noon = requests.midday(now)
    people = People(world, size, seed, Calendar(noon.date()))
    workers = staff.make_staff(world, size, seed)
    since = date(noon.year - YEARS - 1, 1, 1)
    planned = groups.Groups(world, size, seed, noon)
    taken = {world.largest.municipality, planned.open_board.municipality}
    offers.copy_offers(connection, size=size, seed=seed, taken=taken)
    plan = [
        *_accounts(world, workers, seed, since),
        *_files(people, workers, seed),
        *_work(people, workers, seed, noon),
        *_booking(planned),
    ]
    with bare_tables(connection, [table for table, *_ in plan], progress):
        for table, columns, lines, count in plan:
            copy_rows(connection, table, columns, progress.over(lines, table, count))
    first = workers.by_board[0]
    return Made(
        world.largest.municipality, world.largest.id, first[staff.ORDINARY].username, first[staff.OVERLOADED].username
    )


Filling = tuple[str, str, Iterable[str], int]


def _accounts(world: Any, workers: staff.Staff, seed: int, since: date) -> list[Filling]:
    count = sum(len(board) for board in workers.by_board)
    password = make_password(PASSWORD)
    return [
        ("accounts_user", staff.USER_COLUMNS, staff.user_lines(world, workers, seed, password), count),
        ("accounts_assignment", staff.ASSIGNMENT_COLUMNS, staff.assignment_lines(world, workers, seed, since), count),
    ]


def _files(people: People, workers: staff.Staff, seed: int) -> list[Filling]:
    size = people.size
    return [
        ("people_carer", files.CARER_COLUMNS, files.carer_lines(people, seed), size),
        ("casework_case", files.CASE_COLUMNS, files.case_lines(people, seed), size),
        ("audit_readlog", files.READ_COLUMNS, files.read_lines(people, workers, seed), size),
        ("audit_actionlog", files.ACT_COLUMNS, files.act_lines(people, workers, seed), size),
    ]


def _work(people: People, workers: staff.Staff, seed: int, noon: datetime) -> list[Filling]:
    noted = contacts.Contacts(people, workers, seed)
    asked = requests.Requests(people, workers, seed, noon)
    linked = support.SupportContacts(people, workers, seed)
    links = people.size // support.ONE_PER_CARERS
    return [
        ("casework_identifiedcontact", contacts.IDENTIFIED_COLUMNS, noted.identified(), noted.count),
        ("casework_contactretraction", contacts.RETRACTION_COLUMNS, noted.retractions(), noted.count // 250),
        ("casework_counsellingcontact", contacts.COUNSELLING_COLUMNS, noted.counselling(), people.size // 10),
        ("casework_deidentifiedcontact", contacts.DEIDENTIFIED_COLUMNS, noted.deidentified(), people.size // 2),
        ("casework_contactrequest", requests.REQUEST_COLUMNS, asked.requests(), asked.count),
        ("casework_requestevent", requests.EVENT_COLUMNS, asked.events(), asked.count * 4),
        ("visitors_accesscode", requests.CODE_COLUMNS, asked.codes(), asked.open_count + asked.closed_count),
        ("casework_threadmessage", requests.MESSAGE_COLUMNS, asked.messages(), asked.closed_count),
        ("casework_supportcontact", support.SUPPORT_COLUMNS, linked.support_contacts(), links),
        ("casework_supportcontactevent", support.SUPPORT_EVENT_COLUMNS, linked.events(), links * 2),
    ]


def _booking(planned: groups.Groups) -> list[Filling]:
    times, booked = planned.count * groups.TIMES, planned.bookings
    return [
        ("booking_group", groups.GROUP_COLUMNS, planned.groups(), planned.count),
        ("booking_meeting", groups.MEETING_COLUMNS, planned.meetings(), times),
        ("booking_booking", groups.BOOKING_COLUMNS, planned.bookings_rows(), booked),
        ("booking_bookingevent", groups.BOOKING_EVENT_COLUMNS, planned.events(), booked),
    ]
