"""Offers after Open Referral's Service, and support forms after the Social Services Act."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models.functions import Left

from anhoriglots.database.models import AppendOnly, MunicipalityRecord, OpenRecord, PublishedRecord, Reference
from anhoriglots.organisations.models import Board, District, Municipality, ProfileRow, TargetGroup, Unit

from .origin import Origin

# The first letters of a support form's code say its class, in the order of the catalogue (DS, IS, OS).
CLASS_LETTERS = 2
TITLE_WORDS = SearchVector("search_title", config="simple")


class SupportForm(Reference):
    """A kind of support, the same in all municipalities: catalogue/reference/support_forms.toml."""

    code = models.CharField(max_length=10, primary_key=True)
    name = models.CharField(max_length=120)
    support_class = models.CharField(max_length=20)
    access_route = models.CharField(max_length=30)
    legal_kind = models.CharField(max_length=40)
    activity = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField(default=0)


class Offer(OpenRecord, ProfileRow):
    """One offer to carers from one board, as the public reads it.

    The same offer by several boards is one row each, with the same ``offer_key``. ``everywhere`` means that it
    reaches the whole municipality; otherwise ``districts`` says where. ``texts`` holds title, summary, how, cost, time
    and what_next, each as a mapping from language to text. ``twin`` is the offer_key of what gives the same without the
    net. ``search_title`` and ``search_text`` are the words it is found by, as catalogue.search_words writes them; the
    database itself makes ``search`` of them.

    ``origin`` tells a row that loading the profile keeps equal to the profile from one that somebody at work has
    written, which no load changes. ``reviewed_on`` is when somebody last found it true, whoever it was. ``evidence`` is
    what is known of how the support helps, for those at work.
    """

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="offers")
    board = models.ForeignKey(Board, models.PROTECT, related_name="offers")
    offer_key = models.CharField(max_length=60)
    support_form = models.ForeignKey(SupportForm, models.PROTECT)
    owner = models.ForeignKey(Unit, models.PROTECT, related_name="owned_offers")
    contact = models.ForeignKey(Unit, models.PROTECT, related_name="offers")
    districts = models.ManyToManyField(District, related_name="offers")
    everywhere = models.BooleanField(default=False)
    target_groups = models.ManyToManyField(TargetGroup, related_name="offers")
    for_everybody = models.BooleanField(default=False)
    needs = models.JSONField(default=list)
    ways = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    access_route = models.CharField(max_length=30)
    consent_by = models.CharField(max_length=20)
    requires_cohabitation = models.BooleanField(default=False)
    has_interpreter = models.BooleanField(default=False)
    base_offer = models.CharField(max_length=40, blank=True)
    outside_link = models.JSONField(null=True)
    texts = models.JSONField(default=dict)
    twin = models.CharField(max_length=60, blank=True)
    search_title = models.TextField(blank=True)
    search_text = models.TextField(blank=True)
    search = models.GeneratedField(
        expression=SearchVector("search_title", weight="A", config="simple")
        + SearchVector("search_text", weight="B", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    reviewed_on = models.DateField()
    next_review_on = models.DateField()
    evidence = models.CharField(max_length=300, blank=True)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PROFILE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "key"], name="offer_key_once")]
        indexes = [
            GinIndex(fields=["search"], name="offer_by_words"),
            GinIndex(TITLE_WORDS, name="offer_by_title_words"),
            models.Index(
                "municipality",
                Left("support_form", CLASS_LETTERS),
                "position",
                "id",
                condition=models.Q(active=True),
                name="offer_in_order",
            ),
            models.Index(fields=["municipality", "offer_key", "position"], name="offer_once_by_key"),
        ]


class OfferReview(AppendOnly, PublishedRecord):
    """Somebody in the unit that owns an offer has looked at it and found it true. The newest one also stands in the
    offer, where it is newer than what the profile says.
    """

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="reviews", db_index=False)
    reviewed_on = models.DateField()
    next_review_on = models.DateField()
    reviewed_by = models.UUIDField()
    reviewed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "reviewed_on"], name="offer_reviewed_once_a_day")]


class GapCount(MunicipalityRecord):
    """How often a wish met nothing in the district, per week; no session, no person, no exact time."""

    week = models.DateField()
    district_key = models.CharField(max_length=80)
    need = models.CharField(max_length=80)
    target_group_line = models.CharField(max_length=80)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "week", "district_key", "need", "target_group_line"], name="gap_once_a_week"
            )
        ]
