-- For somebody who lost telephone or password: the second factor and its recovery codes are no more, all logins end, and a
-- link to choose a password is mailed, unless one is given here. Until then the old password opens nothing.
--
-- Locks: accounts. Outcomes: done; unknown_account, a disabled one too. Raises: 42501 without accounts:manage or a fresh proof.
drop function if exists api.reset_account;
create function api.reset_account(actor text, id uuid, password text) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    -- First, so that whoever was demoted meanwhile demotes nobody.
    perform pg_advisory_xact_lock(1936487015, 0);
    perform app.require($1, 'accounts:manage');
    perform app.require_proof($1);
    update app.account a
    set password = $3, factor_version = a.factor_version + 1, factor_set_at = null, factor_step = 0
    where a.id = $2 and a.disabled_at is null;
    if not found then
        return 'unknown_account';
    end if;
    delete from app.recovery_code r where r.account_id = $2;
    perform app.end_logins($2);
    if $3 is null then
        perform app.mail_account_link($2, 'invitation');
    end if;
    perform app.write_record($1, 'account.reset', 'account:' || $2);
    return 'done';
end
$$;
grant execute on function api.reset_account to socialday_web, socialday_admin;
