# What boards have decided becomes rows that staff may add; rows of a profile keep all they had.

import anhoriglots.database.models
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0001_initial"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Delegation",
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
                ("matter", models.CharField(max_length=120)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("carer_advisor", "carer_advisor"),
                            ("support_contact", "support_contact"),
                            ("coordinator", "coordinator"),
                            ("unit_manager", "unit_manager"),
                            ("carer_representative", "carer_representative"),
                            ("log_reviewer", "log_reviewer"),
                            ("system_administrator", "system_administrator"),
                        ],
                        max_length=40,
                    ),
                ),
                ("conditions", models.CharField(blank=True, max_length=400)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LawOverride",
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
                ("question", models.CharField(max_length=60)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("permitted", "Får göras"),
                            ("required", "Ska göras"),
                            ("forbidden", "Får inte göras"),
                        ],
                        max_length=20,
                    ),
                ),
                ("sentence", models.CharField(max_length=300)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RetentionDecision",
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
                ("document_type", models.CharField(max_length=120)),
                ("keep", models.PositiveSmallIntegerField(null=True)),
                (
                    "keep_unit",
                    models.CharField(
                        choices=[("days", "dagar"), ("months", "månader"), ("years", "år"), ("preserve", "bevaras")],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.RemoveConstraint(
            model_name="boarddecision",
            name="board_decision_ends_after",
        ),
        migrations.RemoveField(
            model_name="boarddecision",
            name="position",
        ),
        migrations.AddField(
            model_name="boarddecision",
            name="conditions",
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name="boarddecision",
            name="document",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="boarddecision",
            name="ended_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="boarddecision",
            name="ended_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="boarddecision",
            name="last_day",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="boarddecision",
            name="origin",
            field=models.CharField(
                choices=[("profile", "kommunens profil"), ("register", "registrerat här")],
                default="profile",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="boarddecision",
            name="registered_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="boarddecision",
            name="registered_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AlterField(
            model_name="boarddecision",
            name="board",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.board"
            ),
        ),
        migrations.AlterField(
            model_name="boarddecision",
            name="documentation",
            field=models.CharField(
                choices=[("identified", "med namn"), ("counselling", "rådgivning"), ("deidentified", "utan namn")],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="boarddecision",
            name="id",
            field=models.UUIDField(
                default=anhoriglots.database.models.uuid7, editable=False, primary_key=True, serialize=False
            ),
        ),
        migrations.AlterField(
            model_name="boarddecision",
            name="municipality",
            field=models.CharField(editable=False, max_length=4),
        ),
        migrations.AlterField(
            model_name="boarddecision",
            name="source",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddConstraint(
            model_name="boarddecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="boarddecision_ends_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="boarddecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("last_day__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("last_day__isnull", False)),
                    _connector="OR",
                ),
                name="boarddecision_ended_whole",
            ),
        ),
        migrations.AddField(
            model_name="delegation",
            name="board",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.board"
            ),
        ),
        migrations.AddField(
            model_name="lawoverride",
            name="board",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.board"
            ),
        ),
        migrations.AddField(
            model_name="retentiondecision",
            name="board",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.board"
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="delegation_ends_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("last_day__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("last_day__isnull", False)),
                    _connector="OR",
                ),
                name="delegation_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="lawoverride",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="lawoverride_ends_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="lawoverride",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("last_day__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("last_day__isnull", False)),
                    _connector="OR",
                ),
                name="lawoverride_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="retentiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="retentiondecision_ends_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="retentiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("last_day__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("last_day__isnull", False)),
                    _connector="OR",
                ),
                name="retentiondecision_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="retentiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("keep__isnull", True), ("keep_unit", "preserve")),
                    models.Q(("keep__gte", 1), models.Q(("keep_unit", "preserve"), _negated=True)),
                    _connector="OR",
                ),
                name="retention_counts_or_preserves",
            ),
        ),
    ]
