-- Undoes a cancellation, whoever cancelled: the sign-up has its places again, while they are free and nobody was given
-- any at that time elsewhere. As for a newcomer, places are free only where nobody waiting could take them (app.promote).
-- Its queue number and its ticket are what they were.
--
-- Permission: people:change. Locks: the session's edition.
-- Outcomes, in the order in which they are decided: not_found; not_cancelled; unknown_session, not published any more;
--   not_yet_open, closed; already_signed_up; clash; full; done.
-- Writes: the letter 'confirmed'; the record: sign_up.restored.
drop function if exists api.desk_restore;
create function api.desk_restore(actor text, sign_up_id bigint) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    held app.sign_up;
    moment timestamptz;
    wanted record;
    refusal text;
begin
    perform app.require(actor, 'people:change');
    select * into held from app.hold_sign_up($2);
    moment := clock_timestamp();
    select * into wanted from app.wanted_session(held.session_id, moment);
    refusal := case
        when held.id is null then 'not_found'
        when held.status <> 'cancelled' then 'not_cancelled'
        when wanted.id is null then 'unknown_session'
        when wanted.refusal is not null then wanted.refusal
        when exists (
            select from app.sign_up u
            where u.attendee_id = held.attendee_id and u.session_id = held.session_id and u.status <> 'cancelled'
        ) then 'already_signed_up'
        when app.is_busy(held.attendee_id, held.session_id, wanted.starts_at, wanted.ends_at) then 'clash'
        when held.places > wanted.free then 'full'
    end;
    if refusal is not null then
        return refusal;
    end if;
    update app.sign_up u set status = 'confirmed', cancelled_at = null where u.id = held.id;
    update app.session_tally t set confirmed = t.confirmed + held.places where t.session_id = held.session_id;
    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
    values (held.attendee_id, held.id, held.session_id, moment, moment, 'confirmed', held.language);
    perform app.write_record(
        actor, 'sign_up.restored', 'sign_up:' || held.id,
        jsonb_build_object('session', held.session_id, 'places', held.places));
    return 'done';
end
$$;
grant execute on function api.desk_restore to socialday_web;
