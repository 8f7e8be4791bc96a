-- Keeps how many signed up for the sessions of an edition; the first count stays, since later ones lack those who were
-- forgotten by then.
--
-- Locks: nothing; the caller holds the edition's lock.
create or replace function app.count_session(edition_id bigint) returns void
language sql volatile as $$
    insert into app.session_count (session_id, confirmed, places, waiting, cancelled, checked_in, counted_at)
    select s.id, count(u) filter (where u.status = 'confirmed'),
        coalesce(sum(u.places) filter (where u.status = 'confirmed'), 0),
        count(u) filter (where u.status = 'waiting'), count(u) filter (where u.status = 'cancelled'),
        nullif(d.arrived + d.walk_ins, 0), clock_timestamp()
    from app.session s
    join app.door_tally d on d.session_id = s.id
    left join app.sign_up u on u.session_id = s.id
    where s.edition_id = $1
    group by s.id, d.session_id
    on conflict (session_id) do nothing
$$;
