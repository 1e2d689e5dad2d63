"""A form with faults comes back by its address, so that no page in the browser's history is the answer to a post.

Such a page could not be kept by the browser, since no page with answers may be, and going Back to it would then be met
by the browser's own question of whether to send once more.
"""

import json
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict

from .browser import seal_for, unseal_from
from .sealed import MOST_BYTES, MOST_CHARACTERS

FORM = "f"
FORM_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field, no secret
# Proxies commonly take addresses of 8 kB. No form of ours needs as much unless something long was pasted into it.
MOST_ADDRESS = 6000


def returned_address(request: HttpRequest, *, at: datetime) -> str:
    """This page's address with what was just posted in it, encrypted, for this browser only.

    Empty when more was written than an address can hold; then the page has to answer the post itself.
    """
    fields = [(name, values) for name, values in request.POST.lists() if name != FORM_TOKEN]
    if len(json.dumps(fields).encode()) > MOST_BYTES:
        return ""
    token = seal_for(request, fields, use=_use(request), at=at)
    kept = [(name, value) for name, values in request.GET.lists() if name != FORM for value in values]
    address = f"{request.path}?{urlencode([*kept, (FORM, token)])}"
    return address if len(token) <= MOST_CHARACTERS and len(address) <= MOST_ADDRESS else ""


def returned_form(request: HttpRequest, *, at: datetime) -> QueryDict | None:
    """What was posted before, as it was written; None when the page has not come back.

    Raises:
        Gone: it cannot be read here, or not any longer.
    """
    token = request.GET.get(FORM, "")
    if not token or request.method == "POST":
        return None
    written = QueryDict(mutable=True)
    for name, values in unseal_from(request, token, use=_use(request), at=at):
        written.setlist(name, values)
    return written


def _use(request: HttpRequest) -> str:
    match = request.resolver_match
    return f"form:{match.view_name if match else ''}"
