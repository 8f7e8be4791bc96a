-- The edition whose programme is shown; null where there is none.
create or replace function app.current_edition() returns bigint
language sql stable as $$
    select e.id from app.edition e where e.is_current
$$;
