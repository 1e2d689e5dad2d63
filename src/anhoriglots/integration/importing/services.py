"""The services of a file, each joined with what belongs to it and checked field by field."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Self
from uuid import UUID

from anhoriglots.kernel.identity import looks_like_personal_number

from .tables import MOST_SERVICES, Row, Tables, things
from .told import RowFault, Unusable, clean, shown

STATUSES = ("active", "inactive", "defunct", "temporarily closed")
ACTIVE = "active"
# The longest of each text; what is longer is no text of a service.
TEXTS = {
    "name": 200,
    "description": 10_000,
    "url": 500,
    "application_process": 5_000,
    "fees_description": 2_000,
    "eligibility_description": 5_000,
    "alert": 1_000,
}
LONGEST_WORD = 200
MOST_TERMS = 40
ADDRESS = re.compile(r"https?://[^\s/?#\"'<>\\]+[^\s\"'<>\\]*", re.IGNORECASE)
WAYS = {"physical": "in_person", "virtual": "digital"}
NO_TERM = "none"


@dataclass(frozen=True, slots=True)
class Term:
    """A category that the file puts a service in. ``key`` is the same at the next import."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Service:
    """One service, as the file tells it; people named in it are left out.

    Attributes:
        outside_id: its id there.
        ways: "in_person", "digital".
        languages: codes.
        terms: its categories; NO_TERM when it has none.
        file, place: where it stands.
    """

    outside_id: str
    name: str
    status: str
    organization: str
    website: str
    texts: dict[str, str] = field(default_factory=dict)
    ways: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    phone: str = ""
    terms: tuple[Term, ...] = ()
    file: str = ""
    place: str = ""

    @property
    def mark(self) -> str:
        """The same as long as the service is the same, wherever it stands in the file."""
        told = {name: value for name, value in asdict(self).items() if name not in ("file", "place")}
        return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]

    def as_data(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return asdict(self)

    @classmethod
    def of(cls, data: dict[str, Any]) -> Self:
        """From ``as_data``, as JSON has kept it."""
        terms = tuple(Term(**one) for one in data["terms"])
        lists = {name: tuple(data[name]) for name in ("ways", "languages")}
        return cls(**{**data, **lists, "terms": terms})


@dataclass(frozen=True, slots=True)
class Found:
    """What a file gives: services in its order, what is wrong, and what is odd."""

    services: tuple[Service, ...]
    faults: tuple[RowFault, ...]
    notices: tuple[str, ...]


class _Wrong(Exception):
    def __init__(self, field_name: str, what: str, todo: str) -> None:
        super().__init__(what)
        self.field, self.what, self.todo = field_name, what, todo


def services_of(tables: Tables) -> Found:
    """Every service of the tables, each id once.

    Raises:
        Unusable: there are too many.
    """
    rows = tables.rows["service"]
    if len(rows) > MOST_SERVICES:
        raise Unusable(rows[0].file, "", f"Filen har fler än {MOST_SERVICES} tjänster.", "Dela den i flera.")
    reader = _Reader(tables)
    found: dict[str, Service] = {}
    faults, notices, again = list(tables.faults), list(tables.notices), 0
    for row in rows:
        try:
            service = reader.service(row)
        except _Wrong as wrong:
            faults.append(RowFault(row.file, _at(row.place, wrong.field), wrong.what, wrong.todo))
            continue
        first = found.setdefault(service.outside_id, service)
        if first is not service and first.mark == service.mark:
            again += 1
        elif first is not service:
            what = f"Id {service.outside_id} finns redan ({first.place}), med annat innehåll."
            faults.append(RowFault(row.file, _at(row.place, "id"), what, "Låt varje tjänst ha ett eget id."))
    if again:
        notices.append(
            f"{again} tjänst{'er' if again > 1 else ''} står mer än en gång, likadant. Varje räknas en gång."
        )
    return Found(tuple(found.values()), tuple(faults), tuple(notices))


def _at(place: str, name: str) -> str:
    """The field: a column of a row, or the rest of a JSON pointer."""
    if not place.startswith("/"):
        return f"{place}, kolumnen {name}"
    return f"{place.rstrip('/')}/{name}"


class _Reader:
    """Joins the tables once and reads each service."""

    def __init__(self, tables: Tables) -> None:
        self._organizations = tables.by_id("organization")
        self._locations = tables.by_id("location")
        self._terms = tables.by_id("taxonomy_term")
        self._places = tables.by_link("service_at_location", "service_id")
        self._languages = tables.by_link("language", "service_id")
        self._phones = tables.by_link("phone", "service_id")
        self._attributes = tables.by_link("attribute", "link_id")

    def service(self, row: Row) -> Service:
        """The service of the row.

        Raises:
            _Wrong: it cannot be used; it names the field.
        """
        data = row.data
        key = _key(data.get("id"))
        texts = {name: _text(data, name) for name in TEXTS if name not in ("name", "url")}
        organization = self._organization(data)
        given = str(data.get("id", ""))
        return Service(
            outside_id=key,
            name=_required(data, "name"),
            status=_status(data),
            organization=_text(organization, "name", LONGEST_WORD, "organization"),
            website=_address(data, "url") or _address(organization, "website"),
            texts={name: text for name, text in texts.items() if text},
            ways=tuple(sorted(set(self._ways(data, given)))),
            languages=tuple(sorted(set(self._codes(data, given)))),
            phone=self._phone(data, given),
            terms=tuple(self._categories(data, given)) or (Term(NO_TERM, ""),),
            file=row.file,
            place=row.place,
        )

    def _organization(self, data: dict[str, Any]) -> dict[str, Any]:
        inner = data.get("organization")
        if isinstance(inner, dict):
            return inner
        row = self._organizations.get(str(data.get("organization_id", "")))
        return row.data if row else {}

    def _ways(self, data: dict[str, Any], key: str) -> Iterator[str]:
        for place in (*things(data.get("service_at_locations")), *(row.data for row in self._places[key])):
            inner = place.get("location")
            row = self._locations.get(str(place.get("location_id", "")))
            location = inner if isinstance(inner, dict) else row.data if row else {}
            way = WAYS.get(str(location.get("location_type", "")))
            if way:
                yield way

    def _codes(self, data: dict[str, Any], key: str) -> Iterator[str]:
        for one in (*things(data.get("languages")), *(row.data for row in self._languages[key])):
            code = str(one.get("code", "")).strip().lower()
            if re.fullmatch(r"[a-z]{2,3}", code):
                yield code

    def _phone(self, data: dict[str, Any], key: str) -> str:
        for one in (*things(data.get("phones")), *(row.data for row in self._phones[key])):
            number = re.sub(r"[^\d+ ()-]", "", str(one.get("number", "")))[:30].strip()
            if number:
                return number
        return ""

    def _categories(self, data: dict[str, Any], key: str) -> Iterator[Term]:
        seen: set[str] = set()
        for one in (*things(data.get("attributes")), *(row.data for row in self._attributes[key])):
            inner = one.get("taxonomy_term")
            row = self._terms.get(str(one.get("taxonomy_term_id", "")))
            term = inner if isinstance(inner, dict) else row.data if row else {}
            name = clean(str(term.get("name", "")))[:LONGEST_WORD]
            told = clean(str(term.get("id") or one.get("taxonomy_term_id") or name)).lower()[:LONGEST_WORD]
            if name and told not in seen and len(seen) < MOST_TERMS:
                seen.add(told)
                yield Term(told, name)


def _key(value: object) -> str:
    if value in (None, ""):
        raise _Wrong("id", "Tjänsten har inget id.", "Skriv tjänstens id, ett UUID.")
    try:
        return str(UUID(str(value))) if isinstance(value, str) else _no_key(value)
    except ValueError:
        return _no_key(value)


def _no_key(value: object) -> str:
    raise _Wrong("id", f"{shown(value)} är inget UUID.", "Skriv id som ac148810-d857-441c-9679-408f346de14b.")


def _text(data: dict[str, Any], name: str, most: int | None = None, shown_as: str = "") -> str:
    value, field_name = data.get(name), shown_as or name
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _Wrong(field_name, "Här ska det stå en text.", "Skriv den inom citattecken.")
    text, longest = clean(value), most or TEXTS[name]
    if len(text) > longest:
        raise _Wrong(field_name, f"Texten har {len(text)} tecken, och får ha {longest}.", "Korta texten.")
    if looks_like_personal_number(text):
        raise _Wrong(field_name, "Det ser ut som ett personnummer.", "Ta bort det. Texten kan läsas av alla.")
    if text.startswith("="):
        raise _Wrong(field_name, "Cellen börjar med =, som en formel.", "Skriv texten själv i stället för formeln.")
    return text


def _required(data: dict[str, Any], name: str) -> str:
    text = _text(data, name)
    if not text:
        raise _Wrong(name, "Tjänsten har inget namn.", "Skriv tjänstens namn.")
    return text


def _status(data: dict[str, Any]) -> str:
    value = data.get("status")
    if value not in STATUSES:
        what = f"{shown(value)} är ingen status." if value else "Tjänsten har ingen status."
        raise _Wrong("status", what, f"Skriv en av {', '.join(STATUSES)}.")
    return str(value)


def _address(data: dict[str, Any], name: str) -> str:
    text = _text(data, name, TEXTS["url"])
    if text and not ADDRESS.fullmatch(text):
        raise _Wrong(
            name, f"{shown(text)} är ingen adress som går att länka till.", "Börja den med https:// eller http://."
        )
    return text
