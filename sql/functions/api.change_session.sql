-- Moves a session to another time or room, or gives it other titles; what is null stays. Nobody loses a place by it.
-- Everyone who holds a sign-up is written to where time or place change, with what it was before; titles alone change what
-- calendars say, and nobody is written to. Whoever waits and could not have come before is in play again (app.promote).
--
-- Locks: the session's edition.
-- Outcomes: changed; unchanged; unknown_session; unknown_room; cancelled; above_room, where the room is too small for the
--   session's capacity; room_taken, where another session is in it then. told: letters written; clashes: sign-ups whose
--   attendee holds places at an overlapping time now.
-- Raises: 23514 (session_slot) where it would end before it starts.
drop function if exists api.change_session;
create function api.change_session(
    session_id bigint, starts_at timestamptz, ends_at timestamptz, room_id bigint, title_fr text, title_en text,
    out outcome text, out told integer, out clashes integer
)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    moment timestamptz;
    before app.session;
    after app.session;
    room app.room;
    others bigint[];
    was jsonb;
begin
    perform app.lock_edition(array(select s.edition_id from app.session s where s.id = $1));
    moment := clock_timestamp();
    told := 0;
    clashes := 0;
    select * into before from app.session s where s.id = $1;
    select * into room from app.room r where r.id = coalesce($4, before.room_id);
    after := before;
    after.starts_at := coalesce($2, before.starts_at);
    after.ends_at := coalesce($3, before.ends_at);
    after.room_id := room.id;
    after.title_fr := coalesce($5, before.title_fr);
    after.title_en := coalesce($6, before.title_en);
    outcome := case
        when before.id is null then 'unknown_session'
        when before.cancelled_at is not null then 'cancelled'
        when room.id is null then 'unknown_room'
        when before.capacity > room.capacity then 'above_room'
        when after = before then 'unchanged'
        when exists (
            select from app.session s
            where s.room_id = room.id and s.id <> $1 and s.cancelled_at is null
                and s.starts_at < after.ends_at and after.starts_at < s.ends_at) then 'room_taken'
        else 'changed'
    end;
    if outcome <> 'changed' then
        return;
    end if;

    others := app.waited_for_beside($1);
    was := (
        select jsonb_build_object(
            'starts_at', before.starts_at, 'ends_at', before.ends_at, 'room', r.name, 'venue', v.name)
        from app.room r join app.venue v on v.id = r.venue_id where r.id = before.room_id);
    update app.session s
    set starts_at = after.starts_at, ends_at = after.ends_at, room_id = room.id, room_capacity = room.capacity,
        title_fr = after.title_fr, title_en = after.title_en, calendar_sequence = s.calendar_sequence + 1
    where s.id = $1;
    if (before.starts_at, before.ends_at, before.room_id) = (after.starts_at, after.ends_at, after.room_id) then
        return;
    end if;

    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language, details)
    select u.attendee_id, u.id, u.session_id, moment, moment, 'session_changed', u.language, was
    from app.sign_up u
    where u.session_id = $1 and u.status <> 'cancelled'
    order by u.queue_number;
    get diagnostics told = row_count;
    clashes := (
        select count(*) from app.sign_up u
        where u.session_id = $1 and u.status = 'confirmed'
            and app.is_busy(u.attendee_id, $1, after.starts_at, after.ends_at));
    perform app.promote($1 || others, moment);
end
$$;
grant execute on function api.change_session to socialday_admin;
