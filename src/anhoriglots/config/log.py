"""What is written when something goes wrong: enough to find the fault, nothing about the person it happened to."""

import logging
import traceback


class PlaceOnly(logging.Formatter):
    """The logger, the kind of error, and where in the code it was raised; never the message.

    A message from the database may quote a row, one from the web layer an address with a key in it.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line, for example "django.request ERROR KeyError at casework/steps.py:31 in step_request"."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return f"{record.name} {record.levelname} at {record.module}:{record.lineno}"
        places = traceback.extract_tb(error.__traceback__)
        own = [place for place in places if "/anhoriglots/" in place.filename] or list(places)
        where = f"{_short(own[-1].filename)}:{own[-1].lineno} in {own[-1].name}" if own else "an unknown place"
        return f"{record.name} {record.levelname} {type(error).__name__} at {where}"


def _short(filename: str) -> str:
    return filename.rpartition("/anhoriglots/")[2]
