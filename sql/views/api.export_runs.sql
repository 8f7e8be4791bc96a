-- What was exported, the latest first. One that was asked for has failed, too, where whoever read it is gone and could not say
-- so (api.hold_export), or nobody has fetched it within an hour.
drop view if exists api.export_runs;
create view api.export_runs as
select r.id, r.kind, r.actor, r.scope, r.formats, r.columns, r.night, r.snapshot_at, r.started_at, r.ended_at,
    coalesce(r.outcome, case when lost.reason is not null then 'failed' end) as outcome,
    r.rows, r.files, r.bytes, coalesce(r.error, lost.reason) as error, r.added, r.changed, r.cancelled
from app.export_run r
left join lateral (
    select case
        when r.rows > 0 then 'interrupted: the program, the machine or the database was stopped'
        else 'it was not fetched'
    end as reason
    where r.kind = 'asked' and r.outcome is null
        and (r.rows > 0 or r.started_at < clock_timestamp() - interval '1 hour')
        and not exists (
            select from pg_locks l
            where l.locktype = 'advisory' and l.classid = 1936487017 and l.objid = r.id::integer::oid and l.objsubid = 2
                and l.database = (select d.oid from pg_database d where d.datname = current_database()))
) lost on true
order by r.id desc;
grant select on api.export_runs to socialday_web, socialday_admin;
