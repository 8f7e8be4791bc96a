-- A message's words with the session that it is shown with, as the letter 'message_test' tells them.
create or replace function app.message_test_news(details jsonb) returns jsonb
language sql stable as $$
    select jsonb_build_object(
        'message', jsonb_build_object('subject', details ->> 'subject', 'text', details ->> 'text'),
        'session', app.letter_session(s.id), 'time_zone', e.time_zone)
    from app.session s
    join app.edition e on e.id = s.edition_id
    where s.id = (details ->> 'session')::bigint
$$;
