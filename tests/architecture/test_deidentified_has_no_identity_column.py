"""De-identified contacts (SoL 14:5): the table has no column that could hold who it was, who wrote it or which day."""

import pytest
from django.db import connection

from anhoriglots.casework.models import DeidentifiedContact

pytestmark = pytest.mark.django_db

# Every column the table may have, with its type and what it holds. A new one is a decision, not a detail.
ALLOWED = {
    "id": "uuid",  # random, not by time
    "municipality": "varchar(4)",
    "board_id": "uuid",
    "unit_id": "uuid",
    "support_form_id": "varchar(10)",
    "target_group_id": "uuid",
    "district_id": "uuid",
    "channel": "varchar(10)",
    "topics": "jsonb",  # codes only; see the test of the action
    "duration": "varchar(6)",
    "next_step": "varchar(10)",
    "decline_reason": "varchar(20)",
    "people": "int2",
    "age_band": "varchar(6)",
    "language": "varchar(8)",
    "interpreter": "bool",
    "is_first": "bool",
    "week": "date",  # the Monday of the week, never the day
}


def _columns(table: str) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name, udt_name || coalesce('(' || character_maximum_length || ')', '') "
            "FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s",
            [table],
        )
        return dict(cursor.fetchall())


def test_the_table_has_only_columns_that_cannot_hold_identity() -> None:
    found = _columns(DeidentifiedContact._meta.db_table)
    assert len(found) > 10
    assert {name: kind for name, kind in found.items() if ALLOWED.get(name) != kind} == {}


def test_no_other_table_points_at_a_deidentified_contact() -> None:
    """A link from a log or a case would give the identity back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f' AND confrelid = %s::regclass",
            [DeidentifiedContact._meta.db_table],
        )
        assert cursor.fetchall() == []


def test_the_key_tells_no_time() -> None:
    field = DeidentifiedContact._meta.get_field("id")
    assert {field.get_default().version for _ in range(20)} == {4}
