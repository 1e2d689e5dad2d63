"""Real ciphertext at the price of a few hundred encryptions.

Assumption: each encrypted column is filled from a pool of values that were encrypted once with the column's own key.
Reading costs what it costs in earnest, since the length, the key and the work are the same; only the compression of a
back-up would differ.
"""

from collections.abc import Iterable

from django.apps import apps

from anhoriglots.database.encryption import EncryptedTextField, encrypt

from .copying import literal


def pool(model: str, column: str, values: Iterable[str]) -> list[str]:
    """The values as the column holds them, in COPY's format; an empty one stays empty.

    Args:
        model: "app.Model".

    Raises:
        TypeError: the column is not encrypted.
    """
    field = apps.get_model(model)._meta.get_field(column)
    if not isinstance(field, EncryptedTextField):
        raise TypeError(f"{model}.{column} is not an encrypted column")
    use = f"{field.model._meta.db_table}.{field.column}"
    return [literal(encrypt(value.encode(), use=use) if value else b"") for value in values]
