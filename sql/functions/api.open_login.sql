-- Opens a login for an account whose password and second factor were seen. Returns its id; null for a disabled account.
--
-- hash: SHA-256 of the cookie. Locks: nothing. Raises: 23514 (login_hash_length).
drop function if exists api.open_login;
create function api.open_login(account uuid, hash bytea, browser text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    moment constant timestamptz := clock_timestamp();
    opened uuid;
begin
    insert into app.login (account_id, hash, browser, created_at, seen_at, proved_at)
    select a.id, $2, left($3, 60), moment, moment, moment
    from app.account a where a.id = $1 and a.disabled_at is null
    returning id into opened;
    if opened is not null then
        perform app.write_record('account:' || $1, 'login.opened', 'account:' || $1);
    end if;
    return opened;
end
$$;
grant execute on function api.open_login to socialday_web;
