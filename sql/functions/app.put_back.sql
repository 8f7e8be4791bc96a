-- Undoes what a change did: what it changed is again what it was, what it removed is there, what it made is not.
--
-- Locks: nothing; the caller holds the programme's lock and that of the editions concerned, and has seen that nothing of it
-- was changed or is used since.
-- Returns an object with told, clashes and promoted, as app.put_back_sessions and app.tell_of_place have them.
-- Raises: 23P01, 23514, 23503, 23505 where something else stands in the way.
create or replace function app.put_back(change_id bigint, moment timestamptz) returns jsonb
language plpgsql volatile as $$
declare
    venues constant app.venue[] := array(
        select v from app.change_part p join app.venue v on v.id = p.object_id
        where p.change_id = $1 and p.kind = 'venue' and p.was is not null);
    rooms constant app.room[] := array(
        select r from app.change_part p join app.room r on r.id = p.object_id
        where p.change_id = $1 and p.kind = 'room' and p.was is not null);
    made constant jsonb := (
        select coalesce(jsonb_object_agg(x.kind, x.ids), '{}')
        from (
            select p.kind, jsonb_agg(p.object_id) as ids from app.change_part p
            where p.change_id = $1 and p.was is null group by p.kind
        ) x);
    report jsonb;
    place jsonb;
begin
    delete from app.notice n where made -> 'notice' @> to_jsonb(n.id);
    update app.notice n set text_fr = w.text_fr, text_en = w.text_en, since = w.since, until = w.until
    from app.change_part p, jsonb_populate_record(null::app.notice, p.was) w
    where p.change_id = $1 and p.kind = 'notice' and p.version is not null and n.id = p.object_id and p.was is not null;
    insert into app.notice (edition_id, venue_id, session_id, text_fr, text_en, since, until, created_at)
    select w.edition_id, w.venue_id, w.session_id, w.text_fr, w.text_en, w.since, w.until, w.created_at
    from app.change_part p, jsonb_populate_record(null::app.notice, p.was) w
    where p.change_id = $1 and p.kind = 'notice' and p.version is null;

    report := app.put_back_sessions($1, moment);
    delete from app.session s where made -> 'session' @> to_jsonb(s.id);

    delete from app.room r where made -> 'room' @> to_jsonb(r.id);
    update app.room r set name = w.name, capacity = w.capacity
    from app.change_part p, jsonb_populate_record(null::app.room, p.was) w
    where p.change_id = $1 and p.kind = 'room' and p.was is not null and r.id = p.object_id;

    delete from app.venue v where made -> 'venue' @> to_jsonb(v.id);
    update app.venue v set
        name = w.name, address = w.address, postcode = w.postcode, city = w.city, arrondissement = w.arrondissement,
        latitude = w.latitude, longitude = w.longitude, wheelchair_accessible = w.wheelchair_accessible,
        hearing_loop = w.hearing_loop, access_notes = w.access_notes
    from app.change_part p, jsonb_populate_record(null::app.venue, p.was) w
    where p.change_id = $1 and p.kind = 'venue' and p.was is not null and v.id = p.object_id;

    delete from app.host h where made -> 'host' @> to_jsonb(h.id);
    update app.host h set name = w.name, legal_form = w.legal_form, contact_email = w.contact_email
    from app.change_part p, jsonb_populate_record(null::app.host, p.was) w
    where p.change_id = $1 and p.kind = 'host' and p.was is not null and h.id = p.object_id;

    place := app.tell_of_place(venues, rooms, moment);
    return jsonb_build_object(
        'told', (report ->> 'told')::integer + (place ->> 'told')::integer, 'clashes', report -> 'clashes',
        'promoted', report -> 'promoted');
end
$$;
