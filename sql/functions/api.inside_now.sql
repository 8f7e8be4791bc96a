-- How many people are inside now, at the venues whose counts the actor may read: of the sessions whose day it is on the
-- edition's clock, or whose doors are at work (from an hour before they start) over midnight, and whose rooms have not
-- emptied since (app.emptied_at). Null where there is none.
--
-- Permission: counts:read, everywhere or at venues. Locks: nothing.
drop function if exists api.inside_now;
create function api.inside_now(actor text) returns integer
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    venues bigint[] := array(select v.id from app.venue v where app.may(actor, 'counts:read', v.id));
begin
    if venues = '{}' then
        perform app.require(actor, 'counts:read');
    end if;
    return (
        select sum(
            case when app.emptied_at(s.ends_at) > clock_timestamp() then t.inside + t.walk_ins_inside else 0 end)::integer
        from app.edition e
        join app.session s on s.edition_id = e.id
        join app.room r on r.id = s.room_id
        join app.door_tally t on t.session_id = s.id
        where e.is_current and r.venue_id = any (venues)
            and ((s.starts_at at time zone e.time_zone)::date = (clock_timestamp() at time zone e.time_zone)::date
                or clock_timestamp() between s.starts_at - interval '1 hour' and app.emptied_at(s.ends_at)));
end
$$;
grant execute on function api.inside_now to socialday_web;
