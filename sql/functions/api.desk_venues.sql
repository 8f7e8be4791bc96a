-- The venues with their rooms, as the organiser's desk has them: an object each, with the columns of app.venue, and rooms
-- (id, name, capacity, version, sessions and the largest of their capacities), sessions and confirmed (places) of the current
-- edition.
--
-- Locks: nothing. Raises: 42501 without programme:change.
drop function if exists api.desk_venues;
create function api.desk_venues(actor text) returns setof jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'programme:change');
    return query
    with used as (
        select s.room_id, count(*) as sessions, max(s.capacity) as largest, sum(t.confirmed) as confirmed
        from app.session s
        join app.session_tally t on t.session_id = s.id
        join app.edition e on e.id = s.edition_id
        where e.is_current and s.cancelled_at is null
        group by s.room_id
    )
    select to_jsonb(v) || jsonb_build_object(
        'rooms', coalesce(jsonb_agg(
            jsonb_build_object(
                'id', r.id, 'name', r.name, 'capacity', r.capacity, 'version', r.version, 'sessions', coalesce(u.sessions, 0),
                'largest', coalesce(u.largest, 0))
            order by r.name) filter (where r.id is not null), '[]'),
        'sessions', coalesce(sum(u.sessions), 0), 'confirmed', coalesce(sum(u.confirmed), 0))
    from app.venue v
    left join app.room r on r.venue_id = v.id
    left join used u on u.room_id = r.id
    group by v.id
    order by v.arrondissement, v.name, v.slug;
end
$$;
grant execute on function api.desk_venues to socialday_web, socialday_admin;
