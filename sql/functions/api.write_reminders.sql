-- Writes a letter to everyone who holds places, once for an edition, two days before its first day from nine in the
-- morning on its clock; returns how many. To be called now and then: once the day has begun it is too late.
--
-- Locks: nothing; of two that call it at once, one writes.
drop function if exists api.write_reminders;
create function api.write_reminders() returns integer
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    moment constant timestamptz := clock_timestamp();
    due bigint[];
    written integer;
begin
    with reminded as (
        insert into app.reminded_edition (edition_id, reminded_at)
        select e.id, moment
        from app.edition e
        where moment at time zone e.time_zone >= e.first_day - 2 + time '09:00'
            and (moment at time zone e.time_zone)::date < e.first_day
        on conflict do nothing
        returning edition_id
    )
    select array_agg(edition_id) into due from reminded;

    insert into app.outbox (attendee_id, created_at, next_attempt_at, kind, language)
    select u.attendee_id, moment, moment, 'reminder', (array_agg(u.language order by u.id desc))[1]
    from app.session s
    join app.sign_up u on u.session_id = s.id
    join app.attendee a on a.id = u.attendee_id
    where s.edition_id = any (due) and s.cancelled_at is null and u.status = 'confirmed' and a.email is not null
    group by u.attendee_id;
    get diagnostics written = row_count;
    return written;
end
$$;
grant execute on function api.write_reminders to socialday_web, socialday_admin;
