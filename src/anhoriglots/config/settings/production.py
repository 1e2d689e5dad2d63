"""For serving, the one-command demo included. Every secret comes from the environment."""

import os

from .base import *  # noqa: F403


def _required(name: str) -> str:
    value = os.environ.get(name, "")
    if len(value) < 32:
        raise SystemExit(f"{name} must be set to at least 32 random characters.")
    return value


SECRET_KEY = _required("ANHORIGLOTS_SECRET_KEY")
DATA_KEY = _required("ANHORIGLOTS_DATA_KEY")
ALLOWED_HOSTS = os.environ.get("ANHORIGLOTS_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

# Off only for the demo on plain http at this machine's own address.
_secure = os.environ.get("ANHORIGLOTS_PLAIN_HTTP", "") != "1"
SESSION_COOKIE_SECURE = _secure
CSRF_COOKIE_SECURE = _secure
SECURE_SSL_REDIRECT = _secure
SECURE_HSTS_SECONDS = 31_536_000 if _secure else 0
if os.environ.get("ANHORIGLOTS_BEHIND_PROXY", "") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# A text that nobody has checked is not published; the demo shows it with a mark.
SHOWS_DRAFTS = os.environ.get("ANHORIGLOTS_DEMO", "") == "1"
if not SHOWS_DRAFTS:
    LANGUAGES = [(code, name) for code, name in LANGUAGES if code not in DRAFT_LANGUAGES]  # noqa: F405

# Errors go to standard error as the kind of error and the place in the code, never with what a message, an address, a
# row or a form may hold (anhoriglots.config.log).
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"place": {"()": "anhoriglots.config.log.PlaceOnly"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "place"}},
    "root": {"handlers": ["stderr"], "level": "ERROR"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
