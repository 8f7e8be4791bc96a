-- Changes a room, or makes one in a venue. Its sessions follow its capacity.
--
-- id: null for a new one. Locks: the list of venues and rooms.
-- Returns: an object with outcome: saved; unknown_room; unknown_venue; name_taken; below_session, with detail the slug of the
--   largest session in it and its capacity. Raises: 42501 without programme:change; 23514 (room_capacity).
drop function if exists api.save_room;
create function api.save_room(actor text, venue_slug text, id bigint, name text, capacity integer) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    venue bigint;
    before app.room;
    largest app.session;
begin
    perform app.require(actor, 'programme:change');
    perform set_config('socialday.actor', actor, true);
    perform app.lock_programme();
    venue := (select v.id from app.venue v where v.slug = venue_slug);
    if venue is null then
        return '{"outcome": "unknown_venue"}';
    end if;
    select * into before from app.room r where r.id = $3 and r.venue_id = venue;
    if $3 is not null and before.id is null then
        return '{"outcome": "unknown_room"}';
    end if;
    if exists (select from app.room r where r.venue_id = venue and r.name = $4 and r.id is distinct from before.id) then
        return '{"outcome": "name_taken"}';
    end if;
    -- What comes after has to find no larger session than this does.
    perform app.lock_edition(array(select distinct s.edition_id from app.session s where s.room_id = before.id));
    select * into largest from app.session s
    where s.room_id = before.id and s.capacity > $5 order by s.capacity desc, s.slug limit 1;
    if largest.id is not null then
        return jsonb_build_object(
            'outcome', 'below_session', 'detail', largest.slug, 'capacity', largest.capacity);
    end if;
    if before.id is null then
        insert into app.room (venue_id, name, capacity) values (venue, $4, $5) returning app.room.id into before.id;
    elsif (before.name, before.capacity) = ($4, $5) then
        return '{"outcome": "saved"}';
    else
        update app.room r set name = $4, capacity = $5 where r.id = $3;
    end if;
    perform app.write_record(
        actor, case when $3 is null then 'room.created' else 'room.changed' end, 'room:' || before.id,
        jsonb_build_object('venue', venue_slug, 'capacity', $5));
    return '{"outcome": "saved"}';
end
$$;
grant execute on function api.save_room to socialday_web, socialday_admin;
