-- The language of one's own account.
--
-- Locks: the account's row. Raises: 42501 where the actor is no account; 23514 (account_language).
drop function if exists api.set_language;
create function api.set_language(actor text, language text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    own constant uuid := app.require_account($1);
begin
    update app.account a set language = $2 where a.id = own;
end
$$;
grant execute on function api.set_language to socialday_web;
