-- A sign-up as letters tell of it. The name is not in it: whoever types a stranger's address into a form could have us
-- mail them whatever they like.
--
-- invited: whether its attendee was sent its entry for a calendar, which is to be taken out again when it ends.
create or replace function app.letter_sign_up(sign_up app.sign_up) returns jsonb
language sql stable as $$
    select jsonb_build_object(
        'id', sign_up.id, 'secret_version', sign_up.secret_version, 'status', sign_up.status,
        'places', sign_up.places, 'created_at', extract(epoch from sign_up.created_at),
        'position', case when sign_up.status = 'waiting'
            then app.queue_position(sign_up.session_id, sign_up.queue_number) end,
        'invited', exists (
            select from app.outbox o
            where o.attendee_id = sign_up.attendee_id and o.claimed_at is not null and o.sent_at is not null
                and o.kind in ('confirmed', 'promoted', 'changed', 'switched', 'session_changed', 'day', 'tickets')
                and (o.sign_up_id = sign_up.id or o.sign_up_id is null)),
        'session', app.letter_session(sign_up.session_id))
$$;
