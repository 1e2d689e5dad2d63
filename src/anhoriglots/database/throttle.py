"""Counts attempts per visitor, so that nobody can guess codes or fill a unit with nonsense.

The visitor is a keyed mark of the network address and of what is counted; the address itself is never written.
"""

import ipaddress
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from .encryption import keyed_index

KEPT = timedelta(days=1)
# One home or one office gets a whole /64 of IPv6 addresses and could otherwise take a new one for each attempt.
IPV6_NETWORK = 64
# Whoever rents a server or a whole office gets a /48, which holds 65 536 of those: it bears this many times more.
IPV6_SITE, SITE_TIMES = 48, 10
WITH_PORT = re.compile(r"\[([^\]]*)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+")

# Keys come in order, so that two at once wait for each other and never both for ever.
COUNT = """
INSERT INTO throttle AS t (key, window_start, count) SELECT unnest(%(keys)s::bytea[]), %(at)s, 1
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN t.window_start <= %(oldest)s THEN 1 ELSE t.count + 1 END,
    window_start = CASE WHEN t.window_start <= %(oldest)s THEN %(at)s ELSE t.window_start END
RETURNING key, count, window_start
"""
GIVE_BACK = """
UPDATE throttle SET count = count - 1 WHERE count > 0
AND key IN (SELECT key FROM throttle WHERE key = ANY(%s) ORDER BY key FOR UPDATE)
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
    """The visitor's network address; behind a proxy that settings trust, the last one that proxy has seen, without
    the port.
    """
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return without_port(seen.split(",")[-1].strip() or request.META.get("REMOTE_ADDR", ""))


def attempt(limit: Limit, *, visitor: str, at: datetime) -> Attempt:
    """Count one attempt, in one statement that two at once cannot both slip through.

    Args:
        limit: what is counted, and how much is too much. A /48 of IPv6 bears ten times as much as one visitor in it.
        visitor: the visitor's network address, or another word for whose attempts are counted together.
        at: the instant.
    """
    most = {_key(limit, network): limit.attempts * times for network, times in _networks(visitor)}
    values: dict[str, list[bytes] | datetime] = {"keys": sorted(most), "at": at, "oldest": at - limit.window}
    with connection.cursor() as cursor:
        cursor.execute(COUNT, values)
        counted = [(most[bytes(key)], count, start) for key, count, start in cursor.fetchall()]
    left = min(allowed - count for allowed, count, _ in counted)
    # The pause ends when the last window that is full ends; before that, when the visitor's own does.
    full = [start for allowed, count, start in counted if count >= allowed] or [start for _, _, start in counted]
    return Attempt(allowed=left >= 0, left=max(left, 0), opens_at=max(full) + limit.window)


def give_back(limit: Limit, *, visitor: str) -> None:
    """The attempt was a right one and does not count. The wrong ones before it still do: a person who holds one
    right code must not be able to wipe the slate between guesses at another.
    """
    keys = sorted(_key(limit, network) for network, _ in _networks(visitor))
    with connection.cursor() as cursor:
        cursor.execute(GIVE_BACK, [keys])


def forget_old(*, at: datetime) -> int:
    """Remove counts older than a day; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM throttle WHERE window_start < %s", [at - KEPT])
        return int(cursor.rowcount)


def _key(limit: Limit, network: str) -> bytes:
    return keyed_index(f"{limit.name}:{network}", use="throttle")


def _networks(visitor: str) -> list[tuple[str, int]]:
    """What the visitor is counted as, each with how many times the limit it bears."""
    try:
        address = ipaddress.ip_address(without_port(visitor))
    except ValueError:
        return [(visitor, 1)]
    address = getattr(address, "ipv4_mapped", None) or address  # "::ffff:192.0.2.1" is the same visitor as "192.0.2.1"
    if address.version == 4:
        return [(str(address), 1)]
    whole = int(address)
    return [(_network(whole, IPV6_NETWORK), 1), (_network(whole, IPV6_SITE), SITE_TIMES)]


def _network(address: int, bits: int) -> str:
    return str(ipaddress.IPv6Network((address, bits), strict=False))


def without_port(address: str) -> str:
    """The address alone: some proxies write "192.0.2.1:5566" and "[2001:db8::1]:55"."""
    match = WITH_PORT.fullmatch(address)
    return (match[1] or match[2]) if match else address
