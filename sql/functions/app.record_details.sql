-- The details of an entry of the record, with the sessions in them by their slugs: as they stand where one is gone.
create or replace function app.record_details(details jsonb) returns jsonb
language sql stable as $$
    select $1 || coalesce((
        select jsonb_object_agg(k.name, s.slug)
        from unnest(array['session', 'from', 'to']) k (name)
        join app.session s on s.id::text = $1 ->> k.name), '{}')
$$;
