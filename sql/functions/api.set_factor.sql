-- The second factor of one's own account is set up: a code of this time step was seen, and these recovery codes (their
-- SHA-256) were shown. Earlier ones open nothing any more.
--
-- Returns whether it was taken: not twice, since what opens an account must not be shown to whoever finds its browser.
-- Locks: the account's row. Raises: 42501 where the actor is no account.
drop function if exists api.set_factor;
create function api.set_factor(actor text, step bigint, recovery_codes bytea[]) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    own constant uuid := app.require_account($1);
begin
    update app.account a set factor_set_at = clock_timestamp(), factor_step = $2
    where a.id = own and a.factor_set_at is null and a.factor_step < $2;
    if not found then
        return false;
    end if;
    delete from app.recovery_code r where r.account_id = own;
    insert into app.recovery_code (account_id, hash) select own, c from unnest($3) c;
    perform app.write_record($1, 'factor.set', 'account:' || own);
    return true;
end
$$;
grant execute on function api.set_factor to socialday_web, socialday_admin;
