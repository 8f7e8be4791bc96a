-- Ends a steward's link: whoever opened it is out. Returns whether it was open.
--
-- Locks: the link's row. Raises: 42501 without door:open at its venue, and for a link that is not there without it everywhere.
drop function if exists api.end_door_link;
create function api.end_door_link(actor text, id uuid) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    venue text;
begin
    perform app.require($1, 'door:open', (select d.venue_id from app.door_link d where d.id = $2));
    update app.door_link d set ended_at = clock_timestamp()
    from app.venue v
    where d.id = $2 and d.ended_at is null and v.id = d.venue_id
    returning v.slug into venue;
    if venue is not null then
        perform app.write_record($1, 'door_link.ended', 'venue:' || venue);
    end if;
    return venue is not null;
end
$$;
grant execute on function api.end_door_link to socialday_web, socialday_admin;
