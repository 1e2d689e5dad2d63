"""The jobs that are measured, with their floors and budgets."""

from collections.abc import Callable
from dataclasses import dataclass

from .budgets import Budget
from .people_at_work import Colleague, Visitor
from .request import Request
from .server import UnknownJob
from .stage import Stage

Make = Callable[["Cast", int], list[Request]]
OK, SEE_OTHER = 200, 303


@dataclass(frozen=True, slots=True)
class Cast:
    """Who does the jobs, against one running server."""

    stage: Stage
    visitor: Visitor
    ordinary: Colleague
    overloaded: Colleague


@dataclass(frozen=True, slots=True)
class Job:
    """One job.

    Attributes:
        make: prepares requests; given how many at most are needed when each can be sent only once.
        once: each request can be sent only once.
        second: another floor to tell the ratio to, without budget; or empty.
    """

    name: str
    floor: str
    budget: Budget
    make: Make
    expected: int = OK
    once: bool = False
    second: str = ""


JOBS = (
    Job("public start", "hello", Budget(1, 1.5, 20), lambda cast, _: [cast.visitor.start()]),
    Job("guide result", "list", Budget(4, 1.5, 100), lambda cast, _: cast.visitor.guide_results()),
    Job(
        "contact request saved",
        "create",
        Budget(12, 2.5, 60),
        lambda cast, count: cast.visitor.contact_requests(count),
        SEE_OTHER,
        once=True,
    ),
    Job(
        "catalogue, 100,000 offers",
        "list",
        Budget(4, 1.5, 100),
        lambda cast, _: [cast.visitor.catalogue(cast.stage.catalogue_slug)],
    ),
    Job(
        "catalogue searched by words",
        "list",
        Budget(4, 1.5, 100),
        lambda cast, _: cast.visitor.catalogue_searches(cast.stage.catalogue_slug),
    ),
    Job("group list", "list", Budget(4, 1.5, 100), lambda cast, _: [cast.visitor.groups()]),
    Job(
        "booking, a thousand groups",
        "create",
        Budget(12, 2.5, 60),
        lambda cast, count: cast.visitor.bookings(count, cast.stage.many),
        SEE_OTHER,
        once=True,
    ),
    Job(
        "booking, one group for all",
        "create",
        Budget(12, 2.5, 60),
        lambda cast, count: cast.visitor.bookings(count, cast.stage.wanted),
        SEE_OTHER,
        once=True,
    ),
    Job(
        "booking, the last seats",  # most are told that it is full
        "create",
        Budget(12, 2.5, 60),
        lambda cast, count: cast.visitor.bookings(count, cast.stage.nearly_full),
        SEE_OTHER,
        once=True,
    ),
    Job(
        "Idag",
        "list + session",
        Budget(8, 1.0, 90),
        lambda cast, _: [cast.ordinary.today()],
        second="list, no templates",
    ),
    Job(
        "Idag, 2,000 carers",
        "list + session",
        Budget(8, 1.0, 90),
        lambda cast, _: [cast.overloaded.today()],
        second="list, no templates",
    ),
    Job(
        "Stöd, asks the law",  # twice for each support form of the board: no page puts more questions to it
        "list + session",
        Budget(8, 1.0, 90),
        lambda cast, _: [cast.ordinary.offers()],
        second="list, no templates",
    ),
    Job(
        "search by name",
        "search + session",
        Budget(6, 1.5, 200),
        lambda cast, _: cast.ordinary.searches(cast.stage.names),
    ),
    Job(
        "open a carer",
        "open + read log",
        Budget(12, 2.0, 100),
        lambda cast, _: [cast.ordinary.file(carer) for carer, _ in cast.stage.carers],
    ),
    Job(
        "open, 300 notes",
        "open 300 + read log",
        Budget(12, 2.0, 100),
        lambda cast, _: [cast.ordinary.file(carer) for carer, _ in cast.stage.thick],
    ),
    Job(
        "note without name",
        "create",
        Budget(15, 2.5, 60),
        lambda cast, count: cast.ordinary.notes(count, "deidentified"),
        SEE_OTHER,
        once=True,
    ),
    Job(
        "note with name",
        "create",
        Budget(15, 2.5, 60),
        lambda cast, count: cast.ordinary.identified_notes(count, [carer for carer, _ in cast.stage.carers]),
        SEE_OTHER,
        once=True,
    ),
)


def wanted_jobs(words: str) -> list[Job]:
    """The jobs whose names hold any of the words between commas; all when there are no words.

    Raises:
        UnknownJob: a word is in no name.
    """
    asked = [word.strip().lower() for word in words.split(",") if word.strip()]
    for word in asked:
        if not any(word in job.name.lower() for job in JOBS):
            raise UnknownJob(f"there is no job {word}; there are: {', '.join(job.name for job in JOBS)}")
    return [job for job in JOBS if not asked or any(word in job.name.lower() for word in asked)]
