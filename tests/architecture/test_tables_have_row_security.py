"""What the database itself says: who owns a table, who may write it, and whose rows come."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model

from anhoriglots.database.models import Standing, is_append_only, is_open, is_protected, is_reference, is_standing
from anhoriglots.database.security import WEB_ROLE

pytestmark = pytest.mark.django_db

KINDS = (is_protected, is_open, is_reference)
OWNER_COLUMNS = ("municipality", "municipality_id", "board_id")


def _rows(sql: str, *parameters: object) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _tables(kind: Any) -> set[str]:
    return {model._meta.db_table for model in _models() if kind(model)}


def _models() -> list[type[Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def _may(table: str) -> set[str]:
    verbs = ("INSERT", "UPDATE", "DELETE", "TRUNCATE")
    return {
        verb
        for verb in verbs
        if _rows("SELECT has_table_privilege(%s, %s, %s)", WEB_ROLE, f'"{table}"', verb) == [(True,)]
    }


def test_the_tests_themselves_run_as_the_web_role() -> None:
    assert _rows("SELECT current_user") == [(WEB_ROLE,)]


def test_every_table_with_an_owner_has_row_security_enabled_and_forced() -> None:
    secured = _rows("SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity AND relforcerowsecurity")
    assert {name for (name,) in secured} == _tables(is_protected)


def test_every_protected_table_has_one_policy_that_reads_and_writes_by_the_scope() -> None:
    found = _rows(
        "SELECT tablename, cmd, permissive, qual, with_check FROM pg_policies WHERE policyname = 'owner' ORDER BY 1"
    )
    assert {row[0] for row in found} == _tables(is_protected)
    assert len(found) == len(_tables(is_protected))
    for _table, command, permissive, reads, writes in found:
        assert (command, permissive) == ("ALL", "PERMISSIVE")
        assert "app.municipality" in reads
        assert reads == writes


def test_only_what_is_published_has_a_second_policy_that_reads_by_the_municipality() -> None:
    from anhoriglots.database.models import PublishedRecord

    published = _tables(lambda model: issubclass(model, PublishedRecord))
    found = _rows(
        "SELECT tablename, cmd, permissive, qual, with_check FROM pg_policies WHERE policyname <> 'owner' ORDER BY 1"
    )
    assert [row[0] for row in found] == sorted(published)
    assert len(published) > 1
    for _table, command, permissive, reads, writes in found:
        assert (command, permissive, writes) == ("SELECT", "PERMISSIVE", None)
        assert "app.municipality" in reads
        assert "app.board" not in reads


def test_a_policy_asks_for_the_board_wherever_the_row_belongs_to_a_board() -> None:
    from anhoriglots.database.models import BoardRecord

    by_board = _tables(lambda model: issubclass(model, BoardRecord))
    found = _rows("SELECT tablename FROM pg_policies WHERE qual LIKE '%%app.board%%'")
    assert {name for (name,) in found} == by_board
    assert len(by_board) > 5


def test_every_table_that_says_whose_a_row_is_has_been_declared() -> None:
    """A table with an owner's column and no declaration would be open to everybody without a sound."""
    found = _rows(
        "SELECT DISTINCT table_name FROM information_schema.columns "
        "WHERE table_schema = 'public' AND column_name = ANY(%s)",
        list(OWNER_COLUMNS),
    )
    declared = _tables(is_protected) | _tables(is_reference) | _tables(is_open)
    assert {name for (name,) in found} - declared == set()


def test_every_table_of_ours_is_protected_or_open_or_reference() -> None:
    ours = [model for model in _models() if model.__module__.startswith("anhoriglots.")]
    undeclared = {model._meta.db_table for model in ours if not any(kind(model) for kind in KINDS)}
    # Counts tries per keyed mark of an address; no row says whose it is, and there is no person in it.
    assert undeclared <= {"throttle"}


def test_the_web_role_owns_nothing_and_cannot_step_round_the_policies() -> None:
    assert (
        _rows("SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE rolname = %s", WEB_ROLE) == []
    )
    assert (
        _rows("SELECT nspname FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner WHERE rolname = %s", WEB_ROLE)
        == []
    )
    rights = (
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = %s"
    )
    assert _rows(rights, WEB_ROLE) == [(False,) * 5]
    assert _rows("SELECT roleid::regrole FROM pg_auth_members WHERE member = %s::regrole", WEB_ROLE) == []


def test_the_web_role_can_make_nothing_in_the_database() -> None:
    assert _rows("SELECT has_schema_privilege(%s, 'public', 'CREATE')", WEB_ROLE) == [(False,)]
    assert _rows("SELECT has_database_privilege(%s, current_database(), 'CREATE')", WEB_ROLE) == [(False,)]


def test_rows_that_can_only_be_added_are_guarded_by_right_and_by_trigger() -> None:
    guarded = _rows(
        "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        # The type is a sum: before, for each row, at update and at delete.
        "WHERE t.tgname = 'refuse_change' AND t.tgenabled = 'O' AND t.tgtype = 2 + 1 + 16 + 8"
    )
    only_added = _tables(is_append_only)
    assert {name for (name,) in guarded} == only_added
    assert len(only_added) > 5
    assert {table: _may(table) for table in only_added} == {table: {"INSERT"} for table in only_added}


def test_rows_that_stand_as_written_can_only_be_added_and_end() -> None:
    standing = _tables(is_standing)
    assert len(standing) == 5
    assert {table: _may(table) for table in standing} == {table: {"INSERT"} for table in standing}
    for table in standing:
        columns = _rows("SELECT column_name FROM information_schema.columns WHERE table_name = %s", table)
        may = "SELECT has_column_privilege(%s, %s, %s, 'UPDATE')"
        changed = {name for (name,) in columns if _rows(may, WEB_ROLE, f'"{table}"', name) == [(True,)]}
        assert changed == set(Standing.ending), table


def test_reference_tables_cannot_be_written_by_the_web_role() -> None:
    tables = _tables(is_reference)
    assert len(tables) > 7
    assert {table: _may(table) for table in tables} == {table: set() for table in tables}


def test_what_everybody_reads_is_written_by_its_own_board_alone_by_right_and_by_trigger() -> None:
    guarded = _rows(
        "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        # Before, for each row, at insert, at delete and at update.
        "WHERE t.tgname = 'refuse_other_board' AND t.tgenabled = 'O' AND t.tgtype = 2 + 1 + 4 + 8 + 16"
    )
    tables = _tables(is_open)
    assert {name for (name,) in guarded} == tables
    assert {table: _may(table) for table in tables} == {
        "catalogue_offer": {"INSERT", "UPDATE"},
        "catalogue_offer_districts": {"INSERT", "DELETE"},
        "catalogue_offer_target_groups": {"INSERT", "DELETE"},
    }


def test_no_view_or_function_runs_with_the_owners_rights() -> None:
    assert _rows("SELECT viewname FROM pg_views WHERE schemaname = 'public'") == []
    made = "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
    assert _rows(made) == []


def test_nobody_but_the_web_role_has_been_given_rights() -> None:
    found = _rows(
        "SELECT DISTINCT grantee FROM information_schema.role_table_grants "
        "WHERE table_schema = 'public' AND grantee <> grantor"
    )
    assert {name for (name,) in found} == {WEB_ROLE}
