-- How the current edition fills: for each day on its clock on which somebody signed up, the places given to them that are
-- still theirs. Only of sessions at venues whose counts the actor may read, and that are not called off.
--
-- Permission: counts:read, everywhere or at venues. Locks: nothing.
drop function if exists api.sign_up_days;
create function api.sign_up_days(actor text) returns table (day date, places integer)
language plpgsql stable security definer rows 60
set search_path = pg_catalog, pg_temp
as $$
declare
    venues bigint[] := array(select v.id from app.venue v where app.may(actor, 'counts:read', v.id));
begin
    if venues = '{}' then
        perform app.require(actor, 'counts:read');
    end if;
    return query
    select (u.created_at at time zone e.time_zone)::date as on_day, sum(u.places)::integer
    from app.edition e
    join app.session s on s.edition_id = e.id
    join app.room r on r.id = s.room_id
    join app.sign_up u on u.session_id = s.id
    where e.is_current and r.venue_id = any (venues) and u.status = 'confirmed' and s.cancelled_at is null
    group by on_day
    order by on_day;
end
$$;
grant execute on function api.sign_up_days to socialday_web;
