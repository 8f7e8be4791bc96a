-- The open logins of one's own account, the latest seen first.
--
-- Locks: nothing. Raises: 42501 where the actor is no account.
drop function if exists api.open_logins;
create function api.open_logins(actor text)
returns table (id uuid, browser text, created_at timestamptz, seen_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    own constant uuid := app.require_account($1);
    moment constant timestamptz := clock_timestamp();
begin
    return query
        select l.id, l.browser, l.created_at, l.seen_at
        from app.login l
        where l.account_id = own and l.ended_at is null and l.seen_at > moment - interval '30 minutes'
            and l.created_at > moment - interval '12 hours'
        order by l.seen_at desc;
end
$$;
grant execute on function api.open_logins to socialday_web;
