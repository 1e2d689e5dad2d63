# Drafts and versions of offers, whose row it is, and the newest review in the offer itself.

import anhoriglots.database.models
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

NEWEST = """
UPDATE catalogue_offer SET reviewed_on = newest.reviewed_on, next_review_on = newest.next_review_on
FROM (
    SELECT DISTINCT ON (offer_id) offer_id, reviewed_on, next_review_on
    FROM catalogue_offerreview ORDER BY offer_id, reviewed_on DESC
) AS newest
WHERE catalogue_offer.id = newest.offer_id AND catalogue_offer.reviewed_on < newest.reviewed_on
"""


def into_the_offer(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Municipality by municipality: the reviews stand behind row security."""
    codes = apps.get_model("organisations", "Municipality").objects.values_list("code", flat=True)
    with schema_editor.connection.cursor() as cursor:
        for code in list(codes):
            cursor.execute("SELECT set_config('app.municipality', %s, true)", [code])
            cursor.execute(NEWEST)
        cursor.execute("SELECT set_config('app.municipality', '', true)")


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0007_reviews"),
    ]

    operations = [
        migrations.AddField(
            model_name="offer",
            name="evidence",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="offer",
            name="origin",
            field=models.CharField(
                choices=[("profile", "kommunens profil"), ("register", "registrerat här")],
                default="profile",
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="OfferDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=anhoriglots.database.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("municipality", models.CharField(editable=False, max_length=4)),
                ("board_id", models.UUIDField(editable=False)),
                ("offer_id", models.UUIDField()),
                ("content", models.JSONField()),
                ("edited_by", models.UUIDField()),
                ("edited_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("offer_id",), name="offer_draft_once")],
            },
        ),
        migrations.CreateModel(
            name="OfferVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=anhoriglots.database.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("municipality", models.CharField(editable=False, max_length=4)),
                ("board_id", models.UUIDField(editable=False)),
                ("offer_id", models.UUIDField()),
                ("number", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("profile", "Stod i kommunens profil"),
                            ("published", "Publicerades"),
                            ("withdrawn", "Drogs tillbaka"),
                        ],
                        max_length=10,
                    ),
                ),
                ("content", models.JSONField()),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("made_by", models.UUIDField(null=True)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("offer_id", "number"), name="offer_version_once")],
            },
        ),
        migrations.RunPython(into_the_offer, migrations.RunPython.noop),
    ]
