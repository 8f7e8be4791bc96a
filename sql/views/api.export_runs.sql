-- What was exported, the latest first.
drop view if exists api.export_runs;
create view api.export_runs as
select r.id, r.kind, r.actor, r.scope, r.formats, r.columns, r.night, r.snapshot_at, r.started_at, r.ended_at, r.outcome,
    r.rows, r.files, r.bytes, r.error, r.added, r.changed, r.cancelled
from app.export_run r
order by r.id desc;
grant select on api.export_runs to socialday_web, socialday_admin;
