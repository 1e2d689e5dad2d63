"""From what was chosen to tables: one file, or a zip file of several. Everything is kept in memory and limited."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from .csv_file import read_csv
from .json_file import add_json, read_json
from .tables import TABLES, Row, Tables
from .told import Unusable, shown

MOST_BYTES = 5_000_000
MOST_UNPACKED = 25_000_000
MOST_FILES = 60
MEGABYTE = 1_000_000
NEEDED = {"service": ("id", "name", "status")}


def read_files(body: bytes, name: str) -> Tables:
    """What the file holds; ``name`` is what it is called.

    Raises:
        Unusable: nothing of it can be used.
    """
    name = shown(name)
    if not body:
        raise Unusable(name, "", "Filen är tom.", "Välj en annan fil.")
    if len(body) > MOST_BYTES:
        raise Unusable(name, "", f"Filen är större än {MOST_BYTES // MEGABYTE} megabyte.", "Dela den i flera.")
    tables = Tables()
    for part, inside in _parts(body, name):
        _add(part, inside, tables)
    if not tables.rows["service"] and not tables.faults:
        raise Unusable(name, "", "Filen har inga tjänster.", "Välj en fil med services.csv eller tjänster i JSON.")
    return tables


def _add(body: bytes, name: str, tables: Tables) -> None:
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        data = read_json(body, name)
        if _only_describes(data):
            return
        add_json(data, name, tables)
        return
    table = TABLES.get(PurePosixPath(name).stem.lower(), "service")
    for one in read_csv(body, name, NEEDED.get(table, ("id",))):
        if isinstance(one, Row):
            tables.rows[table].append(one)
        else:
            tables.faults.append(one)


def _only_describes(data: object) -> bool:
    """A datapackage.json that only names the CSV files beside it."""
    if not isinstance(data, dict) or not isinstance(data.get("resources"), list):
        return False
    return not any(isinstance(one, dict) and "data" in one for one in data["resources"])


def _parts(body: bytes, name: str) -> Iterator[tuple[bytes, str]]:
    """The file itself, or what is in it. Whatever a zip file says of itself, no more than the limit is unpacked."""
    if not body.startswith(b"PK\x03\x04"):
        yield body, name
        return
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            for inside in _wanted(archive, name):
                part = _unpacked(archive, inside, left + 1)
                left -= len(part)
                if left < 0:
                    what = f"Zip-filen blir större än {MOST_UNPACKED // MEGABYTE} megabyte när den packas upp."
                    raise Unusable(name, "", what, "Dela den i flera.")
                yield part, shown(PurePosixPath(inside.filename).name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise Unusable(name, "", "Zip-filen går inte att öppna.", "Packa den igen och välj den sedan.") from error


def _wanted(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    listed = [one for one in archive.infolist() if not one.is_dir()]
    if len(listed) > MOST_FILES:
        raise Unusable(name, "", f"Zip-filen har fler än {MOST_FILES} filer.", "Packa bara det som ska hämtas in.")
    if any(one.flag_bits & 1 for one in listed):
        raise Unusable(name, "", "Zip-filen har lösenord.", "Packa den utan lösenord.")
    return [one for one in listed if _is_read(PurePosixPath(one.filename))]


def _is_read(path: PurePosixPath) -> bool:
    """JSON, and the CSV files that say something here; what a computer adds by itself is passed over."""
    if path.name.startswith(".") or "__MACOSX" in path.parts:
        return False
    return path.suffix.lower() == ".json" or (path.suffix.lower() == ".csv" and path.stem.lower() in TABLES)


def _unpacked(archive: zipfile.ZipFile, inside: zipfile.ZipInfo, most: int) -> bytes:
    with archive.open(inside) as part:
        return part.read(most)
