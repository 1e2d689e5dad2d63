"""What stands in the way of publishing an offer: the law, the municipality's own rules, and what a reader must be told.

The same rules as the check of a profile has (profiles.checks), here asked about one offer among those in the database.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.decision import Decision, Outcome, forbidden
from anhoriglots.organisations.models import District, TargetGroup, Unit
from anhoriglots.organisations.queries import MunicipalityPage, municipality_by_code

from .models import Offer, OfferContent, SupportForm
from .queries.decisions import documentation_mode_for
from .queries.places import Place

OPEN_ROUTES = ("without_assessment", "either")
DIGITAL = "digital"
PAGES = ("Nytt stöd", "Ändra stöd")
ALLOWANCE = {"kind": "carer_allowance"}
MONEY = Place(
    "cash-support", PAGES, every=lambda _day: [{**ALLOWANCE, "allowed_locally": yes} for yes in (True, False)]
)
ON_THE_NET = Place(
    "digital-twin",
    PAGES,
    every=lambda _day: [{"digital": yes, "other_way": twin} for yes in (True, False) for twin in (True, False)],
)
NEEDED = {
    "title": "rubrik",
    "summary": "kort beskrivning",
    "how": "hur det går till",
    "cost": "vad det kostar",
    "time": "tid",
    "what_next": "vad som händer sedan",
}


@dataclass(frozen=True, slots=True)
class Reach:
    """What two offers are compared by when one is to give the same as the other. No keys: everybody, everywhere."""

    ways: frozenset[str]
    is_open: bool
    groups: frozenset[str]
    districts: frozenset[str]


def refusals(actor: Actor, offer_key: str, content: OfferContent, *, on: date) -> list[Decision]:
    """Every reason why the offer may not be published on the day; none when it may."""
    form = SupportForm.objects.filter(pk=content.support_form).first()
    municipality = municipality_by_code(actor.municipality)
    if form is None or municipality is None:
        return [forbidden("no-form", "Välj vilket slags stöd det är.")]
    asked = _Asked(actor, municipality, form, offer_key, content, on)
    return [decision for rule in RULES for decision in rule(asked) if decision.outcome is Outcome.FORBIDDEN]


@dataclass(frozen=True, slots=True)
class _Asked:
    actor: Actor
    municipality: MunicipalityPage
    form: SupportForm
    offer_key: str
    content: OfferContent
    on: date


def _texts_are_there(asked: _Asked) -> Iterator[Decision]:
    missing = [words for name, words in NEEDED.items() if not asked.content.text(name).strip()]
    if missing:
        yield forbidden("texts-missing", f"Skriv det som saknas på svenska: {', '.join(missing)}.")


def _somebody_answers(asked: _Asked) -> Iterator[Decision]:
    units = {UUID(asked.content.owner), UUID(asked.content.contact)}
    known = Unit.objects.filter(pk__in=units, board=asked.actor.board_id, active=True).count()
    if known != len(units):
        yield forbidden("no-unit", "Välj en enhet i nämnden som ansvarar, och en att vända sig till.")


def _can_be_found(asked: _Asked) -> Iterator[Decision]:
    guide = asked.municipality.settings["guide"]
    content = asked.content
    needs = {row["key"] for row in guide["needs"]}
    ways = {row["key"] for row in guide["ways"]}
    if not content.ways or not set(content.ways) <= ways:
        yield forbidden("no-way", "Välj hur man kan få stödet.")
    if not content.needs or not set(content.needs) <= needs:
        yield forbidden("no-need", "Välj minst en sak som stödet hjälper med.")
    districts = District.objects.filter(pk__in=content.districts, municipality=asked.municipality.code, active=True)
    groups = TargetGroup.objects.filter(pk__in=content.target_groups, municipality=asked.municipality.code, active=True)
    if districts.count() != len(content.districts):
        yield forbidden("no-district", "Ett område finns inte längre. Välj igen.")
    if groups.count() != len(content.target_groups):
        yield forbidden("no-group", "En målgrupp finns inte längre. Välj igen.")


def _is_support(asked: _Asked) -> Iterator[Decision]:
    """What is listed only to be denied, such as money."""
    if asked.form.support_class == "none":
        allowed = bool(asked.municipality.own["cash_allowance"])
        yield MONEY.decide(asked.actor, asked.on, {**ALLOWANCE, "allowed_locally": allowed})


def _may_be_given_so(asked: _Asked) -> Iterator[Decision]:
    if asked.content.access_route in OPEN_ROUTES:
        yield documentation_mode_for(asked.actor.board_id, asked.form.pk, on=asked.on).without_assessment
    elif not asked.content.access_route:
        yield forbidden("no-route", "Välj om man behöver ansöka.")


def _the_right_one_says_yes(asked: _Asked) -> Iterator[Decision]:
    if not asked.content.consent_by:
        yield forbidden("no-consent", "Välj vem som behöver säga ja.")
    elif asked.form.support_class == "indirect" and asked.content.consent_by == "carer":
        sentence = "Stödet ges till den som får hjälp. Då räcker det inte att den anhöriga säger ja."
        yield forbidden("cared-for-says-yes", sentence)


def _living_together(asked: _Asked) -> Iterator[Decision]:
    if not asked.content.requires_cohabitation:
        return
    ruled = {code for row in asked.municipality.settings["rules"]["cohabitation"] for code in row["support_forms"]}
    if asked.form.support_class == "direct":
        yield forbidden("direct-asks-for-no-home", "Direkt stöd får inte kräva att man bor ihop.")
    elif asked.form.pk not in ruled:
        sentence = "Kommunen har ingen regel om att bo ihop för det här stödet. Kommunens regler står i profilen."
        yield forbidden("no-rule-of-home", sentence)


def _another_way(asked: _Asked) -> Iterator[Decision]:
    """Nobody is left out for not using the net."""
    content, own = asked.content, reach_of(asked.content)
    only_digital = own.ways == {DIGITAL}
    twin = twin_of(asked.municipality.code, content.twin) if content.twin else None
    if content.twin:
        wrong = wrong_with(own, twin) if content.twin != asked.offer_key else "är samma stöd"
        if wrong:
            yield forbidden("wrong-twin", f"Stödet utan nät {wrong}. Välj ett annat.")
            return
    yield ON_THE_NET.decide(asked.actor, asked.on, {"digital": only_digital, "other_way": twin is not None})


def _leaned_on(asked: _Asked) -> Iterator[Decision]:
    """Others name this offer as theirs without the net: it must go on giving the same."""
    own = reach_of(asked.content)
    for row in digital_offers_on(asked.municipality.code, asked.offer_key):
        wrong = wrong_with(reach_of_row(row), own)
        if wrong:
            title = row.texts["title"]["sv"]
            yield forbidden("leaned-on", f"”{title}” hänvisar hit för den som inte använder nätet. Men stödet {wrong}.")


def digital_offers_on(municipality: str, offer_key: str) -> Iterable[Offer]:
    """The offers that name this one as what gives the same without the net."""
    rows = Offer.objects.filter(municipality=municipality, twin=offer_key, active=True)
    return rows.prefetch_related("districts", "target_groups").defer("search", "search_title", "search_text")


def twin_of(municipality: str, offer_key: str, *, but: UUID | None = None) -> Reach | None:
    """All that is given under the key, by whatever boards; None when nothing is."""
    rows = Offer.objects.filter(~Q(pk=but), municipality=municipality, offer_key=offer_key, active=True)
    reaches = [reach_of_row(row) for row in rows.prefetch_related("districts", "target_groups").defer("search")]
    if not reaches:
        return None
    return Reach(
        ways=frozenset().union(*(one.ways for one in reaches)),
        is_open=all(one.is_open for one in reaches),
        groups=_together(one.groups for one in reaches),
        districts=_together(one.districts for one in reaches),
    )


def wrong_with(own: Reach, twin: Reach | None) -> str:
    """Why the twin does not give the same, to be read after its name; empty when it does."""
    if twin is None:
        return "finns inte längre"
    if twin.ways == {DIGITAL}:
        return "ges också bara på nätet"
    if own.is_open and not twin.is_open:
        return "går inte att få utan ansökan"
    if twin.groups and not (own.groups and own.groups <= twin.groups):
        return "är inte för samma målgrupper"
    if twin.districts and not (own.districts and own.districts <= twin.districts):
        return "finns inte i samma områden"
    return ""


def reach_of(content: OfferContent) -> Reach:
    """Of what is to be published."""
    return Reach(
        ways=frozenset(content.ways),
        is_open=content.access_route in OPEN_ROUTES,
        groups=frozenset(content.target_groups),
        districts=frozenset(content.districts),
    )


def reach_of_row(row: Offer) -> Reach:
    """Of what is published."""
    return Reach(
        ways=frozenset(row.ways),
        is_open=row.access_route in OPEN_ROUTES,
        groups=frozenset() if row.for_everybody else _pks(row.target_groups.all()),
        districts=frozenset() if row.everywhere else _pks(row.districts.all()),
    )


def _pks(rows: Iterable[Any]) -> frozenset[str]:
    return frozenset(str(row.pk) for row in rows)


def _together(all_keys: Iterable[frozenset[str]]) -> frozenset[str]:
    """What several reach together; one that reaches everybody is enough."""
    keys = list(all_keys)
    return frozenset().union(*keys) if all(keys) else frozenset()


RULES = (
    _texts_are_there,
    _somebody_answers,
    _can_be_found,
    _is_support,
    _may_be_given_so,
    _the_right_one_says_yes,
    _living_together,
    _another_way,
    _leaned_on,
)
