-- The people whom a message to sessions is for, each once, with the language of their latest sign-up among them.
--
-- Locks: nothing.
create or replace function app.addressees(sessions bigint[], statuses text[])
returns table (attendee_id bigint, language text, has_address boolean)
language sql stable as $$
    select u.attendee_id, (array_agg(u.language order by u.id desc))[1], a.email is not null
    from app.sign_up u
    join app.attendee a on a.id = u.attendee_id
    where u.session_id = any ($1) and u.status = any ($2)
    group by u.attendee_id, a.email
$$;
