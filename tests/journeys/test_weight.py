"""First views are light: few requests, few bytes, nothing from anywhere else. The bytes are those that travel."""

import pytest
from playwright.sync_api import Request

from .conftest import Meet
from .person import Person
from .program import Program
from .stories import PLACES, STOCKHOLM, Place, signs_in

KILOBYTE = 1024


def _weight(person: Person, path: str) -> tuple[int, int]:
    """Number of requests and sum of bytes when the page is opened in a browser that has kept nothing.

    The little picture on the tab is fetched apart, and holds nothing up.
    """
    answered: list[Request] = []
    person.page.on("requestfinished", lambda request: answered.append(request))
    person.opens(path)
    person.page.wait_for_load_state("networkidle")
    sizes = [
        request.sizes() for request in answered if not request.url.startswith("data:") and "icon" not in request.url
    ]
    return len(sizes), sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)


@pytest.mark.parametrize("path", ["", "hitta/vem/", "kontakt/", "ar/"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_a_public_page_weighs_at_most_60_kilobytes(place: Place, path: str, meet: Meet) -> None:
    requests, size = _weight(meet(place.slug), path)
    assert requests <= 8
    assert size <= 60 * KILOBYTE


def test_the_first_staff_page_weighs_at_most_120_kilobytes(meet: Meet, program: Program) -> None:
    signed_in, fresh = meet(STOCKHOLM.slug), meet(STOCKHOLM.slug)
    signs_in(signed_in, program.password, "radgivare1")
    fresh.context.add_cookies(signed_in.context.cookies())  # type: ignore[arg-type]
    requests, size = _weight(fresh, "personal/?visa=enheten")
    assert requests <= 8
    assert size <= 120 * KILOBYTE
