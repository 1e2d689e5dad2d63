"""A small law room, furnished anew for each test."""

from pathlib import Path

import pytest

from .room import furnish


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return furnish(tmp_path)
