-- Changes a venue, or makes one. Those signed up there are not written to: a venue that is another one has another slug,
-- and sessions are moved to it.
--
-- id: null for a new one. wishes: an object with the columns of app.venue.
-- Locks: the list of venues and rooms.
-- Returns: saved; unknown_venue; slug_taken. Raises: 42501 without programme:change; 23514 or 23502 for values that the table refuses.
drop function if exists api.save_venue;
create function api.save_venue(actor text, id bigint, wishes jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    before app.venue;
    wished app.venue;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_programme();
    select * into before from app.venue v where v.id = $2;
    if $2 is not null and before.id is null then
        return 'unknown_venue';
    end if;
    wished := jsonb_populate_record(before, wishes - 'id' - case when $2 is null then '' else 'slug' end);
    if $2 is null then
        if exists (select from app.venue v where v.slug = wished.slug) then
            return 'slug_taken';
        end if;
        insert into app.venue (
            slug, name, address, postcode, city, arrondissement, latitude, longitude, wheelchair_accessible,
            hearing_loop, access_notes)
        values (wished.slug, wished.name, wished.address, wished.postcode, wished.city, wished.arrondissement,
            wished.latitude, wished.longitude, wished.wheelchair_accessible, wished.hearing_loop, wished.access_notes);
    elsif wished is distinct from before then
        update app.venue v set
            name = wished.name, address = wished.address, postcode = wished.postcode, city = wished.city,
            arrondissement = wished.arrondissement, latitude = wished.latitude, longitude = wished.longitude,
            wheelchair_accessible = wished.wheelchair_accessible, hearing_loop = wished.hearing_loop,
            access_notes = wished.access_notes
        where v.id = $2;
    else
        return 'saved';
    end if;
    perform app.write_record(
        actor, case when $2 is null then 'venue.created' else 'venue.changed' end, 'venue:' || wished.slug,
        jsonb_build_object('fields', (
            select coalesce(jsonb_agg(c.field), '[]') from app.changed_facts(to_jsonb(before), to_jsonb(wished)) c)));
    return 'saved';
end
$$;
grant execute on function api.save_venue to socialday_web, socialday_admin;
