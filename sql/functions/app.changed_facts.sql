-- What differs between two objects of app.session_facts (or others of one shape), by name: an array of objects with field, was
-- and becomes.
drop function if exists app.changed_facts;
create function app.changed_facts(was jsonb, becomes jsonb) returns jsonb
language sql immutable as $$
    select coalesce(
        jsonb_agg(jsonb_build_object('field', n.key, 'was', was -> n.key, 'becomes', n.value) order by n.key), '[]')
    from jsonb_each(becomes) n
    where (was -> n.key) is distinct from n.value
$$;
