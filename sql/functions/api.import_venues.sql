-- Takes the lines of a venues file, or says what that would do: known slugs are updated, others made, nothing is deleted.
-- What a line leaves out (null) stays as it is known. Where a venue's name or address becomes another one, those signed up
-- for sessions to come there are written to (app.tell_of_place).
--
-- lines: an array of objects with the columns of the file and "line", its number; the types are right already.
-- Locks: the list of venues and rooms, against other imports and the desk; then the editions with sessions there.
-- Returns an object with problems: an array of line, code (capacity_below_sessions) and detail (the session's slug); where
--   there are any, that is all, and nothing is done. Otherwise created (slug, line), updated (slug, line, changes as
--   app.changed_facts; its rooms by room_NAME), arrays of venues; unchanged, how many; told, people; letters as
--   app.letters_written; change (app.change; null where nothing is otherwise).
-- Raises: 42501 without programme:change.
drop function if exists api.import_venues;
create function api.import_venues(actor text, lines jsonb, dry_run boolean default false) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    given app.venue_line[] := array(select l from jsonb_populate_recordset(null::app.venue_line, lines) l);
    known jsonb;
    befores app.venue[];
    latest bigint;
    effect jsonb;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_programme();
    perform app.lock_edition(array(
        select s.edition_id
        from unnest(given) l
        join app.venue v on v.slug = l.slug
        join app.room r on r.venue_id = v.id
        join app.session s on s.room_id = r.id));

    effect := (
        select jsonb_build_object('problems', jsonb_agg(jsonb_build_object(
            'line', l.line, 'code', 'capacity_below_sessions', 'detail', s.slug) order by l.line))
        from unnest(given) l
        join app.venue v on v.slug = l.slug
        join app.room r on r.venue_id = v.id and r.name = l.room
        cross join lateral (
            select o.slug from app.session o where o.room_id = r.id and o.capacity > l.room_capacity
            order by o.capacity desc, o.slug limit 1
        ) s
        having count(*) > 0);
    if effect is not null then
        return effect;
    end if;

    known := (
        select coalesce(jsonb_object_agg(v.slug, app.venue_facts(v)), '{}')
        from app.venue v where v.slug in (select l.slug from unnest(given) l));
    befores := array(select v from app.venue v where v.slug in (select l.slug from unnest(given) l));
    latest := (select coalesce(max(o.id), 0) from app.outbox o);
    begin
        perform app.begin_change(actor, 'venues_import');
        perform app.take_venues(given);
        effect := (
            select jsonb_build_object(
                'created', coalesce(jsonb_agg(jsonb_build_object('slug', x.slug, 'line', x.line) order by x.line)
                    filter (where x.was is null), '[]'),
                'updated', coalesce(jsonb_agg(
                    jsonb_build_object('slug', x.slug, 'line', x.line, 'changes', x.changes) order by x.line)
                    filter (where x.was is not null and x.changes is not null), '[]'),
                'unchanged', count(*) filter (where x.was is not null and x.changes is null))
            from (
                select v.slug, l.line, known -> v.slug as was,
                    nullif(app.changed_facts(known -> v.slug, app.venue_facts(v)), '[]') as changes
                from (select g.slug, min(g.line) as line from unnest(given) g group by g.slug) l
                join app.venue v on v.slug = l.slug
            ) x);
        effect := effect || (app.tell_of_place(befores, '{}', clock_timestamp()) - 'sessions');
        -- Apart, to see what that has written.
        effect := effect || jsonb_build_object(
            'letters', app.letters_written(latest, null), 'change', app.end_change());
        if dry_run then
            raise exception 'only to see what it would do' using errcode = 'SD001';
        end if;
    exception when sqlstate 'SD001' then
        -- Everything is as it was; the variables keep what was seen.
        return effect;
    end;
    perform app.write_record(actor, 'programme.imported', null, jsonb_build_object(
        'kind', 'venues', 'created', jsonb_array_length(effect -> 'created'),
        'updated', jsonb_array_length(effect -> 'updated'), 'told', effect -> 'told'));
    return effect;
end
$$;
grant execute on function api.import_venues to socialday_web, socialday_admin;
