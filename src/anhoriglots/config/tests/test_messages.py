"""What the environment says of messages is checked at the start, and a value is never repeated in an error."""

import pytest

from anhoriglots.config.settings.messages import mail_settings, public_url, text_settings

BODY = '{"to": {to}, "text": {text}}'
URL = "https://sms.exempel.example/send"


def test_with_nothing_set_nothing_is_sent() -> None:
    assert mail_settings({}).host == public_url({}) == text_settings({})["url"] == ""


@pytest.mark.parametrize(
    ("security", "port", "starttls", "tls"),
    [("starttls", 587, True, False), ("tls", 465, False, True), ("none", 587, False, False)],
)
def test_the_way_to_the_server_decides_the_port(security: str, port: int, starttls: bool, tls: bool) -> None:
    found = mail_settings({"ANHORIGLOTS_MAIL_HOST": "mail", "ANHORIGLOTS_MAIL_SECURITY": security})
    assert (found.port, found.starttls, found.tls) == (port, starttls, tls)
    assert mail_settings({"ANHORIGLOTS_MAIL_PORT": "2525", "ANHORIGLOTS_MAIL_SECURITY": security}).port == 2525


@pytest.mark.parametrize(
    "environ",
    [
        {"ANHORIGLOTS_MAIL_SECURITY": "hemligt"},
        {"ANHORIGLOTS_MAIL_PORT": "hemligt"},
        {"ANHORIGLOTS_MAIL_PORT": "0"},
        {"ANHORIGLOTS_MAIL_PORT": "٢٥"},
        {"ANHORIGLOTS_MAIL_PORT": "99999999"},
        {"ANHORIGLOTS_TEXT_URL": "http://hemligt.example", "ANHORIGLOTS_TEXT_BODY": BODY},
        {"ANHORIGLOTS_TEXT_URL": "http://127.0.0.1.hemligt.example", "ANHORIGLOTS_TEXT_BODY": BODY},
        {"ANHORIGLOTS_TEXT_URL": URL, "ANHORIGLOTS_TEXT_BODY": "hemligt {to}"},
        {"ANHORIGLOTS_TEXT_URL": URL},
        {"ANHORIGLOTS_TEXT_TYPE": "hemligt"},
        {"ANHORIGLOTS_PUBLIC_URL": "hemligt.example"},
        {"ANHORIGLOTS_PUBLIC_URL": "https://"},
    ],
)
def test_what_cannot_be_used_stops_the_start_and_is_named(environ: dict[str, str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        mail_settings(environ)
        text_settings(environ)
        public_url(environ)
    assert str(stopped.value).startswith("ANHORIGLOTS_")
    assert "hemligt" not in str(stopped.value)


def test_a_password_is_never_shown() -> None:
    assert "hemligt" not in repr(mail_settings({"ANHORIGLOTS_MAIL_PASSWORD": "hemligt"}))


def test_a_service_is_taken_as_it_is_written() -> None:
    found = text_settings(
        {"ANHORIGLOTS_TEXT_URL": URL, "ANHORIGLOTS_TEXT_BODY": BODY, "ANHORIGLOTS_TEXT_AUTHORIZATION": "x"}
    )
    assert found == {"url": URL, "type": "application/json", "body": BODY, "authorization": "x"}
