-- The sessions that an attendee waits for and that overlap one whose places they have let go of: there they
-- are in play again. In the order in which they signed up.
create or replace function app.brought_back(attendee_id bigint, session_id bigint) returns bigint[]
language sql stable as $$
    select array(
        select u.session_id
        from app.sign_up u
        join app.session o on o.id = u.session_id
        join app.session s on s.id = $2
        where u.attendee_id = $1 and u.status = 'waiting' and u.session_id <> $2
            and o.starts_at < s.ends_at and s.starts_at < o.ends_at
        order by u.id)
$$;
