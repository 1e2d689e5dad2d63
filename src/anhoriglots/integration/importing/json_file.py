"""Reads one JSON file: a page of the interface, several pages, whole services or organisations, or a data package."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from .csv_file import text_of
from .paging import look_at_pages
from .tables import MOST_ROWS, TABLES, Row, Tables, things
from .told import RowFault, Unusable

MOST_DIGITS = 18
MOST_LEVELS = 30
RIGHT_KINDS = "Välj en sida ur ett HSDS-gränssnitt, en hel tjänst eller ett datapaket."
NO_NUMBER = "Filen har ett tal som inte går att använda."


def read_json(body: bytes, file: str) -> object:
    """The data.

    Raises:
        Unusable: it is no JSON, nested too deep, or holds what is no number.
    """
    text = text_of(body, file)
    try:
        data: object = json.loads(text, parse_int=_whole, parse_float=_real, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        place = f"rad {error.lineno}"
        raise Unusable(
            file, place, "Filen går inte att läsa som JSON.", "Hämta den igen från den som gav dig den."
        ) from None
    except RecursionError:
        raise _too_deep(file) from None
    except ValueError:
        raise Unusable(file, "", NO_NUMBER, "Rätta talet och välj filen igen.") from None
    if _levels(data) > MOST_LEVELS:
        raise _too_deep(file)
    return data


def _too_deep(file: str) -> Unusable:
    return Unusable(file, "", f"Filen har fler än {MOST_LEVELS} nivåer i varandra.", RIGHT_KINDS)


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError
    return int(digits)


def _real(digits: str) -> float:
    number = float(digits)
    if abs(number) > 10**MOST_DIGITS:
        raise ValueError
    return number


def _no_number(word: str) -> NoReturn:
    raise ValueError


def _levels(data: object) -> int:
    """How deep it is, without a call for each level."""
    deepest, waiting = 0, [(data, 1)]
    while waiting:
        value, level = waiting.pop()
        deepest = max(deepest, level)
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        waiting.extend((one, level + 1) for one in inner)
    return deepest


def add_json(data: object, file: str, tables: Tables) -> None:
    """Add what the file holds to the tables.

    Raises:
        Unusable: it is nothing that the standard knows, or too much of it.
    """
    pages = [(one, place) for one, place in _pages(data)]
    if pages:
        look_at_pages([page for page, _place in pages], file, tables)
    found = list(_found(data, pages))
    if not found:
        raise Unusable(file, "", "Filen är inget som HSDS 3 känner.", RIGHT_KINDS)
    if len(found) > MOST_ROWS:
        raise Unusable(file, "", f"Filen har fler än {MOST_ROWS} rader.", "Dela den i flera.")
    for name, value, place in found:
        if isinstance(value, dict):
            _add(name, value, file, place, tables)
        else:
            tables.faults.append(RowFault(file, place, "Här ska det stå ett objekt.", "Rätta eller ta bort det."))


def _pages(data: object) -> Iterator[tuple[dict[str, Any], str]]:
    many = isinstance(data, list)
    for place, one in enumerate(data if isinstance(data, list) else [data]):
        if isinstance(one, dict) and isinstance(one.get("contents"), list):
            yield one, f"/{place}" if many else ""


def _found(data: object, pages: list[tuple[dict[str, Any], str]]) -> Iterator[tuple[str, object, str]]:
    """The name of each thing, the thing and its place."""
    if pages:
        for page, place in pages:
            yield from ((_kind(one), one, f"{place}/contents/{n}") for n, one in enumerate(page["contents"]))
    elif isinstance(data, list):
        yield from ((_kind(one), one, f"/{n}") for n, one in enumerate(data))
    elif isinstance(data, dict) and isinstance(data.get("resources"), list):
        yield from _in_package(data["resources"])
    elif isinstance(data, dict) and _kind(data):
        yield _kind(data), data, "/"


def _in_package(resources: list[object]) -> Iterator[tuple[str, object, str]]:
    for place, resource in enumerate(resources):
        if isinstance(resource, dict) and isinstance(resource.get("data"), list):
            name = TABLES.get(str(resource.get("name", "")), str(resource.get("name", "")))
            rows = enumerate(resource["data"])
            yield from ((name, one, f"/resources/{place}/data/{number}") for number, one in rows)


def _kind(one: object) -> str:
    """What it is by the fields that only such a thing has; what is nothing known is taken for a service, and told."""
    if not isinstance(one, dict):
        return "service"
    if "service" in one and isinstance(one["service"], dict):
        return "service_at_location"
    if "status" in one:
        return "service"
    return "organization" if "services" in one or "website" in one or "parent_organization_id" in one else "service"


def _add(name: str, value: dict[str, Any], file: str, place: str, tables: Tables) -> None:
    """A thing and the services that stand inside it."""
    base = place.rstrip("/")
    inner = value.get("service")
    if name == "service_at_location" and isinstance(inner, dict):
        held = {key: one for key, one in value.items() if key != "service"}
        tables.rows["service"].append(
            Row(
                {**inner, "service_at_locations": [held, *things(inner.get("service_at_locations"))]},
                file,
                f"{base}/service",
            )
        )
        return
    tables.rows[name].append(Row(value, file, place))
    services = value.get("services")
    if name == "organization" and isinstance(services, list):
        for number, one in enumerate(services):
            data = {"organization": {key: v for key, v in value.items() if key != "services"}}
            if isinstance(one, dict):
                tables.rows["service"].append(Row({**data, **one}, file, f"{base}/services/{number}"))
