"""What a board has taken in of others' services. Nothing here is about a person: whom a file names is left out."""

from django.db import models

from anhoriglots.database.models import BoardRecord


class ImportSource(BoardRecord):
    """Somebody whose services the board takes in. ``forms`` maps the key of each of their categories to the code of a
    support form, or to one of the answers of importing.plan; somebody has chosen every one of them.
    """

    name = models.CharField(max_length=80)
    forms = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["board_id", "name"], name="import_source_once")]


class ImportFile(BoardRecord):
    """A file that has been read and waits for somebody to look at it: what was found, never the file itself.
    ``unit_id`` is the unit that is to answer for what is new. It is gone when it has been saved, and after a day.
    """

    source = models.ForeignKey(ImportSource, models.CASCADE)
    unit_id = models.UUIDField()
    found = models.JSONField()
    forms = models.JSONField(default=dict)
    made_by = models.UUIDField()
    made_at = models.DateTimeField()


class ImportedService(BoardRecord):
    """One of their services and the offer that was written from it. ``content`` is what the import wrote last, so that
    what somebody here has changed since is told apart from what they have changed.
    """

    source = models.ForeignKey(ImportSource, models.CASCADE)
    outside_id = models.UUIDField()
    offer_id = models.UUIDField()
    content = models.JSONField()
    imported_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "outside_id"], name="imported_service_once")]
