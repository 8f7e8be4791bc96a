-- What an account's one-time codes are derived from, with its id: null for one without a second factor.
drop function if exists api.factor_version;
create function api.factor_version(account uuid) returns integer
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select a.factor_version from app.account a
    where a.id = $1 and a.factor_set_at is not null and a.disabled_at is null
$$;
grant execute on function api.factor_version to socialday_web, socialday_admin;
