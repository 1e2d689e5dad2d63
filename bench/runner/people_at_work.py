"""Visitors and colleagues: they come to a page as people do, and leave behind the request that is measured."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle, islice
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.conf import settings
from django.http import QueryDict
from django.urls import get_script_prefix, set_script_prefix
from django.utils import timezone

from anhoriglots.organisations.queries import municipality_at
from anhoriglots.publicsite.answers import ContactAnswers, address, read
from anhoriglots.publicsite.booking_answers import BookingAnswers, booking_address
from anhoriglots.publicsite.pages import OpenRequest
from anhoriglots.workspace.note_page import new_submission
from bench.generator.fill import PASSWORD

from .browser import Browser, Form, Page
from .request import Request
from .server import NotMeasured

_ANSWERS = {"reply": "call", "contact": "070-174 06 10", "call_me": "Åsa", "remark": "Ring gärna på förmiddagen."}
_MOST_PAGES = 12
# As carers write: common and rare words, compounds, slips, several words, and one that nothing has.
_SEARCHED = (
    "stöd", "samtal", "avlosning", "barnvakt till mamma", "grupp för äldre", "demens", "anhörig", "avlösningsgrupp",
    "jag vill sova", "hemtjänst", "kurs", "prata med någon", "hjälp", "ekonomi", "telefon", "qxzw",
)  # fmt: skip


def visitors() -> Iterator[str]:
    """Addresses of a network that is kept for measurements (RFC 2544), never twice the same."""
    for number in range(1, 2**17):
        yield f"198.{18 + (number >> 16)}.{number >> 8 & 255}.{number & 255}"


class Visitor:
    """Somebody who reads the open pages and asks to be contacted."""

    def __init__(self, port: int, slug: str) -> None:
        self.browser = Browser(port)
        self.slug = slug
        self._addresses = visitors()

    def start(self) -> Request:
        """The first page, without any cookie."""
        return Request(f"/{self.slug}/")

    def guide_results(self) -> list[Request]:
        """What may fit, after four different walks through the guide."""
        return [self._guided(turn) for turn in range(4)]

    def _guided(self, turn: int) -> Request:
        page = self.browser.get(f"/{self.slug}/")
        page = self.browser.get(next(link for link in _links(page) if "/hitta/" in link))
        for _ in range(_MOST_PAGES):
            if "/resultat/" in page.address:
                return Request(_path(page), dict(self.browser.cookies))
            form = page.form()
            chosen = {name: values[turn % (len(values) - 1)] for name, values in form.choices.items()}
            page = self.browser.submit(page, form, **chosen)
        raise NotMeasured(f"the guide has no end: {page.address.partition('?')[0]}")

    def contact_requests(self, count: int) -> list[Request]:
        """The last click of so many requests, each with the mark of its own form.

        The way there is walked once; the other forms are sealed by the program's own code, since only the last
        click is measured.
        """
        page = self.browser.get(f"/{self.slug}/kontakt/")
        for _ in range(_MOST_PAGES):
            form = page.form()
            if "/kontrollera/" in page.address:
                return self._sealed(page, form, count)
            known = {name: value for name, value in _ANSWERS.items() if name in {*form.values, *form.choices}}
            if "district" in form.choices:
                known["district"] = form.choices["district"][0]
            page = self.browser.submit(page, form, **known)
        raise NotMeasured(f"the contact request has no end: {page.address.partition('?')[0]}")

    def _sealed(self, page: Page, form: Form, count: int) -> list[Request]:
        at = timezone.now()
        request = _as_seen_by_the_program(page, self.slug, self.browser.cookies)
        answers = read(request, ContactAnswers, at=at)
        fields = tuple(_with_button(form).items())
        with _at_the_foot_of(self.slug):
            return [
                Request(
                    address(request, "contact-check", replace(answers, submission=secrets.token_urlsafe(16)), at=at),
                    dict(self.browser.cookies),
                    fields,
                    next(self._addresses),
                )
                for _ in range(count)
            ]

    def catalogue(self, slug: str) -> Request:
        """All support, and nothing written."""
        return Request(f"/{slug}/stod/")

    def catalogue_searches(self, slug: str) -> list[Request]:
        """All support with some words."""
        return [Request(f"/{slug}/stod/?{urlencode({'ord': words})}") for words in _SEARCHED]

    def groups(self) -> Request:
        """What there is to come to."""
        return Request(f"/{self.slug}/grupper/", dict(self.browser.cookies))

    def bookings(self, count: int, groups: Sequence[UUID]) -> list[Request]:
        """The last click of so many bookings, to the groups in turn; prepared as ``contact_requests``.

        Raises:
            NotMeasured: there is no such group.
        """
        if not groups:
            raise NotMeasured("there is no group to book")
        page = self.browser.get(f"/{self.slug}/grupper/{groups[0]}/boka/")
        page = self.browser.submit(page, page.form("reach"), call_me="Åsa", reach="phone", contact=_ANSWERS["contact"])
        if "/kontrollera/" not in page.address:
            raise NotMeasured(f"the booking has no last page: {page.address.partition('?')[0]}")
        at = timezone.now()
        request = _as_seen_by_the_program(page, self.slug, self.browser.cookies)
        answers = read(request, BookingAnswers, at=at)
        fields, cookies = tuple(_with_button(page.form()).items()), dict(self.browser.cookies)
        with _at_the_foot_of(self.slug):
            return [
                Request(
                    booking_address(request, "booking-check", _of_group(answers, group), at=at),
                    cookies,
                    fields,
                    next(self._addresses),
                )
                for group in islice(cycle(groups), count)
            ]


def _of_group(answers: BookingAnswers, group: UUID) -> BookingAnswers:
    return replace(answers, group=group.hex, submission=secrets.token_urlsafe(16))


@contextmanager
def _at_the_foot_of(slug: str) -> Iterator[None]:
    """Addresses begin as those of the municipality's pages."""
    before = get_script_prefix()
    set_script_prefix(f"/{slug}/")
    try:
        yield
    finally:
        set_script_prefix(before)


class Colleague:
    """Somebody who is signed in."""

    def __init__(self, port: int, slug: str, username: str, user_id: UUID, board_id: UUID) -> None:
        self.browser = Browser(port)
        self.root = f"/{slug}/personal/"
        self.user_id, self.board_id = user_id, board_id
        page = self.browser.get(f"{self.root}logga-in")
        page = self.browser.submit(page, page.form("password"), username=username, password=PASSWORD)
        if page.form("").action.endswith("logga-in") or page.status != 200:
            raise NotMeasured(f"{username} could not sign in ({page.status})")

    def _reading(self, path: str) -> Request:
        return Request(f"{self.root}{path}", dict(self.browser.cookies))

    def today(self) -> Request:
        """Idag."""
        return self._reading("")

    def offers(self) -> Request:
        """Stöd."""
        return self._reading("stod")

    def file(self, carer: UUID) -> Request:
        """A carer's file."""
        return self._reading(f"akt/{carer}")

    def searches(self, names: list[str]) -> list[Request]:
        """A search for each name."""
        page = self.browser.get(f"{self.root}sok")
        form = page.form("words")
        return [self._sending("sok", {**form.values, "words": name}) for name in names]

    def _sending(self, path: str, fields: dict[str, str]) -> Request:
        return Request(f"{self.root}{path}", dict(self.browser.cookies), tuple(fields.items()))

    def notes(self, count: int, mode: str) -> list[Request]:
        """The form of a new contact in one mode, so many times, each with its own key."""
        taps = self._taps(mode, "save")
        return [self._sending("ny-kontakt", self._anew(taps)) for _ in range(count)]

    def identified_notes(self, count: int, carers: list[UUID]) -> list[Request]:
        """The text of a contact in a carer's file, so many times."""
        text = "Ringde och berättade hur vardagen ser ut just nu. Vi hörs igen om två veckor."
        taps = self._taps("identified", "save")
        return [
            self._sending(
                "ny-kontakt/anteckning", {**self._anew(taps), "carer": str(carers[n % len(carers)]), "text": text}
            )
            for n in range(count)
        ]

    def _taps(self, mode: str, do: str) -> dict[str, str]:
        form = self.browser.get(f"{self.root}ny-kontakt").form("support_form")
        chosen = next((value for value in form.choices["support_form"] if value.endswith(f":{mode}")), None)
        if chosen is None:
            raise NotMeasured(f"the board has no support form that is noted so: {mode}")
        return self._anew(
            {**form.values, "support_form": chosen, "target_group": "unknown", "topics": "talk", "do": do}
        )

    def _anew(self, taps: dict[str, str]) -> dict[str, str]:
        key = new_submission(actor_id=self.user_id, board_id=self.board_id, at=timezone.now())
        return {**taps, "submission": key}


def _links(page: Page) -> Iterator[str]:
    for part in page.text.split('href="')[1:]:
        yield part.partition('"')[0].replace("&amp;", "&")


def _path(page: Page) -> str:
    parts = urlsplit(page.address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _with_button(form: Form) -> dict[str, str]:
    return form.values | {name: value for name, value in form.buttons[:1] if name}


def _as_seen_by_the_program(page: Page, slug: str, cookies: dict[str, str]) -> OpenRequest:
    municipality = municipality_at("", slug)
    if municipality is None:
        raise NotMeasured(f"there is no municipality {slug}")
    request = OpenRequest()
    request.GET = QueryDict(urlsplit(page.address).query)
    request.META["CSRF_COOKIE"] = cookies[settings.CSRF_COOKIE_NAME]
    # As the program's own middleware does it.
    request.municipality = municipality
    return request
