-- All accounts, by their addresses, with whether they are whole: a password chosen, a second factor set up.
--
-- Locks: nothing. Raises: 42501 without accounts:manage.
drop function if exists api.accounts;
create function api.accounts(actor text)
returns table (
    id uuid, email text, role text, language text, venues text[], venue_names text[], has_password boolean,
    has_factor boolean, created_at timestamptz, disabled_at timestamptz, last_seen_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require($1, 'accounts:manage');
    return query
        select a.id, a.email, a.role, a.language,
            array(select v.slug from app.account_venue x join app.venue v on v.id = x.venue_id
                where x.account_id = a.id order by v.name),
            array(select v.name from app.account_venue x join app.venue v on v.id = x.venue_id
                where x.account_id = a.id order by v.name),
            a.password is not null, a.factor_set_at is not null, a.created_at, a.disabled_at,
            (select max(l.seen_at) from app.login l where l.account_id = a.id)
        from app.account a
        order by lower(a.email);
end
$$;
grant execute on function api.accounts to socialday_web, socialday_admin;
