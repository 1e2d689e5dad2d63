"""Answers that travel with the visitor: encrypted, short-lived, and readable only where they were written.

A visitor's answers lie in the address of the next page, so that nothing is kept on the server and Back works. What
lies there must not be readable by the next person at the same computer, nor by us after the day is over.
"""

import base64
import binascii
import json
import zlib
from datetime import datetime, timedelta
from typing import Any

from .encryption import Unreadable, decrypt, encrypt, keyed_index

LIFETIME = timedelta(hours=20)  # no shorter: a person must be able to sleep on it (WCAG 2.2.1)
BINDING_BYTES = 16
TIME_BYTES = 4
# A token of ours is far below; a longer one is nonsense and is not even decoded. Also bounds what zlib unpacks.
MOST_CHARACTERS = 4096
MOST_BYTES = 16 * 1024


class Expired(Exception):
    """The answers were open too long."""


def seal(value: Any, *, use: str, at: datetime, bound_to: str) -> str:
    """The value as text for an address.

    Args:
        value: anything JSON can hold.
        use: what the token is for; one made for another use cannot be read.
        at: the instant it is made, from which it lives for LIFETIME.
        bound_to: a secret of the browser that may read it again.
    """
    plain = int(at.timestamp()).to_bytes(TIME_BYTES) + _mark(bound_to, use) + _packed(value)
    return base64.urlsafe_b64encode(encrypt(plain, use=use)).decode().rstrip("=")


def unseal(token: str, *, use: str, at: datetime, bound_to: str) -> Any:
    """What was sealed.

    Raises:
        Unreadable: changed, made for another use, or opened in another browser.
        Expired: older than LIFETIME.
    """
    if len(token) > MOST_CHARACTERS:
        raise Unreadable(use)
    plain = decrypt(_decoded(token, use), use=use)
    made, mark, packed = (
        plain[:TIME_BYTES],
        plain[TIME_BYTES : TIME_BYTES + BINDING_BYTES],
        plain[TIME_BYTES + BINDING_BYTES :],
    )
    if mark != _mark(bound_to, use):
        raise Unreadable(use)
    if not 0 <= at.timestamp() - int.from_bytes(made) <= LIFETIME.total_seconds():
        raise Expired(use)
    return json.loads(zlib.decompressobj().decompress(packed, MOST_BYTES))


def _mark(bound_to: str, use: str) -> bytes:
    return keyed_index(bound_to, use=f"sealed:{use}")[:BINDING_BYTES]


def _packed(value: Any) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 9)


def _decoded(token: str, use: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(token.encode("ascii") + b"=" * (-len(token) % 4))
    except (UnicodeEncodeError, binascii.Error, ValueError) as error:
        raise Unreadable(use) from error
