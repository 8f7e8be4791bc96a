-- Notes how many rows a run that is under way has read.
--
-- Locks: nothing.
create or replace function api.export_progress(run bigint, rows integer) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    update app.export_run r set rows = $2 where r.id = $1 and r.outcome is null
$$;
grant execute on function api.export_progress to socialday_web, socialday_admin;
