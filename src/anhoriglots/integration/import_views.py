"""Taking in others' services: choose a file, look at what would become of each service, save the drafts."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.design.uploads import takes_a_file
from anhoriglots.kernel.decision import Decision, Refused

from .actions.choose_forms import choose_forms
from .actions.import_services import import_services
from .actions.read_file import Chosen, read_file
from .import_forms import ChooseFileForm, SaveForm, chosen_forms, field_of, form_choices
from .importing.files import MOST_BYTES
from .importing.plan import Kind, Planned
from .importing.told import Unusable
from .models import ImportFile
from .queries.import_preview import ImportPreview, import_preview

CONFLICT = 409

WORDS = {
    Kind.NEW: ("Nytt utkast", "success"),
    Kind.CHANGED: ("Ändras", "info"),
    Kind.UNCHANGED: ("Oförändrat", "neutral"),
    Kind.WAITS: ("Väntar", "warning"),
    Kind.LEFT_OUT: ("Hämtas inte in", "neutral"),
}


@takes_a_file(MOST_BYTES)
@staff_page(Capability.EDIT_CATALOGUE)
def choose_file(request: StaffRequest) -> HttpResponse:
    """The file; it is read at once, and nothing is saved but what was found in it."""
    posted = request.method == "POST"
    form = ChooseFileForm(request.actor, *((request.POST, request.FILES) if posted else ()))
    if posted and form.is_valid():
        given = form.cleaned_data
        chosen = Chosen(given["file"].read(), given["file"].name, given["source"], form.unit_chosen)
        try:
            key = read_file(actor=request.actor, chosen=chosen, at=timezone.now())
            return SeeOther(reverse("import-preview", args=[key]))
        except Unusable as unusable:
            form.tell(unusable.fault)
        except Refused as refused:
            form.refuse(refused.decision)
    return render_form(request, "integration/choose_file.html", form, {"saved": _saved(request)})


@staff_page(Capability.EDIT_CATALOGUE)
def preview(request: StaffRequest, file_id: UUID) -> HttpResponse:
    """What would be saved; looked at again after each choice, and then saved."""
    try:
        if request.method == "POST":
            return _posted(request, file_id)
        return _shown(request, import_preview(request.actor, file_id, at=timezone.now()))
    except ImportFile.DoesNotExist as error:
        raise Http404 from error


def _posted(request: StaffRequest, file_id: UUID) -> HttpResponse:
    at = timezone.now()
    seen = import_preview(request.actor, file_id, at=at)
    try:
        choose_forms(actor=request.actor, file_id=file_id, forms=chosen_forms(seen.categories, request.POST), at=at)
        if request.POST.get("do") != "save":
            return SeeOther(reverse("import-preview", args=[file_id]))
        given = request.POST
        but_faulty = "but_faulty" in given
        told = import_services(
            actor=request.actor, file_id=file_id, mark=given.get("mark", ""), but_faulty=but_faulty, at=at
        )
    except Refused as refused:
        return _shown(request, import_preview(request.actor, file_id, at=at), refused.decision)
    return SeeOther(f"{reverse('import-services')}?nya={told.new}&andrade={told.changed}")


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    organization: str
    word: str
    colour: str
    why: str
    place: str


def _shown(request: StaffRequest, found: ImportPreview, refusal: Decision | None = None) -> HttpResponse:
    form = SaveForm(request.POST if refusal is not None else None)
    if refusal is not None:
        form.refuse(refusal)
    context = {
        "found": found,
        "rows": [_row(row) for row in found.rows],
        "counts": [(WORDS[kind][0], found.count(kind)) for kind in Kind],
        "choices": form_choices(),
        "categories": [(field_of(one), one) for one in found.categories],
        "form": form,
    }
    return render(request, "integration/preview.html", context, status=CONFLICT if refusal is not None else None)


def _row(row: Planned) -> _Row:
    word, colour = WORDS[row.kind]
    service = row.service
    return _Row(service.name, service.organization, word, colour, row.why, f"{service.file} {service.place}")


def _saved(request: StaffRequest) -> str:
    """What was saved just now, by the numbers in the address."""
    numbers = [request.GET.get(name, "") for name in ("nya", "andrade")]
    if not all(number.isascii() and number.isdigit() and len(number) < 5 for number in numbers):
        return ""
    new, changed = (int(number) for number in numbers)
    return f"Sparat. Nya utkast: {new}. Ändrade utkast: {changed}. Inget är publicerat. De finns under Stöd."
