"""A prepared request: sent by the load client as bytes, and by the counter of statements inside this process."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from .browser import FORM_TYPE


@dataclass(frozen=True, slots=True)
class Request:
    """Where to, from whom, and with which fields; without fields it reads.

    Attributes:
        path: with its query string.
        cookies: as the browser that prepared it holds them.
        visitor: the network address it seems to come from, as told by the proxy in front.
    """

    path: str
    cookies: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[tuple[str, str], ...] | None = None
    visitor: str = ""

    @property
    def method(self) -> str:
        """GET or POST."""
        return "GET" if self.fields is None else "POST"

    @property
    def body(self) -> str:
        """The fields as they travel."""
        return urlencode(self.fields or ())

    def headers(self, origin: str) -> dict[str, str]:
        """All but Host and Content-Length."""
        sent = {"Accept": "text/html", "Accept-Language": "sv"}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if self.visitor:
            sent["X-Forwarded-For"] = self.visitor
        if self.fields is not None:
            sent |= {"Content-Type": FORM_TYPE, "Origin": origin}
        return sent

    def as_text(self, origin: str) -> str:
        """The bytes of the request, as text."""
        headers = {"Host": origin.removeprefix("http://"), **self.headers(origin)}
        if self.fields is not None:
            headers["Content-Length"] = str(len(self.body))
        lines = [f"{self.method} {self.path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        return "\r\n".join(lines) + "\r\n\r\n" + self.body
