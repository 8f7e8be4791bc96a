-- Whose login this is, and notes that it was seen: no row where it has ended, by itself too.
--
-- hash: SHA-256 of the cookie. venues: the venue manager's, as an array of {id, slug, name}.
-- Locks: the login's row, once a minute.
drop function if exists api.find_login;
create function api.find_login(hash bytea)
returns table (
    login uuid, account uuid, email text, role text, language text, factor_version integer, factor_set boolean,
    proved_at timestamptz, venues jsonb)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    moment constant timestamptz := clock_timestamp();
    found_login uuid;
    last_seen timestamptz;
begin
    select l.id, l.seen_at into found_login, last_seen
    from app.login l join app.account a on a.id = l.account_id
    where l.hash = $1 and l.ended_at is null and a.disabled_at is null
        and l.seen_at > moment - interval '30 minutes' and l.created_at > moment - interval '12 hours';
    if found_login is null then
        return;
    end if;
    if last_seen < moment - interval '1 minute' then
        update app.login l set seen_at = moment where l.id = found_login;
    end if;
    return query
        select l.id, a.id, a.email, a.role, a.language, a.factor_version, a.factor_set_at is not null, l.proved_at,
            coalesce((
                select jsonb_agg(jsonb_build_object('id', v.id, 'slug', v.slug, 'name', v.name) order by v.name)
                from app.account_venue x join app.venue v on v.id = x.venue_id
                where x.account_id = a.id), '[]')
        from app.login l join app.account a on a.id = l.account_id
        where l.id = found_login;
end
$$;
grant execute on function api.find_login to socialday_web;
