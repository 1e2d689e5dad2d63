"""The first page: of one municipality, or the list of them."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from anhoriglots.booking.queries.open_groups import has_open_groups
from anhoriglots.design.caching import public_page
from anhoriglots.organisations.queries import MunicipalityPage, all_municipalities

from ..choices import asks_district
from ..help_lines import has_safety
from ..links import Link, start_links


@public_page
def start(request: HttpRequest) -> HttpResponse:
    """The municipality's start page; without municipality the list of those that are here."""
    municipality: MunicipalityPage | None = getattr(request, "municipality", None)
    if municipality is None:
        return _list(request)
    scope = municipality.scopes.get(get_language() or "")
    if scope is None:
        return HttpResponseRedirect(municipality.nearest_address())
    # In a language that only this page has, the links lead to the pages in English.
    link_language = "en" if scope == "start_page" else ""
    with override(link_language or get_language()):
        guide, links = reverse("guide", args=["vem"]), _links(municipality)
    label = _("Hitta stöd – fyra frågor") if asks_district(municipality) else _("Hitta stöd – tre frågor")
    context = {"guide_url": guide, "guide_label": label, "links": links, "link_language": link_language}
    return render(request, "publicsite/start.html", context)


def _links(municipality: MunicipalityPage) -> list[Link]:
    return start_links(groups=has_open_groups(municipality.code), safety=has_safety(municipality))


def _list(request: HttpRequest) -> HttpResponse:
    if request.path_info != "/":
        return HttpResponseRedirect("/")
    links = [Link(row.name, f"{get_script_prefix()}{row.slug}/") for row in all_municipalities()]
    return render(request, "publicsite/municipalities.html", {"links": links})
