-- Records that nothing a letter would tell is so any more (api.letter), nor what was gathered into it.
--
-- Locks: nothing but the rows.
drop function if exists api.letter_dropped;
create function api.letter_dropped(letter_id bigint) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    update app.outbox o set dropped_at = clock_timestamp()
    where (o.id = $1 or o.gathered_into = $1) and o.sent_at is null and o.given_up_at is null
$$;
grant execute on function api.letter_dropped to socialday_web;
