-- Writes to those signed up for a session where its time or place is no longer what it was, it is off, or it takes place after
-- all. Of that last they are told who had the letter that it was off, or have taken a place at that time meanwhile.
--
-- before: as it was. Locks: nothing; the caller holds the edition's lock. Returns how many letters.
create or replace function app.tell_of_change(before app.session, moment timestamptz) returns integer
language plpgsql volatile
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    session app.session;
    is_moved boolean;
    was jsonb;
    told integer;
begin
    select * into session from app.session s where s.id = before.id;
    is_moved := (session.starts_at, session.ends_at, session.room_id)
        is distinct from (before.starts_at, before.ends_at, before.room_id);
    if session.cancelled_at is not null then
        insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
        select u.attendee_id, u.id, u.session_id, moment, moment, 'session_cancelled', u.language
        from app.sign_up u
        where u.session_id = before.id and u.status <> 'cancelled' and before.cancelled_at is null
        order by u.queue_number;
        get diagnostics told = row_count;
        return told;
    elsif not is_moved and before.cancelled_at is null then
        return 0;
    end if;
    was := (
        select jsonb_build_object(
            'starts_at', before.starts_at, 'ends_at', before.ends_at, 'room', r.name, 'venue', v.name,
            'address', app.full_address(v),
            'cancelled', before.cancelled_at is not null)
        from app.room r join app.venue v on v.id = r.venue_id where r.id = before.room_id);
    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language, details)
    select u.attendee_id, u.id, u.session_id, moment, moment, 'session_changed', u.language, was
    from app.sign_up u
    where u.session_id = before.id and u.status <> 'cancelled' and (
        is_moved
        or exists (
            select from app.outbox o
            where o.attendee_id = u.attendee_id and o.claimed_at is not null and o.sign_up_id = u.id
                and o.kind = 'session_cancelled' and o.created_at >= before.cancelled_at)
        or exists (
            select from app.outbox o
            where o.attendee_id = u.attendee_id and o.held_at is not null and o.gathered_into is not null
                and o.sign_up_id = u.id and o.kind = 'session_cancelled' and o.created_at >= before.cancelled_at)
        or u.status = 'confirmed' and app.is_busy(u.attendee_id, u.session_id, session.starts_at, session.ends_at))
    order by u.queue_number;
    get diagnostics told = row_count;
    return told;
end
$$;
