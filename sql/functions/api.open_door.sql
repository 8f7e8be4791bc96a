-- A steward's link for a venue, or for one room of it, on one day, by the venue's slug and the room's name
-- (app.make_door_link).
--
-- room: null: all of the venue.
-- Locks: nothing. Outcomes: made; unknown_venue; unknown_room, which is not that venue's.
-- Raises: 42501 without door:open at the venue.
drop function if exists api.open_door;
create function api.open_door(actor text, venue_slug text, room text, day date)
returns table (outcome text, id uuid, expires_at timestamptz)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    venue bigint := (select v.id from app.venue v where v.slug = $2);
    room_id bigint := (select r.id from app.room r where r.venue_id = venue and r.name = $3);
begin
    perform app.require($1, 'door:open', venue);
    if venue is null then
        return query select 'unknown_venue', null::uuid, null::timestamptz;
    elsif $3 is not null and room_id is null then
        return query select 'unknown_room', null::uuid, null::timestamptz;
    else
        return query select 'made', m.id, m.expires_at from app.make_door_link($1, venue, room_id, $4) m;
    end if;
end
$$;
grant execute on function api.open_door to socialday_web, socialday_admin;
