# The law is asked about delegations and retention too, and needs to know what they are about. Older rows do not say.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0003_one_answer"),
    ]

    operations = [
        migrations.AddField(
            model_name="delegation",
            name="matter_kind",
            field=models.CharField(blank=True, default="", max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="retentiondecision",
            name="about",
            field=models.CharField(blank=True, default="", max_length=20),
            preserve_default=False,
        ),
    ]
