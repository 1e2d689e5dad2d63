"""The number as a value. All numbers below are in Skatteverket's open data "Testpersonnummer" and
"Testsamordningsnummer" (CC0), which belong to nobody; a century is the only thing ever left out of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.kernel.identity import NotAPersonalNumber, PersonalIdentityNumber, is_personal_number

ON = date(2026, 11, 23)
PERSONAL = ["189001019802", "190001019801", "199001012385", "200002292399", "202402292383", "201701012393"]
COORDINATION = ["191401682396", "191406652386", "202601612381", "202601622380", "202601912393"]
UNKNOWN_DATE = ["191500722390", "191711602399"]


@pytest.mark.parametrize("digits", PERSONAL + COORDINATION + UNKNOWN_DATE)
def test_every_published_test_number_is_valid(digits: str) -> None:
    assert PersonalIdentityNumber.parse(digits, on=ON).digits == digits


@pytest.mark.parametrize("digits", PERSONAL + COORDINATION + UNKNOWN_DATE)
def test_plain_digits_are_known_as_a_number_with_and_without_century(digits: str) -> None:
    assert is_personal_number(digits)
    assert is_personal_number(digits[2:])


@pytest.mark.parametrize("digits", ["", "0701234567", "9001012386", "90010123", "46701234567", "1199001012385"])
def test_other_digits_are_not_taken_for_a_number(digits: str) -> None:
    assert not is_personal_number(digits)


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("900101-2385", "199001012385"),
        ("9001012385", "199001012385"),
        ("19900101-2385", "199001012385"),
        (" 19900101 2385 ", "199001012385"),
        ("900101–2385", "199001012385"),
        ("９００１０１－２３８５", "199001012385"),
        ("٩٠٠١٠١-٢٣٨٥", "199001012385"),
        ("000229-2399", "200002292399"),
        ("000101+9801", "190001019801"),
        ("260161-2381", "202601612381"),
        ("140168+2396", "191401682396"),
        ("150072+2390", "191500722390"),
    ],
)
def test_a_number_is_read_however_it_is_written(written: str, digits: str) -> None:
    assert PersonalIdentityNumber.parse(written, on=ON).digits == digits


def test_sixty_is_taken_from_the_day_of_a_coordination_number() -> None:
    number = PersonalIdentityNumber("202601912393")
    assert number.is_coordination_number
    assert number.birth_date == date(2026, 1, 31)


def test_a_personal_number_is_no_coordination_number() -> None:
    number = PersonalIdentityNumber("199001012385")
    assert not number.is_coordination_number
    assert number.birth_date == date(1990, 1, 1)


@pytest.mark.parametrize("digits", UNKNOWN_DATE)
def test_an_unknown_birth_date_is_unknown_and_never_guessed(digits: str) -> None:
    assert PersonalIdentityNumber(digits).birth_date is None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "kaffe",
        "199001012386",  # check digit
        "199013012385",  # month
        "199002302385",  # day
        "000229+2399",  # 1900 had no 29 February
        "191711602398",  # check digit of an incomplete date
        "191713602399",  # month of an incomplete date
        "210001012385",  # century
        "900101-238",
        "900101-23855",
        "900101--2385",
        "9001012385; DROP TABLE",
        "9" * 1000,
    ],
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(NotAPersonalNumber):
        PersonalIdentityNumber.parse(written, on=ON)


def test_nobody_is_born_after_the_day_it_was_written() -> None:
    with pytest.raises(NotAPersonalNumber):
        PersonalIdentityNumber.parse("202402292383", on=date(2024, 2, 28))
    assert PersonalIdentityNumber.parse("202402292383", on=date(2024, 2, 29)).birth_date == date(2024, 2, 29)


def test_the_day_decides_the_century_of_ten_digits() -> None:
    assert PersonalIdentityNumber.parse("240229-2383", on=ON).birth_date == date(2024, 2, 29)
    assert PersonalIdentityNumber.parse("240229-2383", on=date(2024, 2, 28)).birth_date == date(1924, 2, 29)


def test_the_number_does_not_show_in_logs_or_messages() -> None:
    number = PersonalIdentityNumber("199001012385")
    assert "2385" not in f"{number} {number!r} {[number]}"
    assert number.formatted == "19900101-2385"
    with pytest.raises(NotAPersonalNumber) as failure:
        PersonalIdentityNumber.parse("199001012386", on=ON)
    assert "2386" not in str(failure.value)


@given(st.text())
def test_any_text_is_either_a_number_or_refused(text: str) -> None:
    try:
        number = PersonalIdentityNumber.parse(text, on=ON)
    except NotAPersonalNumber:
        return
    assert PersonalIdentityNumber.parse(number.formatted, on=ON) == number
