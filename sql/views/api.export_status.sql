-- How the nightly export is doing, in one row: the current edition's time zone and since when nights are owed; the last
-- good night and the last one that failed since. After 26 hours without a good night something is wrong.
drop view if exists api.export_status;
create view api.export_status as
select e.time_zone, e.created_at as owed_since, good.night as last_night, good.snapshot_at as last_good_at,
    good.rows as last_rows, failed.ended_at as failed_at, failed.error,
    coalesce(good.snapshot_at, e.created_at) < clock_timestamp() - interval '26 hours' as is_late,
    clock_timestamp() as now
from app.edition e
left join lateral (
    select r.night, r.snapshot_at, r.rows
    from app.export_run r
    where r.kind = 'nightly' and r.outcome = 'done' and r.edition_id = e.id
    order by r.snapshot_at desc limit 1
) good on true
left join lateral (
    select r.ended_at, r.error
    from app.export_run r
    where r.kind = 'nightly' and r.outcome = 'failed' and r.edition_id = e.id
        and r.ended_at > coalesce(good.snapshot_at, '-infinity')
    order by r.ended_at desc limit 1
) failed on true
where e.is_current;
grant select on api.export_status to socialday_web, socialday_admin;
