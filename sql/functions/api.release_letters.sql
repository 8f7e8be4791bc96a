-- Gives back letters that were taken to be sent and not tried, by a worker that ends.
--
-- Locks: nothing but the rows.
drop function if exists api.release_letters;
create function api.release_letters(letter_ids bigint[]) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    update app.outbox o
    set attempts = o.attempts - 1, next_attempt_at = clock_timestamp(),
        claimed_at = case when o.attempts > 1 then o.claimed_at end
    where o.id = any ($1) and o.sent_at is null and o.given_up_at is null and o.dropped_at is null and o.attempts > 0
$$;
grant execute on function api.release_letters to socialday_web;
