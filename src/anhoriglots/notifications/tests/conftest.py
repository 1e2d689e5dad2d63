"""Fixtures of the slice."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from .post_office import PostOffice, TextService, text_service

BODY = '{"from": {sender}, "to": {to}, "message": {text}, "reference": {id}}'


@pytest.fixture
def post_office(settings: Settings) -> Iterator[PostOffice]:
    """A mail server that is open, and the program set up to use it."""
    office = PostOffice()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
    settings.EMAIL_USE_TLS = False
    settings.EMAIL_TIMEOUT = 5
    settings.PUBLIC_URL = "https://tid.exempel.example"
    office.open()
    try:
        yield office
    finally:
        office.close()


@pytest.fixture
def texts(settings: Settings) -> Iterator[TextService]:
    """A service for text messages that is open, and the program set up to use it."""
    with text_service() as service:
        settings.PUBLIC_URL = "https://tid.exempel.example"
        settings.TEXT_SERVICE = {
            "url": service.url,
            "type": "application/json",
            "body": BODY,
            "authorization": "Bearer hemligt",
        }
        yield service
