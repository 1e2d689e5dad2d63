"""The read log: names of readers, and matter numbers or references of those who were read; no name of a carer."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.models import ReadLog
from anhoriglots.audit.queries import reads_on
from anhoriglots.kernel.decision import forbidden

from ..models import Case
from .request_words import reference_of
from .when import clock

PAGE = 50
PAGE_NAMES = {
    "request": "Förfrågan",
    "search": "Sökträff",
    "carer": "Akt",
    "number-known": "Sökträff på personnummer",
    "note": "Ny kontakt",
    "note-request": "Ny kontakt",
    "note-who": "Sökträff",
    "note-text": "Anteckning",
    "offer": "Erbjud stödkontakt",
    "support-contact": "Stödkontakt",
    "support-contact-request": "Stödkontakt",
    "group": "Grupp",
    "group-list": "Gruppens lista",
    "group-to-tell": "Ring eller skriv",
    "attendance": "Närvaro",
    "room": "Samtalsrum",
    "room-who": "Vem som skrev",
    "relief-list": "Avlösning",
    "relief": "Avlösning",
    "fault": "Felanmälan",
}
# Pages whose reads are of a request or of a booking; the reads of all others are of a carer.
REQUEST_PAGES = {"request", "note-request", "support-contact-request"}
BOOKING_PAGES = {"group", "group-list", "group-to-tell", "attendance", "room-who", "relief-list", "relief"}
NAMED_AFTER = {"room": "Samtalsrum", "fault": "Felanmälan"}


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One read."""

    when: str
    reader: str
    page: str
    subject: str


def read_lines(actor: Actor, day: date, *, colleague: UUID | None, before: UUID | None) -> tuple[list[ReadLine], str]:
    """Fifty reads of a day, newest first, and the key to go on from, which is empty at the end.

    Raises:
        Refused: the role does not review the log.
    """
    if not actor.can(Capability.REVIEW_LOG):
        forbidden("role-reviews-no-log", "Din roll granskar inte läsloggen.").require()
    reads = reads_on(actor.board_id, day, actor_id=colleague)
    if before is not None:
        # Keys are made in order of time, so they can be paged by.
        reads = reads.filter(pk__lt=before)
    rows = list(reads.order_by("-pk")[: PAGE + 1])
    shown = rows[:PAGE]
    return _lines(shown), str(shown[-1].pk) if len(rows) > PAGE else ""


def readers(actor: Actor, day: date) -> list[tuple[UUID, str]]:
    """Those who have read somebody that day, by name."""
    ids = reads_on(actor.board_id, day).order_by().values("actor_id").distinct()
    users = User.objects.filter(pk__in=ids).order_by("first_name", "last_name")
    return [(user.pk, user.full_name) for user in users]


def _lines(rows: list[ReadLog]) -> list[ReadLine]:
    users = User.objects.filter(pk__in={row.actor_id for row in rows})
    names = {user.pk: user.full_name for user in users}
    cases = Case.objects.filter(carer_id__in={row.subject_id for row in rows}).order_by("opened_at")
    numbers = dict(cases.values_list("carer_id", "number"))
    return [
        ReadLine(
            when=clock(row.at),
            reader=names.get(row.actor_id, "Okänd"),
            page=PAGE_NAMES.get(row.page, row.page),
            subject=_subject(row, numbers),
        )
        for row in rows
    ]


def _subject(row: ReadLog, numbers: dict[UUID, str]) -> str:
    if row.subject_id in numbers:
        return numbers[row.subject_id]
    if row.page in BOOKING_PAGES:
        return f"Bokning {reference_of(row.subject_id)}"
    if what := NAMED_AFTER.get(row.page):
        return f"{what} {reference_of(row.subject_id)}"
    return f"Förfrågan {reference_of(row.subject_id)}" if row.page in REQUEST_PAGES else "Utan ärende"
