"""For tests: a real PostgreSQL, the web role, and an error where a query has no scope."""

import os

os.environ.setdefault("ANHORIGLOTS_POOL", "0")
os.environ.setdefault("ANHORIGLOTS_DATABASE_ROLE", "owner")  # the runner makes the database; tests then become web

from anhoriglots.database.address import database_settings

from .base import *  # noqa: F403

DATABASES = {"default": database_settings(durable=False)}
SECRET_KEY = "only-for-tests-and-never-anywhere-else"  # noqa: S105
DATA_KEY = "only-for-tests-too"
ALLOWED_HOSTS = ["*"]
DATABASE_REFUSE_UNSCOPED = True
DEVELOPMENT_PAGES = True
STATIC_ROOT = None  # nothing is collected for tests
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; the real one is checked in accounts
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# One database per run, so that two runs at the same time do not meet.
DATABASES["default"]["TEST"] = {"NAME": f"test_anhoriglots_{os.getpid()}"}
