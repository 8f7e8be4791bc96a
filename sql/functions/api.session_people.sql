-- Who is signed up for a session: a page of them, in the order asked for.
--
-- statuses: which of confirmed, waiting, cancelled. sort: name, latest (who signed up last first), or queue.
-- Permission: people:read. Locks: nothing.
-- Writes: the record: people.listed.
drop function if exists api.session_people;
create function api.session_people(
    actor text, session_id bigint, statuses text[], sort text, most integer, skip integer
)
returns table (
    sign_up_id bigint, attendee_id bigint, name text, email text, telephone text, places integer, status text,
    "position" integer, route text, signed_up_at timestamptz, found integer
)
language plpgsql volatile security definer rows 50
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'people:read');
    perform app.write_record(actor, 'people.listed', app.about_session($2), jsonb_build_object('skipped', $6));
    return query
    select u.id, a.id, u.name, a.email, a.telephone, u.places, u.status,
        case when u.status = 'waiting' then app.queue_position(u.session_id, u.queue_number) end,
        u.route, u.created_at, (count(*) over ())::integer
    from app.sign_up u
    join app.attendee a on a.id = u.attendee_id
    where u.session_id = $2 and u.status = any ($3)
    order by case $4 when 'queue' then u.queue_number end, case $4 when 'latest' then u.id end desc nulls last,
        u.name collate "und-x-icu", u.id
    limit $5 offset $6;
end
$$;
grant execute on function api.session_people to socialday_web;
