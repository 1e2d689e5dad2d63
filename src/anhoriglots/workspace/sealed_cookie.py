"""Short lists that the browser keeps for us and cannot read."""

import base64
import json
from typing import Any

from anhoriglots.database.encryption import Unreadable, decrypt, encrypt


def seal(values: list[str], *, use: str) -> str:
    """The values as text that only this program can read; ``use`` must be the same when reading."""
    return base64.urlsafe_b64encode(encrypt(json.dumps(values).encode(), use=use)).decode()


def unseal(token: str, *, use: str) -> Any:
    """The values, or None when the text was not made here."""
    try:
        return json.loads(decrypt(base64.urlsafe_b64decode(token.encode()), use=use))
    except (Unreadable, ValueError):
        return None
