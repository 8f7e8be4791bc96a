-- Changes a room, or makes one in a venue. Its sessions follow its capacity; where its name becomes
-- another one, those signed up for sessions to come there are written to (app.tell_of_place).
--
-- id: null for a new one. version, agreed: as api.save_venue has them.
-- Locks: the list of venues and rooms, then the editions with sessions there.
-- Returns an object with outcome: unknown_room; unknown_venue; name_taken; below_session, with detail the slug of the largest
--   session in it and its capacity; and as api.save_venue saved, unchanged, outdated, more_affected.
-- Raises: 42501 without programme:change; 23514 (room_capacity).
drop function if exists api.save_room;
create function api.save_room(
    actor text, venue_slug text, id bigint, name text, capacity integer, version integer default null,
    agreed integer default null
) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    venue bigint;
    made bigint := id;
    before app.room;
    largest app.session;
    latest bigint;
    effect jsonb;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_programme();
    venue := (select v.id from app.venue v where v.slug = venue_slug);
    if venue is null then
        return '{"outcome": "unknown_venue"}';
    end if;
    select * into before from app.room r where r.id = $3 and r.venue_id = venue;
    if $3 is not null and before.id is null then
        return '{"outcome": "unknown_room"}';
    elsif $6 <> before.version then
        return '{"outcome": "outdated"}';
    elsif exists (select from app.room r where r.venue_id = venue and r.name = $4 and r.id is distinct from before.id) then
        return '{"outcome": "name_taken"}';
    elsif (before.name, before.capacity) is not distinct from ($4, $5) then
        return '{"outcome": "unchanged"}';
    end if;
    -- What comes after has to find no larger session than this does.
    perform app.lock_edition(array(select distinct s.edition_id from app.session s where s.room_id = before.id));
    select * into largest from app.session s
    where s.room_id = before.id and s.capacity > $5 order by s.capacity desc, s.slug limit 1;
    if largest.id is not null then
        return jsonb_build_object(
            'outcome', 'below_session', 'detail', largest.slug, 'capacity', largest.capacity);
    end if;
    latest := (select coalesce(max(o.id), 0) from app.outbox o);
    begin
        perform app.begin_change(actor, 'room');
        if $3 is null then
            insert into app.room as r (venue_id, name, capacity) values (venue, $4, $5) returning r.id into made;
        else
            update app.room r set name = $4, capacity = $5 where r.id = $3;
        end if;
        effect := '{"outcome": "saved"}' || app.tell_of_place('{}', array[before], clock_timestamp());
        -- Apart, to see what that has written.
        effect := effect || jsonb_build_object(
            'letters', app.letters_written(latest, null), 'change', app.end_change());
        if (effect ->> 'told')::integer > agreed then
            effect := effect || '{"outcome": "more_affected"}';
            raise exception 'only to see what it would do' using errcode = 'SD001';
        end if;
    exception when sqlstate 'SD001' then
        return effect;
    end;
    perform app.write_record(
        actor, case when $3 is null then 'room.created' else 'room.changed' end,
        'room:' || made,
        jsonb_build_object('venue', venue_slug, 'capacity', $5, 'told', effect -> 'told'));
    return effect;
end
$$;
grant execute on function api.save_room to socialday_web, socialday_admin;
