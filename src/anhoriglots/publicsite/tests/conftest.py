"""Visitors in the municipalities."""

from collections.abc import Callable

import pytest
from tests.visitor import Visitor


@pytest.fixture
def visitor(db: None) -> Visitor:
    """A visitor in Gislaved."""
    return Visitor("/gislaved/")


@pytest.fixture
def visitor_in(db: None) -> Callable[[str], Visitor]:
    """A visitor in a municipality, by its slug."""
    return lambda slug: Visitor(f"/{slug}/")
