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


def start_links(*, groups: bool, safety: bool) -> list[Link]:
    """The ways on from the start page, beside the guide. Only what exists.

    Args:
        groups: there is a group to come to.
        safety: the profile says what a child is told, and who to ring when one is afraid.
    """
    return [
        *([Link(_("Se grupper och träffar"), reverse("groups"))] if groups else []),
        Link(_("Be er ringa upp mig"), reverse("contact")),
        # Early, so that a child who has no pointer comes to it with few keys (ux 5.2, P8).
        *([Link(_("Jag är under 18 år"), reverse("child"))] if safety else []),
        Link(_("Se allt stöd"), reverse("catalogue")),
        Link(_("Tala ditt språk med oss"), reverse("language-rights")),
        Link(_("Jag har en kod"), reverse(settings.SITE_PAGES["code"])),
        *(_safety_links() if safety else []),
    ]


def _safety_links() -> list[Link]:
    return [
        Link(_("Jag är rädd för någon i min familj"), reverse("safety")),
        Link(_("Jag är orolig för ett barn"), reverse("safety-concern")),
    ]
