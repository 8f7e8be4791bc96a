-- Says that the nightly export begins. To be called by whoever holds the nightly advisory lock: runs that seem to be under
-- way were killed, and are noted as failed.
--
-- Returns: the run, and its edition's time zone and first day; no row where there is no current edition.
-- Locks: nothing but the rows.
drop function if exists api.begin_night;
create function api.begin_night(formats text, columns text)
returns table (run bigint, time_zone text, first_day date)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    edition app.edition;
begin
    update app.export_run r
    set outcome = 'failed', ended_at = clock_timestamp(), error = 'interrupted: the program or the machine was stopped'
    where r.kind = 'nightly' and r.outcome is null;
    delete from app.exported_sign_up x
    using app.export_run r
    where r.id = x.run_id and r.outcome = 'failed';
    select e.* into edition from app.edition e where e.is_current;
    if not found then
        return;
    end if;
    insert into app.export_run (kind, actor, edition_id, scope, formats, columns)
    values ('nightly', 'service', edition.id, 'edition', $1, $2)
    returning id into run;
    time_zone := edition.time_zone;
    first_day := edition.first_day;
    return next;
end
$$;
grant execute on function api.begin_night to socialday_web, socialday_admin;
