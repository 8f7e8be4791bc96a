-- What differs between two objects of app.session_facts (or others of one shape), by name.
create or replace function app.changed_facts(was jsonb, becomes jsonb)
returns table (field text, was_value jsonb, new_value jsonb)
language sql immutable as $$
    select n.key, was -> n.key, n.value
    from jsonb_each(becomes) n
    where (was -> n.key) is distinct from n.value
    order by n.key
$$;
