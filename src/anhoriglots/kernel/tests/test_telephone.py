"""Telephone numbers as people read them."""

import pytest

from anhoriglots.kernel.telephone import readable_number


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("0701740651", "070-174 06 51"),
        ("070-174 06 51", "070-174 06 51"),
        ("+46701740651", "070-174 06 51"),
        ("+46 (0)70 174 06 51", "070-174 06 51"),
        ("0046701740651", "070-174 06 51"),
        ("0850800000", "08-508 00 000"),
        ("084650040", "08-465 00 40"),
        ("0155248000", "0155-24 80 00"),
        ("015512345", "0155-123 45"),
        ("0313900610", "031-390 06 10"),
        ("031-12 34 56", "031-12 34 56"),
        ("0771123456", "077-112 34 56"),
    ],
)
def test_a_swedish_number_is_grouped_with_its_area_first(written: str, shown: str) -> None:
    assert readable_number(written) == shown


@pytest.mark.parametrize(
    "written", ["", "112", "+4740000000", "0047 400 00 000", "ring växeln", "0" * 1000, "٠٧٠١٧٤٠٦٥١", "0000-00 00 00"]
)
def test_what_is_no_such_number_stays_as_it_was_written(written: str) -> None:
    assert readable_number(written) == written
