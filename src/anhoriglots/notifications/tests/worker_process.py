"""A worker in a process of its own, so that a test can kill it: database, port of the mail server and instant."""

import os
import sys
from datetime import datetime


def main(database: str, user: str, port: str, instant: str) -> None:
    """Send what waits at the board."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "anhoriglots.config.settings.test"
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    settings.DATABASES["default"]["USER"] = user
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", int(port), False
    settings.PUBLIC_URL = "https://tid.exempel.example"
    django.setup()
    from .outbox import send_all

    send_all(datetime.fromisoformat(instant))


if __name__ == "__main__":
    main(*sys.argv[1:])
