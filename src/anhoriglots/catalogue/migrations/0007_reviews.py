# When the unit that owns an offer has looked at it, beside what the profile says.

import anhoriglots.database.models
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0006_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="OfferReview",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=anhoriglots.database.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("municipality", models.CharField(editable=False, max_length=4)),
                ("board_id", models.UUIDField(editable=False)),
                ("reviewed_on", models.DateField()),
                ("next_review_on", models.DateField()),
                ("reviewed_by", models.UUIDField()),
                ("reviewed_at", models.DateTimeField()),
                (
                    "offer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="catalogue.offer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("offer", "reviewed_on"), name="offer_reviewed_once_a_day")
                ],
            },
        ),
    ]
