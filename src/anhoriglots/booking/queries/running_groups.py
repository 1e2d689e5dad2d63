"""The groups that go on at a unit, by form of support."""

from datetime import datetime
from uuid import UUID

from ..models import Group
from ..workflow import GroupStep


def running_groups(unit: UUID, support_form: str, *, at: datetime) -> list[str]:
    """Titles of the published groups that are not over, the next to begin first."""
    groups = Group.objects.filter(unit=unit, support_form=support_form, step=GroupStep.PUBLISHED, ends_at__gt=at)
    return [group.texts["title"]["sv"] for group in groups.order_by("starts_at")]
