-- Takes the second factor off one's own account, to set up another: a new telephone. Its recovery codes go with it.
--
-- Locks: the account's row. Raises: 42501 where the actor is no account.
drop function if exists api.reset_factor;
create function api.reset_factor(actor text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    own constant uuid := app.require_account($1);
begin
    update app.account a set factor_version = a.factor_version + 1, factor_set_at = null, factor_step = 0
    where a.id = own;
    delete from app.recovery_code r where r.account_id = own;
    perform app.write_record($1, 'factor.removed', 'account:' || own);
end
$$;
grant execute on function api.reset_factor to socialday_web;
