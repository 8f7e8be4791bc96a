-- Notes how a nightly export ended, and has the organisers told (app.write_night_letters). Recorded. A good one is what the
-- next is compared with; what earlier ones held is forgotten.
--
-- night: the folder's date. error: why it failed, without personal data; null where it did not.
-- added, changed, cancelled: since the night before; null where it was the first.
-- Returns whether it was under way. Locks: nothing but the rows.
drop function if exists api.end_night;
create function api.end_night(
    run bigint, night date, rows integer, files integer, bytes bigint, added integer, changed integer,
    cancelled integer, error text
) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    update app.export_run r
    set night = $2, rows = $3, files = $4, bytes = $5, added = $6, changed = $7, cancelled = $8, error = left($9, 500),
        ended_at = clock_timestamp(), outcome = case when $9 is null then 'done' else 'failed' end
    where r.id = $1 and r.kind = 'nightly' and r.outcome is null;
    if not found then
        return false;
    end if;
    delete from app.exported_sign_up x where (x.run_id = run) = (error is not null);
    perform app.write_record('service', case when error is null then 'export.night_written' else 'export.night_failed' end,
        null, jsonb_build_object('run', run, 'night', night, 'rows', rows, 'files', files));
    perform app.write_night_letters(run);
    return true;
end
$$;
grant execute on function api.end_night to socialday_web, socialday_admin;
