"""After sending: the promise, the code, and the way back. Only the browser that sent can read it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from anhoriglots import law
from anhoriglots.casework.actions.erase_request import erase_request
from anhoriglots.casework.actions.receive_request import Received
from anhoriglots.casework.queries.receipt import Receipt, receipt_of
from anhoriglots.database.browser import Gone
from anhoriglots.design.pages import SeeOther

from ..answers import Answers, address, read
from ..pages import OpenRequest, open_page

RIGHT_TO_APPLY = "right-to-apply-information"


@dataclass(frozen=True, slots=True)
class ReceiptAnswers(Answers):
    """Where the request lies and the code that opens it, which is stored nowhere; never what stands in it."""

    board: str = ""
    request: str = ""
    code: str = ""


def receipt_address(request: HttpRequest, received: Received, *, at: datetime) -> str:
    """The address of the receipt, for this browser only."""
    where = ReceiptAnswers(board=received.board_id.hex, request=received.request_id.hex, code=received.code)
    return address(request, "receipt", where, at=at)


@open_page
def receipt(request: OpenRequest) -> HttpResponse:
    """The receipt; it can be read again with Back and reload, and nothing is sent anew."""
    at = timezone.now()
    where, told = _receipt(request, at)
    if told.erased:
        return SeeOther(reverse("receipt-erased"))
    today = localdate(at)
    must_tell = law.decide(RIGHT_TO_APPLY, on=today, facts={"without_assessment": True})
    context = {
        "receipt": told,
        "code": where.code.split(),
        "host": request.get_host(),
        "undo_url": address(request, "receipt-undo", where, at=at),
        "right_to_apply": law.citation(RIGHT_TO_APPLY, today) if must_tell else None,
    }
    template = "publicsite/child_receipt.html" if told.from_child else "publicsite/receipt.html"
    return render(request, template, context)


@open_page
def undo(request: OpenRequest) -> HttpResponse:
    """Take it back: asks once, then it is gone."""
    at = timezone.now()
    where, told = _receipt(request, at)
    if request.method == "POST" or told.erased:
        erase_request(at=at, board_id=UUID(where.board), request_id=UUID(where.request))
        return SeeOther(reverse("receipt-erased"))
    back = address(request, "receipt", where, at=at)
    return render(request, "publicsite/receipt_undo.html", {"back_url": back})


@open_page
def erased(request: OpenRequest) -> HttpResponse:
    """What is gone and what is left."""
    return render(request, "publicsite/receipt_erased.html")


erased.reads_only_public_tables = True  # type: ignore[attr-defined]


def _receipt(request: OpenRequest, at: datetime) -> tuple[ReceiptAnswers, Receipt]:
    where = read(request, ReceiptAnswers, at=at)
    told = receipt_of(UUID(where.board), UUID(where.request)) if where.board else None
    if told is None:
        raise Gone("no receipt")
    return where, told
