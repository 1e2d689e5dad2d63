"""Groups as the open pages show them: rows of the list, and the page of one group, in plain words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from anhoriglots.booking.choices import Seating, Way
from anhoriglots.booking.queries.group_page import GroupPage, GroupTime
from anhoriglots.booking.queries.open_groups import OpenGroup, OpenGroups
from anhoriglots.booking.queries.words import (
    LEADER_WORDS,
    Written,
    access_in_words,
    cost_in_words,
    seats_in_words,
    text_of,
    times_in_words,
    way_in_words,
)
from anhoriglots.design.templatetags.design import breaks
from anhoriglots.design.words import month_in_words, span_in_words

TIME, TRIAL, QUEUE = "gang", "prov", "ko"
ON = "ja"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line about a group."""

    name: str
    value: Written


@dataclass(frozen=True, slots=True)
class GroupCard:
    """One row of the list; ``is_draft`` when a text of it is one that no person has read."""

    title: Written
    href: str
    facts: SafeString
    is_draft: bool


@dataclass(frozen=True, slots=True)
class ShownTime:
    """One time on the page of a group; ``book_url`` where it can be booked by itself."""

    when: str
    is_cancelled: bool
    seats: str
    book_url: str
    label: str


def by_month(groups: OpenGroups) -> list[tuple[str, list[GroupCard]]]:
    """The rows under their months, in the order of time."""
    months = [list(rows) for _, rows in groupby(groups.rows, key=lambda row: localtime(row.starts_at).timetuple()[:2])]
    return [(month_in_words(rows[0].starts_at), [_card(row) for row in rows]) for rows in months]


def _card(row: OpenGroup) -> GroupCard:
    title, facts = text_of(row.texts, "title"), tuple(fact for fact in _row_facts(row) if fact.value)
    return GroupCard(
        title=title,
        href=reverse("group", args=[row.id]),
        facts=listed_facts(facts),
        is_draft=title.is_draft or any(fact.value.is_draft for fact in facts),
    )


def _row_facts(row: OpenGroup) -> Iterator[Fact]:
    when = capfirst(span_in_words(row.starts_at, row.ends_at))
    more = times_in_words(row.more_times, seating=row.seating)
    yield Fact(_("När"), Written(f"{when}. {more}." if more else when))
    yield from where(row.texts, row.way)
    yield Fact(_("För vem"), for_whom(row.texts))
    yield Fact(_("Platser"), Written(seats_in_words(row.seats, has_queue=row.has_queue)))
    yield Fact(_("Kostar"), Written(cost_in_words(row.fee)))
    yield Fact(_("Bra att veta"), Written(", ".join(access_in_words(row.access))))


def listed_facts(facts: Iterable[Fact]) -> SafeString:
    """The facts as a list of names and values; without a template, since twenty-five groups stand on a page."""
    rows = ((breaks(fact.name), _told_language(fact.value), breaks(fact.value.text)) for fact in facts)
    return format_html('<dl class="facts">{}</dl>', format_html_join("", "<div><dt>{}</dt><dd{}>{}</dd></div>", rows))


def _told_language(value: Written) -> SafeString:
    return format_html(' lang="{}"', value.lang) if value.lang else SafeString("")


def where(texts: dict[str, dict[str, str]], way: str) -> Iterator[Fact]:
    """Place, and how to take part from elsewhere."""
    if way != Way.ONLINE:
        yield Fact(_("Var"), text_of(texts, "place"))
    yield Fact(_("Var") if way == Way.ONLINE else _("På nätet"), Written(way_in_words(way)))


def for_whom(texts: dict[str, dict[str, str]]) -> Written:
    """In the words of those who lead; else everybody."""
    return text_of(texts, "for_whom") or Written(_("Alla som hjälper någon"))


def group_context(group: GroupPage) -> dict[str, Any]:
    """The page of one group."""
    return {
        "group": group,
        "is_draft": has_draft(group.texts),
        "title": text_of(group.texts, "title"),
        "facts": listed_facts(fact for fact in _page_facts(group) if fact.value),
        "first_time": text_of(group.texts, "first_time"),
        "access_note": text_of(group.texts, "access_note"),
        "leader": leader(group),
        "times": [_time(group, time) for time in group.times if not time.is_over],
        "full": group.seats is not None and not group.seats.has_room_for(1),
        "book_url": book_url(group.id),
        "trial_url": book_url(group.id, {TRIAL: ON}),
        "queue_url": book_url(group.id, {QUEUE: ON}),
        "is_open": group.seating == Seating.OPEN,
        "is_course": group.seating == Seating.COURSE,
    }


def has_draft(texts: dict[str, dict[str, str]]) -> bool:
    """Is any of the texts one in the language of the page that no person has read?"""
    return any(text_of(texts, name).is_draft for name in texts)


def book_url(group: UUID, more: Mapping[str, str] | None = None) -> str:
    """Where a seat is booked; ``more`` says which time, on trial or for the queue."""
    address = reverse("booking", args=[group])
    return f"{address}?{urlencode(more)}" if more else address


def leader(group: GroupPage) -> str:
    """Who leads, by name when there is one."""
    kind = str(LEADER_WORDS.get(group.leader_kind, ""))  # type: ignore[call-overload]
    return f"{group.leader_name}. {kind}" if group.leader_name else kind


def _page_facts(group: GroupPage) -> Iterator[Fact]:
    yield Fact(_("För vem"), for_whom(group.texts))
    yield from where(group.texts, group.way)
    if group.seats is not None and not group.is_cancelled:
        yield Fact(_("Platser"), Written(seats_in_words(group.seats, has_queue=group.has_queue)))
    yield Fact(_("Kostar"), Written(cost_in_words(group.fee)))
    yield Fact(_("Bra att veta"), Written(", ".join(access_in_words(group.access))))


def _time(group: GroupPage, time: GroupTime) -> ShownTime:
    full = time.seats is not None and not time.seats.has_room_for(1)
    may_book = time.can_be_booked and (not full or group.has_queue)
    when = span_in_words(time.starts_at, time.ends_at)
    more = {TIME: str(time.id), **({QUEUE: ON} if full else {})}
    return ShownTime(
        when=when,
        is_cancelled=time.is_cancelled,
        seats=seats_in_words(time.seats, has_queue=group.has_queue) if time.can_be_booked else "",
        book_url=book_url(group.id, more) if may_book else "",
        label=_("Ställ dig i kö") if full else _("Boka"),
    )
