-- The row that a part of a change is about, as it is now; null where it is gone.
create or replace function app.part_row(kind text, object_id bigint) returns jsonb
language sql stable as $$
    select case $1
        when 'session' then (select to_jsonb(x) from app.session x where x.id = $2)
        when 'venue' then (select to_jsonb(x) from app.venue x where x.id = $2)
        when 'room' then (select to_jsonb(x) from app.room x where x.id = $2)
        when 'host' then (select to_jsonb(x) from app.host x where x.id = $2)
        when 'notice' then (select to_jsonb(x) from app.notice x where x.id = $2)
    end
$$;
