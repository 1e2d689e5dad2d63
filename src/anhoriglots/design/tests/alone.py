"""What the design system needs to run alone: middleware, addresses, an invented municipality; no database."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest, HttpResponseBase

Handler = Callable[[HttpRequest], HttpResponseBase]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "anhoriglots.design.middleware.PrivacyHeaders",
    "anhoriglots.design.tests.alone.municipality_middleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
MUNICIPALITY = SimpleNamespace(
    has_drafts=lambda language: False,
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


def settings_alone(settings: Any) -> None:
    """Put the design system alone in the (restorable) settings."""
    settings.MIDDLEWARE = MIDDLEWARE
    settings.ROOT_URLCONF = "anhoriglots.design.tests.urls_alone"
    settings.DEVELOPMENT_PAGES = True
