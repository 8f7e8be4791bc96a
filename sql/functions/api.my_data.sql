-- Everything that is kept under an attendee's address, in every edition, as JSON for a person to keep; null where
-- there is nothing. The keys are explained in the README. What is left out says nothing about a person: hashes of
-- requests, the version of a secret, the order of an index.
--
-- Locks: nothing.
drop function if exists api.my_data;
create function api.my_data(attendee_id bigint) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    ids constant bigint[] := app.under_same_address($1);
begin
    if ids = '{}' then
        return null;
    end if;
    return jsonb_build_object(
        'email', (select a.email from app.attendee a where a.id = $1),
        'telephone', (select max(a.telephone) from app.attendee a where a.id = any (ids)),
        'known_since', (select min(a.created_at) from app.attendee a where a.id = any (ids)),
        'sign_ups', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'session', s.slug, 'title_fr', s.title_fr, 'title_en', s.title_en, 'starts_at', s.starts_at,
                'ends_at', s.ends_at, 'venue', v.name, 'status', u.status, 'name', u.name, 'places', u.places,
                'queue_number', u.queue_number, 'needs', u.needs, 'needs_note', u.needs_note,
                'language', u.language, 'made_by', u.route,
                'signed_up_at', u.created_at, 'passed_over_at', u.passed_over_at, 'cancelled_at', u.cancelled_at,
                'moved_up_at', u.moved_up_at, 'moved_up_reason', u.moved_up_reason,
                'check_ins', (
                    select coalesce(jsonb_agg(jsonb_build_object(
                        'at', c.at, 'direction', c.direction, 'people', c.people) order by c.at, c.id), '[]')
                    from app.check_in c where c.sign_up_id = u.id)
            ) order by s.starts_at, u.id), '[]')
            from app.sign_up u
            join app.session s on s.id = u.session_id
            join app.room r on r.id = s.room_id
            join app.venue v on v.id = r.venue_id
            where u.attendee_id = any (ids)),
        'letters', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'kind', o.kind, 'session', s.slug, 'language', o.language, 'written_at', o.created_at,
                'sent_at', o.sent_at, 'subject', case o.language when 'fr' then m.subject_fr else m.subject_en end,
                'text', case o.language when 'fr' then m.text_fr else m.text_en end
            ) order by o.id), '[]')
            from app.outbox o
            left join app.session s on s.id = o.session_id
            left join app.message m on m.id = o.message_id
            where o.attendee_id = any (ids)),
        'notes', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'text', n.text, 'written_at', n.written_at, 'deleted_at', n.deleted_at) order by n.id), '[]')
            from app.note n
            where n.attendee_id = any (ids)));
end
$$;
grant execute on function api.my_data to socialday_web;
