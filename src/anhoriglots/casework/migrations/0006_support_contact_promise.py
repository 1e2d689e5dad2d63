"""A support contact is promised apart from the answer; the code of a request is looked for on every page of it."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0005_retraction_by_mode"),
        ("organisations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="contactrequest",
            name="support_contact_promised_on",
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name="accesscode",
            index=models.Index(fields=["request_id"], name="code_by_request"),
        ),
        migrations.AddIndex(
            model_name="contactrequest",
            index=models.Index(
                condition=models.Q(("support_contact_promised_on__isnull", False)),
                fields=["unit", "support_contact_promised_on"],
                name="request_by_support_promise",
            ),
        ),
    ]
