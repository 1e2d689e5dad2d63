"""Searches for carers by the keys the ordinance allows, and by no other (förordning 2001:637 15 §; law F04)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.identity import NotAPersonalNumber, PersonalIdentityNumber
from anhoriglots.law import decide
from anhoriglots.people.models import Carer
from anhoriglots.people.policies import readable_carers
from anhoriglots.people.queries import carers_by_name, carers_by_number

from ..models import Case

MOST_HITS = 25
LONGEST_SEARCH = 80
MATTER_NUMBER = re.compile(r"\d{4}-\d{1,8}")
HOLDS_NUMBER = re.compile(r"\d{3}")


@dataclass(frozen=True, slots=True)
class SearchKey:
    """What somebody searches by: the kind as the law names it, and the value."""

    kind: str
    text: str
    number: PersonalIdentityNumber | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One carer that was found."""

    carer_id: UUID
    name: str
    matter_number: str
    href: str


def search_key(text: str, *, on: date) -> SearchKey:
    """Which of the lawful keys the text is; "other" when it is none of them, such as a telephone number."""
    written = " ".join(text.split())[:LONGEST_SEARCH]
    if MATTER_NUMBER.fullmatch(written):
        return SearchKey("matter_number", written)
    try:
        number = PersonalIdentityNumber.parse(written, on=on)
    except NotAPersonalNumber:
        return SearchKey("other" if HOLDS_NUMBER.search(written) else "name", written)
    kind = "coordination_number" if number.is_coordination_number else "personal_number"
    return SearchKey(kind, written, number)


def may_search_by(key: SearchKey, *, on: date) -> Decision:
    """What the ordinance says of searching so while handling somebody's matter."""
    return decide("search-key", on=on, facts={"key": key.kind, "purpose": "handling"})


def find_carers(actor: Actor, key: SearchKey, *, on: date, open_at: Callable[[UUID], str]) -> list[Hit]:
    """At most 25 carers at the actor's own board, in one statement; the caller writes the read log.

    Raises:
        Refused: the key is none that the law allows.
    """
    may_search_by(key, on=on).require()
    newest = Case.objects.filter(carer=OuterRef("pk")).order_by("-opened_at").values("number")[:1]
    found = _matches(actor, key).annotate(matter_number=Subquery(newest))
    rows = found.values_list("pk", "name", "matter_number")[:MOST_HITS]
    return [Hit(pk, name, number or "", open_at(pk)) for pk, name, number in rows]


def _matches(actor: Actor, key: SearchKey) -> QuerySet[Carer]:
    if key.number:
        return carers_by_number(actor, key.number)
    if key.kind == "matter_number":
        cases = Case.objects.filter(board_id=actor.board_id, number=key.text)
        return readable_carers(actor).filter(pk__in=cases.values("carer_id")).order_by("name_sort")
    return carers_by_name(actor, key.text, most=MOST_HITS)
