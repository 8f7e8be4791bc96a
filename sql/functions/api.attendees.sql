-- A session's attendee list: who has places, by name; then who waits, by queue. Cancelled ones are not in it.
--
-- Permission: people:read. Locks: nothing.
-- Writes: the record: people.listed.
drop function if exists api.attendees;
create function api.attendees(actor text, session_id bigint)
returns table (
    sign_up_id bigint, name text, email text, places integer, status text, "position" integer, language text,
    signed_up_at timestamptz
)
language plpgsql volatile security definer rows 50
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'people:read');
    perform app.write_record(actor, 'people.listed', app.about_session($2), '{}');
    return query
    select u.id, u.name, coalesce(a.email, ''), u.places, u.status,
        case when u.status = 'waiting'
            then (row_number() over (partition by u.status order by u.queue_number))::integer end,
        u.language, u.created_at
    from app.sign_up u
    join app.attendee a on a.id = u.attendee_id
    where u.session_id = $2 and u.status <> 'cancelled'
    order by u.status, case when u.status = 'waiting' then u.queue_number end,
        u.name collate "und-x-icu", u.queue_number;
end
$$;
grant execute on function api.attendees to socialday_web;
