"""Text messages go to whatever service the settings name, and never further."""

from datetime import datetime
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from anhoriglots.notifications.choices import Way, Why
from anhoriglots.notifications.workflow import MessageStep

from .outbox import again, queued, send_all
from .post_office import TextService

pytestmark = pytest.mark.django_db
NUMBER = "070-174 06 51"


def test_a_text_message_goes_as_the_template_says(texts: TextService, at: datetime) -> None:
    row = queued(at, way=Way.TEXT, to=NUMBER)
    send_all(at)
    assert texts.bodies == [
        {
            "from": "Nykoping",
            "to": "+46701740651",
            "message": "Du har en tid tis 1 december 10.00. Ändra: https://tid.exempel.example/nykoping/kod/",
            "reference": str(row.pk),
        }
    ]
    assert texts.headers[0]["Authorization"] == "Bearer hemligt"
    assert (again(row).step, again(row).to) == (MessageStep.SENT, "")


def test_a_service_that_wants_a_form_gets_one(texts: TextService, settings: Settings, at: datetime) -> None:
    settings.TEXT_SERVICE = {
        **settings.TEXT_SERVICE,
        "type": "application/x-www-form-urlencoded",
        "body": "to={to}&text={text}",
        "authorization": "",
    }
    queued(at, way=Way.TEXT, to=NUMBER)
    send_all(at)
    assert texts.bodies[0].startswith("to=%2B46701740651&text=Du+har+en+tid")
    assert "Authorization" not in texts.headers[0]


@pytest.mark.parametrize(
    ("status", "step"),
    [
        (200, MessageStep.SENT),
        (400, MessageStep.FAILED),
        (422, MessageStep.FAILED),
        (301, MessageStep.WAITING),
        (401, MessageStep.WAITING),
        (429, MessageStep.WAITING),
        (500, MessageStep.WAITING),
    ],
)
def test_what_the_service_answers_decides(texts: TextService, at: datetime, status: int, step: str) -> None:
    texts.status = status
    row = queued(at, way=Way.TEXT, to=NUMBER)
    assert send_all(at) == 1
    assert again(row).step == step
    assert len(texts.bodies) == 1


@pytest.mark.parametrize("number", ["ring mig", "112", "070-174 06 5١", "+", "0" * 40, 'x"}{to}'])
def test_what_is_no_number_is_left_to_a_person(texts: TextService, at: datetime, number: str) -> None:
    row = queued(at, way=Way.TEXT, to=number)
    send_all(at)
    assert (again(row).step, again(row).why) == (MessageStep.FAILED, Why.REFUSED)
    assert texts.bodies == []


def test_a_service_that_is_away_is_tried_again(texts: TextService, settings: Settings, at: datetime) -> None:
    settings.TEXT_SERVICE = {**settings.TEXT_SERVICE, "url": "http://127.0.0.1:9/"}
    row = queued(at, way=Way.TEXT, to=NUMBER)
    send_all(at)
    assert again(row).step == MessageStep.WAITING


def test_no_vendor_is_named_in_the_code() -> None:
    import re

    from anhoriglots.notifications import carriers

    folder = Path(str(carriers.__file__)).parent
    hosts = [found for path in folder.glob("*.py") for found in re.findall(r"https?://\S+", path.read_text())]
    assert hosts == []
