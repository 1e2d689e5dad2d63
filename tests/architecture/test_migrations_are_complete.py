"""The tables are what the models say."""

import pytest
from django.core.management import call_command

from .tree import PACKAGE, shown

pytestmark = pytest.mark.django_db


def test_no_model_waits_for_a_migration(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        pytest.fail(capsys.readouterr().out)


def test_migrations_have_names_and_one_line_of_descent() -> None:
    for folder in PACKAGE.glob("*/migrations"):
        files = sorted(path.name for path in folder.glob("[0-9]*.py"))
        assert [name for name in files if "_auto_" in name] == []
        numbers = [name[:4] for name in files]
        assert numbers == [f"{number:04}" for number in range(1, len(files) + 1)], shown(folder)


def test_no_migration_imports_a_model() -> None:
    """A model changes; what a migration did must not."""
    found = [
        shown(path)
        for path in PACKAGE.glob("*/migrations/[0-9]*.py")
        for line in path.read_text().splitlines()
        if line.startswith("from anhoriglots.") and ".models import" in line
    ]
    assert found == []
