-- Lets go of a sign-up, by whoever holds its ticket (app.let_go). Once sign-ups have closed its places go to nobody
-- by the list; they are given at the door.
--
-- Locks: the session's edition.
-- Outcomes: done; those of app.ticket_refusal.
drop function if exists api.cancel_ticket;
create function api.cancel_ticket(sign_up_id bigint, secret_version integer) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    held app.sign_up;
    moment timestamptz;
    refusal text;
begin
    select * into held from app.hold_sign_up($1);
    moment := clock_timestamp();
    refusal := app.ticket_refusal($1, $2, moment);
    if refusal <> 'none' then
        return refusal;
    end if;
    perform app.let_go(held, moment);
    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
    values (held.attendee_id, held.id, held.session_id, moment, moment, 'cancelled', held.language);
    return 'done';
end
$$;
grant execute on function api.cancel_ticket to socialday_web;
