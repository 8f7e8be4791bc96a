-- What keeps one session from being as it is wished, all of it at once.
--
-- session: as it would be. before: as it is; null for a new one.
-- Locks: nothing; the caller holds the edition's lock.
-- Returns an array of objects with field, code and detail: starts_at outside_edition (its days); room unknown_room;
--   capacity above_room (the room's); room room_taken (the other session's slug); slug slug_taken.
create or replace function app.session_refusals(session app.session, before app.session) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_object('field', p.field, 'code', p.code, 'detail', p.detail) order by p.i), '[]')
    from (
        select 1 as i, 'slug' as field, 'slug_taken' as code, null as detail
        where exists (
            select from app.session s
            where s.edition_id = session.edition_id and s.slug = session.slug and s.id is distinct from before.id)
        union all
        select 2, 'starts_at', 'outside_edition', e.first_day || case
            when e.last_day > e.first_day then ' – ' || e.last_day else '' end
        from app.edition e
        where e.id = session.edition_id and session.starts_at is distinct from before.starts_at
            and (session.starts_at at time zone e.time_zone)::date not between e.first_day and e.last_day
        union all
        select 3, 'room', 'unknown_room', null
        where not exists (select from app.room r where r.id = session.room_id)
        union all
        select 4, 'capacity', 'above_room', r.capacity::text
        from app.room r where r.id = session.room_id and r.capacity < session.capacity
        union all
        (select 5, 'room', 'room_taken', s.slug
        from app.session s
        where s.room_id = session.room_id and s.id is distinct from before.id and s.cancelled_at is null
            and session.cancelled_at is null and s.starts_at < session.ends_at and session.starts_at < s.ends_at
        order by s.starts_at, s.id
        limit 1)
    ) p
$$;
