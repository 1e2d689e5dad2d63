"""A file as tables of rows, whatever it was: pages of the interface, whole services, a data package, CSV or a zip."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .told import RowFault

# Files of the standard's data package that say something that is read here, by the name of each thing.
TABLES = {
    "services": "service",
    "organizations": "organization",
    "service_at_location": "service_at_location",
    "service_at_locations": "service_at_location",
    "locations": "location",
    "languages": "language",
    "phones": "phone",
    "attributes": "attribute",
    "taxonomy_terms": "taxonomy_term",
}
MOST_ROWS = 20_000
MOST_SERVICES = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of the standard, and where it stands."""

    data: dict[str, Any]
    file: str
    place: str


@dataclass(slots=True)
class Tables:
    """All that the files hold.

    Attributes:
        rows: by the standard's name of the thing, such as "service".
        faults: rows that cannot be used.
        notices: what is odd and stops nothing, as sentences.
    """

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    faults: list[RowFault] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def by_id(self, name: str) -> dict[str, Row]:
        """The rows of a table by their id; the first one where several have the same."""
        found: dict[str, Row] = {}
        for row in self.rows[name]:
            found.setdefault(str(row.data.get("id", "")), row)
        return found

    def by_link(self, name: str, column: str) -> dict[str, list[Row]]:
        """The rows of a table by what they belong to."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows[name]:
            found[str(row.data.get(column, ""))].append(row)
        return found


def things(value: object) -> Iterable[dict[str, Any]]:
    """The objects of a list; nothing where it is no list."""
    return (one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
