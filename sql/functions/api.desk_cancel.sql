-- Lets go of somebody's sign-up for them (app.let_go).
--
-- Permission: people:change. Locks: the session's edition.
-- Outcomes: done; those of app.ticket_refusal.
-- Writes: the letter 'cancelled'; the record: sign_up.cancelled.
drop function if exists api.desk_cancel;
create function api.desk_cancel(actor text, sign_up_id bigint) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    held app.sign_up;
    moment timestamptz;
    refusal text;
begin
    perform app.require(actor, 'people:change');
    select * into held from app.hold_sign_up($2);
    moment := clock_timestamp();
    refusal := app.ticket_refusal(held.id, held.secret_version, moment);
    if refusal <> 'none' then
        return refusal;
    end if;
    perform app.let_go(held, moment);
    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
    values (held.attendee_id, held.id, held.session_id, moment, moment, 'cancelled', held.language);
    perform app.write_record(
        actor, 'sign_up.cancelled', 'sign_up:' || held.id,
        jsonb_build_object('session', held.session_id, 'was', held.status, 'places', held.places));
    return 'done';
end
$$;
grant execute on function api.desk_cancel to socialday_web;
