# What a board takes in of others' services.
import anhoriglots.database.models
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ImportSource",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=anhoriglots.database.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("municipality", models.CharField(editable=False, max_length=4)),
                ("board_id", models.UUIDField(editable=False)),
                ("name", models.CharField(max_length=80)),
                ("forms", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("board_id", "name"), name="import_source_once")],
            },
        ),
        migrations.CreateModel(
            name="ImportFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=anhoriglots.database.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("municipality", models.CharField(editable=False, max_length=4)),
                ("board_id", models.UUIDField(editable=False)),
                ("unit_id", models.UUIDField()),
                ("found", models.JSONField()),
                ("forms", models.JSONField(default=dict)),
                ("made_by", models.UUIDField()),
                ("made_at", models.DateTimeField()),
                (
                    "source",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="integration.importsource"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ImportedService",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=anhoriglots.database.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("municipality", models.CharField(editable=False, max_length=4)),
                ("board_id", models.UUIDField(editable=False)),
                ("outside_id", models.UUIDField()),
                ("offer_id", models.UUIDField()),
                ("content", models.JSONField()),
                ("imported_at", models.DateTimeField()),
                (
                    "source",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="integration.importsource"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("source", "outside_id"), name="imported_service_once")],
            },
        ),
    ]
