-- A steward's link for all of a venue on one day, by the venue's slug (api.make_door_link).
--
-- Locks: nothing. Outcomes: made; unknown_venue. Raises: 42501 without door:open at the venue.
drop function if exists api.open_door;
create function api.open_door(actor text, venue_slug text, day date)
returns table (outcome text, id uuid, expires_at timestamptz)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    venue bigint := (select v.id from app.venue v where v.slug = $2);
begin
    perform app.require($1, 'door:open', venue);
    return query select m.outcome, m.id, m.expires_at from api.make_door_link($1, venue, null, $3) m;
end
$$;
grant execute on function api.open_door to socialday_web, socialday_admin;
