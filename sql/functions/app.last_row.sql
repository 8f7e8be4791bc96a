-- The row that a part of a change is about, as it is now or, where it is gone, as it was last; null where that is forgotten.
create or replace function app.last_row(kind text, object_id bigint) returns jsonb
language sql stable as $$
    select coalesce(
        app.part_row($1, $2), (
            select p.was from app.change_part p
            where p.kind = $1 and p.object_id = $2 and p.was is not null
            order by p.change_id desc limit 1))
$$;
