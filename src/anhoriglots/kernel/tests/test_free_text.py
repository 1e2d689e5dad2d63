"""Finding numbers in notes. Every number is from Skatteverket's open data of test numbers (see test_identity); the
telephone numbers 070-174 06 xx and 08-465 004 xx are from the series PTS has set aside for fiction."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.kernel.identity import find_personal_numbers, looks_like_personal_number

from .test_identity import COORDINATION, PERSONAL, UNKNOWN_DATE

NUMBERS = PERSONAL + COORDINATION + UNKNOWN_DATE
ALPHABETS = ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "⁰¹²³⁴⁵⁶⁷⁸⁹"]
SEPARATORS = ["", "-", "+", " ", "–", " - ", "\u00a0", "\u2011", ".", ":", "/", "\n", "\u200b", "\t"]


@pytest.mark.parametrize(
    "written",
    [
        "19900101-2385",
        "199001012385",
        "900101-2385",
        "9001012385",
        "900101+2385",
        "900101 2385",
        "1990-01-01-2385",
        "1990-01-01 2385",
        "1990 01 01 2385",
        "90.01.01.2385",
        "90/01/01-2385",
        "90 01 01 23 85",
        "9 0 0 1 0 1 2 3 8 5",
        "9001-012-385",
        "19 900101-2385",
        "9​0​0​1​0​1​2​3​8​5",
        "9️⃣0️⃣0️⃣1️⃣0️⃣1️⃣2️⃣3️⃣8️⃣5️⃣",
        "900101-T385",
        "900101-2386",  # a mistyped check digit still gives the person away
        "010203-1234",
        "150072-2390",
        "171160-2399",
        "850101(1234",
        "811228(9874",
        "1985-01-01 (1234",
        "1985-0101-1234",
        "85 01-01/1234",
        "850101;1234",
        "850101 – 1234",
        "850101*1234",
        "850101 »(1234",
        "850101-12 34",
        "19850101-12-34",
        "850101  \n  1234",
        "850101 (T385",
    ],
)
@pytest.mark.parametrize("sentence", ["{}", "Dottern ({}) ringde.", "pnr:{}, rum 12", "12 {} 070-174 06 05"])
def test_what_looks_like_a_number_is_found(written: str, sentence: str) -> None:
    text = sentence.format(written)
    start = text.index(written)
    assert any(span.start <= start and start + len(written) <= span.end for span in find_personal_numbers(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ring 070-174 06 05",
        "Ring 070-123 45 67",
        "070 - 123 45 67 eller 070-1234567",
        "0701234567",
        "0701-23 45 67",
        "0701 234567",
        "(070) 123 45 67",
        "08-508 00 000",
        "08-508 00 000 08-508 00 001",
        "08-10 20 30 40",
        "08-10203040",
        "08-465 004 05",
        "0155-24 80 00",
        "0371-810 00",
        "+46 70-123 45 67",
        "+46701234567",
        "0046 70 123 45 67",
        "112 eller 1177",
        "Född 1990-01-01",
        "900101",
        "19900101",
        "2026-11-23 kl. 13.30",
        "2026-11-23 13:30",
        "2026-11-23 – 2026-11-24",
        "2026-11-23 2026-12-01",
        "20261123-20261124",
        "2026-11-23 13-15",
        "20261123 13-15",
        "2026-11-23 kl 13-15, 070-174 06 05",
        "2025-2028",
        "org.nr 212000-0142",
        "556036-0793",
        "611 82 Nyköping",
        "Bankgiro 5050-1055",
        "SE45 5000 0000 0583 9825 7466",
        "10-12 och 13-15",
        "12345678901234567890",
        "3,1415926535",
    ],
)
def test_what_is_something_else_is_left_alone(text: str) -> None:
    assert not looks_like_personal_number(text)


def test_ten_digits_that_begin_like_a_telephone_number_count_when_the_check_digit_is_right() -> None:
    assert looks_like_personal_number("0002292399")
    assert not looks_like_personal_number("0002292398")


def test_every_number_is_pointed_out_where_it_stands() -> None:
    text = "Mamma 19140168-2396 och pappa １９１４０６６５－２３８６."
    assert [text[start:end] for start, end in find_personal_numbers(text)] == [
        "19140168-2396",
        "１９１４０６６５－２３８６",
    ]


@given(
    number=st.sampled_from(NUMBERS),
    century=st.booleans(),
    alphabet=st.sampled_from(ALPHABETS),
    separator=st.sampled_from(SEPARATORS),
    before=st.text(alphabet=st.characters(categories=["L", "P"]), max_size=20),
    after=st.text(alphabet=st.characters(categories=["L", "P"]), max_size=20),
)
def test_a_number_is_found_in_any_script_with_any_separator(
    number: str, century: bool, alphabet: str, separator: str, before: str, after: str
) -> None:
    digits = number if century else number[2:]
    written = (digits[:-4] + separator + digits[-4:]).translate(str.maketrans("0123456789", alphabet))
    text = f"{before} {written} {after}"
    start, end = len(before) + 1, len(before) + 1 + len(written)
    assert any(span.start <= start and end <= span.end for span in find_personal_numbers(text))


def grouped(prefix: str, lengths: tuple[int, ...]) -> st.SearchStrategy[str]:
    parts = [st.text(alphabet="0123456789", min_size=length, max_size=length) for length in lengths]
    return st.tuples(*parts).map(lambda groups: prefix + " ".join(groups))


@given(
    st.one_of(
        *(grouped(prefix, (3, 2, 2)) for prefix in ["070-", "072-", "073-", "076-", "079-", "+46 70 ", "0046 73 "]),
        *(grouped("08-", lengths) for lengths in [(3, 3, 2), (3, 2, 3), (3, 3, 3), (2, 2, 2, 2)]),
        *(grouped(prefix, lengths) for prefix in ["031-", "0155-", "0371 "] for lengths in [(2, 2, 2), (3, 2, 2)]),
        grouped("070-", (7,)),
    )
)
def test_no_telephone_number_grouped_as_usual_is_taken_for_a_person(telephone: str) -> None:
    assert not looks_like_personal_number(f"Ring {telephone} i dag")


@given(st.text())
def test_spans_are_in_order_apart_and_inside_the_text(text: str) -> None:
    spans = find_personal_numbers(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))


def test_a_long_text_of_digits_takes_no_long_time() -> None:
    started = time.perf_counter()
    find_personal_numbers("1 " * 100_000)
    find_personal_numbers("9" * 200_000)
    find_personal_numbers("850101" + " " * 200_000)
    find_personal_numbers("850101 . " * 20_000)
    assert time.perf_counter() - started < 5
