"""A catalogue as large as none is: copies of a municipality's own offers, each with a key of its own.

Assumption: words are as common in it as in the profile's offers. As rows that somebody at work has written they are
left alone when the profile is loaded again.
"""

from typing import Any

from psycopg import Connection, sql

MOST_OFFERS = 100_000
_COLUMNS = """
SELECT column_name FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = 'catalogue_offer' AND is_generated = 'NEVER' ORDER BY ordinal_position
"""
_PLACE = "SELECT municipality_id FROM catalogue_offer WHERE municipality_id <> ALL(%s) ORDER BY 1 LIMIT 1"
_COPY = """
INSERT INTO catalogue_offer ({names})
SELECT {values} FROM generate_series(1, %(count)s) AS n
JOIN (SELECT o.*, row_number() OVER (ORDER BY position, key) - 1 AS place, count(*) OVER () AS size
      FROM catalogue_offer o WHERE municipality_id = %(municipality)s AND origin = 'profile' AND active) AS o
ON o.place = n %% o.size
ON CONFLICT DO NOTHING
"""
_OWN = {
    "id": "md5(o.id::text || n || %(seed)s)::uuid",
    "key": "left(o.key, 120) || '.' || n",
    "offer_key": "left(o.offer_key, 50) || '.' || n",
    "position": "n %% 32000",
    "origin": "'register'",
}


def copy_offers(connection: Connection[Any], *, size: int, seed: int, taken: set[str]) -> None:
    """Make as many as there are carers, at most 100,000, in a municipality that no other job comes to. Copies that are
    there already stay.

    Args:
        taken: codes of the municipalities of the other jobs.
    """
    found = connection.execute(_PLACE, [sorted(taken)]).fetchone()
    if found is None:
        return
    names = [str(row[0]) for row in connection.execute(_COLUMNS)]
    statement = sql.SQL(_COPY).format(
        names=sql.SQL(", ").join(map(sql.Identifier, names)),
        values=sql.SQL(", ").join(sql.SQL(_OWN[name]) if name in _OWN else sql.Identifier("o", name) for name in names),
    )
    values = {"count": min(size, MOST_OFFERS), "municipality": found[0], "seed": str(seed)}
    connection.execute(statement, values)
