-- Deletes what the staff's work leaves behind and nobody needs any more, all thirty days old: letters that are done with,
-- logins and links that have ended, and what the programme was before changes; and attempts to log in after a quarter of an
-- hour. Returns how many rows. To be called now and then. The record stays.
--
-- Locks: nothing but the rows.
drop function if exists api.forget_staff_traces;
create function api.forget_staff_traces() returns bigint
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    with letter as (
        delete from app.staff_letter l
        where coalesce(l.sent_at, l.given_up_at, l.dropped_at) < now() - interval '30 days' returning 1),
    login as (delete from app.login l where l.seen_at < now() - interval '30 days' returning 1),
    link as (delete from app.account_link k where k.expires_at < now() - interval '30 days' returning 1),
    door as (delete from app.door_link d where d.expires_at < now() - interval '30 days' returning 1),
    change as (delete from app.change c where c.made_at < now() - interval '30 days' returning 1),
    attempt as (delete from app.login_attempt a where a.at < now() - interval '15 minutes' returning 1)
    select (select count(*) from letter) + (select count(*) from login) + (select count(*) from link)
        + (select count(*) from door) + (select count(*) from change) + (select count(*) from attempt)
$$;
grant execute on function api.forget_staff_traces to socialday_web, socialday_admin;
