-- Deletes what people told of their needs, the edition's number of days after its last day.
--
-- Locks: only the rows that it changes, whose places stay as they are. Returns how many sign-ups told of any.
drop function if exists api.forget_needs;
create function api.forget_needs() returns integer
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    with forgotten as (
        update app.sign_up u set needs = null, needs_note = null
        from app.session s
        join app.edition e on e.id = s.edition_id
        where u.session_id = s.id and (u.needs is not null or u.needs_note is not null)
            and (e.last_day + e.needs_retention_days)::timestamp at time zone e.time_zone <= clock_timestamp()
        returning 1
    )
    select count(*)::integer from forgotten
$$;
grant execute on function api.forget_needs to socialday_web, socialday_admin;
