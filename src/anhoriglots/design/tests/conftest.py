"""The tests of this package need no database and no other slice."""

import pytest
from pytest_django.fixtures import Settings

from .alone import settings_alone


@pytest.fixture(autouse=True)
def alone(settings: Settings) -> None:
    settings_alone(settings)
