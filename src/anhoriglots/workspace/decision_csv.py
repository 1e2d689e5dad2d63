"""The register as CSV: written out whole, and read in all at once or not at all."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from typing import Any

from django import forms
from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.models import RegisteredDecision
from anhoriglots.catalogue.queries.register import MODELS, Registered, in_words, rows_of
from anhoriglots.database.models import uuid7
from anhoriglots.kernel.decision import Refused

from .decision_forms import FIELD_OF, MOST_BYTES, PaperForm
from .decision_kinds import KINDS, Kind, choices_for

MOST_ROWS = 500
KIND = "slag"
# The heading of each column and the field it fills; a row fills those of its own kind.
COLUMNS = {
    "stödform": "support_form",
    "ges": "without_assessment",
    "skrivs ned": "documentation",
    "skäl": "reason",
    "får besluta": "matter",
    "slags ärende": "matter_kind",
    "roll": "role",
    "villkor": "conditions",
    "vad det gäller": "about",
    "slags handling": "document_type",
    "antal": "keep",
    "hur länge": "keep_unit",
    "ersätter svar": "answer",
    "svar": "outcome",
    "regel": "rule",
    "mening": "sentence",
    "nummer": "number",
    "beslutat": "decided_on",
    "första dag": "valid_from",
    "sista dag": "valid_to",
    "var beslutet finns": "document",
}
HEADING_OF = {field: heading for heading, field in COLUMNS.items()}
# Written out for whoever reads the file; skipped when it is read in.
TOLD = ("avslutat till", "ursprung")
# A cell that begins so is a formula to a spreadsheet; an apostrophe before it makes it a text.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong where: the row as the spreadsheet numbers it, with the headings as row 1, and the column."""

    row: int
    column: str
    text: str

    def __str__(self) -> str:
        where = f"Rad {self.row}, {self.column}" if self.column else f"Rad {self.row}"
        return f"{where}: {self.text}"


@dataclass(frozen=True, slots=True)
class Import:
    """What a file holds: the decisions as the register will show them, or else the faults."""

    lines: tuple[Registered, ...]
    faults: tuple[Fault, ...]


def export_register(actor: Actor) -> str:
    """All that the actor's board has decided and that has not left the profile, with semicolons, as spreadsheets
    here want it."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([KIND, *COLUMNS, *TOLD])
    for kind in MODELS:
        for row in rows_of(actor, kind):
            values = [_written(row, field) for field in COLUMNS.values()]
            told = [_text(row.last_day), _text(getattr(row, "origin", "register"))]
            writer.writerow([kind, *map(_harmless, values), *told])
    return out.getvalue()


def _written(row: Any, field: str) -> str:
    if field == "without_assessment" and hasattr(row, field):
        return "yes" if row.without_assessment else "no"
    return _text(getattr(row, "support_form_id" if field == "support_form" else field, None))


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def headings_by_kind() -> list[tuple[Kind, str]]:
    """Each kind with the headings whose cells it fills, in words."""
    return [
        (kind, ", ".join(heading for heading, field in COLUMNS.items() if field in kind.form.base_fields))
        for kind in KINDS.values()
    ]


def import_register(actor: Actor, text: str, *, save: bool, at: datetime) -> Import:
    """Register every row, or none when there is a fault in any; without ``save`` it is only tried."""
    faults = list(_size_faults(text))
    if faults:
        return Import((), tuple(faults))
    with transaction.atomic():
        found = _registered_rows(actor, text, at)
        if found.faults or not save:
            transaction.set_rollback(True)
    return found


def _size_faults(text: str) -> Iterator[Fault]:
    if len(text.encode()) > MOST_BYTES:
        yield Fault(1, "", f"Texten är för lång. Högst {MOST_BYTES // 1000} kB på en gång.")


def _registered_rows(actor: Actor, text: str, at: datetime) -> Import:
    saved: list[tuple[str, RegisteredDecision]] = []
    faults: list[Fault] = []
    try:
        rows = list(_rows(text))
    except _Unreadable as error:
        return Import((), (error.fault,))
    if not rows:
        return Import((), (Fault(2, "", "Det finns inga rader under rubrikerna."),))
    choices = choices_for(actor, on=localdate(at))
    for number, cells in rows:
        found = list(_cell_faults(number, cells)) or _register(actor, number, cells, choices, at)
        if isinstance(found, list):
            faults += found
        else:
            saved.append((cells[KIND], found))
    return Import(tuple(in_words(actor, saved, on=localdate(at))), tuple(faults))


class _Unreadable(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its number, as heading and cell; rows without a single cell are passed over."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter, strict=True)
    try:
        headings = [cell.strip().casefold() for cell in next(reader, [])]
        _known(headings)
        for number, cells in enumerate(reader, start=2):
            if number > MOST_ROWS + 1:
                raise _Unreadable(Fault(number, "", f"Det är fler än {MOST_ROWS} rader. Dela upp dem."))
            if len(cells) > len(headings):
                raise _Unreadable(Fault(number, "", "Raden har fler celler än det finns rubriker."))
            if any(cell.strip() for cell in cells):
                yield number, {name: _plain(cell) for name, cell in zip(headings, cells, strict=False)}
    except csv.Error as error:
        raise _Unreadable(Fault(reader.line_num, "", "Raden går inte att läsa. Se efter citattecknen.")) from error


def _known(headings: list[str]) -> None:
    known = {KIND, *COLUMNS, *TOLD}
    for heading in headings:
        if heading not in known:
            raise _Unreadable(Fault(1, heading, f"Rubriken är okänd. De som finns är: {', '.join([KIND, *COLUMNS])}."))
    if KIND not in headings or len(headings) != len(set(headings)):
        raise _Unreadable(Fault(1, KIND, "Rubriken slag ska finnas, och varje rubrik bara en gång."))


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def _cell_faults(number: int, cells: Mapping[str, str]) -> Iterator[Fault]:
    kind = KINDS.get(cells.get(KIND, ""))
    if kind is None:
        yield Fault(number, KIND, f"Slaget är okänt. De som finns är: {', '.join(KINDS)}.")
        return
    for heading, cell in cells.items():
        if cell and heading in COLUMNS and COLUMNS[heading] not in kind.form.base_fields:
            yield Fault(number, heading, f"Cellen hör inte till {kind.slug}. Lämna den tom.")


def _register(
    actor: Actor, number: int, cells: Mapping[str, str], choices: Mapping[str, Any], at: datetime
) -> RegisteredDecision | list[Fault]:
    kind: Kind = KINDS[cells[KIND]]
    form = kind.form({COLUMNS[name]: cell for name, cell in cells.items() if name in COLUMNS})
    form.offer(choices)
    form.data = {name: _code(form, name, str(cell)) for name, cell in form.data.items()}
    if form.is_valid():
        try:
            return kind.register(form, actor=actor, key=uuid7(), at=at)
        except Refused as refused:
            form.refuse(refused.decision, _field(form, refused.decision.reason))
    return [Fault(number, HEADING_OF.get(name, ""), str(texts[0])) for name, texts in form.errors.items()]


def _field(form: PaperForm, reason: str) -> str | None:
    name = FIELD_OF.get(reason)
    return name if name in form.fields else None


def _code(form: PaperForm, name: str, cell: str) -> str:
    """The code of a choice that may be written as a code or in words, where no headings divide them; anything else as
    it is."""
    field = form.fields.get(name)
    if not isinstance(field, forms.ChoiceField):
        return cell
    choices: Any = field.choices
    words = {str(label).casefold(): str(code) for code, label in choices if code and isinstance(label, str)}
    return words.get(cell.casefold(), cell)
