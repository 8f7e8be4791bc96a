-- Ends a login of one's own. Returns whether it was open.
--
-- Locks: the login's row. Raises: 42501 where the actor is no account.
drop function if exists api.end_login;
create function api.end_login(actor text, login uuid) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    own constant uuid := app.require_account($1);
begin
    update app.login l set ended_at = clock_timestamp()
    where l.id = $2 and l.account_id = own and l.ended_at is null;
    if found then
        perform app.write_record($1, 'login.ended', 'account:' || own);
    end if;
    return found;
end
$$;
grant execute on function api.end_login to socialday_web;
