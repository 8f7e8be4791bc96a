-- Makes an edition; it is the current one where there is none yet. Returns its id.
--
-- Locks: nothing.
-- Raises: 22023 for an unknown time zone; 23514 (edition_days, edition_opening) for days or times the wrong way
--   round; 23505 (edition_one_current) where two first ones are made at once.
drop function if exists api.create_edition;
create function api.create_edition(
    first_day date, last_day date, time_zone text, opens_at timestamptz, closes_at timestamptz
) returns bigint
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    made bigint;
begin
    perform clock_timestamp() at time zone $3;
    insert into app.edition (first_day, last_day, time_zone, opens_at, closes_at, is_current)
    values ($1, $2, $3, $4, $5, not exists (select from app.edition e where e.is_current))
    returning id into made;
    return made;
end
$$;
grant execute on function api.create_edition to socialday_admin;
