"""What every page shell needs to know, as the template variable ``page``. Asks no database."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi


class Municipality(Protocol):
    """What the shells read from ``request.municipality``; the middleware of organisations puts it there.

    ``phone_hours`` is a phrase that follows the number, for example "vardagar 9–15". ``leave_url`` is the neutral
    page that the leave button opens. ``languages`` holds (code, own name, address of this page in that language).
    """

    @property
    def code(self) -> str: ...
    @property
    def slug(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def phone_is_example(self) -> bool: ...
    @property
    def phone_label(self) -> str: ...
    @property
    def phone_hours(self) -> str: ...
    @property
    def leave_url(self) -> str: ...
    @property
    def theme_url(self) -> str: ...
    @property
    def languages(self) -> Sequence[tuple[str, str, str]]: ...
    def has_drafts(self, language: str) -> bool: ...


# Pages that a link never names: that somebody was there is told to nobody (ux 3.5, P8).
NEVER_NAMED = ("child", "safety")


@dataclass(frozen=True, slots=True)
class Page:
    """The frame around one page.

    Attributes:
        municipality: whose page it is; None on pages that belong to nobody.
        lang: language of the page, for ``<html lang>``.
        dir: "ltr" or "rtl".
        is_draft: True when the language has texts that nobody has checked; the page then says so.
        active: name of the URL that is shown, so that the navigation can mark it.
    """

    municipality: Municipality | None
    lang: str
    dir: str
    is_draft: bool
    active: str

    @property
    def named(self) -> str:
        """The name of the page for whoever tells of a fault on it; empty where it is to be told to nobody."""
        return "" if self.active.startswith(NEVER_NAMED) else self.active


def page_of(request: HttpRequest) -> Page:
    """The frame of this request; for pages that are rendered without context processors."""
    match = getattr(request, "resolver_match", None)
    language = get_language() or "sv"
    municipality: Municipality | None = getattr(request, "municipality", None)
    return Page(
        municipality=municipality,
        lang=language,
        dir="rtl" if get_language_bidi() else "ltr",
        is_draft=language in settings.DRAFT_LANGUAGES
        or (municipality is not None and municipality.has_drafts(language)),
        active=match.view_name if match else "",
    )


def page(request: HttpRequest) -> dict[str, Page]:
    """Context processor."""
    return {"page": page_of(request)}
