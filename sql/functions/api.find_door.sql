-- Who holds a door link that is good: no row where it has ended.
drop function if exists api.find_door;
create function api.find_door(id uuid)
returns table (
    day date, expires_at timestamptz, room_id bigint, room text, venue_id bigint, venue_slug text, venue_name text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select d.day, d.expires_at, d.room_id, r.name, v.id, v.slug, v.name
    from app.door_link d
    join app.venue v on v.id = d.venue_id
    left join app.room r on r.id = d.room_id
    where d.id = $1 and d.ended_at is null and d.expires_at > clock_timestamp()
$$;
grant execute on function api.find_door to socialday_web;
