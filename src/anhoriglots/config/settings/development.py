"""For a developer at their own machine."""

import os

from .base import *  # noqa: F403

SECRET_KEY = os.environ.get("ANHORIGLOTS_SECRET_KEY", "only-for-development")
DATA_KEY = os.environ.get("ANHORIGLOTS_DATA_KEY", "only-for-development-too")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DEBUG = True
DATABASE_REFUSE_UNSCOPED = True
DEVELOPMENT_PAGES = True
