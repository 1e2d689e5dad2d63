"""The code is stored as its mark only; what we say when we call are words of their own.

Codes that were kept in plain are dropped. Requests from before get no words; their page says nothing of any.
"""

from django.db import migrations

import anhoriglots.database.encryption


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0003_changed_mind"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="contactrequest",
            name="code_words",
        ),
        migrations.AddField(
            model_name="contactrequest",
            name="call_words",
            field=anhoriglots.database.encryption.EncryptedTextField(default=""),
        ),
    ]
