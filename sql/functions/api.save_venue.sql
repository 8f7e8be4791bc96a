-- Changes a venue, or makes one. Where its name or address becomes another one, those signed up
-- for sessions to come there are written to (app.tell_of_place).
--
-- id: null for a new one. wishes: an object with the columns of app.venue. version: that the actor had before them; null:
--   whichever. agreed: how many people the actor agreed to write to; null: however many.
-- Locks: the list of venues and rooms, then the editions with sessions there.
-- Returns an object with outcome: saved, with change (app.change), told and sessions (app.tell_of_place) and letters
--   (app.letters_written); unchanged; unknown_venue; slug_taken; outdated; more_affected, as saved, where more people than
--   agreed would be written to: nothing is done then.
-- Raises: 42501 without programme:change; 23514 or 23502 for values that the table refuses.
drop function if exists api.save_venue;
create function api.save_venue(
    actor text, id bigint, wishes jsonb, version integer default null, agreed integer default null
) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    before app.venue;
    wished app.venue;
    latest bigint;
    effect jsonb;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_programme();
    select * into before from app.venue v where v.id = $2;
    if $2 is not null and before.id is null then
        return '{"outcome": "unknown_venue"}';
    elsif $4 <> before.version then
        return '{"outcome": "outdated"}';
    end if;
    wished := jsonb_populate_record(
        before, wishes - array['id', 'version'] - case when $2 is null then '' else 'slug' end);
    if $2 is null and exists (select from app.venue v where v.slug = wished.slug) then
        return '{"outcome": "slug_taken"}';
    elsif wished is not distinct from before then
        return '{"outcome": "unchanged"}';
    end if;
    perform app.lock_edition(array(
        select s.edition_id from app.room r join app.session s on s.room_id = r.id where r.venue_id = $2));
    latest := (select coalesce(max(o.id), 0) from app.outbox o);
    begin
        perform app.begin_change(actor, 'venue');
        if $2 is null then
            insert into app.venue (
                slug, name, address, postcode, city, arrondissement, latitude, longitude, wheelchair_accessible,
                hearing_loop, access_notes)
            values (
                wished.slug, wished.name, wished.address, wished.postcode, wished.city, wished.arrondissement,
                wished.latitude, wished.longitude, wished.wheelchair_accessible, wished.hearing_loop,
                wished.access_notes);
        else
            update app.venue v set
                name = wished.name, address = wished.address, postcode = wished.postcode, city = wished.city,
                arrondissement = wished.arrondissement, latitude = wished.latitude, longitude = wished.longitude,
                wheelchair_accessible = wished.wheelchair_accessible, hearing_loop = wished.hearing_loop,
                access_notes = wished.access_notes
            where v.id = $2;
        end if;
        effect := '{"outcome": "saved"}' || app.tell_of_place(array[before], '{}', clock_timestamp());
        -- Apart, to see what that has written.
        effect := effect || jsonb_build_object(
            'letters', app.letters_written(latest, null), 'change', app.end_change());
        if (effect ->> 'told')::integer > agreed then
            effect := effect || '{"outcome": "more_affected"}';
            raise exception 'only to see what it would do' using errcode = 'SD001';
        end if;
    exception when sqlstate 'SD001' then
        -- Everything is as it was; the variables keep what was seen.
        return effect;
    end;
    perform app.write_record(
        actor, case when $2 is null then 'venue.created' else 'venue.changed' end, 'venue:' || wished.slug,
        jsonb_build_object('told', effect -> 'told', 'fields',
            jsonb_path_query_array(app.changed_facts(to_jsonb(before), to_jsonb(wished)), '$[*].field')));
    return effect;
end
$$;
grant execute on function api.save_venue to socialday_web, socialday_admin;
