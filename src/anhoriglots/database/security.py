"""Rights and row-level security, laid on every table after every migration.

Declared once by the base class of a model, applied by one function, checked by a test that reads the
database's own catalogue: nobody can forget a table.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models
from django.db.backends.utils import CursorWrapper

from .models import (
    BoardRecord,
    PublishedRecord,
    Standing,
    is_append_only,
    is_open,
    is_protected,
    is_reference,
    is_standing,
)
from .scope import BOARD_SETTING, MUNICIPALITY_SETTING

WEB_ROLE = "anhoriglots_web"

REFUSE_CHANGE = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows in % can only be added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""

# Whose row it is: the row's own columns, or, in a table of links, those of the row that the link belongs to.
# Whoever owns the table loads profiles for every board and is let through.
REFUSE_OTHER_BOARD = """
CREATE OR REPLACE FUNCTION refuse_other_board() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched jsonb[] := ARRAY[]::jsonb[];
    one jsonb;
BEGIN
    IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
        RETURN coalesce(NEW, OLD);
    END IF;
    IF TG_OP <> 'INSERT' THEN touched := array_append(touched, to_jsonb(OLD)); END IF;
    IF TG_OP <> 'DELETE' THEN touched := array_append(touched, to_jsonb(NEW)); END IF;
    FOREACH one IN ARRAY touched LOOP
        IF TG_NARGS > 0 THEN
            EXECUTE format('SELECT to_jsonb(owner) FROM %I AS owner WHERE id = $1', TG_ARGV[0])
            INTO one USING (one ->> TG_ARGV[1])::uuid;
        END IF;
        IF one ->> 'board_id' IS DISTINCT FROM nullif(current_setting('{BOARD_SETTING}', true), '')
            OR one ->> 'municipality_id' IS DISTINCT FROM nullif(current_setting('{MUNICIPALITY_SETTING}', true), '')
        THEN
            RAISE EXCEPTION 'another board''s rows in % cannot be written', TG_TABLE_NAME
            USING ERRCODE = 'insufficient_privilege';
        END IF;
    END LOOP;
    RETURN coalesce(NEW, OLD);
END $$
""".replace("{BOARD_SETTING}", BOARD_SETTING).replace("{MUNICIPALITY_SETTING}", MUNICIPALITY_SETTING)


def apply() -> None:
    """Lay rights, policies and triggers on all tables. May be run any number of times, by the owner only."""
    with connection.cursor() as cursor:
        _ensure_web_role(cursor)
        cursor.execute(REFUSE_CHANGE)
        cursor.execute(REFUSE_OTHER_BOARD)
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {WEB_ROLE}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {WEB_ROLE}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {WEB_ROLE}")
        cursor.execute(f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {WEB_ROLE}")
        cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {WEB_ROLE}")
        for model in _own_models():
            _secure(cursor, model)


def _ensure_web_role(cursor: CursorWrapper) -> None:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [WEB_ROLE])
    if cursor.fetchone() is None:
        # On a server of one's own the role may already exist with a password; here it is only stepped into.
        cursor.execute(f"CREATE ROLE {WEB_ROLE} NOLOGIN")
        cursor.execute(f"GRANT {WEB_ROLE} TO CURRENT_USER")


def _own_models() -> Iterator[type[models.Model]]:
    return (model for model in apps.get_models(include_auto_created=True) if model._meta.managed)


def _secure(cursor: CursorWrapper, model: type[models.Model]) -> None:
    table = connection.ops.quote_name(model._meta.db_table)
    if is_reference(model):
        cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON {table} FROM {WEB_ROLE}")
    if is_open(model):
        _guard_open(cursor, model, table)
    if is_append_only(model):
        cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {WEB_ROLE}")
        cursor.execute(
            f"CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
    if is_standing(model):
        cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {WEB_ROLE}")
        cursor.execute(f"GRANT UPDATE ({', '.join(Standing.ending)}) ON {table} TO {WEB_ROLE}")
    if is_protected(model):
        cursor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")
        cursor.execute(f"DROP POLICY IF EXISTS owner ON {table}")
        cursor.execute(f"CREATE POLICY owner ON {table} USING ({_condition(model)}) WITH CHECK ({_condition(model)})")
        cursor.execute(f"DROP POLICY IF EXISTS readers ON {table}")
        if issubclass(model, PublishedRecord):
            cursor.execute(f"CREATE POLICY readers ON {table} FOR SELECT USING ({_in_municipality()})")


def _guard_open(cursor: CursorWrapper, model: type[models.Model], table: str) -> None:
    owner = model._meta.auto_created
    # Links come and go; a row that has been published is only hidden. No link is pointed elsewhere.
    cursor.execute(f"REVOKE {'UPDATE' if owner else 'DELETE'}, TRUNCATE ON {table} FROM {WEB_ROLE}")
    arguments = f"'{owner._meta.db_table}', '{owner._meta.model_name}_id'" if isinstance(owner, type) else ""
    cursor.execute(
        f"CREATE OR REPLACE TRIGGER refuse_other_board BEFORE INSERT OR UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION refuse_other_board({arguments})"
    )


def _in_municipality() -> str:
    # The sub-select makes the setting a constant of the plan, so that an index on the column is used.
    return f"municipality = (SELECT current_setting('{MUNICIPALITY_SETTING}', true))"


def _condition(model: type[models.Model]) -> str:
    municipality = _in_municipality()
    if not issubclass(model, BoardRecord):
        return municipality
    board = f"board_id = (SELECT nullif(current_setting('{BOARD_SETTING}', true), '')::uuid)"
    return f"{municipality} AND {board}"
