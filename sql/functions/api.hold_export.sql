-- Says that this connection reads a run, which is under way as long as the connection is there (api.export_runs).
--
-- Locks: advisory, shared, (1936487017, run), until the connection ends or lets go of its locks.
create or replace function api.hold_export(run bigint) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    select pg_advisory_lock_shared(1936487017, $1::integer)
$$;
grant execute on function api.hold_export to socialday_web, socialday_admin;
