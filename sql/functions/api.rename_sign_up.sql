-- Corrects the name that a sign-up is under, by whoever holds its ticket.
--
-- Locks: the session's edition.
-- Outcomes: done, also where that is its name already; those of app.ticket_refusal.
-- Writes: the letter 'changed', where something did.
-- Raises: 23514 (sign_up_name) for a name that the service should have refused.
drop function if exists api.rename_sign_up;
create function api.rename_sign_up(sign_up_id bigint, secret_version integer, name text) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
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
    if held.name <> $3 then
        update app.sign_up u set name = $3 where u.id = held.id;
        insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
        values (held.attendee_id, held.id, held.session_id, moment, moment, 'changed', held.language);
    end if;
    return 'done';
end
$$;
grant execute on function api.rename_sign_up to socialday_web;
