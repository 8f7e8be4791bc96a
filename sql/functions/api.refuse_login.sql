-- Writes into the record that an attempt to log in was wrong, or one to show again who one is.
--
-- account: whose it would have been; null where there is none, or a disabled one: nothing tells of the address then.
-- why: password; code; proof.
-- Locks: nothing. Raises: 22023 for another reason.
drop function if exists api.refuse_login;
create function api.refuse_login(account uuid, why text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    if coalesce($2 not in ('password', 'code', 'proof'), true) then
        raise exception 'no such reason' using errcode = 'invalid_parameter_value';
    end if;
    perform app.write_record('service', 'login.refused', 'account:' || $1, jsonb_build_object('reason', $2));
end
$$;
grant execute on function api.refuse_login to socialday_web;
