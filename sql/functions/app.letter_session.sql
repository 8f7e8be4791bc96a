-- A session as letters tell of it, with its venue.
create or replace function app.letter_session(session_id bigint) returns jsonb
language sql stable as $$
    select jsonb_build_object(
        'id', s.id, 'slug', s.slug, 'title_fr', s.title_fr, 'title_en', s.title_en, 'summary_fr', s.summary_fr,
        'summary_en', s.summary_en, 'format', s.format, 'theme', s.theme, 'host', h.name,
        'host_legal_form', h.legal_form, 'room', r.name, 'starts_at', extract(epoch from s.starts_at),
        'ends_at', extract(epoch from s.ends_at), 'capacity', s.capacity, 'language', s.language,
        'sign_language', s.sign_language, 'waiting_list', s.waiting_list, 'audience', s.audience,
        'sign_ups_open_at', extract(epoch from coalesce(s.sign_ups_open_at, e.opens_at, e.created_at)),
        'sign_ups_close_at', extract(epoch from app.closing_time(s.sign_ups_close_at, s.starts_at, e.closes_at)),
        'cancelled', s.cancelled_at is not null,
        'venue', jsonb_build_object(
            'slug', v.slug, 'name', v.name, 'address', v.address, 'postcode', v.postcode, 'city', v.city,
            'arrondissement', v.arrondissement, 'latitude', v.latitude, 'longitude', v.longitude,
            'wheelchair_accessible', v.wheelchair_accessible, 'hearing_loop', v.hearing_loop,
            'access_notes', v.access_notes))
    from app.session s
    join app.edition e on e.id = s.edition_id
    join app.room r on r.id = s.room_id
    join app.venue v on v.id = r.venue_id
    join app.host h on h.id = s.host_id
    where s.id = $1
$$;
