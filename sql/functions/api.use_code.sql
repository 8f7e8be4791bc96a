-- Uses a one-time code, by its time step, or a recovery code, by its SHA-256. Returns whether it was good: each is once.
--
-- Locks: the account's row, or the code's.
drop function if exists api.use_code;
create function api.use_code(account uuid, step bigint, recovery_code bytea) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    if $2 is not null then
        update app.account a set factor_step = $2 where a.id = $1 and a.factor_step < $2 and a.disabled_at is null;
        return found;
    end if;
    update app.recovery_code r set used_at = clock_timestamp()
    where r.account_id = $1 and r.hash = $3 and r.used_at is null;
    if found then
        perform app.write_record('account:' || $1, 'recovery_code.used', 'account:' || $1);
        return true;
    end if;
    return false;
end
$$;
grant execute on function api.use_code to socialday_web;
