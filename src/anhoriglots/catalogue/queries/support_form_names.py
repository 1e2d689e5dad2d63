"""The forms of support that a board may decide about."""

from ..models import SupportForm


def support_form_names() -> list[tuple[str, str]]:
    """Code and name in the order of the catalogue; what is listed only to be denied is left out."""
    forms = SupportForm.objects.exclude(support_class="none").order_by("position")
    return list(forms.values_list("code", "name"))
