-- Adds to the news of a form for several sessions what became of each; null where nothing of it is so any more.
--
-- details: an array of objects with session, outcome, sign_up and position. Where there is a sign-up, its state now counts;
-- what was cancelled since, or belongs to somebody else, is left out.
create or replace function app.day_news(news jsonb, letter app.outbox) returns jsonb
language sql stable as $$
    select news || jsonb_build_object('answers', jsonb_agg(
        jsonb_build_object(
            'outcome', case when u.id is null or d.outcome = 'already_signed_up' then d.outcome else u.status end,
            'sign_up', case when u.id is not null then app.letter_sign_up(u) end,
            'session', app.letter_session(s.id))
        order by d.i))
    from (
        select (x ->> 'session')::bigint as session_id, x ->> 'outcome' as outcome, (x ->> 'sign_up')::bigint as sign_up_id, i
        from jsonb_array_elements(letter.details) with ordinality y (x, i)
    ) d
    join app.session s on s.id = d.session_id
    left join app.sign_up u on u.id = d.sign_up_id and u.attendee_id = letter.attendee_id and u.status <> 'cancelled'
    where s.cancelled_at is null and s.ends_at > clock_timestamp() and (d.sign_up_id is null or u.id is not null)
    having count(*) > 0
$$;
