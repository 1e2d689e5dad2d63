"""The table of codes is no longer casework's; see visitors 0001."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("casework", "0007_marks_are_unique_alone"), ("visitors", "0001_initial")]

    operations = [migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("AccessCode")])]
