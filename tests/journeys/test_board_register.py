"""What the board decides: registered, seen before it is saved, felt where contacts are noted, and ended."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from anhoriglots.kernel.dates import SWEDEN

from .conftest import Meet
from .person import Person
from .program import Program
from .stories import GISLAVED, signs_in

HERE = GISLAVED.slug


def _today() -> str:
    return datetime.now(SWEDEN).date().isoformat()  # noqa: TID251 - the program that is tried has the real clock


def _writes_the_decision(manager: Person, form: str) -> None:
    manager.picks("Stödform", form)
    manager.chooses("Utan behovsprövning")
    manager.chooses(re.compile("^Utan namn"))
    manager.types("Skäl", "Många kommer bara om de får vara okända.")
    manager.types("Beslutets nummer", f"SN 2026:{len(form)}")
    manager.types("Beslutat den", _today())
    manager.types("Första dag", _today())


def _modes_of(staff: Person, form: str) -> list[str]:
    """Under which headings the form stands where contacts are noted."""
    staff.opens("personal/ny-kontakt")
    titles = ("Utan namn", "Rådgivning", "Med namn")
    groups = {title: staff.page.get_by_role("group", name=title, exact=True) for title in titles}
    return [title for title, group in groups.items() if group.get_by_role("radio", name=form).count()]


@pytest.mark.parametrize(
    ("form", "how"),
    [
        ("Hälsofrämjande aktivitet", {"keyboard": True}),
        ("Stöd i samordning", {"phone": True}),
        ("Stöd i föräldraskapet", {"scripts": False}),
    ],
    ids=["keyboard", "phone", "without-scripts"],
)
def test_a_decision_is_seen_then_saved_then_felt_then_ended(
    form: str, how: dict[str, bool], meet: Meet, program: Program
) -> None:
    manager, advisor = meet(HERE, **how), meet(HERE)
    signs_in(manager, program.password, "chef1")
    signs_in(advisor, program.password, "radgivare1")
    assert _modes_of(advisor, form) == []

    manager.follows("Beslut")
    manager.is_at("Beslut av")
    manager.follows("Nytt beslut om en stödform")
    manager.is_at("Nytt beslut om en stödform")
    _writes_the_decision(manager, form)
    manager.presses("Se vad det ändrar")
    manager.is_at("Kontrollera innan du sparar")
    manager.sees("med namn")
    manager.sees("utan namn")
    assert _modes_of(advisor, form) == []
    manager.presses("Spara beslutet")
    manager.is_at("Beslut av")
    manager.sees("Beslutet är sparat.")
    assert _modes_of(advisor, form) == ["Utan namn"]

    manager.follows(re.compile(f"Avsluta {form}"))
    manager.is_at("Avsluta beslutet om")
    manager.types("Sista dag", (datetime.fromisoformat(_today()) - timedelta(days=1)).date().isoformat())
    manager.presses("Se vad det ändrar")
    manager.is_at("Kontrollera innan beslutet avslutas")
    manager.presses("Avsluta beslutet")
    manager.sees("Beslutet är avslutat.")
    assert _modes_of(advisor, form) == []


def test_what_is_wrong_is_told_and_the_words_stay(meet: Meet, program: Program) -> None:
    manager = meet(HERE)
    signs_in(manager, program.password, "chef1")
    manager.opens("personal/beslut/nytt/stodform")
    _writes_the_decision(manager, "Anhöriggrupp, samtalsgrupp")
    manager.presses("Se vad det ändrar")
    manager.sees("Det finns redan ett beslut som gäller")
    assert manager.page.title().startswith("Fel: ")
    expect(manager.page.locator("#errors")).to_be_focused()
    assert manager.page.get_by_label("Beslutets nummer").input_value().startswith("SN 2026:")
    manager.looks()


def test_what_may_not_be_delegated_is_refused_and_the_rest_is_filled_in_where_the_law_is_asked(
    meet: Meet, program: Program
) -> None:
    manager = meet(HERE, phone=True, scripts=False)
    signs_in(manager, program.password, "chef1")
    manager.opens("personal/beslut/nytt/delegation")
    manager.types("Vad rollen får besluta", "Vem som får ledsagning")
    manager.chooses(re.compile("^Mål, inriktning"))
    manager.picks("Roll", "Koordinator")
    manager.types("Beslutets nummer", "SN 2026:12")
    manager.types("Beslutat den", _today())
    manager.types("Första dag", _today())
    manager.presses("Se vad det ändrar")
    manager.sees("Det här beslutet får inte delegeras.")
    manager.sees("6 kap. 38 §")
    assert manager.page.get_by_label("Vad rollen får besluta").input_value() == "Vem som får ledsagning"
    manager.looks()
    manager.chooses("Ett vanligt ärende om en person")
    manager.presses("Se vad det ändrar")
    manager.sees("Fråga lagen")
    manager.presses("Spara beslutet")
    manager.sees("Beslutet är sparat.")
    manager.opens("personal/lagen/fraga/delegation")
    manager.sees("Ifyllt från beslut SN 2026:12.")
    manager.looks()
    manager.presses("Visa svaret")
    manager.sees("Den anställda får besluta.")


def test_rows_are_pasted_seen_and_refused_by_row_and_column(meet: Meet, program: Program) -> None:
    manager = meet(HERE, phone=True)
    signs_in(manager, program.password, "admin1")
    manager.opens("personal/beslut")
    manager.follows("Läs in flera")
    manager.is_at("Läs in flera beslut")
    heads, row = (
        "slag;vad det gäller;slags handling;antal;hur länge;nummer;beslutat;första dag",
        f"SN 2026:9;{_today()};{_today()}",
    )
    manager.types("Rader", f"{heads}\ngallring;chat;Anteckningar;fem;år;{row}")
    manager.presses("Granska raderna")
    manager.sees("Rad 2, antal: Skriv ett antal från 1 till 1000.")
    manager.looks()
    manager.types(
        "Rader",
        f"{heads}\ngallring;Chatt och meddelanden;Anteckningar;5;år;{row}\ngallring;other;Beslut;;bevaras;{row}",
    )
    manager.presses("Granska raderna")
    manager.is_at("Kontrollera raderna")
    manager.presses("Spara besluten")
    manager.sees("Besluten är sparade.")
    manager.is_at("Beslut av")
    manager.sees("5 år")


def test_whoever_only_reads_sees_the_register_without_ways_to_change_it(meet: Meet, program: Program) -> None:
    reader = meet(HERE)
    signs_in(reader, program.password, "radgivare1")
    reader.follows("Stöd")
    reader.follows("Alla beslut av nämnden")
    reader.is_at("Beslut av")
    reader.does_not_see("Nytt beslut om en stödform")
    reader.opens("personal/beslut/nytt/stodform")
    reader.sees("Du kan inte öppna den här sidan")


@pytest.mark.parametrize("phone", [False, True], ids=["1366", "320"])
def test_every_page_of_the_register_can_be_read_at_both_widths(phone: bool, meet: Meet, program: Program) -> None:
    manager = meet("nykoping", phone=phone)
    signs_in(manager, program.password, "chef1")
    for path in (
        "",
        "/nytt/stodform",
        "/nytt/delegation",
        "/nytt/gallring",
        "/nytt/lagfraga",
        "/nytt/regel",
        "/las-in",
    ):
        manager.opens(f"personal/beslut{path}")
        manager.looks()
    manager.opens("personal/beslut")
    manager.page.get_by_role("link", name=re.compile("^Avsluta")).first.click()
    manager.is_at("Avsluta beslutet om")
