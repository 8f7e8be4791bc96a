-- Records that a letter could not be sent, and why: no address may be in the reason. It is tried again after a
-- pause (app.letter_pause), or given up (app.is_hopeless); what was gathered into it goes with it.
--
-- Locks: nothing but the rows. Outcomes: retried; given_up; gone, where it was sent, dropped or deleted meanwhile.
drop function if exists api.letter_failed;
create function api.letter_failed(letter_id bigint, reason text, for_good boolean) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    moment constant timestamptz := clock_timestamp();
    outcome text;
begin
    update app.outbox o
    set last_error = $2, refused = case when $3 then true end,
        given_up_at = case when app.is_hopeless($3, o.created_at, o.attempts, moment) then moment end,
        next_attempt_at = moment + app.letter_pause(o.attempts)
    where o.id = $1 and o.sent_at is null and o.given_up_at is null and o.dropped_at is null
    returning case when o.given_up_at is null then 'retried' else 'given_up' end into outcome;
    if outcome = 'given_up' then
        update app.outbox o set given_up_at = moment, last_error = $2, refused = case when $3 then true end
        where o.gathered_into = $1 and o.sent_at is null;
    end if;
    return coalesce(outcome, 'gone');
end
$$;
grant execute on function api.letter_failed to socialday_web;
