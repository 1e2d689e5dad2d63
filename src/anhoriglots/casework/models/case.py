"""A carer's matter at the board, found by its number."""

from django.db import models

from anhoriglots.database.models import BoardRecord
from anhoriglots.organisations.models import Unit
from anhoriglots.people.models import Carer


class Case(BoardRecord):
    """One carer's matter. ``number`` is unique within the board: year, a hyphen, a running number."""

    carer = models.ForeignKey(Carer, models.PROTECT, related_name="cases", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, db_index=False)
    number = models.CharField(max_length=20)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["board_id", "number"], name="case_number_once")]
        indexes = [models.Index(fields=["carer"], name="case_by_carer")]
