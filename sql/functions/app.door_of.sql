-- A session's door.
--
-- Locks: nothing.
create or replace function app.door_of(session_id bigint) returns app.door_now
language plpgsql stable as $$
declare
    door app.door_now;
begin
    select s.id, s.starts_at, (s.starts_at at time zone e.time_zone)::date, s.capacity, s.room_capacity,
        s.cancelled_at is not null, t.confirmed
    into door
    from app.session s
    join app.session_tally t on t.session_id = s.id
    join app.edition e on e.id = s.edition_id
    where s.id = $1;
    return door;
end
$$;
