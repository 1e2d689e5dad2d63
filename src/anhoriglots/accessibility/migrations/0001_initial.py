"""Reports of faults in the pages, and what the accessibility statement tells of them."""

import anhoriglots.database.encryption
import anhoriglots.database.models
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="FaultReport",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=anhoriglots.database.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("municipality", models.CharField(editable=False, max_length=4)),
                ("board_id", models.UUIDField(editable=False)),
                ("submission", models.BinaryField(max_length=32)),
                (
                    "came_in",
                    models.CharField(
                        choices=[
                            ("fault", "Något fungerar inte"),
                            ("request", "Vill ha en version som går att använda"),
                        ],
                        max_length=10,
                    ),
                ),
                ("what", anhoriglots.database.encryption.EncryptedTextField()),
                ("where", anhoriglots.database.encryption.EncryptedTextField(blank=True)),
                (
                    "reply",
                    models.CharField(
                        choices=[("code", "Läser svaret med koden"), ("email", "E-post"), ("phone", "Telefon")],
                        max_length=10,
                    ),
                ),
                ("contact", anhoriglots.database.encryption.EncryptedTextField(blank=True)),
                ("language", models.CharField(max_length=10)),
                ("received_at", models.DateTimeField()),
                ("answer_by", models.DateTimeField()),
                (
                    "step",
                    models.CharField(
                        choices=[("received", "Väntar"), ("taken", "Någon har den"), ("answered", "Besvarad")],
                        max_length=10,
                    ),
                ),
                ("owner_id", models.UUIDField(null=True)),
                (
                    "ruling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mended", "Lagat eller ordnat"),
                            ("will_mend", "Lagas senast en viss dag"),
                            ("too_heavy", "Oskäligt betungande"),
                            ("no_fault", "Inget fel"),
                        ],
                        max_length=10,
                    ),
                ),
                ("mend_by", models.DateField(null=True)),
                ("assessed_on", models.DateField(null=True)),
                ("answer", anhoriglots.database.encryption.EncryptedTextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("decision_asked_at", models.DateTimeField(null=True)),
                ("erase_on", models.DateField()),
            ],
            options={
                "indexes": [models.Index(fields=["board_id", "erase_on"], name="report_by_last_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("submission",), name="report_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mend_by__isnull", False), ("ruling", "will_mend")),
                            models.Q(models.Q(("ruling", "will_mend"), _negated=True), ("mend_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="mend_by_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KnownFault",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=anhoriglots.database.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("municipality", models.CharField(editable=False, max_length=4)),
                ("board_id", models.UUIDField(editable=False)),
                ("report_id", models.UUIDField(null=True)),
                ("what", models.CharField(max_length=200)),
                (
                    "ruling",
                    models.CharField(
                        choices=[("will_mend", "Lagas senast en viss dag"), ("too_heavy", "Oskäligt betungande")],
                        max_length=10,
                    ),
                ),
                ("mend_by", models.DateField(null=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("assessed_on", models.DateField(null=True)),
                ("published_at", models.DateTimeField()),
                ("published_by", models.UUIDField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=["municipality"],
                        name="known_by_municipality",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True), ("report_id__isnull", False)),
                        fields=("report_id",),
                        name="known_once",
                    )
                ],
            },
        ),
    ]
