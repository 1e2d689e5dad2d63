"""Encrypts the few values that would hurt most if a back-up leaked: numbers, addresses, notes by visitors.

AES-256-GCM by the `cryptography` library. The keys are derived from the program's secret (HKDF, one key per
use), so that a value from one column cannot be read as another's.
"""

import hashlib
import hmac
import os
from functools import cache
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

NONCE_BYTES = 12


class Unreadable(Exception):
    """The value was made with another key or was changed."""


@cache
def _key(use: str, secret: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=use.encode()).derive(secret.encode())


def encrypt(plain: bytes, *, use: str) -> bytes:
    """Nonce and ciphertext; ``use`` names the purpose and must be the same when reading."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(_key(use, settings.DATA_KEY)).encrypt(nonce, plain, use.encode())


def decrypt(sealed: bytes, *, use: str) -> bytes:
    """The plain bytes.

    Raises:
        Unreadable: wrong key, wrong use or changed bytes.
    """
    try:
        return AESGCM(_key(use, settings.DATA_KEY)).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], use.encode())
    except (InvalidTag, ValueError) as error:
        raise Unreadable(use) from error


def keyed_index(value: str, *, use: str) -> bytes:
    """32 bytes that find an encrypted value again without revealing it (HMAC-SHA256)."""
    return hmac.new(_key("index:" + use, settings.DATA_KEY), value.encode(), hashlib.sha256).digest()


if TYPE_CHECKING:
    _TextField = models.Field[str, str]
else:
    _TextField = models.Field  # Django's own class takes no type arguments when it runs


class EncryptedTextField(_TextField):
    """Text that stands encrypted in the database, as bytes, and is plain in Python. Cannot be searched or sorted."""

    @property
    def _use(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"

    def get_internal_type(self) -> str:
        """Bytes in the database."""
        return "BinaryField"

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> bytes:
        """Encrypt on the way in; empty stays empty."""
        return b"" if value in ("", None) else encrypt(str(value).encode(), use=self._use)

    def from_db_value(self, value: Any, *_: Any) -> str:
        """Decrypt on the way out."""
        return decrypt(bytes(value), use=self._use).decode() if value else ""

    def value_to_string(self, obj: models.Model) -> str:
        """Never written in plain to a dump."""
        raise NotImplementedError("encrypted values are not dumped")
