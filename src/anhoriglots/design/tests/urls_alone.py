"""Addresses for the tests of the design system."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import ensure_csrf_cookie

from anhoriglots.design import urls
from anhoriglots.design.caching import public_page
from anhoriglots.design.forms import Form
from anhoriglots.design.gallery_forms import QuestionForm
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.design.theme import Theme, stylesheet

ERRORS: dict[str, type[Exception]] = {
    "400": SuspiciousOperation,
    "403": PermissionDenied,
    "404": Http404,
    "500": KeyError,
}


def fail(request: HttpRequest, kind: str) -> HttpResponse:
    raise ERRORS[kind]


@public_page
def reading(request: HttpRequest) -> HttpResponse:
    return HttpResponse("text", headers={"Vary": "Cookie, Accept-Language"})


@public_page
def missing(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=404)


@public_page
@ensure_csrf_cookie
def reading_with_cookie(request: HttpRequest) -> HttpResponse:
    return HttpResponse("text")


def theme(request: HttpRequest) -> HttpResponse:
    accent = request.COOKIES.get("accent", Theme().accent)
    return HttpResponse(stylesheet(Theme(accent=accent)), content_type="text/css")


def year(request: HttpRequest) -> HttpResponse:
    return HttpResponse("", content_type="text/css", headers={"Cache-Control": "public, max-age=31536000"})


def question(request: HttpRequest) -> HttpResponse:
    form: Form = QuestionForm(request.POST or None)
    return SeeOther("/reading/") if form.is_valid() else render_form(request, "design/gallery/question.html", form)


urlpatterns = [
    *urls.urlpatterns,
    path("fail/<slug:kind>/", fail),
    path("reading/", reading),
    path("missing/", missing),
    path("reading-with-cookie/", reading_with_cookie),
    path("theme.css", theme),
    path("year.css", year),
    path("question/", question),
]
handler400 = "anhoriglots.design.views.bad_request"
handler403 = "anhoriglots.design.views.permission_denied"
handler404 = "anhoriglots.design.views.page_not_found"
handler500 = "anhoriglots.design.views.server_error"
