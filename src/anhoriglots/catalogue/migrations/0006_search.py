# The words that an offer is found by, filled when the profile is loaded, and the offer that gives the same off the net.

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import CombinedSearchVector, SearchConfig, SearchVector, SearchVectorField
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0005_about_a_rule"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.AddField(model_name="offer", name="twin", field=models.CharField(blank=True, max_length=60)),
        migrations.AddField(model_name="offer", name="search_title", field=models.TextField(blank=True)),
        migrations.AddField(model_name="offer", name="search_text", field=models.TextField(blank=True)),
        migrations.AddField(
            model_name="offer",
            name="search",
            field=models.GeneratedField(
                db_persist=True,
                expression=CombinedSearchVector(
                    SearchVector("search_title", config="simple", weight="A"),
                    "||",
                    SearchVector("search_text", config="simple", weight="B"),
                    SearchConfig("simple"),
                ),
                output_field=SearchVectorField(),
            ),
        ),
        migrations.AddIndex(model_name="offer", index=GinIndex(fields=["search"], name="offer_by_words")),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(fields=["municipality", "offer_key", "position"], name="offer_once_by_key"),
        ),
    ]
