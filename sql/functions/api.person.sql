-- All that organisers see of a person, as JSON; null where there is nobody.
--
-- An object with id, email, telephone, known_since, time_zone; sign_ups in the order of their sessions, cancelled ones
-- included; letters, the latest first, without what is in them; notes, those deleted within the hour included; and
-- history: what staff did. Instants are seconds since 1970.
-- Permission: people:read. Locks: nothing.
-- Writes: the record: person.read.
drop function if exists api.person;
create function api.person(actor text, attendee_id bigint) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    person app.attendee;
    edition app.edition;
    ids bigint[];
begin
    perform app.require(actor, 'people:read');
    select * into person from app.attendee a where a.id = $2;
    if person.id is null then
        return null;
    end if;
    perform app.write_record(actor, 'person.read', 'attendee:' || $2, '{}');
    select * into edition from app.edition e where e.id = person.edition_id;
    ids := array(select u.id from app.sign_up u where u.attendee_id = $2);
    return jsonb_build_object(
        'id', person.id, 'email', person.email, 'telephone', person.telephone,
        'known_since', extract(epoch from person.created_at), 'time_zone', edition.time_zone,
        'sign_ups', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'id', u.id, 'secret_version', u.secret_version, 'status', u.status, 'places', u.places, 'name', u.name,
                'language', u.language, 'route', u.route, 'created_at', extract(epoch from u.created_at),
                'cancelled_at', extract(epoch from u.cancelled_at),
                'passed_over_at', extract(epoch from u.passed_over_at),
                'moved_up_at', extract(epoch from u.moved_up_at), 'moved_up_reason', u.moved_up_reason,
                'position', case when u.status = 'waiting' then app.queue_position(u.session_id, u.queue_number) end,
                'slug', s.slug, 'title_fr', s.title_fr, 'title_en', s.title_en,
                'starts_at', extract(epoch from s.starts_at), 'ends_at', extract(epoch from s.ends_at),
                'venue', v.name, 'room', r.name, 'called_off', s.cancelled_at is not null
            ) order by s.starts_at, u.id), '[]')
            from app.sign_up u
            join app.session s on s.id = u.session_id
            join app.room r on r.id = s.room_id
            join app.venue v on v.id = r.venue_id
            where u.id = any (ids)),
        'letters', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'kind', o.kind, 'title_fr', s.title_fr, 'title_en', s.title_en, 'message', o.message_id,
                'written_at', extract(epoch from o.created_at), 'sent_at', extract(epoch from o.sent_at),
                'state', app.letter_state(o)
            ) order by o.id desc), '[]')
            from app.outbox o
            left join app.session s on s.id = o.session_id
            where o.attendee_id = $2),
        'notes', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'id', n.id, 'text', n.text, 'written_at', extract(epoch from n.written_at),
                'deleted', n.deleted_at is not null, 'title_fr', s.title_fr, 'title_en', s.title_en
            ) order by n.id desc), '[]')
            from app.note n
            left join app.sign_up u on u.id = n.sign_up_id
            left join app.session s on s.id = u.session_id
            where n.attendee_id = $2 and coalesce(n.deleted_at > clock_timestamp() - interval '1 hour', true)),
        'history', app.history(array['attendee:' || $2] || array(select 'sign_up:' || i from unnest(ids) i)));
end
$$;
grant execute on function api.person to socialday_web;
