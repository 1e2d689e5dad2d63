"""Links of the start page."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from anhoriglots.design.fields import Text


@dataclass(frozen=True, slots=True)
class Link:
    """One row of a list of links."""

    label: Text
    href: str
    hint: Text = ""


def start_links(*, groups: bool) -> list[Link]:
    """The ways on from the start page, beside the guide. Only what exists: ``groups`` when there is any to come to."""
    return [
        *([Link(_("Se grupper och träffar"), reverse("groups"))] if groups else []),
        Link(_("Be er ringa upp mig"), reverse("contact")),
        Link(_("Jag har en kod"), reverse(settings.SITE_PAGES["code"])),
    ]
