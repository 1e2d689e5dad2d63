from django.db import migrations

# The result of the guide is a page without a scope, and may cost one statement more: the next time of each support form
# at each unit, with its seats. As with booking_seats_of each board is asked in its turn, with the caller's own rights,
# and only numbers about bookings come out. The caller's settings are put back.
CREATE = """
CREATE FUNCTION booking_next_times(place text, forms text[], after timestamptz)
RETURNS TABLE (
    support_form_id text, unit_id uuid, group_id uuid, starts_at timestamptz, seating text, capacity integer,
    has_queue boolean, taken bigint, waiting bigint
)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    outer_municipality text := coalesce(current_setting('app.municipality', true), '');
    outer_board text := coalesce(current_setting('app.board', true), '');
    each_time record;
BEGIN
    PERFORM set_config('app.municipality', place, true);
    FOR each_time IN
        SELECT DISTINCT ON (g.support_form_id, g.unit_id)
               g.support_form_id, g.unit_id, g.id, g.board_id, m.starts_at, g.seating, g.capacity, g.has_queue,
               CASE WHEN g.seating = 'meeting' THEN m.id END AS meeting_id
        FROM booking_group g
        CROSS JOIN LATERAL (
            SELECT t.id, t.starts_at FROM booking_meeting t
            WHERE t.group_id = g.id AND t.starts_at > after AND t.cancelled_at IS NULL
            ORDER BY t.starts_at LIMIT 1
        ) m
        WHERE g.municipality = place AND g.step = 'published' AND g.ends_at > after
          AND g.support_form_id = ANY (forms) AND (g.seating <> 'course' OR g.starts_at > after)
        ORDER BY g.support_form_id, g.unit_id, m.starts_at, g.id
    LOOP
        PERFORM set_config('app.board', each_time.board_id::text, true);
        SELECT coalesce(sum(b.seats) FILTER (WHERE b.step IN ('booked', 'offered')), 0)::bigint,
               count(*) FILTER (WHERE b.step = 'queued')
        INTO taken, waiting
        FROM booking_booking b
        WHERE b.group_id = each_time.id AND b.meeting_id IS NOT DISTINCT FROM each_time.meeting_id
          AND b.step IN ('booked', 'queued', 'offered');
        support_form_id := each_time.support_form_id;
        unit_id := each_time.unit_id;
        group_id := each_time.id;
        starts_at := each_time.starts_at;
        seating := each_time.seating;
        capacity := each_time.capacity;
        has_queue := each_time.has_queue;
        RETURN NEXT;
    END LOOP;
    PERFORM set_config('app.municipality', outer_municipality, true);
    PERFORM set_config('app.board', outer_board, true);
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("booking", "0003_bookings_of_a_group")]
    operations = [migrations.RunSQL(CREATE, "DROP FUNCTION booking_next_times(text, text[], timestamptz)")]
