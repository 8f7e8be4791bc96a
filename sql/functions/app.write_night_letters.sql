-- Has a mail written about a nightly export that ended: to the organisers that it is there and what changed, to them and
-- the administrators that it failed. Of several failures within 20 hours only the first is told.
--
-- Locks: nothing.
create or replace function app.write_night_letters(run bigint) returns void
language plpgsql volatile as $$
declare
    ended constant app.export_run := (select r from app.export_run r where r.id = run);
begin
    if ended.outcome = 'failed' and exists (
        select from app.export_run r
        where r.kind = 'nightly' and r.outcome = 'failed' and r.id < run and r.ended_at > ended.ended_at - interval '20 hours'
            and not exists (
                select from app.export_run g
                where g.kind = 'nightly' and g.outcome = 'done' and g.id between r.id and run))
    then
        return;
    end if;
    perform app.write_staff_letter(
        a.id, null, null, case ended.outcome when 'done' then 'night_written' else 'night_failed' end,
        jsonb_build_object('night', ended.night, 'rows', ended.rows, 'files', ended.files, 'new', ended.added,
            'changed', ended.changed, 'cancelled', ended.cancelled, 'error', ended.error))
    from app.account a
    where a.disabled_at is null and a.password is not null
        and (a.role = 'organiser' or a.role = 'administrator' and ended.outcome = 'failed');
end
$$;
