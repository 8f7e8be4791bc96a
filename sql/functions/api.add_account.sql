-- Makes an account. Without a password it is invited: a letter with a link to choose one.
--
-- venues: slugs, of a venue manager at least one, of the others none.
-- Locks: nothing. Outcomes: added; known, where there is one under the address; unknown_venue; venues_needed; no_venues.
-- Raises: 42501 without accounts:manage or a fresh proof; 23514 for what is no role or language.
drop function if exists api.add_account;
create function api.add_account(
    actor text, email text, role text, venues text[], language text, password text)
returns table (outcome text, id uuid)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    added uuid;
    problem text;
begin
    perform app.require($1, 'accounts:manage');
    perform app.require_proof($1);
    problem := app.venues_problem($3, $4);
    if problem is not null then
        return query select problem, null::uuid;
        return;
    end if;
    insert into app.account (email, role, language, password) values ($2, $3, $5, $6)
    on conflict do nothing
    returning account.id into added;
    if added is null then
        return query select 'known', null::uuid;
        return;
    end if;
    insert into app.account_venue (account_id, venue_id)
    select added, v.id from app.venue v where v.slug = any ($4);
    perform app.write_record($1, 'account.added', 'account:' || added, jsonb_build_object('role', $3, 'venues', $4));
    if $6 is null then
        perform app.mail_account_link(added, 'invitation');
    end if;
    return query select 'added', added;
end
$$;
grant execute on function api.add_account to socialday_web, socialday_admin;
