-- What keeps the lines of a sessions file from being taken, all of it at once.
--
-- Locks: nothing; the caller holds the programme's lock and the edition's.
-- Codes, with their detail: unknown_venue (the slug), outside_edition (its days), capacity_above_room (both),
--   capacity_below_confirmed (the places), room_overlap (the room and the other session's slug).
create or replace function app.session_problems(given app.session_line[], edition app.edition)
returns table (line integer, code text, detail text)
language sql stable as $$
    with wanted as (
        select l.*, v.id as venue_id, r.capacity as room_capacity,
            s.id as session_id, s.cancelled_at
        from unnest($1) l
        left join app.venue v on v.slug = l.venue
        left join app.room r on r.venue_id = v.id and r.name = l.room
        left join app.session s on s.edition_id = ($2).id and s.slug = l.slug
    ),
    -- Who is in which room when, once the file is in.
    occupied as (
        select w.line, w.slug, w.venue, w.room, tstzrange(w.starts_at, w.ends_at) as slot
        from wanted w
        where w.cancelled_at is null
        union all
        select null, s.slug, v.slug, r.name, tstzrange(s.starts_at, s.ends_at)
        from app.session s
        join app.room r on r.id = s.room_id
        join app.venue v on v.id = r.venue_id
        where s.cancelled_at is null and not exists (select from wanted w where w.session_id = s.id)
    )
    select w.line, 'unknown_venue', w.venue
    from wanted w
    where w.venue_id is null
    union all
    select w.line, 'outside_edition', ($2).first_day || case
        when ($2).last_day > ($2).first_day then ' – ' || ($2).last_day else '' end
    from wanted w
    where (w.starts_at at time zone ($2).time_zone)::date not between ($2).first_day and ($2).last_day
    union all
    select w.line, 'capacity_above_room', w.capacity || ' > ' || w.room_capacity
    from wanted w
    where w.capacity > w.room_capacity
    union all
    select w.line, 'capacity_below_confirmed', t.confirmed::text
    from wanted w
    join app.session_tally t on t.session_id = w.session_id
    where w.capacity < t.confirmed
    union all
    select distinct on (o.line) o.line, 'room_overlap', o.room || ': ' || other.slug
    from occupied o
    join occupied other on other.venue = o.venue and other.room = o.room and other.slot && o.slot
        and other.line is distinct from o.line
    where o.line is not null
    order by 1, 2
$$;
