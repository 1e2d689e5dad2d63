"""What happens to sign-ins by itself every night."""

from django.contrib.sessions.models import Session
from django.utils import timezone
from procrastinate.contrib.django import app

NIGHTLY = "25 3 * * *"


@app.periodic(cron=NIGHTLY)
@app.task(name="accounts.forget_old_sessions", queueing_lock="accounts.forget_old_sessions")
def forget_old_sessions(timestamp: int) -> None:
    """Remove sessions that have ended; ``timestamp`` is the planned instant, which the calendar gives."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
