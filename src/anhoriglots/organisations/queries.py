"""Reads of the municipality, ready for pages.

What every page asks for is kept in the process for some seconds: it changes only when a profile is loaded. While the
database is away the last known is used, so that the page that says so has the municipality's number and colours.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db import InterfaceError, OperationalError
from django.db.models import Q
from django.urls import get_script_prefix
from django.utils.translation import get_language

from anhoriglots.design.foreign import Foreign

from . import opening_hours
from .models import Board, District, Municipality, TargetGroup, Unit

T = TypeVar("T")
# A profile that has been loaded shows on all pages within this time.
KEPT_SECONDS = 15


@dataclass(frozen=True, slots=True)
class DistrictChoice:
    """A district that a carer can live in."""

    pk: UUID
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class TargetGroupChoice:
    """A target group, with the lines of the guide that lead to it."""

    pk: UUID
    label: str
    guide_lines: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class KeptBy:
    """The decision on how long what visitors leave is kept; ``last_day`` is None until further notice."""

    number: str
    decided_on: date
    first_day: date
    last_day: date | None
    is_example: bool

    def holds_on(self, day: date) -> bool:
        """True on every day from the first to the last."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class MunicipalityPage:
    """What every page needs to know of the municipality.

    Attributes:
        settings: the loaded part of its profile: municipality, guide, not_offered, rules, relief, safety.
        by_host: True when its pages lie at the root of a host name of its own.
        path: the page asked for, below the municipality and without language; for the list of languages.
        query: the query string of the page, with its question mark, or nothing.
        page: the name of the page, once its address is known.
    """

    code: str
    slug: str
    name: str
    by_host: bool
    settings: dict[str, Any] = field(repr=False)
    path: str = ""
    query: str = field(default="", repr=False)
    page: str = ""

    @property
    def own(self) -> dict[str, Any]:
        """profile.yaml as data."""
        own: dict[str, Any] = self.settings["municipality"]
        return own

    @property
    def phone(self) -> str:
        """The number carers call, as written."""
        return str(self.own["contact"]["phone"]["number"])

    @property
    def phone_is_example(self) -> bool:
        """True while the number is invented; the page says so."""
        return bool(self.own["contact"]["phone"].get("example"))

    @property
    def phone_label(self) -> str:
        """The name of those who answer."""
        return in_language(self.own["service_name"])

    @property
    def phone_hours(self) -> str:
        """When somebody answers, in the language of the page, as it stands after the number: "vardagar 9–15"."""
        hours = in_language(self.own["contact"]["hours"])
        return hours[:1].lower() + hours[1:]

    @property
    def leave_url(self) -> str:
        """A neutral page outside, for leaving in a hurry."""
        return str(self.own["leave_url"])

    @property
    def kept_by(self) -> KeptBy | None:
        """The decision behind the days of the profile; None where one is still loaded that named none."""
        row = self.own["retention"].get("decision")
        if row is None:
            return None
        decided_on, first_day = (date.fromisoformat(row[name]) for name in ("decided_on", "valid_from"))
        last_day = date.fromisoformat(row["valid_to"]) if "valid_to" in row else None
        return KeptBy(row["number"], decided_on, first_day, last_day, row["example"])

    @property
    def theme_url(self) -> str:
        """The stylesheet of the municipality's colours; the address changes when they do."""
        return f"{get_script_prefix()}tema/{self.settings['theme_hash']}.css"

    @property
    def languages(self) -> list[tuple[str, str, str]]:
        """Code, own name and address of this page in each language; the start page where this one is not translated."""
        names = dict(settings.LANGUAGES)
        return [(language, names[language], self.address_in(language)) for language in self.scopes]

    @property
    def scopes(self) -> dict[str, str]:
        """What exists in each language that is published here: "everything", "core_path" or "start_page"."""
        names = dict(settings.LANGUAGES)
        return {row["code"]: row["scope"] for row in self.own["languages"] if row["code"] in names}

    def has_drafts(self, language: str) -> bool:
        """Are texts of its own shown in the language that no person has read? Never in production."""
        return bool(settings.SHOWS_DRAFTS and self.own_texts.get(language, {}).get("unchecked"))

    @property
    def own_texts(self) -> dict[str, dict[str, int]]:
        """How many of its own texts are checked, unchecked and missing in each language; see profiles.translations."""
        counted: dict[str, dict[str, int]] = self.settings.get("translations", {})
        return counted

    def has(self, page: str, language: str) -> bool:
        """Is the page with this name here in the language?"""
        scope = self.scopes.get(language)
        core = page in settings.CORE_PATH and (scope == "core_path" or page == "start")
        return scope == "everything" or (scope is not None and core)

    def address_in(self, language: str) -> str:
        """The address of this page in the language, or of the start page where this one is not in it."""
        prefix = "" if language == settings.LANGUAGE_CODE else f"{language}/"
        rest = f"{self.path}{self.query}" if self.has(self.page, language) else ""
        return f"{get_script_prefix()}{prefix}{rest}"

    def nearest_address(self) -> str:
        """Where a visitor is led whose language has not this page: to the page in English, else in Swedish."""
        reads_swedish = (get_language() or "").startswith(settings.LANGUAGE_CODE)
        return self.address_in("en" if self.has(self.page, "en") and not reads_swedish else settings.LANGUAGE_CODE)


def in_language(texts: dict[str, str]) -> str:
    """The text in the language of the page, or in Swedish, marked as such, when it has not been translated."""
    language, swedish = get_language() or "", settings.LANGUAGE_CODE
    if language in texts:
        return texts[language]
    return texts[swedish] if language.startswith(swedish) else Foreign(texts[swedish], swedish)


def municipality_at(host: str, slug: str) -> MunicipalityPage | None:
    """The municipality that owns the host name, else the one whose pages lie under ``/slug/``, else None."""
    return _kept(f"at.{host}/{slug}", lambda: _found_at(host, slug))


def _kept(name: str, make: Callable[[], T]) -> T:
    try:
        kept: Any = cache.get_or_set(f"organisations.{name}", lambda: _noted(name, make), KEPT_SECONDS)
    except (OperationalError, InterfaceError):
        if (kept := cache.get(f"organisations.last.{name}")) is None:
            raise
    # The cache knows no types: what comes out is what ``make`` put in.
    found: T = kept
    return found


def _noted(name: str, make: Callable[[], T]) -> T:
    if (made := make()) is not None:
        cache.set(f"organisations.last.{name}", made, timeout=None)
    return made


def _found_at(host: str, slug: str) -> MunicipalityPage | None:
    rows = Municipality.objects.filter(Q(hosts__contains=[host]) | Q(slug=slug))
    pages = [_page(row, by_host=host in row.hosts) for row in rows]
    return max(pages, key=lambda page: page.by_host, default=None)


def municipality_by_code(code: str) -> MunicipalityPage | None:
    """The municipality with this SCB code, or None when it is not loaded."""
    row = Municipality.objects.filter(code=code).first()
    return _page(row, by_host=False) if row else None


def all_municipalities() -> list[MunicipalityPage]:
    """Everyone loaded here, by name."""
    return [_page(row, by_host=False) for row in Municipality.objects.order_by("name")]


def _page(row: Municipality, *, by_host: bool) -> MunicipalityPage:
    return MunicipalityPage(code=row.code, slug=row.slug, name=row.name, by_host=by_host, settings=row.settings)


def all_boards() -> list[tuple[str, UUID]]:
    """Every board loaded here, with its municipality's code; for what the program does at each of them by itself."""
    return list(Board.objects.order_by("municipality", "position").values_list("municipality_id", "pk"))


def every_board() -> list[tuple[MunicipalityPage, UUID]]:
    """The same boards, each with its municipality."""
    pages = {page.code: page for page in all_municipalities()}
    return [(pages[code], board) for code, board in all_boards()]


def districts_of(municipality: str) -> list[DistrictChoice]:
    """The districts a carer can live in, in the profile's order; empty in a small municipality."""
    return _kept(f"districts.{municipality}", lambda: _districts(municipality))


def _districts(municipality: str) -> list[DistrictChoice]:
    rows = District.objects.filter(municipality=municipality, active=True).order_by("position")
    return [DistrictChoice(*row) for row in rows.values_list("pk", "key", "name")]


def target_groups_of(municipality: str) -> list[TargetGroupChoice]:
    """The municipality's target groups in the profile's order."""
    return _kept(f"target-groups.{municipality}", lambda: _target_groups(municipality))


def _target_groups(municipality: str) -> list[TargetGroupChoice]:
    rows = TargetGroup.objects.filter(municipality=municipality, active=True).order_by("position")
    found = rows.values_list("pk", "label", "guide_lines", "key")
    return [TargetGroupChoice(pk, label, tuple(lines), key) for pk, label, lines, key in found]


def answering_unit(municipality: str, district_key: str | None) -> Unit:
    """The unit that answers a carer living in the district; without district, the municipality's central one.

    The carer's own district decides, not the cared-for person's (law A15).

    Raises:
        Unit.DoesNotExist: the profile has no unit that answers; `profile check` refuses such a profile.
    """
    units = Unit.objects.filter(municipality=municipality, active=True, answers_requests=True).select_related("board")
    if district_key:
        local = units.filter(districts__key=district_key).order_by("position").first()
        if local:
            return local
    central = units.order_by("-is_central", "position").first()
    if central is None:
        raise Unit.DoesNotExist(f"no unit answers requests in {municipality}")
    return central


def unit_by_id(unit_id: UUID) -> Unit:
    """One unit.

    Raises:
        Unit.DoesNotExist: no such unit.
    """
    return Unit.objects.select_related("board").get(pk=unit_id)


def promised_time(hours: dict[str, str], *, working_days: int, received_at: datetime) -> datetime:
    """When we answer at the latest; see opening_hours for how days are counted."""
    return opening_hours.promise(hours, working_days=working_days, received_at=received_at)


def works_on(hours: dict[str, str], day: date) -> bool:
    """Does a unit with these opening hours work that day? Never on a closed day; see opening_hours."""
    return opening_hours.closing_time(hours, day) is not None


def next_opening(hours: dict[str, str], *, at: datetime) -> datetime | None:
    """When the unit opens next, or None when it is open now; see opening_hours for how days are counted."""
    return opening_hours.next_opening(hours, at=at)
