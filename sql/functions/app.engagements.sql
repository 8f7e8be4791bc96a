-- The sessions that an attendee has a live sign-up for, but for one: what is to be left as it is where something else is
-- offered in its place. An array of objects with session, starts_at, ends_at, and holds_places, without which only the
-- session itself is taken and not its time.
create or replace function app.engagements(attendee_id bigint, session_id bigint) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'session', s.id, 'starts_at', extract(epoch from s.starts_at), 'ends_at', extract(epoch from s.ends_at),
        'holds_places', u.status = 'confirmed' and s.cancelled_at is null) order by s.starts_at, s.id), '[]')
    from app.sign_up u
    join app.session s on s.id = u.session_id
    where u.attendee_id = $1 and u.session_id <> $2 and u.status <> 'cancelled'
$$;
