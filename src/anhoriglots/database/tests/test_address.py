"""Which database, and as whom, for every way of telling it."""

from pathlib import Path
from typing import Any

import pytest

from anhoriglots.database.address import DatabaseUrlError, data_folder, database_settings, ensure_started, is_external
from anhoriglots.database.embedded.layout import socket_folder

OWNER_URL = "postgres://kommunen:abc@db.example.se/lots?sslmode=require"
WEB_URL = "postgres://webben:def@db.example.se/lots?sslmode=require"


def _options(environ: dict[str, str]) -> dict[str, Any]:
    options: dict[str, Any] = database_settings(environ)["OPTIONS"]
    return options


def test_without_variables_it_is_the_embedded_database_as_the_web_role() -> None:
    settings = database_settings({})
    assert settings["ENGINE"] == "anhoriglots.database.backend"
    assert settings["HOST"] == str(socket_folder(Path.cwd() / "var" / "database"))
    assert (settings["NAME"], settings["USER"], settings["PORT"]) == ("anhoriglots", "anhoriglots_web", "")


def test_the_owner_is_asked_for_by_name() -> None:
    assert database_settings({"ANHORIGLOTS_DATABASE_ROLE": "owner"})["USER"] == "anhoriglots_owner"


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(DatabaseUrlError, match="ANHORIGLOTS_DATABASE_ROLE: ska vara web eller owner"):
        database_settings({"ANHORIGLOTS_DATABASE_ROLE": "root"})


def test_the_folder_can_be_moved_and_tests_have_their_own(tmp_path: Path) -> None:
    environ = {"ANHORIGLOTS_VAR": str(tmp_path)}
    assert data_folder(environ) == tmp_path / "database"
    assert data_folder(environ, durable=False) == tmp_path / "test-database"
    assert database_settings(environ)["HOST"] != database_settings(environ, durable=False)["HOST"]


def test_an_empty_address_is_no_address() -> None:
    assert not is_external({"DATABASE_URL": " "})
    assert database_settings({"DATABASE_URL": ""})["USER"] == "anhoriglots_web"


def test_an_external_owner_connects_as_it_is() -> None:
    settings = database_settings({"DATABASE_URL": OWNER_URL, "ANHORIGLOTS_DATABASE_ROLE": "owner"})
    assert (settings["HOST"], settings["USER"], settings["PASSWORD"]) == ("db.example.se", "kommunen", "abc")
    assert settings["OPTIONS"]["sslmode"] == "require"
    assert "options" not in settings["OPTIONS"]


def test_the_web_steps_down_from_an_external_owner() -> None:
    settings = database_settings({"DATABASE_URL": OWNER_URL})
    assert settings["USER"] == "kommunen"
    assert settings["OPTIONS"]["options"].startswith("-c role=anhoriglots_web ")


def test_the_web_uses_its_own_address_when_given() -> None:
    settings = database_settings({"DATABASE_URL": OWNER_URL, "DATABASE_WEB_URL": WEB_URL})
    assert (settings["USER"], settings["PASSWORD"]) == ("webben", "def")
    assert "role=" not in settings["OPTIONS"]["options"]


def test_the_webs_own_address_must_not_be_the_owners() -> None:
    with pytest.raises(DatabaseUrlError, match="DATABASE_WEB_URL: måste ha en annan användare"):
        database_settings({"DATABASE_URL": OWNER_URL, "DATABASE_WEB_URL": OWNER_URL})


def test_the_webs_address_alone_is_refused() -> None:
    with pytest.raises(DatabaseUrlError, match="bara tillsammans med DATABASE_URL"):
        database_settings({"DATABASE_WEB_URL": WEB_URL})


def test_the_web_has_limits_and_the_owner_may_take_its_time() -> None:
    assert "statement_timeout=30000" in _options({})["options"]
    assert "options" not in _options({"ANHORIGLOTS_DATABASE_ROLE": "owner"})


def test_serving_uses_a_pool_and_nothing_else_does() -> None:
    assert "pool" in _options({})
    assert "pool" not in _options({"ANHORIGLOTS_POOL": "0"})
    assert "pool" not in _options({"ANHORIGLOTS_DATABASE_ROLE": "owner"})
    assert "pool" not in database_settings({}, durable=False)["OPTIONS"]


def test_an_external_database_is_never_started(tmp_path: Path) -> None:
    ensure_started({"DATABASE_URL": OWNER_URL, "ANHORIGLOTS_VAR": str(tmp_path)})
    assert not list(tmp_path.iterdir())
