"""The log tells where, never about whom."""

import logging
import sys

from anhoriglots.config.log import PlaceOnly


def _line(message: str, error: Exception | None = None) -> str:
    info = None
    if error is not None:
        try:
            raise error
        except Exception:
            info = sys.exc_info()
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 7, message, ("/akt/123",), info)
    return PlaceOnly().format(record)


def test_an_error_is_told_by_its_kind_and_place() -> None:
    line = _line("Internal Server Error: %s", KeyError("Anna Exempel 070-174 06 01"))
    assert line.startswith("django.request ERROR KeyError at config/tests/test_log.py:")
    assert "Anna" not in line
    assert "123" not in line


def test_a_message_without_an_error_is_not_repeated() -> None:
    assert _line("Invalid HTTP_HOST header: %s") == "django.request ERROR at test_log:7"
