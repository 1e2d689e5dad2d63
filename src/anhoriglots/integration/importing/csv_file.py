"""Reads one CSV file as people have it: UTF-8 with or without a mark, UTF-16 or cp1252, comma, semicolon or tab."""

import codecs
import csv
from collections.abc import Iterator
from io import StringIO

from .tables import MOST_ROWS, Row
from .told import RowFault, Unusable, clean, shown

SEPARATORS = (",", ";", "\t")
MOST_COLUMNS = 100
LONGEST_CELL = 20_000


def text_of(body: bytes, file: str) -> str:
    """The file as text.

    Raises:
        Unusable: it is no text.
    """
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (b"", "utf-8-sig")):
        if body.startswith(mark) and (text := _decoded(body, encoding)) is not None:
            break
    else:
        text = _decoded(body, "cp1252")
    if text is None or "\0" in text:
        raise Unusable(file, "", "Filen är ingen textfil.", "Spara den som CSV eller JSON och välj den igen.")
    return text


def _decoded(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        return None


def read_csv(body: bytes, file: str, needed: tuple[str, ...] = ("id",)) -> Iterator[Row | RowFault]:
    """The rows of the file, and what is wrong with some of them. The heading is row 1; ``needed`` must be among it.

    Raises:
        Unusable: it has no headings, or is no CSV at all.
    """
    text = text_of(body, file)
    head = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(SEPARATORS, key=head.count), strict=True)
    before = 1
    try:
        names = _headings(next(reader, []), file, needed)
        before = reader.line_num + 1
        for number, cells in enumerate(reader):
            if number >= MOST_ROWS:
                raise Unusable(file, f"rad {before}", f"Filen har fler än {MOST_ROWS} rader.", "Dela den i flera.")
            if any(cell.strip() for cell in cells):
                yield _row(names, cells, file, f"rad {before}")
            before = reader.line_num + 1
    except csv.Error:
        todo = "Se efter citattecken som öppnas och inte stängs, och spara filen igen."
        raise Unusable(file, f"rad {before}", "Raden går inte att läsa som CSV.", todo) from None


def _headings(cells: list[str], file: str, needed: tuple[str, ...]) -> list[str]:
    names = [cell.strip().lower() for cell in cells]
    if not any(names):
        raise Unusable(file, "rad 1", "Filen är tom.", "Välj en fil med rubriker på första raden.")
    if len(names) > MOST_COLUMNS:
        raise Unusable(file, "rad 1", f"Filen har fler än {MOST_COLUMNS} kolumner.", "Välj en fil enligt HSDS 3.")
    twice = next((name for place, name in enumerate(names) if name and name in names[:place]), "")
    if twice:
        raise Unusable(file, "rad 1", f"Kolumnen {shown(twice)} står två gånger.", "Ta bort den ena.")
    missing = [name for name in needed if name not in names]
    if missing:
        raise Unusable(
            file, "rad 1", f"Kolumnen {missing[0]} saknas.", "Välj en fil enligt HSDS 3, eller lägg till den."
        )
    return names


def _row(names: list[str], cells: list[str], file: str, place: str) -> Row | RowFault:
    if len(cells) > len(names):
        what = f"Raden har {len(cells)} celler men filen har {len(names)} rubriker."
        return RowFault(file, place, what, "Se efter skiljetecken och citattecken på raden.")
    if any(len(cell) > LONGEST_CELL for cell in cells):
        return RowFault(file, place, f"En cell har fler än {LONGEST_CELL} tecken.", "Korta texten.")
    data = {name: clean(cell) for name, cell in zip(names, cells, strict=False) if name}
    return Row({name: value for name, value in data.items() if value}, file, place)
