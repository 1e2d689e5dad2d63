"""Reads matrix.csv: what each kind of person gets at each address. One line per address and method.

``visitor`` has not signed in. Each role is a colleague at the board that owns the objects.
``other_board`` has every role at another board of the same municipality.
``other_municipality`` has every role elsewhere, and asks for our objects at the address of their own municipality.
``other_municipality_here`` is the same person with the same session at our address.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MATRIX = Path(__file__).with_name("matrix.csv")
METHODS = ("GET", "POST")
VISITOR = "visitor"
OUTSIDERS = ("other_board", "other_municipality", "other_municipality_here")


@dataclass(frozen=True, slots=True)
class Row:
    """One address and method, with the expected status for each column."""

    address: str
    method: str
    expected: dict[str, int]


def read_matrix() -> list[Row]:
    """All rows of the file, in its order."""
    return list(_rows())


def _rows() -> Iterator[Row]:
    with MATRIX.open(newline="") as file:
        for line in csv.DictReader(file):
            expected = {name: int(status) for name, status in line.items() if name not in ("address", "method")}
            yield Row(line["address"], line["method"], expected)
