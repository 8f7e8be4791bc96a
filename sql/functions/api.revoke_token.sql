-- Revokes the live token of this name; returns whether there was one. What it signed up stays.
--
-- Locks: the token's row.
drop function if exists api.revoke_token;
create function api.revoke_token(name text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    update app.api_token t set revoked_at = clock_timestamp() where t.name = $1 and t.revoked_at is null;
    return found;
end
$$;
grant execute on function api.revoke_token to socialday_admin;
