-- The sign-ups that hold places for an attendee at a time that overlaps a session, another one than this.
create or replace function app.overlapping(attendee_id bigint, session app.session) returns setof app.sign_up
language sql stable as $$
    select u.*
    from app.sign_up u
    join app.session o on o.id = u.session_id
    where u.attendee_id = $1 and u.status = 'confirmed' and o.id <> session.id and o.cancelled_at is null
        and o.starts_at < session.ends_at and session.starts_at < o.ends_at
    order by u.id
$$;
