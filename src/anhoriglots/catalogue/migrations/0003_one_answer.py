# A board's own answer takes the place of one answer of the law. Older rows name none, and speak no more.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0002_register"),
    ]

    operations = [
        migrations.AddField(
            model_name="lawoverride",
            name="replaces",
            field=models.CharField(blank=True, default="", max_length=60),
            preserve_default=False,
        ),
    ]
