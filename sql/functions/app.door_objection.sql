-- Why somebody is not let in or out at a door, or null where they are.
--
-- people: how many come or go. moment: the clock's. Who is inside already is in the ticket and the tally.
-- Locks: nothing; the caller holds the door's tally.
-- Answers, of which it is the first that is so:
--   unknown              no such ticket, or its secret was replaced
--   wrong_day, wrong_session   it is for another session
--   cancelled, session_cancelled
--   waiting              it holds no places, and was not let in as a walk-in
--   not_inside           nobody to let out
--   already_in           all of its places are inside
--   too_many             more people than are left of it, in or out
--   full                 nothing is free for a walk-in (app.free_at_door), or the room holds no more
--   given_away           the room holds no more for somebody with places, who is late enough for them to have been given
--                        to walk-ins. Beyond the session's capacity they are let in as long as the room holds them.
create or replace function app.door_objection(
    door app.door_now, tally app.door_tally, ticket app.door_ticket, asked app.door_request, people integer,
    moment timestamptz
)
returns text
language plpgsql stable as $$
declare
    is_ours constant boolean := ticket.is_ours is true;
    has_places constant boolean := is_ours and ticket.status = 'confirmed';
    comes constant boolean := asked.direction = 'in';
    inside constant integer := case when is_ours then coalesce(ticket.inside, 0) end;
begin
    return case
        when ticket.sign_up_id is null and (not asked.is_walk_in or asked.sign_up_id is not null) then 'unknown'
        when ticket.sign_up_id is not null and not is_ours
            then case when ticket.day <> door.day then 'wrong_day' else 'wrong_session' end
        when ticket.status = 'cancelled' and (comes or inside = 0) then 'cancelled'
        when door.is_cancelled and comes then 'session_cancelled'
        when not comes then case
            when coalesce(inside, tally.walk_ins_inside) = 0 then 'not_inside'
            when people > coalesce(inside, tally.walk_ins_inside) then 'too_many' end
        when ticket.status = 'waiting' and not asked.is_walk_in and ticket.inside is null then 'waiting'
        when inside = ticket.places then 'already_in'
        when inside + people > ticket.places then 'too_many'
        when not has_places and people > app.free_at_door(
            door.capacity, door.confirmed, tally.arrived, tally.walk_ins_inside, door.starts_at, moment) then 'full'
        when tally.inside + tally.walk_ins_inside + people > door.room_capacity then case
            when has_places and moment >= app.claims_end(door.starts_at) then 'given_away'
            else 'full' end
    end;
end
$$;
