# The words of titles by themselves, and offers in the order of the list, so that neither is sorted for each visitor.

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0008_editor"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="offer",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("search_title", config="simple"),
                name="offer_by_title_words",
            ),
        ),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(
                models.F("municipality"),
                django.db.models.functions.text.Left("support_form", 2),
                models.F("position"),
                models.F("id"),
                condition=models.Q(("active", True)),
                name="offer_in_order",
            ),
        ),
    ]
