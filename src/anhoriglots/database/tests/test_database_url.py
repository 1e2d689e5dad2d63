"""Addresses of external databases, good and bad. A password never shows in an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.database.database_url import DatabaseUrlError, parse

SECRET = "hemligt-L0senord"


def test_every_part_is_taken() -> None:
    assert parse(
        "X", "postgres://anna:p%40ss%2Ford@db.example.se:5433/lots?sslmode=verify-full&sslrootcert=/ca.pem"
    ) == {
        "HOST": "db.example.se",
        "PORT": "5433",
        "NAME": "lots",
        "USER": "anna",
        "PASSWORD": "p@ss/ord",
        "OPTIONS": {"sslmode": "verify-full", "sslrootcert": "/ca.pem"},
    }


def test_port_and_password_may_be_left_out() -> None:
    settings = parse("X", " postgresql://anna@[::1]/lots\n")
    assert (settings["HOST"], settings["PORT"], settings["PASSWORD"]) == ("::1", "", "")


def test_a_socket_folder_is_a_host() -> None:
    assert parse("X", "postgres://anna@/lots?host=/run/postgresql")["HOST"] == "/run/postgresql"


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("", "ska börja med postgres://"),
        (f"mysql://a:{SECRET}@h/d", "ska börja med postgres://"),
        (f"postgres:/a:{SECRET}@h/d", "ska börja med postgres://"),
        (f"postgres://a:{SECRET} x@h/d", "blanksteg"),
        (f"postgres://a:{SECRET}\x00@h/d", "blanksteg"),
        (f"postgres://a:{SECRET}#x@h/d", "går inte att läsa"),
        (f"postgres://a:x@{SECRET}@h/d", "går inte att läsa"),
        (f"postgres://a:x[{SECRET}@h/d", "går inte att läsa"),
        (f"postgres://a:x/{SECRET}@h/d", "port som inte är ett tal"),
        (f"postgres://a:x?{SECRET}@h/d", "tillägg efter ?"),
        (f"postgres://a:{SECRET}%zz@h/d", "inte är en procentkod"),
        (f"postgres://a:{SECRET}%ff@h/d", "inte är UTF-8"),
        (f"postgres://a:{SECRET}%00@h/d", "nolltecken"),
        (f"postgres://:{SECRET}@h/d", "användaren saknas"),
        ("postgres://h/d", "användaren saknas"),
        (f"postgres://a:{SECRET}@/d", "värden saknas"),
        (f"postgres://a:{SECRET}@h", "namn saknas"),
        (f"postgres://a:{SECRET}@h/", "namn saknas"),
        (f"postgres://a:{SECRET}@h/d/e", "mer än ett namn"),
        (f"postgres://a:{SECRET}@h,i/d", "otillåtna tecken"),
        (f"postgres://a:{SECRET}@h:0/d", "port som inte är ett tal"),
        (f"postgres://a:{SECRET}@h:70000/d", "port som inte är ett tal"),
        (f"postgres://a:{SECRET}@h:{'9' * 1000}/d", "port som inte är ett tal"),
        (f"postgres://a:{SECRET}@h/d?sslmode=maybe", "okänt sslmode"),
        (f"postgres://a:{SECRET}@h/d?password=x", "okänt tillägg"),
        (f"postgres://a:{SECRET}@h/d?options=-crole%3Dx", "okänt tillägg"),
        (f"postgres://a:{SECRET}@h/d?sslmode", "tillägg efter ?"),
        (f"postgres://a:{SECRET}@h/d?sslmode=require&sslmode=disable", "två gånger"),
        (f"postgres://a:{SECRET}@h/d?host=/run", "både en värd och host="),
        (f"postgres://a:{SECRET}@/d?host=run", "börjar med /"),
    ],
)
def test_a_bad_address_is_refused_by_name_and_without_its_content(address: str, fault: str) -> None:
    with pytest.raises(DatabaseUrlError) as refusal:
        parse("DATABASE_URL", address)
    assert str(refusal.value).startswith("DATABASE_URL: ")
    assert fault in str(refusal.value)
    assert SECRET not in str(refusal.value)
    assert refusal.value.__suppress_context__ or refusal.value.__context__ is None


@given(st.text(max_size=60))
def test_no_text_gives_another_error(text: str) -> None:
    try:
        parse("X", f"postgres://{text}")
    except DatabaseUrlError:
        return


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30))
def test_any_password_can_be_written_percent_coded(password: str) -> None:
    coded = "".join(f"%{byte:02x}" for byte in password.encode())
    assert parse("X", f"postgres://anna:{coded}@h/d")["PASSWORD"] == password
