"""Where messages go out, from the environment; see docs/operate/messages.md. Nothing set: nothing is sent."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

SECONDS = 10
# How the way to the mail server is encrypted.
STARTTLS, TLS, PLAIN = "starttls", "tls", "none"
TYPES = ("application/json", "application/x-www-form-urlencoded")
HOME = ("127.0.0.1", "localhost")


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server; ``host`` is empty when there is none."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    starttls: bool
    tls: bool


def mail_settings(environ: Mapping[str, str] = os.environ) -> Mail:
    """The mail server.

    Raises:
        SystemExit: a value cannot be used; it is named, never quoted.
    """
    security = environ.get("ANHORIGLOTS_MAIL_SECURITY", STARTTLS)
    if security not in (STARTTLS, TLS, PLAIN):
        raise SystemExit(f"ANHORIGLOTS_MAIL_SECURITY must be {STARTTLS}, {TLS} or {PLAIN}.")
    port = environ.get("ANHORIGLOTS_MAIL_PORT", "465" if security == TLS else "587")
    if not (port.isascii() and port.isdecimal() and 0 < int(port[:6]) < 65536):
        raise SystemExit("ANHORIGLOTS_MAIL_PORT must be a number from 1 to 65535.")
    return Mail(
        host=environ.get("ANHORIGLOTS_MAIL_HOST", ""),
        port=int(port),
        user=environ.get("ANHORIGLOTS_MAIL_USER", ""),
        password=environ.get("ANHORIGLOTS_MAIL_PASSWORD", ""),
        starttls=security == STARTTLS,
        tls=security == TLS,
    )


def text_settings(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The service that takes text messages.

    Raises:
        SystemExit: a value cannot be used; it is named, never quoted.
    """
    url, kind = environ.get("ANHORIGLOTS_TEXT_URL", ""), environ.get("ANHORIGLOTS_TEXT_TYPE", TYPES[0])
    body = environ.get("ANHORIGLOTS_TEXT_BODY", "")
    if url and not _is_safe(url):
        raise SystemExit("ANHORIGLOTS_TEXT_URL must begin with https://.")
    if kind not in TYPES:
        raise SystemExit(f"ANHORIGLOTS_TEXT_TYPE must be {' or '.join(TYPES)}.")
    if url and not ("{to}" in body and "{text}" in body):
        raise SystemExit("ANHORIGLOTS_TEXT_BODY must have {to} and {text} in it.")
    return {"url": url, "type": kind, "body": body, "authorization": environ.get("ANHORIGLOTS_TEXT_AUTHORIZATION", "")}


def public_url(environ: Mapping[str, str] = os.environ) -> str:
    """The address under which visitors reach the municipalities, without the municipality; empty when not set.

    Raises:
        SystemExit: it is no safe address.
    """
    url = environ.get("ANHORIGLOTS_PUBLIC_URL", "")
    if url and not _is_safe(url):
        raise SystemExit("ANHORIGLOTS_PUBLIC_URL must begin with https://.")
    return url


def _is_safe(url: str) -> bool:
    """Encrypted on the way, or to this machine alone."""
    parts = urlsplit(url)
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in HOME))
