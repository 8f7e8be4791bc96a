-- Records that a letter to staff could not be sent, and why, as api.letter_failed does.
--
-- Locks: nothing but the row. Outcomes: retried; given_up; gone, where it was done with meanwhile.
drop function if exists api.staff_letter_failed;
create function api.staff_letter_failed(letter_id bigint, reason text, for_good boolean) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    moment constant timestamptz := clock_timestamp();
    outcome text;
begin
    update app.staff_letter l
    set last_error = $2, refused = case when $3 then true end,
        given_up_at = case when app.is_hopeless($3, l.created_at, l.attempts, moment) then moment end,
        next_attempt_at = moment + app.letter_pause(l.attempts)
    where l.id = $1 and l.sent_at is null and l.given_up_at is null and l.dropped_at is null
    returning case when l.given_up_at is null then 'retried' else 'given_up' end into outcome;
    return coalesce(outcome, 'gone');
end
$$;
grant execute on function api.staff_letter_failed to socialday_web;
