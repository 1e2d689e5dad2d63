"""Reading a database address such as postgres://user:password@host:5432/name?sslmode=require.

Strict, because a misread address means personal data in the wrong place. Error texts name the part that is wrong but
never its value: they end up in logs, and a badly written password can end up in any part.
"""

import re
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
_FILES = ("sslrootcert", "sslcert", "sslkey")
_HINT = "; tecken som : / ? # @ % i namn och lösenord skrivs procentkodade, till exempel %2F för /"
_HOST = re.compile(r"[A-Za-z0-9._:-]+")


class DatabaseUrlError(ValueError):
    """An environment variable with a database address cannot be used.

    Attributes:
        variable: its name.
    """

    def __init__(self, variable: str, fault: str) -> None:
        super().__init__(f"{variable}: {fault}.")
        self.variable = variable


def parse(variable: str, address: str) -> dict[str, Any]:
    """Take a database address apart.

    Args:
        variable: the environment variable it comes from, for the error text.
        address: postgres://USER:PASSWORD@HOST:PORT/NAME with optional ?sslmode=, sslrootcert=, sslcert=, sslkey=, or
            host=/folder for a socket (then nothing between @ and /).

    Returns:
        HOST, PORT, NAME, USER, PASSWORD (text, empty when not given) and OPTIONS as Django's settings want them.

    Raises:
        DatabaseUrlError: any part is missing, unknown or badly written.
    """
    parts = _split(variable, address)
    options = _options(variable, parts.query)
    host = _host(variable, parts, options.pop("host", ""))
    return {
        "HOST": host,
        "PORT": _port(variable, parts),
        "NAME": _name(variable, parts),
        "USER": _required(
            variable, _plain(variable, parts.username), "användaren saknas, eller adressen är fel skriven" + _HINT
        ),
        "PASSWORD": _plain(variable, parts.password),
        "OPTIONS": options,
    }


def _split(variable: str, address: str) -> SplitResult:
    address = address.strip()
    if not address.startswith(("postgres://", "postgresql://")):
        raise DatabaseUrlError(variable, "ska börja med postgres:// eller postgresql://")
    if any(sign.isspace() or not sign.isprintable() for sign in address):
        raise DatabaseUrlError(variable, "innehåller blanksteg eller styrtecken")
    try:
        parts = urlsplit(address)
    except ValueError:
        raise DatabaseUrlError(variable, "går inte att läsa" + _HINT) from None
    if parts.fragment or parts.netloc.count("@") > 1:
        raise DatabaseUrlError(variable, "går inte att läsa" + _HINT)
    return parts


def _plain(variable: str, part: str | None) -> str:
    if part is None:
        return ""
    if re.search(r"%(?![0-9A-Fa-f]{2})", part):
        raise DatabaseUrlError(variable, "har ett procenttecken som inte är en procentkod" + _HINT)
    try:
        text = unquote(part, errors="strict")
    except UnicodeDecodeError:
        raise DatabaseUrlError(variable, "har en procentkod som inte är UTF-8") from None
    if "\0" in text:
        raise DatabaseUrlError(variable, "innehåller ett nolltecken")
    return text


def _required(variable: str, value: str, fault: str) -> str:
    if not value:
        raise DatabaseUrlError(variable, fault)
    return value


def _host(variable: str, parts: SplitResult, socket_folder: str) -> str:
    try:
        host = parts.hostname or ""
    except ValueError:
        raise DatabaseUrlError(variable, "har en värd som inte går att läsa" + _HINT) from None
    if host and socket_folder:
        raise DatabaseUrlError(variable, "har både en värd och host=")
    if socket_folder and not socket_folder.startswith("/"):
        raise DatabaseUrlError(variable, "host= ska vara en mapp som börjar med /")
    if host and not _HOST.fullmatch(host):
        raise DatabaseUrlError(variable, "har en värd med otillåtna tecken" + _HINT)
    return _required(variable, host or socket_folder, "värden saknas")


def _port(variable: str, parts: SplitResult) -> str:
    fault = DatabaseUrlError(variable, "har en port som inte är ett tal mellan 1 och 65535" + _HINT)
    try:
        port = parts.port
    except ValueError:
        raise fault from None
    if port == 0:
        raise fault
    return str(port or "")


def _name(variable: str, parts: SplitResult) -> str:
    name = parts.path.removeprefix("/")
    if "/" in name:
        raise DatabaseUrlError(variable, "har mer än ett namn efter värden" + _HINT)
    return _required(variable, _plain(variable, name), "databasens namn saknas efter värden")


def _options(variable: str, query: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query))
    except ValueError:
        raise DatabaseUrlError(variable, "har tillägg efter ? som inte går att läsa") from None
    options = dict(pairs)
    if len(options) != len(pairs):
        raise DatabaseUrlError(variable, "har samma tillägg två gånger")
    allowed = ("sslmode", "host", *_FILES)
    if set(options) - set(allowed):
        raise DatabaseUrlError(variable, f"har ett okänt tillägg efter ?; tillåtna är {', '.join(allowed)}")
    if options.get("sslmode", "prefer") not in _SSL_MODES:
        raise DatabaseUrlError(variable, f"har ett okänt sslmode; tillåtna är {', '.join(_SSL_MODES)}")
    return options
