-- A run that this actor asked for, with how many rows it is to have; no row for another's.
--
-- Raises: 42501 where the actor may not export.
drop function if exists api.export_run;
create function api.export_run(actor text, run bigint)
returns table (
    scope text, formats text, columns text, rows integer, outcome text, error text, expected integer
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'people:export');
    return query
        select r.scope, r.formats, r.columns, r.rows, x.outcome, x.error,
            (select count(*)::integer from app.sign_up u
            where u.status <> 'cancelled' and u.session_id in (
                select s.id from app.session s
                where s.edition_id = r.edition_id and (r.sessions is null or s.id = any (r.sessions))))
        from app.export_run r
        join api.export_runs x on x.id = r.id
        where r.id = $2 and r.kind = 'asked' and r.actor = $1;
end
$$;
grant execute on function api.export_run to socialday_web;
