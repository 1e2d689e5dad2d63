"""Every component in both densities and all its states; for developers, only where DEVELOPMENT_PAGES is on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.decision import forbidden, permitted
from anhoriglots.kernel.period import Period

from .gallery_forms import EveryFieldForm, NoteForm, QuestionForm

PUBLIC = "design/public_leave.html"
STAFF = "design/gallery/staff.html"
LONG_WORD = "Anhörigkonsulentverksamhetens samordningsmöten"
LONG_TEXT = "Ett mycket långt stycke som visar hur raderna bryts när någon skriver mer än man hade tänkt sig. " * 5
CITATION = Citation(
    act="socialtjänstlagen",
    number="2025:400",
    section="13 kap. 9 §",
    validity=Period(date(2026, 7, 1)),
)
EVENTS = [
    {
        "when": "I dag",
        "title": "Mottagen",
        "text": "En person på anhörigstödet läser i dag eller i morgon.",
        "now": True,
    },
    {"when": "Senast torsdag 5 mars", "title": "Vi ringer", "text": "Samtalet tar 10–45 minuter."},
    {"when": "Sedan", "title": "Du bestämmer om du vill gå vidare"},
]
PARTS: dict[str, Any] = {
    "colours": ["neutral", "info", "success", "warning", "danger", "accent", "brand1", "brand2"],
    "facts": [("Tid", "ungefär 45 minuter"), ("Kostar", "inget"), ("Vem behöver säga ja?", "bara du")],
    "long_title": LONG_WORD,
    "long_text": LONG_TEXT,
    "rows": [
        {"label": "Hur vi hör av oss", "value": "Vi ringer dig", "href": "#"},
        {"label": "Telefonnummer", "value": "070 123 45 67", "href": "#"},
        {"label": LONG_WORD, "value": LONG_TEXT},
    ],
    "events": EVENTS,
    "heads": ["Stöd", "Norr", "Söder", "Kostnad", "Nästa tid"],
    "table": [
        ["Samtal", "Finns", "Finns", "0 kr", "3 mars 2026"],
        ["Grupp", "Finns", "Finns inte än", "0 kr", "10 mars 2026"],
        ["Avlösning", "Finns", "Finns", "0 kr", "–"],
    ],
    "citation": CITATION,
}
TODAY: dict[str, Any] = {
    "direct": [
        {"title": "Barn, vill bli uppringd i skolan", "marks": ["Sms"], "due": "14.00", "late": True, "take": 1}
    ],
    "answer": [
        {"title": "Ring upp, undrar om avlösning", "marks": ["Telefon", "Säg inget"], "due": "11.00", "take": 1},
        {"title": "Ring upp, grupp på arabiska", "marks": ["Tolk arabiska"], "due": "15.00", "take": 1},
        {"title": "Svar med kod", "marks": ["Kod"], "due": "I morgon", "take": 1},
    ],
    "follow": [
        {"title": "Stödkontakt: uppföljning", "marks": [], "due": "3 dagar sen", "late": True},
        {"title": LONG_WORD, "marks": ["Plan"], "due": "I dag"},
    ],
    "nothing": [],
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One page of the gallery: its name, its template and what it shows."""

    label: str
    template: str
    context: Callable[[], dict[str, Any]]
    status: int = 200


def wrong_form() -> EveryFieldForm:
    """A form with every fault, refused by the law as well."""
    form = EveryFieldForm({"phone": "12", "email": "eva.exempel.se", "line": "x" * 250, "when": "never"})
    form.refuse(forbidden("example", "Stödformen får inte antecknas med namn.", CITATION))
    return form


def filled_form() -> EveryFieldForm:
    """A form with long answers."""
    return EveryFieldForm(initial={"phone": "070 123 45 67", "note": LONG_TEXT[:400], "how": "visit", "what": ["talk"]})


def links() -> list[dict[str, str]]:
    """The entrances of a start page."""
    labels = ["Be er ringa upp mig", "Se grupper och träffar", "Jag har en kod", "Jag är under 18 år"]
    return [{"label": label, "href": "#"} for label in labels]


SAMPLES = {
    "start": Sample("Start", "design/gallery/start.html", lambda: {"links": links()}),
    "question": Sample("Fråga", "design/gallery/question.html", lambda: {"form": QuestionForm()}),
    "form": Sample("Formulär", "design/gallery/form.html", lambda: {"shell": PUBLIC, "form": filled_form()}),
    "errors": Sample(
        "Formulär med fel", "design/gallery/form.html", lambda: {"shell": PUBLIC, "form": wrong_form()}, 422
    ),
    "receipt": Sample(
        "Kvitto",
        "design/gallery/receipt.html",
        lambda: {
            "words": ["blå", "båt", "lugn", "47"],
            "events": EVENTS,
            "decision": permitted("example", "Du får stöd utan beslut.", CITATION),
        },
    ),
    "parts": Sample("Delar", "design/gallery/parts.html", lambda: {"shell": PUBLIC, **PARTS}),
    "staff-parts": Sample("Delar, personal", "design/gallery/parts.html", lambda: {"shell": STAFF, **PARTS}),
    "staff-errors": Sample(
        "Formulär med fel, personal", "design/gallery/form.html", lambda: {"shell": STAFF, "form": wrong_form()}, 422
    ),
    "today": Sample("Idag, personal", "design/gallery/today.html", lambda: TODAY),
    "note": Sample("Ny kontakt, personal", "design/gallery/note.html", lambda: {"form": NoteForm()}),
    "note-errors": Sample("Ny kontakt med fel", "design/gallery/note.html", lambda: {"form": NoteForm({})}, 422),
}


def index(request: HttpRequest) -> HttpResponse:
    """The list of samples."""
    if not settings.DEVELOPMENT_PAGES:
        raise Http404
    samples = [{"label": item.label, "href": reverse("design-sample", args=[key])} for key, item in SAMPLES.items()]
    return render(request, "design/gallery/index.html", {"samples": samples})


def sample(request: HttpRequest, sample: str) -> HttpResponse:
    """One sample page; nothing is saved when its form is sent."""
    if not settings.DEVELOPMENT_PAGES or sample not in SAMPLES:
        raise Http404
    chosen = SAMPLES[sample]
    return render(request, chosen.template, chosen.context(), status=chosen.status)
