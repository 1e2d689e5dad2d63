"""A group's texts in one of the other languages of the municipality, beside the Swedish ones."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.booking.actions.translate_group import translate_group
from anhoriglots.booking.queries.staff_group import title_of
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused

from ..group_languages import TranslationForm, languages_of_group
from ..municipality import municipality_of
from .groups import own_or_404, refuse


@staff_page(Capability.PLAN_GROUPS)
def translate(request: StaffRequest, group_id: UUID, language: str) -> HttpResponse:
    """One field for each text, and a tick when somebody who knows the language has read them."""
    group = own_or_404(request, group_id)
    rows = languages_of_group(municipality_of(request), group)
    row = next((one for one in rows if one.code == language), None)
    if row is None:
        raise Http404
    form = TranslationForm.of(group, language, request.POST if request.method == "POST" else None)
    if form.is_valid():
        texts = {name: value for name, value in form.cleaned_data.items() if name != "read"}
        try:
            translate_group(
                actor=request.actor,
                group_id=group_id,
                language=language,
                texts=texts,
                read=form.cleaned_data["read"],
                at=timezone.now(),
            )
            return SeeOther(f"{reverse('staff-group', args=[group_id])}?gjort=translated")
        except Refused as refused:
            refuse(form, refused)
    context = {"group_id": group_id, "title": title_of(group), "row": row}
    return render_form(request, "workspace/translate_group.html", form, context)
