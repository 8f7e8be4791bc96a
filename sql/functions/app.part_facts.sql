-- A row of the programme as it is told of: what can be changed of it, by the names that forms use. Instants are seconds since
-- 1970.
create or replace function app.part_facts(kind text, part_row jsonb) returns jsonb
language sql stable as $$
    select case $1
        when 'session' then app.session_facts(jsonb_populate_record(null::app.session, $2))
        when 'venue' then $2 - array['id', 'slug', 'version']
        when 'room' then $2 - array['id', 'venue_id', 'version']
        when 'host' then $2 - array['id', 'version']
        when 'notice' then jsonb_build_object(
            'text_fr', $2 -> 'text_fr', 'text_en', $2 -> 'text_en',
            'since', extract(epoch from ($2 ->> 'since')::timestamptz),
            'until', extract(epoch from ($2 ->> 'until')::timestamptz))
    end
    where $2 is not null
$$;
