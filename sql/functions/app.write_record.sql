-- Adds to the record: action as 'session.changed', object as 'session:SLUG' or null. Ids, never names or addresses.
--
-- Locks: nothing.
-- Raises: 23514 (record_actor, record_action, record_object, record_without_addresses).
create or replace function app.write_record(actor text, action text, object text, details jsonb default null)
returns void
language sql volatile as $$
    insert into app.record (actor, action, object, details) values ($1, $2, $3, $4)
$$;
