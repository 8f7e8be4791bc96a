-- How many recovery codes of one's own account were not used yet.
--
-- Locks: nothing. Raises: 42501 where the actor is no account.
drop function if exists api.recovery_codes_left;
create function api.recovery_codes_left(actor text) returns bigint
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    own constant uuid := app.require_account($1);
begin
    return (select count(*) from app.recovery_code r where r.account_id = own and r.used_at is null);
end
$$;
grant execute on function api.recovery_codes_left to socialday_web;
