-- Lets go of a sign-up, by whoever made it (app.let_go).
--
-- Locks: the session's edition.
-- Outcomes: cancelled; already_cancelled; not_found, also where another caller made it.
drop function if exists api.cancel_sign_up;
create function api.cancel_sign_up(sign_up_id bigint, caller uuid) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    held app.sign_up;
    moment timestamptz;
begin
    select * into held from app.hold_sign_up($1) u where u.caller = $2;
    moment := clock_timestamp();
    if held.id is null then
        return 'not_found';
    end if;
    if held.status = 'cancelled' then
        return 'already_cancelled';
    end if;

    perform app.let_go(held, moment);
    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
    values (held.attendee_id, held.id, held.session_id, moment, moment, 'cancelled', held.language);
    return 'cancelled';
end
$$;
grant execute on function api.cancel_sign_up to socialday_web;
