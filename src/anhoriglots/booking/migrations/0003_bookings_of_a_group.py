from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("booking", "0002_seats_of_many_groups")]
    operations = [
        migrations.AddIndex("booking", models.Index(fields=["group"], name="booking_by_group")),
        migrations.AddIndex("attendance", models.Index(fields=["booking"], name="attendance_by_booking")),
    ]
