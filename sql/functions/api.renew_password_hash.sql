-- Keeps the same password under newer parameters, unless it was changed meanwhile.
--
-- Locks: the account's row.
drop function if exists api.renew_password_hash;
create function api.renew_password_hash(account uuid, old text, new text) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    update app.account a set password = $3 where a.id = $1 and a.password = $2
$$;
grant execute on function api.renew_password_hash to socialday_web;
