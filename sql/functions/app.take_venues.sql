-- Writes the lines of a venues file: venues, then their rooms.
--
-- Locks: nothing; the caller holds the programme's lock and has looked for problems.
create or replace function app.take_venues(given app.venue_line[]) returns void
language plpgsql volatile as $$
begin
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
        access_notes = coalesce(excluded.access_notes, v.access_notes);

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
