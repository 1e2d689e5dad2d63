"""Asks the interfaces as another program would, and gives what they answer."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone

from anhoriglots.booking.models import Group, Meeting
from anhoriglots.booking.schedule import Plan
from anhoriglots.booking.tests.groups import NYKOPING, PLAN, a_group, hired
from anhoriglots.database.scope import scope

SLUGS = ("nykoping", "stockholm", "gislaved")
HSDS = "hsds/v3"
API = "api/v1"


def ask(path: str, *, slug: str = "nykoping", status: int = 200, **headers: str) -> Any:
    """The JSON that is answered; the status must be the one that is waited for."""
    response = answer(path, slug=slug, **headers)
    assert response.status_code == status, getattr(response, "content", b"")[:300]
    return response.json() if response.content else None  # type: ignore[attr-defined]


def answer(path: str, *, slug: str = "nykoping", **headers: str) -> HttpResponseBase:
    """The whole answer."""
    return Client().get(f"/{slug}/{path}", headers=headers)


def ids(path: str, *, slug: str = "nykoping") -> list[str]:
    """The ids that a list of either interface gives."""
    page = ask(path, slug=slug)
    return [row["id"] for row in page.get("contents", page.get("items"))]


def everything(path: str, *, slug: str = "nykoping") -> list[dict[str, Any]]:
    """All the rows of a list, page by page; ``path`` says how many on each."""
    rows: list[dict[str, Any]] = []
    for number in range(1, 100):
        page = ask(f"{path}&page={number}", slug=slug)
        rows += page.get("contents", page.get("items"))
        if number >= page.get("total_pages", page.get("totalPages")):
            return rows
    raise AssertionError("the list never ends")


def coming_group(**changes: Any) -> Group:
    """A course in Nyköping that starts in a week by the clock of the machine, as the interfaces read it."""
    plan = Plan(first=timezone.localdate() + timedelta(days=7), starts=PLAN.starts, ends=PLAN.ends, times=PLAN.times)
    return a_group(hired(), at=timezone.now(), plan=plan, **changes)


def meetings_of(group: Group) -> list[UUID]:
    """The keys of its times in order."""
    with scope(NYKOPING):
        return list(Meeting.objects.filter(group=group).order_by("starts_at").values_list("pk", flat=True))
