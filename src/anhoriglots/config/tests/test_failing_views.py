"""A view that fails after it has changed the session: the page for the fault is shown, and nothing is half-saved."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils import timezone
from pytest_django.fixtures import Settings

from anhoriglots.accounts.access import staff_page
from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.actions import record
from anhoriglots.audit.models import ActionLog
from anhoriglots.config import urls
from anhoriglots.database.scope import scope
from anhoriglots.design import errors

FAULTS: dict[str, tuple[Exception | None, int, errors.ErrorText]] = {
    "broken": (RuntimeError("in the middle"), 500, errors.SERVER_ERROR),
    "answers-nothing": (None, 500, errors.SERVER_ERROR),
    "away": (OperationalError("server closed the connection"), 503, errors.CLOSED),
    "missing": (Http404(), 404, errors.NOT_FOUND),
    "refused": (PermissionDenied(), 403, errors.NOT_PERMITTED),
    "strange": (SuspiciousOperation(), 400, errors.BAD_REQUEST),
}
CHANGES: dict[str, Callable[[HttpRequest], None]] = {
    "value": lambda request: request.session.update({"half": "done"}),
    "key": lambda request: request.session.cycle_key(),
    "flush": lambda request: request.session.flush(),
    "sign-out": logout,
}


@staff_page()
def failing(request: HttpRequest, change: str, fault: str) -> HttpResponse:
    record(action="test.half", at=timezone.now())
    CHANGES[change](request)
    if error := FAULTS[fault][0]:
        raise error
    return None  # type: ignore[return-value]


urlpatterns = [path("personal/prov/<change>/<fault>", failing), *urls.urlpatterns]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500


@pytest.fixture
def alva(make_staff: Callable[..., Actor]) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR)


@pytest.fixture
def browser(alva: Actor, client_of: Callable[[Actor], Client], settings: Settings) -> Client:
    settings.ROOT_URLCONF = __name__
    client = client_of(alva)
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("change", CHANGES)
def test_the_page_of_the_fault_is_shown_and_nothing_is_half_saved(
    browser: Client, alva: Actor, change: str, fault: str
) -> None:
    _, status, words = FAULTS[fault]
    before = list(Session.objects.values_list("session_key", "session_data"))
    answer = browser.get(f"/nykoping/personal/prov/{change}/{fault}")
    assert (answer.status_code, words.title in answer.content.decode()) == (status, True)
    assert settings.SESSION_COOKIE_NAME not in answer.cookies
    assert list(Session.objects.values_list("session_key", "session_data")) == before
    with scope(alva.municipality, alva.board_id):
        assert not ActionLog.objects.filter(action="test.half").exists()
    assert browser.get("/nykoping/personal/mitt-konto").status_code == 200  # still signed in
