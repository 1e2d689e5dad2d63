"""Loaded from a profile, read by everybody. No row here concerns a person, so none is behind row security."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import models

from anhoriglots.database.models import Reference


def reference_id(*parts: str) -> UUID:
    """The same key for the same row every time a profile is loaded."""
    return uuid5(NAMESPACE_URL, "anhoriglots/" + "/".join(parts))


class ProfileRow(models.Model):
    """A row of a profile: found again by its municipality and key, kept when it leaves the profile."""

    id = models.UUIDField(primary_key=True, editable=False)
    key = models.CharField(max_length=130)
    position = models.PositiveSmallIntegerField(default=0)
    active = models.BooleanField(default=True)
    source = models.CharField(max_length=300)

    class Meta:
        abstract = True


class ReferenceRecord(ProfileRow, Reference):
    """A row that comes from a profile alone: the web role may read it and never write it."""

    class Meta:
        abstract = True


class Municipality(Reference):
    """A municipality, by its SCB code.

    ``settings`` holds the parts of the profile that pages read as a whole: municipality, guide, not_offered, rules,
    safety.
    """

    code = models.CharField(max_length=4, primary_key=True)
    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    hosts = models.JSONField(default=list)
    settings = models.JSONField(default=dict)
    profile_hash = models.CharField(max_length=64)


class Board(ReferenceRecord):
    """A political board: an authority of its own (SoL 4:2)."""

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="boards")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "key"], name="board_key_once")]


class District(ReferenceRecord):
    """A part of the municipality that a carer lives in."""

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="districts")
    board = models.ForeignKey(Board, models.PROTECT, related_name="districts")
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "key"], name="district_key_once")]


class Unit(ReferenceRecord):
    """A workplace under a board. ``hours`` maps a weekday 0-6 to opening and closing, as "09:00-15:00"."""

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="units")
    board = models.ForeignKey(Board, models.PROTECT, related_name="units")
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=30, blank=True)
    phone_is_example = models.BooleanField(default=False)
    hours = models.JSONField(default=dict)
    functions = models.JSONField(default=list)
    districts = models.ManyToManyField(District, related_name="units")
    is_central = models.BooleanField(default=False)
    answers_requests = models.BooleanField(default=False)
    has_representative = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "key"], name="unit_key_once")]


class TargetGroup(ReferenceRecord):
    """Whom the carer supports. ``legal_basis`` says whether SoL 13:9 covers the group (law A13)."""

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="target_groups")
    label = models.CharField(max_length=120)
    guide_lines = models.JSONField(default=list)
    entrance = models.CharField(max_length=10)
    legal_basis = models.CharField(max_length=30)
    citations = models.JSONField(default=list)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "key"], name="target_group_key_once")]


class RoleTitle(ReferenceRecord):
    """What a role is called here: at least twenty titles are in use in the country. ``key`` is the role."""

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="role_titles")
    title = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "key"], name="role_title_once")]
