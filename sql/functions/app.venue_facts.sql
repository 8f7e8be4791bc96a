-- A venue as it is told of: what can be changed of it, its rooms' capacities by room_NAME included.
create or replace function app.venue_facts(venue app.venue) returns jsonb
language sql stable as $$
    select to_jsonb(venue) - array['id', 'slug', 'version'] || (
        select coalesce(jsonb_object_agg('room_' || r.name, r.capacity), '{}') from app.room r where r.venue_id = venue.id)
$$;
