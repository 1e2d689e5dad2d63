"""A small browser: cookies, redirects and forms, enough to come to a page as a person does."""

import http.client
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

from .server import HOST, NotMeasured

_MOST_REDIRECTS = 5
FORM_TYPE = "application/x-www-form-urlencoded"


@dataclass
class Form:
    """One form as it stands: where it goes, its values, and the choices of radio buttons and lists by name."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """An answer: where it ended after redirects, its status and text."""

    address: str
    status: int
    text: str

    def form(self, having: str = "") -> Form:
        """The first form with a field or button of that name; without a name the first that posts.

        Raises:
            NotMeasured: there is none.
        """
        for each in forms(self.text):
            names = {*each.values, *each.choices, *(name for name, _ in each.buttons)}
            if having in names if having else each.method == "post":
                return each
        raise NotMeasured(f"{urlsplit(self.address).path} ({self.status}) has no form {having}")


class _FormParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._form: Form | None = None
        self._select = ""
        self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(own.get("action", ""), own.get("method", "get").lower())
            self.found.append(self._form)
        elif self._form is not None:
            self._field(self._form, tag, own, dict(attrs))

    def _field(self, form: Form, tag: str, own: dict[str, str], given: dict[str, str | None]) -> None:
        name = own.get("name", "")
        if tag == "input" and name:
            self._input(form, name, own, checked="checked" in given)
        elif tag == "button" and own.get("type", "submit") == "submit":
            form.buttons.append((name, own.get("value", "")))
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            form.choices.setdefault(self._select, []).append(own.get("value", ""))
            if "selected" in given:
                form.values[self._select] = own.get("value", "")
        elif tag == "textarea":
            self._textarea = name
            form.values[name] = ""

    def _input(self, form: Form, name: str, own: dict[str, str], *, checked: bool) -> None:
        kind = own.get("type", "text")
        if kind in ("radio", "checkbox"):
            form.choices.setdefault(name, []).append(own.get("value", "on"))
            if checked:
                form.values[name] = own.get("value", "on")
        elif kind == "submit":
            form.buttons.append((name, own.get("value", "")))
        else:
            form.values[name] = own.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._textarea and self._form is not None:
            self._form.values[self._textarea] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._textarea = ""


def forms(text: str) -> list[Form]:
    """All forms of a page, in order."""
    parser = _FormParser()
    parser.feed(text)
    return parser.found


class Browser:
    """One visitor."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://{HOST}:{port}"
        self.cookies: dict[str, str] = {}
        self.port = port

    def get(self, address: str) -> Page:
        """Open a page, by its path or whole address."""
        return self._go("GET", urljoin(self.origin, address), None)

    def post(self, address: str, fields: Mapping[str, str]) -> Page:
        """Send fields."""
        return self._go("POST", urljoin(self.origin, address), urlencode(fields))

    def submit(self, page: Page, form: Form, **answers: str) -> Page:
        """Fill in a form and send it."""
        return self.post(urljoin(page.address, form.action or page.address), {**form.values, **answers})

    def _go(self, method: str, address: str, body: str | None) -> Page:
        for _ in range(_MOST_REDIRECTS):
            status, location, text = self._exchange(method, address, body)
            if status not in (301, 302, 303) or not location:
                return Page(address, status, text)
            method, address, body = "GET", urljoin(address, location), None
        raise NotMeasured(f"{urlsplit(address).path} leads in a circle")

    def _exchange(self, method: str, address: str, body: str | None) -> tuple[int, str, str]:
        parts = urlsplit(urljoin(self.origin, address))
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        # A new connection each time: the server hangs up on one that has been quiet for a while.
        with closing(http.client.HTTPConnection(HOST, self.port, timeout=30)) as connection:
            connection.request(method, path, body, self.headers(posting=body is not None))
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
        for line in response.headers.get_all("Set-Cookie") or ():
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name.strip()] = value.strip()
        return response.status, response.headers.get("Location", ""), text

    def headers(self, *, posting: bool = False) -> dict[str, str]:
        """What a browser would send."""
        sent = {"Accept": "text/html", "Accept-Language": "sv"}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if posting:
            sent |= {"Content-Type": FORM_TYPE, "Origin": self.origin}
        return sent
