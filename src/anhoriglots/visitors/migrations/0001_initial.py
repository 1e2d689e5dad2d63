"""The table of codes moves here from casework, with all it holds: codes now open more than requests."""

from django.db import migrations, models

import anhoriglots.database.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("casework", "0007_marks_are_unique_alone")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE casework_accesscode RENAME TO visitors_accesscode;"
                    "ALTER TABLE visitors_accesscode RENAME COLUMN request_id TO object_id;"
                    "ALTER INDEX code_by_request RENAME TO code_by_object;",
                    "ALTER INDEX code_by_object RENAME TO code_by_request;"
                    "ALTER TABLE visitors_accesscode RENAME COLUMN object_id TO request_id;"
                    "ALTER TABLE visitors_accesscode RENAME TO casework_accesscode;",
                )
            ],
            state_operations=[
                migrations.CreateModel(
                    name="AccessCode",
                    fields=[
                        ("municipality", models.CharField(editable=False, max_length=4)),
                        (
                            "id",
                            models.UUIDField(
                                default=anhoriglots.database.models.uuid7,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("mark", models.BinaryField(max_length=32)),
                        ("board_id", models.UUIDField()),
                        ("object_id", models.UUIDField()),
                        ("expires_on", models.DateField()),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("mark",), name="code_once")],
                        "indexes": [models.Index(fields=["object_id"], name="code_by_object")],
                    },
                )
            ],
        ),
        migrations.AddField(
            "accesscode",
            "opens",
            models.CharField(
                choices=[("request", "Fråga till oss"), ("booking", "Bokad plats")], default="request", max_length=10
            ),
            preserve_default=False,
        ),
    ]
