"""Codes open reports of faults in the pages, too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("visitors", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="accesscode",
            name="opens",
            field=models.CharField(
                choices=[("request", "Fråga till oss"), ("booking", "Bokad plats"), ("fault", "Anmält fel")],
                max_length=10,
            ),
        ),
    ]
