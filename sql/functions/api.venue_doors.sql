-- The same counters as api.doors, of one venue's sessions in the current edition, for whoever may read them there.
--
-- actor: needs counts:read at the venue.
-- Raises: 42501.
drop function if exists api.venue_doors;
create function api.venue_doors(actor text, venue_slug text)
returns table (
    session_id bigint, room_capacity integer, capacity integer, confirmed integer, waiting integer, arrived integer,
    inside integer, walk_ins integer, walk_ins_inside integer, flagged integer, remaining integer
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require($1, 'counts:read', (select v.id from app.venue v where v.slug = $2));
    return query
    select d.* from api.doors() d
    join app.session s on s.id = d.session_id
    join app.room r on r.id = s.room_id
    join app.venue v on v.id = r.venue_id
    where v.slug = $2;
end
$$;
grant execute on function api.venue_doors to socialday_web, socialday_admin;
