"""E-mail by Django's own mail backends; the server stands in the environment (docs/operate/messages.md)."""

import smtplib
from email.utils import formataddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email

from .parcel import Outcome, Parcel

PERMANENT = range(500, 600)


def is_set_up() -> bool:
    """Is there a mail server?"""
    return bool(settings.EMAIL_HOST)


def send(parcel: Parcel) -> Outcome:
    """Hand it to the mail server.

    The server may take the message and die before it says so; nobody can know then (RFC 1047). It is sent again with
    the same Message-ID, by which many mail programs show it once.
    """
    try:
        validate_email(parcel.to)
        _message(parcel).send()
    except (ValidationError, ValueError):
        return Outcome.REFUSED
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        return Outcome.REFUSED if all(code in PERMANENT for code in codes) else Outcome.LATER
    except smtplib.SMTPDataError as error:
        return Outcome.REFUSED if error.smtp_code in PERMANENT else Outcome.LATER
    except OSError:  # every other error of smtplib is one, as is a server that does not answer
        return Outcome.AWAY
    return Outcome.SENT


def _message(parcel: Parcel) -> EmailMessage:
    sender = formataddr((parcel.sender_name, parcel.sender_address))
    domain = parcel.sender_address.rpartition("@")[2]
    headers = {"Message-ID": f"<{parcel.id}@{domain}>", "Auto-Submitted": "auto-generated"}
    body = f"{parcel.text}\n\n{parcel.sender_name}\n"
    return EmailMessage(parcel.subject, body, sender, [parcel.to], headers=headers)
