-- Moves a sign-up to another session: the old places, or the wait for them, are let go of only if the new ones are got,
-- and nobody else can take either in between. Also out of a session that was called off.
--
-- Permission: people:change. Locks: the session's edition.
-- Outcomes, in the order in which they are decided: not_found; already_cancelled; over; unknown_session, also where it
--   is the same; not_yet_open, closed; already_signed_up, with places there; clash, where the person holds places in a
--   third session at that time; full; moved, with the sign-up. Nothing changes but for moved.
-- Writes: as app.exchange_places; the record: sign_up.moved.
drop function if exists api.desk_move;
create function api.desk_move(
    actor text, sign_up_id bigint, session_id bigint, out outcome text, out moved_to bigint
)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    held app.sign_up;
    leaving app.session;
    wanted record;
    here app.sign_up;
    moment timestamptz;
begin
    perform app.require(actor, 'people:change');
    select * into held from app.hold_sign_up($2);
    moment := clock_timestamp();
    select * into leaving from app.session s where s.id = held.session_id;
    select * into wanted from app.wanted_session($3, moment) w where w.edition_id = leaving.edition_id;
    select * into here from app.sign_up u
    where u.attendee_id = held.attendee_id and u.session_id = wanted.id and u.status <> 'cancelled';
    outcome := case
        when held.id is null then 'not_found'
        when held.status = 'cancelled' then 'already_cancelled'
        when leaving.ends_at <= moment then 'over'
        when wanted.id is null or wanted.id = held.session_id then 'unknown_session'
        when wanted.refusal is not null then wanted.refusal
        when here.status = 'confirmed' then 'already_signed_up'
        when exists (
            select from app.sign_up u
            where u.attendee_id = held.attendee_id and u.session_id not in (held.session_id, wanted.id)
                and u.status = 'confirmed' and (
                    select o.starts_at < wanted.ends_at and wanted.starts_at < o.ends_at and o.cancelled_at is null
                    from app.session o where o.id = u.session_id)) then 'clash'
        when held.places > wanted.free then 'full'
        else 'moved'
    end;
    if outcome <> 'moved' then
        return;
    end if;
    moved_to := app.exchange_places(held, array[held], here, wanted.id, held.places, held.language, moment);
    perform app.write_record(
        actor, 'sign_up.moved', 'sign_up:' || held.id,
        jsonb_build_object('from', held.session_id, 'to', wanted.id, 'sign_up', moved_to));
end
$$;
grant execute on function api.desk_move to socialday_web;
