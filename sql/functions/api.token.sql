-- Whose token has this hash: no row for an unknown or revoked one.
drop function if exists api.token;
create function api.token(hash bytea) returns table (id uuid, scopes text[])
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select t.id, t.scopes from app.api_token t where t.hash = $1 and t.revoked_at is null
$$;
grant execute on function api.token to socialday_web;
