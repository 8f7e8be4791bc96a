-- Deletes everything about the people of editions that ended their number of months ago: sign-ups, attendees, request
-- keys, letters and check-ins. What the sessions were and how full they were stays.
--
-- dry_run: only counts.
-- Locks: those editions.
-- Returns: a row for each edition that had people; none where there is nothing to forget.
drop function if exists api.forget_people;
create function api.forget_people(dry_run boolean)
returns table (edition_id bigint, attendees integer, sign_ups integer)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    due bigint[] := array(
        select e.id from app.edition e
        where (e.last_day + make_interval(months => e.retention_months)) at time zone e.time_zone <= clock_timestamp()
            and exists (select from app.attendee a where a.edition_id = e.id));
    current bigint;
    sessions bigint[];
begin
    perform app.lock_edition(due);
    foreach current in array due loop
        sessions := array(select s.id from app.session s where s.edition_id = current);
        edition_id := current;
        select count(*) into attendees from app.attendee a where a.edition_id = current;
        select count(*) into sign_ups from app.sign_up u where u.session_id = any (sessions);
        if not dry_run then
            delete from app.outbox o using app.attendee a where a.id = o.attendee_id and a.edition_id = current;
            delete from app.request_key k where k.session_id = any (sessions);
            delete from app.presence p where p.session_id = any (sessions);
            delete from app.check_in c where c.session_id = any (sessions);
            delete from app.sign_up u where u.session_id = any (sessions);
            delete from app.attendee a where a.edition_id = current;
        end if;
        return next;
    end loop;
end
$$;
grant execute on function api.forget_people to socialday_web, socialday_admin;
