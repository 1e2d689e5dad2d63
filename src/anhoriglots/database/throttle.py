"""Counts attempts per visitor, so that nobody can guess codes or fill a unit with nonsense.

The visitor is a keyed mark of the network address and of what is counted; the address itself is never written.
"""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from .encryption import keyed_index

KEPT = timedelta(days=1)
# One home or one office gets a whole /64 of IPv6 addresses and could otherwise take a new one for each attempt.
IPV6_NETWORK = 64

COUNT = """
INSERT INTO throttle AS t (key, window_start, count) VALUES (%(key)s, %(at)s, 1)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN t.window_start <= %(oldest)s THEN 1 ELSE t.count + 1 END,
    window_start = CASE WHEN t.window_start <= %(oldest)s THEN %(at)s ELSE t.window_start END
RETURNING count, window_start
"""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many attempts within a window; ``name`` keeps kinds of attempts apart."""

    name: str
    attempts: int
    window: timedelta


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt: whether it may go on, how many are left, and when the window ends."""

    allowed: bool
    left: int
    opens_at: datetime


def client_address(request: HttpRequest) -> str:
    """The visitor's network address; behind a proxy that settings trust, the last one that proxy has seen."""
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return seen.split(",")[-1].strip() or request.META.get("REMOTE_ADDR", "")


def attempt(limit: Limit, *, visitor: str, at: datetime) -> Attempt:
    """Count one attempt, in one statement that two at once cannot both slip through.

    Args:
        limit: what is counted, and how much is too much.
        visitor: the visitor's network address.
        at: the instant.
    """
    values: dict[str, bytes | datetime] = {"key": _key(limit, visitor), "at": at, "oldest": at - limit.window}
    with connection.cursor() as cursor:
        cursor.execute(COUNT, values)
        count, start = cursor.fetchone()
    return Attempt(allowed=count <= limit.attempts, left=max(limit.attempts - count, 0), opens_at=start + limit.window)


def give_back(limit: Limit, *, visitor: str) -> None:
    """The attempt was a right one and does not count. The wrong ones before it still do: a person who holds one
    right code must not be able to wipe the slate between guesses at another.
    """
    with connection.cursor() as cursor:
        cursor.execute("UPDATE throttle SET count = count - 1 WHERE key = %s AND count > 0", [_key(limit, visitor)])


def forget_old(*, at: datetime) -> int:
    """Remove counts older than a day; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM throttle WHERE window_start < %s", [at - KEPT])
        return int(cursor.rowcount)


def _key(limit: Limit, visitor: str) -> bytes:
    return keyed_index(f"{limit.name}:{_network(visitor)}", use="throttle")


def _network(visitor: str) -> str:
    try:
        address = ipaddress.ip_address(visitor)
    except ValueError:
        return visitor
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, IPV6_NETWORK), strict=False))
