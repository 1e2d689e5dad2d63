"""Staff accounts and what they are assigned to."""

from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from anhoriglots.database.models import MunicipalityRecord
from anhoriglots.organisations.models import Board, Unit

from .roles import Role


class User(AbstractBaseUser, MunicipalityRecord):
    """One person at work. ``first_name``, ``phone`` and ``phone_hours`` are what a carer is shown.

    ``password_given_at``: somebody else made the password then; None when the person has chosen it.
    ``board``: the board that made the account. It answers for it as long as there is no assignment that says more.
    """

    username = models.CharField(max_length=80)
    first_name = models.CharField(max_length=40)
    last_name = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    phone_hours = models.CharField(max_length=60, blank=True)
    is_active = models.BooleanField(default=True)
    password_given_at = models.DateTimeField(null=True)
    board = models.ForeignKey(Board, models.PROTECT, null=True, related_name="+", db_index=False)

    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()
    USERNAME_FIELD = "username"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "username"], name="username_once")]

    @property
    def full_name(self) -> str:
        """As colleagues see it."""
        return f"{self.first_name} {self.last_name}".strip()


class Assignment(MunicipalityRecord):
    """A role in a unit during a time; the last day is the day before ``ends_on``."""

    user = models.ForeignKey(User, models.PROTECT, related_name="assignments")
    board = models.ForeignKey(Board, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=40, choices=[(role.value, role.value) for role in Role])
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")), name="assignment_ends_after_start"
            )
        ]
        indexes = [models.Index(fields=["user", "starts_on"], name="assignment_by_user")]
