-- Chooses an account's password by a mailed link, which is good no more. All its logins end.
--
-- Returns whether the link was good. Locks: the link's row, so that it opens once.
drop function if exists api.use_account_link;
create function api.use_account_link(id uuid, password text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
begin
    update app.account_link k set used_at = clock_timestamp()
    from app.account a
    where k.id = $1 and k.used_at is null and k.expires_at > clock_timestamp() and a.id = k.account_id
        and a.disabled_at is null
    returning a.id into account;
    if account is null then
        return false;
    end if;
    update app.account a set password = $2 where a.id = account;
    perform app.end_logins(account);
    perform app.write_record('account:' || account, 'password.set', 'account:' || account);
    return true;
end
$$;
grant execute on function api.use_account_link to socialday_web;
