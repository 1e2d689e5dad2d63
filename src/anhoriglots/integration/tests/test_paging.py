"""Every row stands on exactly one page, and what a page says of itself is true."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ..paging import MOST_ON_A_PAGE, Paging
from .asking import API, HSDS, ask

totals = st.integers(0, 10_000)
sizes = st.integers(1, MOST_ON_A_PAGE)


@given(totals, sizes)
def test_the_pages_together_are_all_the_rows_in_order(total: int, size: int) -> None:
    rows = list(range(total))
    pages = Paging(1, size, total).pages
    assert [row for page in range(1, pages + 1) for row in rows[Paging(page, size, total).rows]] == rows
    assert rows[Paging(pages + 1, size, total).rows] == []


@given(totals, sizes, st.integers(1, 20_000))
def test_a_page_is_the_last_when_nothing_follows(total: int, size: int, page: int) -> None:
    paging = Paging(page, size, total)
    assert paging.is_last == (page * size >= total)


def test_there_is_no_page_of_nothing() -> None:
    paging = Paging(1, 25, 0)
    assert (paging.pages, paging.is_last) == (0, True)


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(1, 30), page=st.integers(1, 40))
def test_what_a_page_of_the_standard_says_of_itself_is_true(db: None, size: int, page: int) -> None:
    for name in ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"):
        told = ask(f"{HSDS}/{name}?per_page={size}&page={page}")
        everything = ask(f"{HSDS}/{name}?per_page=100")
        keys = [row["id"] for row in everything["contents"]]
        first = (page - 1) * size
        assert [row["id"] for row in told["contents"]] == keys[first : first + size]
        assert told["total_items"] == len(keys) == everything["total_items"]
        assert told["total_pages"] == -(-len(keys) // size)
        assert (told["page_number"], told["size"]) == (page, len(told["contents"]))
        assert told["empty"] is (told["contents"] == [])
        assert told["first_page"] is (page == 1)
        assert told["last_page"] is (page >= told["total_pages"])


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(1, 30), page=st.integers(1, 40))
def test_what_a_page_of_ours_says_of_itself_is_true(db: None, size: int, page: int) -> None:
    for name in ("offers", "units", "target-groups"):
        told = ask(f"{API}/{name}?limit={size}&page={page}")
        keys = [row["id"] for row in ask(f"{API}/{name}?limit=100")["items"]]
        first = (page - 1) * size
        assert [row["id"] for row in told["items"]] == keys[first : first + size]
        assert (told["totalItems"], told["totalPages"]) == (len(keys), -(-len(keys) // size))
        assert (told["page"], told["limit"]) == (page, size)
