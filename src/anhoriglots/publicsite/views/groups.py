"""Groups and meetings: the list, the page of one group, and both as files for a calendar."""

from urllib.parse import urlencode
from uuid import UUID

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from anhoriglots.booking.queries.group_calendar import CalendarTime, times_of_all, times_of_group
from anhoriglots.booking.queries.group_page import group_page
from anhoriglots.booking.queries.open_groups import open_groups
from anhoriglots.booking.queries.words import text_of
from anhoriglots.kernel.calendar_file import CONTENT_TYPE, Event, calendar_file

from ..group_filter import FilterForm
from ..group_pages import by_month, group_context
from ..group_search import search_data
from ..pages import OpenRequest, open_page

PAGE = "sida"
MOST_PAGES = 400
KEPT_SECONDS = 60


@open_page
def groups(request: OpenRequest) -> HttpResponse:
    """What there is to come to, in the order of time."""
    form = FilterForm.of(request.municipality, request.GET)
    page = page_number(request.GET.get(PAGE, ""))
    found = open_groups(request.municipality.code, form.wanted, at=timezone.now(), page=page)
    chosen = dict(form.initial)
    context = {
        "filter": _drawn(form, request.municipality.code),
        "months": by_month(found),
        "without": [(words, _address({**chosen, name: ""})) for name, _value, words in form.chosen],
        "before_url": _address(chosen, page - 1) if page > 1 else "",
        "more_url": _address(chosen, page + 1) if found.more else "",
    }
    return render(request, "publicsite/groups.html", context)


def _drawn(form: FilterForm, municipality: str) -> SafeString:
    """The filter as HTML. With nothing chosen it is the same for all and slow to draw, so it is kept for a minute."""
    if form.chosen:
        return form.render()
    key = f"publicsite.group_filter.{municipality}.{get_language()}"
    return SafeString(cache.get_or_set(key, form.render, KEPT_SECONDS))


def page_number(written: str) -> int:
    """The page of a list that the address asks for; 1 when it asks for none."""
    number = int(written) if written.isascii() and written.isdecimal() and len(written) <= len(str(MOST_PAGES)) else 1
    return min(max(number, 1), MOST_PAGES)


def _address(chosen: dict[str, str], page: int = 1) -> str:
    kept = {name: value for name, value in chosen.items() if value} | ({PAGE: str(page)} if page > 1 else {})
    return f"{reverse('groups')}?{urlencode(kept)}" if kept else reverse("groups")


@open_page
def group(request: OpenRequest, group_id: UUID) -> HttpResponse:
    """One group: what happens, who leads, what is written down, and its times."""
    at = timezone.now()
    shown = group_page(group_id, at=at)
    if shown is None:
        raise Http404
    context = {
        **group_context(shown),
        "back_url": reverse("groups"),
        "days": request.municipality.own["retention"]["booking_days"],
        "search_data": search_data(shown, request.municipality, request.build_absolute_uri(request.path)),
    }
    return render(request, "publicsite/group.html", context)


@open_page
def calendar(request: OpenRequest) -> HttpResponse:
    """All groups of the municipality, to follow."""
    times = times_of_all(request.municipality.code, at=timezone.now())
    return _file(request, times, _("Grupper och träffar"))


@open_page
def group_calendar(request: OpenRequest, group_id: UUID) -> HttpResponse:
    """The times of one group, to follow."""
    times = times_of_group(group_id)
    if times is None:
        raise Http404
    return _file(request, times, str(text_of(times[0].texts, "title")) if times else _("Grupper och träffar"))


def _file(request: OpenRequest, times: list[CalendarTime], name: str) -> HttpResponse:
    events = [
        Event(
            key=str(one.id),
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            written=one.decided_at,
            revision=one.revision,
            title=str(text_of(one.texts, "title")),
            place=str(text_of(one.texts, "place")),
            url=request.build_absolute_uri(reverse("group", args=[one.group_id])),
            is_cancelled=one.is_cancelled,
        )
        for one in times
    ]
    return HttpResponse(calendar_file(events, name=name), content_type=CONTENT_TYPE)
