-- Has a link to choose another password mailed to an account, at most once in ten minutes. Tells nothing, and takes as long,
-- whether there is such an account or not (the caller evens out the rest).
--
-- Locks: the account's row.
drop function if exists api.ask_for_reset;
create function api.ask_for_reset(email text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    known uuid;
    invited boolean;
begin
    select a.id, a.password is null into known, invited
    from app.account a
    where lower(a.email) collate "C" = lower($1) and a.disabled_at is null
        and not exists (
            select from app.account_link k
            where k.account_id = a.id and k.created_at > clock_timestamp() - interval '10 minutes')
    for update;
    if known is not null then
        perform app.mail_account_link(known, case when invited then 'invitation' else 'reset' end);
        perform app.write_record('account:' || known, 'password.reset_asked', 'account:' || known);
    end if;
end
$$;
grant execute on function api.ask_for_reset to socialday_web;
