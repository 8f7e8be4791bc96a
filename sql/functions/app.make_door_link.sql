-- A steward's link for a venue, or for one room of it (null: all), on one day: the one there is, or a new one. What opens the
-- door is derived from the id and the secret file (Registration's StaffLink).
--
-- It is good until six in the morning after, so that what was recorded without network can still be sent. Whether the actor
-- may open the door, and the room is the venue's, is for the caller to see.
-- Locks: nothing.
-- Writes: the record: door_link.made.
--
-- It was in api once, where the service could have called it.
drop function if exists api.make_door_link;
drop function if exists app.make_door_link;
create function app.make_door_link(actor text, venue_id bigint, room_id bigint, day date)
returns table (id uuid, expires_at timestamptz)
language plpgsql volatile as $$
#variable_conflict use_column
declare
    zone text := coalesce((select e.time_zone from app.edition e where e.is_current), 'Europe/Paris');
begin
    insert into app.door_link (venue_id, room_id, day, expires_at)
    values ($2, $3, $4, ($4 + 1 + time '06:00') at time zone zone)
    on conflict do nothing;
    if found then
        perform app.write_record(
            $1, 'door_link.made', 'venue:' || (select v.slug from app.venue v where v.id = $2),
            jsonb_build_object('day', $4, 'room', $3));
    end if;
    return query
        select d.id, d.expires_at from app.door_link d
        where d.venue_id = $2 and coalesce(d.room_id, 0) = coalesce($3, 0) and d.day = $4 and d.ended_at is null;
end
$$;
