-- A session as whoever is to get places in it finds it: its slot, the places free and why it takes nobody, or null.
--
-- Locks: nothing; the caller holds its edition's lock.
create or replace function app.wanted_session(session_id bigint, moment timestamptz)
returns table (
    id bigint, edition_id bigint, starts_at timestamptz, ends_at timestamptz, capacity integer, free integer,
    refusal text
)
language sql stable as $$
    select s.id, s.edition_id, s.starts_at, s.ends_at, t.capacity, t.capacity - t.confirmed,
        app.sign_up_refusal(s, e, $2)
    from app.session s
    join app.session_tally t on t.session_id = s.id
    join app.edition e on e.id = s.edition_id
    where s.id = $1 and s.published_at is not null
$$;
