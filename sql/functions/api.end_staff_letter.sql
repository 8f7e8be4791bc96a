-- Records what became of a letter to staff that was taken, as api.end_letter does.
--
-- Locks: nothing but the row.
drop function if exists api.end_staff_letter;
create function api.end_staff_letter(letter_id bigint, outcome text) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    update app.staff_letter l
    set sent_at = case $2 when 'sent' then clock_timestamp() end,
        dropped_at = case $2 when 'dropped' then clock_timestamp() else l.dropped_at end,
        last_error = case when $2 <> 'sent' then l.last_error end,
        attempts = case $2 when 'released' then greatest(l.attempts - 1, 0) else l.attempts end,
        next_attempt_at = case $2 when 'released' then clock_timestamp() else l.next_attempt_at end
    where l.id = $1 and l.sent_at is null and ($2 = 'sent' or l.given_up_at is null and l.dropped_at is null)
$$;
grant execute on function api.end_staff_letter to socialday_web;
