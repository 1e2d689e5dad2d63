"""What the page that writes an offer needs: its form with choices, and what is filled in."""

from typing import Any
from uuid import UUID

from django.http import QueryDict

from anhoriglots.accounts.queries import Actor
from anhoriglots.casework.queries.request_words import language_name
from anhoriglots.catalogue.models import OfferContent
from anhoriglots.catalogue.models.content import HALF_A_YEAR
from anhoriglots.catalogue.queries.offer_labels import written_languages
from anhoriglots.catalogue.queries.staff_offer import board_units, offers_without_net, own_units
from anhoriglots.catalogue.queries.support_form_names import support_form_names
from anhoriglots.organisations.queries import MunicipalityPage, districts_of, target_groups_of

from .note_page import LANGUAGES
from .offer_forms import Choices, OfferForm, initial_of, review_choices


def offer_form(
    actor: Actor,
    municipality: MunicipalityPage,
    data: QueryDict | None,
    offer_id: UUID,
    content: OfferContent | None,
    *,
    like: OfferContent | None = None,
) -> OfferForm:
    """The form, filled in with the content, or with what is usual for an offer that is yet to be written.

    Args:
        like: another offer that a new one begins as.
    """
    languages = written_languages(municipality.own)
    filled = content or like
    choices = _choices(actor, municipality, offer_id, filled)
    if content is None:
        choices |= {"owner": own_units(actor), "support_form": [("", "Välj"), *choices["support_form"]]}
    initial = _initial(filled, languages, choices)
    return OfferForm(data, languages=languages, choices=choices, initial=initial)


def _choices(
    actor: Actor, municipality: MunicipalityPage, offer_id: UUID, content: OfferContent | None
) -> dict[str, Choices]:
    needs = [row for row in municipality.settings["guide"]["needs"] if not row.get("exclusive")]
    without_net = offers_without_net(actor.municipality, offer_id)
    units = board_units(actor)
    days = content.review_days if content is not None else HALF_A_YEAR
    spoken = dict.fromkeys([*LANGUAGES, *(content.languages if content is not None else ())])
    return {
        "support_form": support_form_names(),
        "target_groups": [(str(group.pk), _short(group.label)) for group in target_groups_of(actor.municipality)],
        "needs": [(row["key"], row["text"]["sv"]) for row in [*needs, *_unusual(municipality, content)]],
        "twin": [("", "Inget"), *without_net],
        "districts": [(str(one.pk), one.name) for one in districts_of(actor.municipality)],
        "languages": [(code, language_name(code).capitalize()) for code in spoken],
        "contact": units,
        # Whoever answers for it may hand it over to another unit of the board.
        "owner": units,
        "review_days": review_choices(days),
    }


def _unusual(municipality: MunicipalityPage, content: OfferContent | None) -> list[dict[str, Any]]:
    """Such as "I do not know": only where an offer answers it already."""
    chosen = set(content.needs) if content is not None else set()
    return [row for row in municipality.settings["guide"]["needs"] if row.get("exclusive") and row["key"] in chosen]


def _short(label: str) -> str:
    kept = label.removeprefix("Anhöriga till ")
    return kept[:1].upper() + kept[1:]


def _initial(content: OfferContent | None, languages: Choices, choices: dict[str, Choices]) -> dict[str, Any]:
    if content is not None:
        return initial_of(content, languages)
    unit = choices["owner"][0][0] if choices["owner"] else ""
    return {"languages": ["sv"], "review_days": str(HALF_A_YEAR), "contact": unit, "owner": unit}
