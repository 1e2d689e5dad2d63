"""The municipality of a staff page."""

from django.http import Http404, HttpRequest

from anhoriglots.organisations.queries import MunicipalityPage


def municipality_of(request: HttpRequest) -> MunicipalityPage:
    """The municipality whose address was asked for.

    Raises:
        Http404: none; staff pages lie below a municipality only.
    """
    found = getattr(request, "municipality", None)
    if not isinstance(found, MunicipalityPage):
        raise Http404
    return found
