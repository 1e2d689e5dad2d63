"""The municipality's colours as a stylesheet."""

from django.http import Http404, HttpRequest, HttpResponse

from anhoriglots.design.theme import Theme, stylesheet

from .queries import MunicipalityPage


def theme(request: HttpRequest, theme_hash: str) -> HttpResponse:
    """The stylesheet behind ``theme_url``; may be kept for a year, since its address follows its content."""
    municipality: MunicipalityPage | None = getattr(request, "municipality", None)
    if municipality is None or municipality.settings["theme_hash"] != theme_hash:
        raise Http404
    css = stylesheet(Theme(**municipality.settings["municipality"]["theme"]))
    return HttpResponse(
        css, content_type="text/css; charset=utf-8", headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )


theme.reads_only_public_tables = True  # type: ignore[attr-defined]
