-- Adds to the news of a message its words in the letter's language, with braces where a session is to be named, and what
-- its attendee holds now of the sessions that it is about; null where that is nothing any more.
create or replace function app.message_news(news jsonb, letter app.outbox) returns jsonb
language sql stable as $$
    select news || jsonb_build_object(
        'sign_ups', jsonb_agg(app.letter_sign_up(u) order by s.starts_at, u.id),
        'message', case letter.language
            when 'fr' then jsonb_build_object('subject', m.subject_fr, 'text', m.text_fr)
            else jsonb_build_object('subject', m.subject_en, 'text', m.text_en) end)
    from app.message m
    join app.sign_up u on u.attendee_id = letter.attendee_id and u.session_id = any (m.sessions)
        and u.status = any (m.statuses)
    join app.session s on s.id = u.session_id
    where m.id = letter.message_id
    group by m.id
$$;
