"""Two tables that are only ever added to. They hold ids without foreign keys, so they outlive what they tell of."""

from django.db import models

from anhoriglots.database.models import AppendOnly, BoardRecord


class ActionLog(AppendOnly, BoardRecord):
    """One row per act. ``details`` holds codes and ids, never names, numbers or free text."""

    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    action = models.CharField(max_length=60)
    object_id = models.UUIDField(null=True)
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["board_id", "-at"], name="action_log_by_time"),
            models.Index(fields=["board_id", "object_id"], name="action_log_by_object"),
        ]


class ReadLog(AppendOnly, BoardRecord):
    """One row each time a person's data is shown (lag 2001:454 10 §; law F07)."""

    at = models.DateTimeField()
    actor_id = models.UUIDField()
    subject_id = models.UUIDField()
    page = models.CharField(max_length=60)

    class Meta:
        indexes = [
            models.Index(fields=["board_id", "-at"], name="read_log_by_time"),
            models.Index(fields=["board_id", "subject_id"], name="read_log_by_subject"),
        ]
