-- Gives an account another role, or other venues. All its logins end: it logs in as what it is now.
--
-- Locks: accounts, so that the last two administrators do not demote each other at once.
-- Outcomes: changed; unknown_account; unknown_venue; venues_needed; no_venues; last_administrator.
-- Raises: 42501 without accounts:manage or a fresh proof; 23514 for what is no role.
drop function if exists api.change_account;
create function api.change_account(actor text, id uuid, role text, venues text[]) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    problem text;
begin
    -- First, so that whoever was demoted meanwhile demotes nobody.
    perform pg_advisory_xact_lock(1936487015, 0);
    perform app.require($1, 'accounts:manage');
    perform app.require_proof($1);
    problem := app.venues_problem($3, $4);
    if not exists (select from app.account a where a.id = $2) then
        return 'unknown_account';
    elsif problem is not null then
        return problem;
    elsif $3 <> 'administrator' and app.is_last_administrator($2) then
        return 'last_administrator';
    end if;
    update app.account a set role = $3 where a.id = $2;
    delete from app.account_venue x where x.account_id = $2;
    insert into app.account_venue (account_id, venue_id)
    select $2, v.id from app.venue v where v.slug = any ($4);
    perform app.end_logins($2);
    perform app.write_record($1, 'account.changed', 'account:' || $2, jsonb_build_object('role', $3, 'venues', $4));
    return 'changed';
end
$$;
grant execute on function api.change_account to socialday_web, socialday_admin;
