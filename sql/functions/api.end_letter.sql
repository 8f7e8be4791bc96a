-- Records what became of a letter that was taken: sent, which stands even where it was given up meanwhile; dropped, as nothing
-- of it is so any more (api.letter); or released, where it was not tried. What was gathered into it is sent and dropped with it.
--
-- Locks: nothing but the rows.
drop function if exists api.end_letter;
create function api.end_letter(letter_id bigint, outcome text) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    update app.outbox o
    set sent_at = case $2 when 'sent' then clock_timestamp() end,
        dropped_at = case $2 when 'dropped' then clock_timestamp() else o.dropped_at end,
        last_error = case when $2 <> 'sent' then o.last_error end,
        attempts = case $2 when 'released' then greatest(o.attempts - 1, 0) else o.attempts end,
        next_attempt_at = case $2 when 'released' then clock_timestamp() else o.next_attempt_at end,
        -- Not one of the five mails an hour, then.
        claimed_at = case when $2 <> 'released' or o.attempts > 1 then o.claimed_at end
    where (o.id = $1 or o.gathered_into = $1 and $2 <> 'released') and o.sent_at is null
        and ($2 = 'sent' or o.given_up_at is null and o.dropped_at is null)
$$;
grant execute on function api.end_letter to socialday_web;
