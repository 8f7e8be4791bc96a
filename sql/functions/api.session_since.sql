-- What became of a session since a version of it: an object with was and is (app.session_facts), at (seconds since 1970)
-- and by (the actor and, where it is an account, its address), of the latest change; null where there is no such version.
--
-- Locks: nothing. Raises: 42501 without programme:change.
drop function if exists api.session_since;
create function api.session_since(actor text, session_id bigint, version integer) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'programme:change');
    return (
        select jsonb_build_object(
            'was', app.session_facts(jsonb_populate_record(s, p.session)), 'is', app.session_facts(s),
            'at', extract(epoch from l.replaced_at), 'actor', l.replaced_by,
            'by', (select a.email from app.account a where 'account:' || a.id = l.replaced_by))
        from app.session s
        join app.session_past p on p.session_id = s.id and p.version = $3
        cross join lateral (
            select x.replaced_at, x.replaced_by from app.session_past x
            where x.session_id = s.id order by x.version desc limit 1
        ) l
        where s.id = $2);
end
$$;
grant execute on function api.session_since to socialday_web, socialday_admin;
