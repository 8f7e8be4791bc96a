-- Ends an account's logins, but for one that may stay.
--
-- Locks: nothing.
create or replace function app.end_logins(account uuid, except_login uuid default null) returns void
language sql volatile as $$
    update app.login l set ended_at = clock_timestamp()
    where l.account_id = $1 and l.ended_at is null and l.id is distinct from $2
$$;
