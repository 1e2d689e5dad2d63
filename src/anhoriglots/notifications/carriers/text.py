"""Text messages by any service that takes one HTTPS request a message; which one stands in the environment."""

import json
import re
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import quote_plus, urlsplit

from django.conf import settings

from anhoriglots.kernel.telephone import international_number

from .parcel import Outcome, Parcel

SECONDS = 10
TAKEN = range(200, 300)
# What a service answers when it is this message that it will not take; all else is its own trouble, or our settings.
REFUSED = frozenset({400, 410, 422})
PLACE = re.compile(r"\{(to|sender|text|id)\}")
ENCODED: dict[str, Callable[[str], str]] = {
    "application/json": json.dumps,
    "application/x-www-form-urlencoded": quote_plus,
}


def is_set_up() -> bool:
    """Is there a service?"""
    return bool(settings.TEXT_SERVICE["url"])


def send(parcel: Parcel) -> Outcome:
    """Hand it to the service. A redirect is not followed: the number goes only where the settings say."""
    number = international_number(parcel.to)
    if not number:
        return Outcome.REFUSED
    try:
        status = _post(filled(settings.TEXT_SERVICE, parcel, number))
    except (OSError, HTTPException):
        return Outcome.AWAY
    if status in TAKEN:
        return Outcome.SENT
    return Outcome.REFUSED if status in REFUSED else Outcome.AWAY


def filled(service: dict[str, str], parcel: Parcel, number: str) -> bytes:
    """The body of the request: the template of the settings with {to}, {sender}, {text} and {id} filled in.

    Raises:
        KeyError: a content type that nobody can fill in; the settings refuse it at the start.
    """
    values = {"to": number, "sender": parcel.text_sender, "text": parcel.text, "id": str(parcel.id)}
    encoded = ENCODED[service["type"]]
    return PLACE.sub(lambda place: encoded(values[place[1]]), service["body"]).encode()


def _post(body: bytes) -> int:
    service = settings.TEXT_SERVICE
    address = urlsplit(service["url"])
    kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
    connection = kind(address.hostname or "", address.port, timeout=SECONDS)
    headers = {"Content-Type": service["type"]}
    if service["authorization"]:
        headers["Authorization"] = service["authorization"]
    try:
        connection.request(
            "POST", f"{address.path or '/'}{'?' + address.query if address.query else ''}", body, headers
        )
        return connection.getresponse().status
    finally:
        connection.close()
