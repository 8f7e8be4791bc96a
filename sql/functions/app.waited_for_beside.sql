-- The sessions that those who hold places in this one wait for at an overlapping time, by the order of their places here:
-- there they are in play again once this one is called off or moved.
create or replace function app.waited_for_beside(session_id bigint) returns bigint[]
language sql stable as $$
    select array(
        select b
        from app.sign_up u, unnest(app.brought_back(u.attendee_id, $1)) with ordinality x (b, i)
        where u.session_id = $1 and u.status = 'confirmed'
        order by u.queue_number, i)
$$;
