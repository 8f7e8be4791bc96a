-- A session as it is told of: what can be changed of it, by the names that forms and import files use. Instants are seconds
-- since 1970.
create or replace function app.session_facts(session app.session) returns jsonb
language sql stable as $$
    select jsonb_build_object(
        'title_fr', session.title_fr, 'title_en', session.title_en, 'summary_fr', session.summary_fr,
        'summary_en', session.summary_en, 'format', session.format, 'theme', session.theme, 'host', h.name,
        'venue', v.slug, 'room', r.name, 'starts_at', extract(epoch from session.starts_at),
        'ends_at', extract(epoch from session.ends_at), 'capacity', session.capacity, 'language', session.language,
        'sign_language', session.sign_language, 'waiting_list', session.waiting_list, 'audience', session.audience,
        'sign_ups_open_at', extract(epoch from session.sign_ups_open_at),
        'sign_ups_close_at', extract(epoch from session.sign_ups_close_at),
        'published', session.published_at is not null, 'cancelled', session.cancelled_at is not null)
    from app.room r
    join app.venue v on v.id = r.venue_id
    join app.host h on h.id = session.host_id
    where r.id = session.room_id
$$;
