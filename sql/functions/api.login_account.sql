-- The account under an address, with what a password is compared with: no row for an unknown or disabled one.
drop function if exists api.login_account;
create function api.login_account(email text)
returns table (
    id uuid, password text, role text, language text, factor_version integer, factor_set boolean, factor_step bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select a.id, a.password, a.role, a.language, a.factor_version, a.factor_set_at is not null, a.factor_step
    from app.account a
    where lower(a.email) collate "C" = lower($1) and a.disabled_at is null
$$;
grant execute on function api.login_account to socialday_web, socialday_admin;
