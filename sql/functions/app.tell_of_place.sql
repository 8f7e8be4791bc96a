-- Writes to those signed up for sessions to come whose place is called otherwise now, or has another address: one letter
-- each, however many of their sessions it concerns. Calendars count these sessions' change.
--
-- venues, rooms: those that changed, as they were. Locks: nothing; the caller holds the lock of the editions with sessions
-- there.
-- Returns an object with told (people) and sessions (those with people who are told).
create or replace function app.tell_of_place(venues app.venue[], rooms app.room[], moment timestamptz) returns jsonb
language plpgsql volatile
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    written bigint[];
begin
    with place as (
        select r.id, coalesce(b.name, r.name) as room, coalesce(a.name, v.name) as venue,
            coalesce(app.full_address(a), app.full_address(v)) as address
        from app.room r
        join app.venue v on v.id = r.venue_id
        left join unnest(venues) a on a.id = v.id
        left join unnest(rooms) b on b.id = r.id
        where (a.id is not null or b.id is not null)
            and (coalesce(b.name, r.name), coalesce(a.name, v.name), coalesce(app.full_address(a), app.full_address(v)))
            is distinct from (r.name, v.name, app.full_address(v))
    ),
    moved as (
        update app.session s set calendar_sequence = s.calendar_sequence + 1
        from place p
        where s.room_id = p.id and s.cancelled_at is null and s.ends_at > moment
        returning s.id, s.starts_at, s.ends_at, p.room, p.venue, p.address
    ),
    letter as (
        insert into app.outbox (
            attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language, details)
        select u.attendee_id, u.id, m.id, moment, moment, 'session_changed', u.language, jsonb_build_object(
            'starts_at', m.starts_at, 'ends_at', m.ends_at, 'room', m.room, 'venue', m.venue, 'address', m.address,
            'renamed', true)
        from moved m
        join app.sign_up u on u.session_id = m.id
        where u.status <> 'cancelled'
        order by u.attendee_id, m.starts_at
        returning id
    )
    select coalesce(array_agg(l.id), '{}') into written from letter l;
    update app.outbox o set gathered_into = f.first
    from (
        select x.attendee_id, min(x.id) as first from app.outbox x where x.id = any (written) group by x.attendee_id
    ) f
    where o.id = any (written) and o.attendee_id = f.attendee_id and o.id <> f.first;
    return (
        select jsonb_build_object('told', count(distinct o.attendee_id), 'sessions', count(distinct o.session_id))
        from app.outbox o where o.id = any (written));
end
$$;
