"""Counts wishes that nothing met, by week: no person, no visit, no exact time."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.utils.timezone import localdate

from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import scope
from anhoriglots.kernel.dates import monday_of

COUNT = """
INSERT INTO catalogue_gapcount AS g (id, municipality, week, district_key, need, target_group_line, count)
VALUES (%s, %s, %s, %s, %s, %s, 1)
ON CONFLICT (municipality, week, district_key, need, target_group_line) DO UPDATE SET count = g.count + 1
"""


def count_gap(*, at: datetime, municipality: str, district: str | None, wishes: Iterable[tuple[str, str]]) -> None:
    """Add one to each wish of this week.

    Args:
        at: the instant; only its Swedish week, as a Monday, is kept.
        municipality: its code.
        district: key of the district, or None when it is not known.
        wishes: pairs of need and line of the guide; the line may be empty.
    """
    week = monday_of(localdate(at))
    # Always in the same order, so that two at once wait for each other instead of standing in each other's way.
    rows = [(uuid7(), municipality, week, district or "", need, line) for need, line in sorted(set(wishes))]
    if not rows:
        return
    with scope(municipality), connection.cursor() as cursor:
        cursor.executemany(COUNT, rows)
