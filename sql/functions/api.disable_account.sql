-- Shuts an account out, or lets it in again. Shut out, its logins end and its mailed links open nothing.
--
-- Locks: accounts. Outcomes: done; unknown_account; last_administrator. Raises: 42501 without accounts:manage or a fresh proof.
drop function if exists api.disable_account;
create function api.disable_account(actor text, id uuid, disabled boolean) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    -- First, so that whoever was demoted meanwhile demotes nobody.
    perform pg_advisory_xact_lock(1936487015, 0);
    perform app.require($1, 'accounts:manage');
    perform app.require_proof($1);
    if not exists (select from app.account a where a.id = $2) then
        return 'unknown_account';
    elsif $3 and app.is_last_administrator($2) then
        return 'last_administrator';
    end if;
    update app.account a
    set disabled_at = case when $3 then coalesce(a.disabled_at, clock_timestamp()) end where a.id = $2;
    if $3 then
        perform app.end_logins($2);
        update app.account_link l set used_at = clock_timestamp() where l.account_id = $2 and l.used_at is null;
    end if;
    perform app.write_record($1, case when $3 then 'account.disabled' else 'account.enabled' end, 'account:' || $2);
    return 'done';
end
$$;
grant execute on function api.disable_account to socialday_web, socialday_admin;
