-- Notes how a run ended.
--
-- error: why it failed, without personal data; null where it did not.
-- Locks: nothing.
-- Outcomes: whether it was under way.
drop function if exists api.end_export;
create function api.end_export(run bigint, rows integer, files integer, bytes bigint, error text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    update app.export_run r
    set rows = $2, files = $3, bytes = $4, error = left($5, 500), ended_at = clock_timestamp(),
        outcome = case when $5 is null then 'done' else 'failed' end
    where r.id = $1 and r.kind = 'asked' and r.outcome is null;
    return found;
end
$$;
grant execute on function api.end_export to socialday_web, socialday_admin;
