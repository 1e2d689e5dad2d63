"""A citation is written as a Swede would look it up."""

from datetime import date

import pytest

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.period import Period


def test_a_section_of_an_act_is_named_with_number_and_wording() -> None:
    citation = Citation("socialtjänstlagen", "13 kap. 9 §", "2025:400", "i lydelsen enligt lag (2026:673)")
    assert citation.label == "13 kap. 9 § socialtjänstlagen (2025:400), i lydelsen enligt lag (2026:673)"


def test_a_guideline_needs_no_number() -> None:
    assert Citation("Nyköpings riktlinje för anhörigstöd", "avsnitt 6.5").label == (
        "avsnitt 6.5 Nyköpings riktlinje för anhörigstöd"
    )


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(), ""),
        (Period(date(2026, 7, 1)), "från 1 juli 2026"),
        (Period(None, date(2025, 7, 1)), "till och med 30 juni 2025"),
        (Period(date(2025, 7, 1), date(2026, 7, 1)), "från 1 juli 2025 till och med 30 juni 2026"),
    ],
)
def test_validity_names_the_last_day_and_not_the_day_after(period: Period, text: str) -> None:
    assert Citation("socialtjänstlagen", "13 kap. 9 §", validity=period).validity_text == text


def test_a_swedish_date_can_be_moved_over_new_year() -> None:
    assert swedish_date(date(2026, 1, 1)) == "1 januari 2026"
    assert swedish_date(date(2026, 1, 1), days=-1) == "31 december 2025"


def test_how_certain_a_reading_is_can_be_said_in_words() -> None:
    read, copied = Citation("lagen", "1 §"), Citation("lagen", "1 §", mark="V2")
    assert read.is_verified
    assert not copied.is_verified
    assert copied.mark_text == "läst i en kopia, inte i den officiella texten"
