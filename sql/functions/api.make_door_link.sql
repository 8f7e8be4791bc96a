-- A steward's link for a venue, or for one room of it, on one day: the one there is, or a new one. What opens the door is
-- derived from the id and the secret file (Registration's DoorLink).
--
-- It is good until six in the morning after, so that what was recorded without network can still be sent.
-- Locks: nothing. Outcomes: made; unknown_venue; unknown_room, which is not that venue's.
-- Raises: 42501 without door:open at the venue.
drop function if exists api.make_door_link;
create function api.make_door_link(actor text, venue_id bigint, room_id bigint, day date)
returns table (outcome text, id uuid, expires_at timestamptz)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    zone text := coalesce((select e.time_zone from app.edition e where e.is_current), 'Europe/Paris');
begin
    perform app.require($1, 'door:open', $2);
    if not exists (select from app.venue v where v.id = $2) then
        return query select 'unknown_venue', null::uuid, null::timestamptz;
        return;
    elsif $3 is not null and not exists (select from app.room r where r.id = $3 and r.venue_id = $2) then
        return query select 'unknown_room', null::uuid, null::timestamptz;
        return;
    end if;
    insert into app.door_link (venue_id, room_id, day, expires_at)
    values ($2, $3, $4, ($4 + 1 + time '06:00') at time zone zone)
    on conflict do nothing;
    if found then
        perform app.write_record(
            $1, 'door_link.made', 'venue:' || (select v.slug from app.venue v where v.id = $2),
            jsonb_build_object('day', $4, 'room', $3));
    end if;
    return query
        select 'made', d.id, d.expires_at from app.door_link d
        where d.venue_id = $2 and coalesce(d.room_id, 0) = coalesce($3, 0) and d.day = $4 and d.ended_at is null;
end
$$;
grant execute on function api.make_door_link to socialday_web, socialday_admin;
