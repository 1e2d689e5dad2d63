"""Fixtures for all tests: a real PostgreSQL with the three municipalities loaded, and tests that run as the web role.

The database is made and migrated by the owner. From then on every connection is the web role, which owns nothing,
so that each test meets row-level security the way production does.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from anhoriglots.database.address import ensure_started, is_external

SWEDEN = ZoneInfo("Europe/Stockholm")
# Offers that a test has made; those of the profiles are changed by no test that keeps what it saves.
OWN = "offer_key LIKE 'own-%'"


def pytest_configure() -> None:
    """Start the database before anything asks for it, and remove what killed test runs left behind."""
    from django.conf import settings

    ensure_started(durable=False)
    own = settings.DATABASES["default"]
    with _connect(own, "postgres") as server:
        for (name,) in server.execute("SELECT datname FROM pg_database WHERE datname ~ '^test_anhoriglots_[0-9]+$'"):
            if not Path(f"/proc/{name.rpartition('_')[2]}").exists():
                server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _connect(settings: dict[str, Any], database: str, user: str = "") -> psycopg.Connection[Any]:
    return psycopg.connect(
        host=settings["HOST"],
        port=settings["PORT"] or None,
        dbname=database,
        user=user or settings["USER"],
        password=settings["PASSWORD"] or None,
        autocommit=True,
    )


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """What a process keeps between requests does not outlive a test: rows that are gone by then, and the language."""
    from django.conf import settings
    from django.core.cache import cache
    from django.utils import translation

    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Make the database and load the three municipalities as the owner; then be the web role until the end.

    The plugin's own fixture makes no database when no test of the run asks for ``db``, and those that ask for
    ``committed`` or ``owner_db`` would then be run in the real one.
    """
    from django.db import connection
    from django.test.utils import setup_databases, teardown_databases

    from anhoriglots.administration.profiles import load
    from anhoriglots.profiles.reader import profile_folders

    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
        for folder in profile_folders():
            load(folder, on=date(2026, 11, 24))
        connection.close()
        with _as_web(connection.settings_dict):
            yield
        connection.close()
        teardown_databases(made, verbosity=0)


@contextmanager
def _as_web(settings: dict[str, Any]) -> Iterator[None]:
    owner = {"USER": settings["USER"], "OPTIONS": settings["OPTIONS"]}
    if is_external():
        settings["OPTIONS"] = {**settings["OPTIONS"], "options": "-c role=anhoriglots_web"}
    else:
        settings["USER"] = "anhoriglots_web"
    try:
        yield
    finally:
        settings.update(owner)


@pytest.fixture
def owner_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """For the owner's work, such as loading a profile; all of it is rolled back. Not together with ``db``."""
    from django.db import connection, transaction

    web = {"USER": connection.settings_dict["USER"], "OPTIONS": connection.settings_dict["OPTIONS"]}
    owner = {"USER": web["USER"], "OPTIONS": {k: v for k, v in web["OPTIONS"].items() if k != "options"}}
    if not is_external():
        owner["USER"] = "anhoriglots_owner"
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict.update(owner)
        try:
            with transaction.atomic():
                yield
                transaction.set_rollback(True)
        finally:
            connection.close()
            connection.settings_dict.update(web)


@contextmanager
def as_owner() -> Iterator[Any]:
    """A connection of the owner beside the test's own, for what the web role may not do."""
    from django.db import connection

    settings = connection.settings_dict
    with _connect(settings, settings["NAME"], "" if is_external() else "anhoriglots_owner") as owner:
        yield owner


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """For tests with several connections: what is saved stays until the test ends, then it is emptied."""
    from django.apps import apps
    from django.db import connection

    from anhoriglots.catalogue.models import BoardDecision
    from anhoriglots.database.models import is_protected
    from anhoriglots.profiles.reader import profile_folders

    with django_db_blocker.unblock():
        try:
            yield
        finally:
            connection.close()
            # What the profiles brought stays: no test but those of the owner changes it.
            emptied = [model for model in apps.get_models() if is_protected(model) and model is not BoardDecision]
            tables = [f'"{model._meta.db_table}"' for model in emptied]
            with as_owner() as owner:
                owner.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
                for links in ("catalogue_offer_districts", "catalogue_offer_target_groups"):
                    owner.execute(f"DELETE FROM {links} USING catalogue_offer o WHERE offer_id = o.id AND o.{OWN}")
                owner.execute(f"DELETE FROM catalogue_offer o WHERE o.{OWN}")
                for folder in profile_folders():
                    owner.execute("SELECT set_config('app.municipality', %s, false)", [folder.name])
                    owner.execute("DELETE FROM catalogue_boarddecision WHERE origin = 'register'")


@pytest.fixture
def at() -> datetime:
    """An ordinary working moment: Tuesday 24 November 2026 at ten in the morning."""
    return datetime(2026, 11, 24, 10, 0, tzinfo=SWEDEN)


@pytest.fixture
def today() -> date:
    """The Swedish day of ``at``."""
    return date(2026, 11, 24)


@pytest.fixture
def make_staff(db: None) -> Callable[..., Any]:
    """Makes a colleague with one assignment and returns the actor: ``make_staff("0480", "socialnamnden", Role.X)``.

    Board and unit are given by their keys in the profile; without a unit the board's first one is taken.
    """
    from anhoriglots.accounts.models import Assignment, User
    from anhoriglots.accounts.queries import Actor, actor_for
    from anhoriglots.accounts.roles import Role
    from anhoriglots.database.scope import scope
    from anhoriglots.organisations.models import Board, Unit

    def make(municipality: str, board: str, role: Role, *, unit: str = "", name: str = "Testa") -> Actor:
        board_row = Board.objects.get(municipality=municipality, key=board)
        units = Unit.objects.filter(board=board_row).order_by("position")
        unit_row = units.get(key=unit) if unit else units[0]
        with scope(municipality, board_row.pk):
            count = User.objects.count()
            user = User(municipality=municipality, username=f"{role}-{count}", first_name=name, last_name="Exempel")
            user.phone, user.phone_hours = "08-465 004 01", "vardagar 9–15"
            user.set_password("ett langt losenord 1")
            user.save()
            Assignment.objects.create(
                municipality=municipality,
                user=user,
                board=board_row,
                unit=unit_row,
                role=role,
                starts_on=date(2026, 1, 1),
            )
            actor = actor_for(user, on=date(2026, 11, 24))
        assert actor is not None
        return actor

    return make


@pytest.fixture
def client_of(db: None) -> Callable[[Any], Client]:
    """A browser in which the actor has signed in."""
    from anhoriglots.accounts.models import User
    from anhoriglots.database.scope import scope

    def sign_in(actor: Any) -> Client:
        client = Client()
        with scope(actor.municipality, actor.board_id, actor.user_id):
            user = User.objects.get(pk=actor.user_id)
            client.force_login(user, backend="anhoriglots.accounts.backend.MunicipalityBackend")
        return client

    return sign_in
