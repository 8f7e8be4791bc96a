-- The first words of the actions in the record, and the accounts that stand there: what it can be filtered by.
--
-- Locks: nothing. Raises: 42501 without record:read.
drop function if exists api.record_kinds;
create function api.record_kinds(actor text) returns table (kinds text[], accounts text[], names text[])
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require($1, 'record:read');
    return query
        select
            array(select distinct split_part(r.action, '.', 1) from app.record r order by 1),
            array(select 'account:' || a.id from app.account a order by lower(a.email)),
            array(select a.email from app.account a order by lower(a.email));
end
$$;
grant execute on function api.record_kinds to socialday_web;
