"""With the code: nobody is to call or write, or it is safe again. One button each; only here can either be said."""

from django.http import HttpResponse
from django.utils import timezone

from anhoriglots.casework.actions.silent_contact import ask_for_silence, lift_silence
from anhoriglots.design.pages import SeeOther
from anhoriglots.kernel.decision import Refused

from .opening import Erased, ThreadRequest, opened_before, thread_page

SILENT, SAFE = "silent", "safe"
SAYS = {SILENT: ask_for_silence, SAFE: lift_silence}
DONE_PARAMETER = "klart"


@thread_page
def silence(request: ThreadRequest) -> HttpResponse:
    """Say it, and back to the page."""
    at = timezone.now()
    opened = opened_before(request, at=at)
    answer = request.POST.get("answer", "")
    if answer not in SAYS:
        return SeeOther(opened.address("thread"))
    try:
        SAYS[answer](at=at, board_id=opened.where.board_id, request_id=opened.where.request_id)
    except Refused as refused:
        raise Erased from refused
    return SeeOther(f"{opened.address('thread')}&{DONE_PARAMETER}={answer}")
