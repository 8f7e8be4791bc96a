-- A position on the waiting list: the live sign-ups that wait with a lower queue number, plus one.
create or replace function app.queue_position(session_id bigint, queue_number integer) returns integer
language sql stable as $$
    select 1 + count(*)::integer
    from app.sign_up ahead
    where ahead.session_id = $1 and ahead.queue_number < $2 and ahead.status = 'waiting'
$$;
