-- Keeps an API token by its SHA-256. Returns its id, which is the caller of what it asks.
--
-- Locks: nothing.
-- Raises: 23505 (api_token_name) where a live token has the name; 23514 for an unknown scope or a bad hash.
drop function if exists api.create_token;
create function api.create_token(name text, scopes text[], hash bytea) returns uuid
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    insert into app.api_token (name, scopes, hash) values ($1, $2, $3) returning id
$$;
grant execute on function api.create_token to socialday_admin;
