-- A login's password or code was seen again.
--
-- Locks: the login's row.
drop function if exists api.prove_login;
create function api.prove_login(login uuid) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    update app.login l set proved_at = clock_timestamp() where l.id = $1 and l.ended_at is null
$$;
grant execute on function api.prove_login to socialday_web;
