-- Records that a letter went out, with those gathered into it.
--
-- Locks: nothing but the rows.
drop function if exists api.letter_sent;
create function api.letter_sent(letter_id bigint) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    update app.outbox o set sent_at = clock_timestamp(), last_error = null
    where (o.id = $1 or o.gathered_into = $1) and o.sent_at is null
$$;
grant execute on function api.letter_sent to socialday_web;
