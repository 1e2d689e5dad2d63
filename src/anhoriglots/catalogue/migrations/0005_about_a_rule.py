# A rule that has no answer to replace may have a decision of the board beside it.

import anhoriglots.database.models
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0004_kinds_of_the_law"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="RuleDecision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=anhoriglots.database.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("municipality", models.CharField(editable=False, max_length=4)),
                ("number", models.CharField(max_length=60)),
                ("decided_on", models.DateField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("document", models.CharField(blank=True, max_length=200)),
                ("registered_by", models.UUIDField(null=True)),
                ("registered_at", models.DateTimeField(null=True)),
                ("ended_by", models.UUIDField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("last_day", models.DateField(null=True)),
                ("rule", models.CharField(max_length=3)),
                ("sentence", models.CharField(max_length=300)),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.board"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="ruledecision_ends_after",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("last_day__isnull", True)),
                            models.Q(("ended_at__isnull", False), ("last_day__isnull", False)),
                            _connector="OR",
                        ),
                        name="ruledecision_ended_whole",
                    ),
                ],
            },
        ),
    ]
