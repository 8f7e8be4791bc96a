-- How many are at each door of the current edition: counters only, read once for everybody who looks at a board, whom the
-- service shows no more than their venues.
--
-- Locks: nothing. arrived and inside: people with confirmed places; walk_ins: people without; inside either way: nobody once
--   the room has emptied (app.emptied_at), since few are scanned on their way out; flagged: rows of check_in that somebody
--   should look at; remaining: app.free_at_door.
drop function if exists api.doors;
create function api.doors()
returns table (
    session_id bigint, room_capacity integer, capacity integer, confirmed integer, waiting integer, arrived integer,
    inside integer, walk_ins integer, walk_ins_inside integer, flagged integer, remaining integer
)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select s.id, s.room_capacity, t.capacity, t.confirmed, t.waiting, d.arrived,
        case when app.emptied_at(s.ends_at) > clock_timestamp() then d.inside else 0 end, d.walk_ins,
        case when app.emptied_at(s.ends_at) > clock_timestamp() then d.walk_ins_inside else 0 end, d.flagged,
        app.free_at_door(t.capacity, t.confirmed, d.arrived, d.walk_ins_inside, s.starts_at, clock_timestamp())
    from app.edition e
    join app.session s on s.edition_id = e.id
    join app.session_tally t on t.session_id = s.id
    join app.door_tally d on d.session_id = s.id
    where e.is_current and s.published_at is not null
$$;
grant execute on function api.doors to socialday_web, socialday_admin;
