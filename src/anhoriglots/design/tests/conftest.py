"""The design system alone: its own middleware and addresses, no database."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.http import HttpRequest, HttpResponseBase
from pytest_django.fixtures import Settings

Handler = Callable[[HttpRequest], HttpResponseBase]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "anhoriglots.design.middleware.PrivacyHeaders",
    "anhoriglots.design.tests.conftest.municipality_middleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
MUNICIPALITY = SimpleNamespace(
    code="0001",
    slug="exempel",
    name="Exempelkommun",
    phone="0000-00 00 00",
    phone_label="Ring",
    phone_hours="vardagar 9–15",
    leave_url="https://vader.exempel/",
    theme_url="/theme.css",
    languages=[("sv", "Svenska", "/"), ("en", "English", "/en/"), ("ar", "العربية", "/ar/")],
)


def municipality_middleware(get_response: Handler) -> Handler:
    """Every page belongs to an invented municipality."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        request.municipality = MUNICIPALITY  # type: ignore[attr-defined]
        return get_response(request)

    return handle


@pytest.fixture(autouse=True)
def alone(settings: Settings) -> None:
    settings.MIDDLEWARE = MIDDLEWARE
    settings.ROOT_URLCONF = "anhoriglots.design.tests.urls_alone"
    settings.DEVELOPMENT_PAGES = True
