-- Takes the lines of a venues file: known slugs are updated, others made, nothing is deleted. What a line leaves
-- out (null) stays as it is known.
--
-- lines: an array of objects with the columns of the file and "line", its number; the types are right already.
-- Locks: the list of venues and rooms, against other imports.
-- Returns, by kind: 'problem' (line; code capacity_below_sessions, detail the session's slug), and then nothing has
--   been done; otherwise 'created' or 'updated' (detail the venue's slug), one row for each venue.
drop function if exists api.import_venues;
create function api.import_venues(lines jsonb) returns table (kind text, line integer, code text, detail text)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    given app.venue_line[] := array(select l from jsonb_populate_recordset(null::app.venue_line, lines) l);
begin
    perform app.lock_programme();

    return query
    select 'problem', l.line, 'capacity_below_sessions', s.slug
    from unnest(given) l
    join app.venue v on v.slug = l.slug
    join app.room r on r.venue_id = v.id and r.name = l.room
    cross join lateral (
        select o.slug from app.session o where o.room_id = r.id and o.capacity > l.room_capacity
        order by o.capacity desc, o.slug limit 1
    ) s
    order by l.line;
    if found then
        return;
    end if;

    return query
    insert into app.venue as v (
        slug, name, address, postcode, city, arrondissement, latitude, longitude, wheelchair_accessible,
        hearing_loop, access_notes)
    select distinct on (l.slug) l.slug, l.name, l.address, l.postcode, l.city, l.arrondissement, l.latitude,
        l.longitude, l.wheelchair_accessible, l.hearing_loop, l.access_notes
    from unnest(given) l
    order by l.slug, l.line
    on conflict on constraint venue_slug do update set
        name = excluded.name, address = excluded.address, postcode = excluded.postcode, city = excluded.city,
        arrondissement = excluded.arrondissement, latitude = excluded.latitude, longitude = excluded.longitude,
        wheelchair_accessible = coalesce(excluded.wheelchair_accessible, v.wheelchair_accessible),
        hearing_loop = coalesce(excluded.hearing_loop, v.hearing_loop),
        access_notes = coalesce(excluded.access_notes, v.access_notes)
    returning case when v.xmax = 0 then 'created' else 'updated' end, null::integer, null::text, v.slug;

    -- A room's sessions follow its capacity (session_room cascades).
    insert into app.room as r (venue_id, name, capacity)
    select v.id, l.room, l.room_capacity
    from unnest(given) l
    join app.venue v on v.slug = l.slug
    where l.room is not null
    order by l.line
    on conflict on constraint room_name do update set capacity = excluded.capacity
    where r.capacity <> excluded.capacity;
end
$$;
grant execute on function api.import_venues to socialday_admin;
