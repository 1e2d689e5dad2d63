"""Telephone numbers as people read them."""

import pytest

from anhoriglots.kernel.telephone import international_number, readable_number


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


@pytest.mark.parametrize(
    ("written", "international"),
    [
        ("070-174 06 51", "+46701740651"),
        ("+46 (0)70 174 06 51", "+46701740651"),
        ("0046701740651", "+46701740651"),
        ("08-508 00 000", "+46850800000"),
        ("+47 400 00 000", "+4740000000"),
        ("0047 400 00 000", "+4740000000"),
    ],
)
def test_a_number_is_written_as_services_for_text_messages_want_it(written: str, international: str) -> None:
    assert international_number(written) == international


@pytest.mark.parametrize(
    "written", ["", "112", "+", "00", "ring växeln", "0" * 1000, "+" + "9" * 16, "٠٧٠١٧٤٠٦٥١", "701740651"]
)
def test_what_is_no_number_is_not_made_one(written: str) -> None:
    assert international_number(written) == ""
