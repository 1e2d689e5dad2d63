"""Numbers and addresses are seen in a text; ordinary talk is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.kernel.contact_details import looks_like_contact_details


@pytest.mark.parametrize(
    "text",
    [
        "Ring 070-174 06 51.",
        "0701740651",
        "070 174 06 51",
        "(08) 465 004 01",
        "+46 70 174 06 51",
        "0046701740651",
        "\N{FULLWIDTH PLUS SIGN}46701740651",
        "\u0660\u0667\u0660-\u0661\u0667\u0664 \u0660\u0666 \u0665\u0661",
        "070\u200b1740651",
        "Skriv till inga@exempel.se då.",
        "inga\N{FULLWIDTH COMMERCIAL AT}exempel.se",
    ],
)
def test_what_can_be_called_or_written_to_is_seen(text: str) -> None:
    assert looks_like_contact_details(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Vi ses klockan 10.30 den 24 november 2026.",
        "Ring 112 eller 1177.",
        "Det kostar 1 200 000 kronor.",
        "2026-11-24 13.00-15.00",
        "Jag @ hen",
        "Mamma är 87, pappa 91.",
    ],
)
def test_ordinary_talk_is_left_alone(text: str) -> None:
    assert not looks_like_contact_details(text)


@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    assert looks_like_contact_details(text) in (True, False)


@given(st.from_regex(r"07[0236]-[0-9]{3} [0-9]{2} [0-9]{2}", fullmatch=True), st.sampled_from(["", " ", ": ", "\n"]))
def test_every_mobile_number_is_seen_wherever_it_stands(number: str, before: str) -> None:
    assert looks_like_contact_details(f"Ring mig{before} {number} i kväll")
