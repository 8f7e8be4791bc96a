-- Changes the password of one's own account. Its logins end, but for the one that may stay, and mailed links open nothing.
--
-- Locks: the account's row. Raises: 42501 where the actor is no account.
drop function if exists api.set_password;
create function api.set_password(actor text, password text, except_login uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    own constant uuid := app.require_account($1);
begin
    update app.account a set password = $2 where a.id = own;
    perform app.end_logins(own, $3);
    update app.account_link k set used_at = clock_timestamp() where k.account_id = own and k.used_at is null;
    perform app.write_record($1, 'password.set', 'account:' || own);
end
$$;
grant execute on function api.set_password to socialday_web;
