from django.db import migrations

# The list of groups shows several boards' seats at once, and the policies let nobody see two boards' bookings. The
# function asks each board in its turn, with the caller's own rights, and gives back numbers only.
CREATE = """
CREATE FUNCTION booking_seats_of(wanted uuid[])
RETURNS TABLE (group_id uuid, meeting_id uuid, taken bigint, waiting bigint)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    outer_board text := coalesce(current_setting('app.board', true), '');
    each_board uuid;
BEGIN
    FOR each_board IN SELECT DISTINCT g.board_id FROM booking_group g WHERE g.id = ANY (wanted) LOOP
        PERFORM set_config('app.board', each_board::text, true);
        RETURN QUERY
            SELECT b.group_id, b.meeting_id,
                   coalesce(sum(b.seats) FILTER (WHERE b.step IN ('booked', 'offered')), 0)::bigint,
                   count(*) FILTER (WHERE b.step = 'queued')
            FROM booking_booking b
            WHERE b.group_id = ANY (wanted) AND b.step IN ('booked', 'queued', 'offered')
            GROUP BY b.group_id, b.meeting_id;
    END LOOP;
    PERFORM set_config('app.board', outer_board, true);
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("booking", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, "DROP FUNCTION booking_seats_of(uuid[])")]
