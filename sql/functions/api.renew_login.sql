-- Puts a login under another cookie, since what it may do has changed. Returns whether it was open.
--
-- hash: SHA-256 of the new cookie. Locks: the login's row. Raises: 42501 where the actor is no account.
drop function if exists api.renew_login;
create function api.renew_login(actor text, login uuid, hash bytea) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    own constant uuid := app.require_account($1);
begin
    update app.login l set hash = $3, proved_at = clock_timestamp()
    where l.id = $2 and l.account_id = own and l.ended_at is null;
    return found;
end
$$;
grant execute on function api.renew_login to socialday_web;
