"""Ties codes to what they open."""

from datetime import date
from uuid import UUID

from django.db import connection

from anhoriglots.database.models import owner_of, uuid7
from anhoriglots.database.scope import current_scope

from .codes import codes_of, drawn_words, mark_of
from .models import Opens

CLAIM = """
INSERT INTO visitors_accesscode (id, municipality, mark, board_id, opens, object_id, expires_on)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING id
"""


def claim_code(submission: str, *, opens: Opens, object_id: UUID, expires_on: date) -> str:
    """Tie the first code of the form that nothing else has to what it opens, in the scope's municipality and board.

    Args:
        submission: the secret of the form, which only the visitor's browser has.
        expires_on: the last day on which the code opens it.

    Returns:
        The code, as it is written to the visitor. It is stored nowhere.
    """
    owner = owner_of(current_scope())
    for code in codes_of(submission):
        mark = mark_of(code, municipality=owner["municipality"])
        row = [uuid7(), owner["municipality"], mark, owner["board_id"], opens.value, object_id, expires_on]
        with connection.cursor() as cursor:
            cursor.execute(CLAIM, row)
            if cursor.fetchone():
                return code
    raise AssertionError("codes have no end")


def new_call_words() -> str:
    """Two words that we say when we call, so that the visitor knows who it is. Drawn apart from the code: they open
    nothing, and so staff may see them and say them aloud.
    """
    return drawn_words()
