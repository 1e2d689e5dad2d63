"""Saknas: what people have wished for and not found here, so that somebody can do something about it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.catalogue.queries.missing import FEWEST, missing
from anhoriglots.organisations.queries import MunicipalityPage, in_language

from ..municipality import municipality_of

MONTHS = {1: "januari–mars", 2: "april–juni", 3: "juli–september", 4: "oktober–december"}


@staff_page(Capability.SEE_OFFER)
def missing_support(request: StaffRequest) -> HttpResponse:
    """The last whole quarter."""
    municipality = municipality_of(request)
    found = missing(municipality.code, on=timezone.localdate())
    needs, lines = _words(municipality, "needs"), _words(municipality, "lines")
    rows = [
        (needs.get(row.need, row.need), lines.get(row.line, "Inte sagt"), row.district or "Inte sagt", row.at_least)
        for row in found.rows
    ]
    context = {"rows": rows, "period": f"{MONTHS[found.quarter]} {found.year}", "fewest": FEWEST}
    return render(request, "workspace/missing.html", context)


def _words(municipality: MunicipalityPage, question: str) -> dict[str, str]:
    return {row["key"]: in_language(row["text"]) for row in municipality.settings["guide"][question]}
