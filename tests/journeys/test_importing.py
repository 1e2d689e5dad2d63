"""An association's file becomes drafts: with a pointer, by keyboard, without JavaScript, at 1366 and 320 pixels."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Meet
from .program import Program
from .stories import NYKOPING, signs_in

WAYS = [
    pytest.param({}, id="1366"),
    pytest.param({"phone": True}, id="320"),
    pytest.param({"keyboard": True}, id="keyboard"),
    pytest.param({"scripts": False, "phone": True}, id="no-scripts"),
]


def _service(number: int, name: str, **changes: Any) -> dict[str, Any]:
    term = {"taxonomy_term": {"id": "samtal", "name": "Samtalsgrupper"}}
    key = f"00000000-0000-4000-8000-{number:012}"
    return {"id": key, "name": name, "status": "active", "attributes": [term], **changes}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    rows = [_service(1, "Torsdagsgruppen (exempel)"), _service(2, "Kvällsgruppen (exempel)", url="javascript:alert(1)")]
    path = tmp_path / "forening.json"
    path.write_text(json.dumps({"total_pages": 2, "page_number": 1, "total_items": 4, "contents": rows}))
    return path


@pytest.mark.parametrize("way", WAYS)
def test_a_file_is_looked_at_and_saved_as_drafts(
    way: dict[str, bool], meet: Meet, program: Program, file: Path, request: pytest.FixtureRequest
) -> None:
    staff = meet(NYKOPING.slug, **way)
    signs_in(staff, program.password, "radgivare1")
    staff.opens("personal/stod/hamta-in")
    staff.looks()
    staff.types("Vem har gjort filen?", f"Föreningen {request.node.name[-8:]}")
    staff.page.get_by_label("Fil", exact=True).set_input_files(file)
    staff.presses("Läs filen")
    staff.is_at("Titta på filen")
    staff.sees("Sida 2 saknas. Hämta resten också, annars saknas tjänster.")
    staff.sees("javascript:alert(1) är ingen adress som går att länka till.")
    staff.sees("Välj stödform för någon av kategorierna.")
    staff.looks()
    staff.picks("Samtalsgrupper", "Anhöriggrupp, samtalsgrupp (DS06)")
    staff.presses("Visa vad det blir")
    staff.presses("Spara som utkast")
    staff.sees("Några rader har fel. Rätta filen, eller kryssa för att hämta in de andra.")
    staff.looks()
    staff.ticks("Hämta in de andra, utan raderna med fel")
    staff.presses("Spara som utkast")
    staff.sees("Nya utkast: 1. Ändrade utkast: 0. Inget är publicerat.")
    staff.looks()
