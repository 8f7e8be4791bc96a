-- Says that attendee lists are about to be read, by whom and of what. The lists themselves are read in a later transaction
-- (api.export_sessions, api.export_rows), which sees only what was said here. Recorded.
--
-- sessions: slugs; null for all of the edition. venue: a slug; null for every venue.
-- Locks: nothing.
-- Returns: the run.
-- Raises: 42501 where the actor may not export, or has not lately shown who they are (app.require_proof); P0002 where there
-- is no current edition, or no such session or venue in it: the message is the slug.
drop function if exists api.begin_export;
create function api.begin_export(actor text, sessions text[], venue text, formats text, columns text) returns bigint
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    edition constant bigint := (select e.id from app.edition e where e.is_current);
    ids bigint[];
    unknown text;
    made bigint;
begin
    perform app.require(actor, 'people:export');
    perform app.require_proof(actor);
    if edition is null then
        raise exception 'edition' using errcode = 'P0002';
    end if;
    if sessions is not null then
        select w into unknown from unnest(sessions) w
        where not exists (select from app.session s where s.edition_id = edition and s.slug = w) limit 1;
    end if;
    if unknown is null and venue is not null and not exists (select from app.venue v where v.slug = $3) then
        unknown := venue;
    end if;
    if unknown is not null then
        raise exception '%', unknown using errcode = 'P0002';
    end if;
    if sessions is not null or venue is not null then
        ids := array(
            select s.id from app.session s join app.room r on r.id = s.room_id join app.venue v on v.id = r.venue_id
            where s.edition_id = edition and ($2 is null or s.slug = any ($2)) and ($3 is null or v.slug = $3));
    end if;
    update app.export_run r
    set outcome = x.outcome, ended_at = clock_timestamp(), error = x.error
    from api.export_runs x
    where x.id = r.id and r.kind = 'asked' and r.outcome is null and x.outcome = 'failed';
    insert into app.export_run (kind, actor, edition_id, scope, sessions, formats, columns)
    values ('asked', $1, edition,
        case when cardinality(sessions) = 1 then 'session:' || sessions[1]
            when sessions is not null then 'selection'
            when venue is not null then 'venue:' || venue
            else 'edition' end,
        ids, $4, $5)
    returning id into made;
    perform app.write_record(actor, 'export.begun',
        case when cardinality(sessions) = 1 then 'session:' || sessions[1]
            when venue is not null then 'venue:' || venue end,
        jsonb_build_object('run', made, 'formats', $4, 'columns', $5, 'sessions', coalesce(cardinality(ids)::text, 'all')));
    return made;
end
$$;
grant execute on function api.begin_export to socialday_web, socialday_admin;
