-- Undoes what a change did: what it changed is again what it was, what it removed is there again, under its own id, and what it
-- made is not. Nobody loses a place by it, unless excess is 'move' (app.change_session): where more are confirmed than there
-- were places, as many remain.
--
-- Locks: nothing; the caller holds the programme's lock and that of the editions concerned, and has seen that nothing of it
-- was changed or is used since.
-- Returns an object with told, clashes, moved and promoted, as app.change_sessions and app.tell_of_place have them, and kept,
--   the places confirmed in sessions that had fewer; null where all had as many.
-- Raises: 23P01, 23514, 23503, 23505 where something else stands in the way.
create or replace function app.put_back(change_id bigint, excess text, moment timestamptz) returns jsonb
language plpgsql volatile as $$
declare
    venues constant app.venue[] := array(
        select v from app.change_part p join app.venue v on v.id = p.object_id
        where p.change_id = $1 and p.kind = 'venue');
    rooms constant app.room[] := array(
        select r from app.change_part p join app.room r on r.id = p.object_id
        where p.change_id = $1 and p.kind = 'room');
    befores constant app.session[] := array(
        select s from app.change_part p join app.session s on s.id = p.object_id
        where p.change_id = $1 and p.kind = 'session' and p.was is not null order by s.id);
    wishes app.session[];
    kept integer;
    made constant jsonb := (
        select coalesce(jsonb_object_agg(x.kind, x.ids), '{}')
        from (
            select p.kind, jsonb_agg(p.object_id) as ids from app.change_part p
            where p.change_id = $1 and p.was is null group by p.kind
        ) x);
    report jsonb;
    place jsonb;
begin
    -- What others need comes first and goes last.
    delete from app.notice n where made -> 'notice' @> to_jsonb(n.id);
    delete from app.session s where made -> 'session' @> to_jsonb(s.id);

    insert into app.host overriding system value
    select w.* from app.change_part p, jsonb_populate_record(null::app.host, p.was) w
    where p.change_id = $1 and p.kind = 'host' and p.version is null;
    insert into app.venue overriding system value
    select w.* from app.change_part p, jsonb_populate_record(null::app.venue, p.was) w
    where p.change_id = $1 and p.kind = 'venue' and p.version is null;
    insert into app.room overriding system value
    select w.* from app.change_part p, jsonb_populate_record(null::app.room, p.was) w
    where p.change_id = $1 and p.kind = 'room' and p.version is null;

    select array_agg(jsonb_populate_record(b, p.was || jsonb_build_object('capacity', case
            when $2 = 'move' then (p.was ->> 'capacity')::integer
            else greatest((p.was ->> 'capacity')::integer, t.confirmed) end))),
        sum(t.confirmed) filter (where (p.was ->> 'capacity')::integer < t.confirmed)
    into wishes, kept
    from unnest(befores) b
    join app.change_part p on p.change_id = $1 and p.kind = 'session' and p.object_id = b.id
    join app.session_tally t on t.session_id = b.id;
    report := app.change_sessions(befores, coalesce(wishes, '{}'), moment);
    insert into app.session overriding system value
    select w.*
    from app.change_part p
    left join app.room r on r.id = (p.was ->> 'room_id')::bigint,
        jsonb_populate_record(
            null::app.session,
            p.was || jsonb_build_object('room_capacity', coalesce(r.capacity, (p.was ->> 'room_capacity')::integer))) w
    where p.change_id = $1 and p.kind = 'session' and p.version is null;

    delete from app.room r where made -> 'room' @> to_jsonb(r.id);
    update app.room r set name = w.name, capacity = w.capacity
    from app.change_part p, jsonb_populate_record(null::app.room, p.was) w
    where p.change_id = $1 and p.kind = 'room' and p.version is not null and r.id = w.id;

    delete from app.venue v where made -> 'venue' @> to_jsonb(v.id);
    update app.venue v set
        name = w.name, address = w.address, postcode = w.postcode, city = w.city, arrondissement = w.arrondissement,
        latitude = w.latitude, longitude = w.longitude, wheelchair_accessible = w.wheelchair_accessible,
        hearing_loop = w.hearing_loop, access_notes = w.access_notes
    from app.change_part p, jsonb_populate_record(null::app.venue, p.was) w
    where p.change_id = $1 and p.kind = 'venue' and p.version is not null and v.id = w.id;

    delete from app.host h where made -> 'host' @> to_jsonb(h.id);
    update app.host h set name = w.name, legal_form = w.legal_form, contact_email = w.contact_email
    from app.change_part p, jsonb_populate_record(null::app.host, p.was) w
    where p.change_id = $1 and p.kind = 'host' and p.version is not null and h.id = w.id;

    update app.notice n set text_fr = w.text_fr, text_en = w.text_en, since = w.since, until = w.until
    from app.change_part p, jsonb_populate_record(null::app.notice, p.was) w
    where p.change_id = $1 and p.kind = 'notice' and p.version is not null and n.id = w.id;
    insert into app.notice overriding system value
    select w.* from app.change_part p, jsonb_populate_record(null::app.notice, p.was) w
    where p.change_id = $1 and p.kind = 'notice' and p.version is null;

    place := app.tell_of_place(venues, rooms, moment);
    return jsonb_build_object(
        'told', (report ->> 'told')::integer + (place ->> 'told')::integer, 'clashes', report -> 'clashes',
        'moved', report -> 'moved', 'promoted', report -> 'promoted', 'kept', kept);
end
$$;
