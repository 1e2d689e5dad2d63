"""The connection the whole program uses."""

from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Refuses queries without scope where the settings ask for it (development and test)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if settings.DATABASE_REFUSE_UNSCOPED:
            from anhoriglots.database.scope import refuse_unscoped  # here: the backend loads before the apps

            self.execute_wrappers.append(refuse_unscoped)
