"""Which database the program talks to, and as whom: everything is told by environment variables.

ANHORIGLOTS_VAR             folder for the embedded database, ./var when not given
DATABASE_URL                an external PostgreSQL 15 or later, as the owner of the tables; no embedded database then
DATABASE_WEB_URL            the same database as a role that owns nothing; without it the owner steps down by itself
ANHORIGLOTS_DATABASE_ROLE   web (serving, the default) or owner (migrations, commands that make tables, tests)
ANHORIGLOTS_POOL            0 turns the connection pool off
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import embedded
from .database_url import DatabaseUrlError, parse
from .embedded.cluster import DATABASE, OWNER, WEB
from .embedded.layout import socket_folder

__all__ = ["DatabaseUrlError", "data_folder", "database_settings", "ensure_started", "is_external"]

ENGINE = "anhoriglots.database.backend"
# Seconds: a dead database shows as a readable page, not as a spinning browser.
_CONNECT_SECONDS = 3
_POOL = {
    "min_size": 0,
    "max_size": 8,
    "timeout": 5,
    # Give up soon and try afresh at the next request; the pool's own pauses double until they are minutes long.
    "reconnect_timeout": 5,
}
# Milliseconds. A forgotten query or transaction must not hold rows or a connection for others.
_WEB_LIMITS = {"statement_timeout": 30_000, "lock_timeout": 10_000, "idle_in_transaction_session_timeout": 60_000}
# A server that vanishes without saying good-bye is noticed within about fifteen seconds.
_NETWORK = {
    "keepalives_idle": 10,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}


def is_external(environ: Mapping[str, str] = os.environ) -> bool:
    """Is an external PostgreSQL pointed out?"""
    return bool(environ.get("DATABASE_URL", "").strip())


def data_folder(environ: Mapping[str, str] = os.environ, *, durable: bool = True) -> Path:
    """The folder of the embedded database. Tests have one of their own, beside."""
    var = Path(environ.get("ANHORIGLOTS_VAR", "").strip() or "var")
    return (var / ("database" if durable else "test-database")).resolve()


def database_settings(environ: Mapping[str, str] = os.environ, *, durable: bool = True) -> dict[str, Any]:
    """Django's settings for the one database. Starts and connects to nothing.

    Args:
        environ: where the variables named above are read.
        durable: False for tests: the embedded database that may be lost, and no pool.

    Raises:
        DatabaseUrlError: a variable cannot be used. The message never contains its value.
    """
    role = _role(environ)
    address = _external(environ, role) if is_external(environ) else _embedded(environ, role, durable=durable)
    options = {"connect_timeout": _CONNECT_SECONDS, "application_name": f"anhoriglots {role}", **address["OPTIONS"]}
    if role == "web":
        options["options"] = " ".join([options.get("options", ""), *_limits()]).strip()
    if durable and role == "web" and environ.get("ANHORIGLOTS_POOL", "1") != "0":
        options["pool"] = dict(_POOL)
    return {"ENGINE": ENGINE, **address, "OPTIONS": options, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}


def ensure_started(environ: Mapping[str, str] = os.environ, *, durable: bool = True) -> None:
    """Start the embedded database and keep it for as long as this process lives. Does nothing for an external one.

    Raises:
        EmbeddedDatabaseError: it cannot run, with what to do about it.
    """
    if not is_external(environ):
        embedded.start(data_folder(environ, durable=durable), durable=durable)


def _role(environ: Mapping[str, str]) -> str:
    role = environ.get("ANHORIGLOTS_DATABASE_ROLE", "").strip() or "web"
    if role not in ("web", "owner"):
        raise DatabaseUrlError("ANHORIGLOTS_DATABASE_ROLE", "ska vara web eller owner")
    return role


def _limits() -> list[str]:
    return [f"-c {name}={value}" for name, value in _WEB_LIMITS.items()]


def _embedded(environ: Mapping[str, str], role: str, *, durable: bool) -> dict[str, Any]:
    if environ.get("DATABASE_WEB_URL", "").strip():
        raise DatabaseUrlError("DATABASE_WEB_URL", "används bara tillsammans med DATABASE_URL")
    return {
        "HOST": str(socket_folder(data_folder(environ, durable=durable))),
        "PORT": "",
        "NAME": DATABASE,
        "USER": OWNER if role == "owner" else WEB,
        "PASSWORD": "",
        "OPTIONS": {},
    }


def _external(environ: Mapping[str, str], role: str) -> dict[str, Any]:
    owner = parse("DATABASE_URL", environ["DATABASE_URL"])
    address = owner
    own = environ.get("DATABASE_WEB_URL", "").strip()
    if role == "web" and own:
        address = parse("DATABASE_WEB_URL", own)
        if address["USER"] == owner["USER"]:
            raise DatabaseUrlError(
                "DATABASE_WEB_URL", "måste ha en annan användare än DATABASE_URL: en som inte äger tabellerna"
            )
    elif role == "web":
        # Set when the session starts, so that RESET ROLE comes back to this role and not to the owner.
        address["OPTIONS"]["options"] = f"-c role={WEB}"
    address["OPTIONS"] = {**_NETWORK, **address["OPTIONS"]}
    return address
