-- Undoes a change of the programme (app.change) as a whole; or says what that would do.
--
-- shown: an object with told and clashes, that the actor agreed to; where there are more by now, nothing is done.
-- Locks: the programme, then the editions concerned.
-- Returns an object with outcome: unknown_change; impossible (app.is_undoable); changed_since, with objects as
--   app.changed_since; used, with objects as app.used_since; refused, with reason, the name of the constraint in the way;
--   undone or more_affected, with parts, an array of kind, name (app.part_name), made and gone (whether it is there only
--   afterwards, or no longer), and changes (field, was, becomes); told, clashes, promoted; letters (app.letters_written);
--   change, its own. And always but for unknown_change kind, made_at, actor and who (app.actor_name), of the change.
-- Raises: 42501 without programme:change.
drop function if exists api.undo_change;
create function api.undo_change(
    actor text, change_id bigint, shown jsonb default null, dry_run boolean default false
) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    change app.change;
    about jsonb;
    latest bigint;
    befores jsonb;
    effect jsonb;
    obstacle text;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_programme();
    select * into change from app.change c where c.id = $2;
    if change.id is null then
        return '{"outcome": "unknown_change"}';
    end if;
    about := jsonb_build_object(
        'kind', change.kind, 'made_at', extract(epoch from change.made_at), 'actor', change.actor, 'who', app.actor_name(change.actor));
    if not app.is_undoable(change) then
        return about || '{"outcome": "impossible"}';
    end if;
    perform app.lock_edition(array(
        select s.edition_id from app.change_part p join app.session s on s.id = p.object_id
        where p.change_id = $2 and p.kind = 'session'
        union
        select s.edition_id from app.change_part p
        join app.room r on p.kind = 'room' and r.id = p.object_id or p.kind = 'venue' and r.venue_id = p.object_id
        join app.session s on s.room_id = r.id
        where p.change_id = $2));
    effect := app.changed_since($2);
    if effect <> '[]' then
        return about || jsonb_build_object('outcome', 'changed_since', 'objects', effect);
    end if;
    effect := app.used_since($2);
    if effect <> '[]' then
        return about || jsonb_build_object('outcome', 'used', 'objects', effect);
    end if;

    latest := (select coalesce(max(o.id), 0) from app.outbox o);
    befores := (
        select coalesce(jsonb_agg(
            jsonb_build_object(
                'kind', p.kind, 'id', p.object_id, 'name', app.part_name(p.kind, coalesce(x.is_now, p.was)),
                'was', app.part_facts(p.kind, x.is_now),
                -- A notice that was taken down comes back under another number.
                'becomes', case when p.version is null then app.part_facts(p.kind, p.was) end)
            order by p.kind, p.object_id), '[]')
        from app.change_part p, lateral (select app.part_row(p.kind, p.object_id) as is_now) x
        where p.change_id = $2);
    begin
        perform app.begin_change(actor, 'undoing');
        effect := about || '{"outcome": "undone"}' || app.put_back($2, clock_timestamp());
        -- Apart, to see what that has done.
        effect := effect || jsonb_build_object(
            'letters', app.letters_written(latest, null), 'change', app.end_change(), 'parts', (
                select jsonb_agg(jsonb_build_object(
                    'kind', b ->> 'kind', 'name', b -> 'name', 'made', b -> 'was' = 'null',
                    'gone', y.becomes is null, 'changes', (
                        select coalesce(jsonb_agg(jsonb_build_object(
                            'field', c.field, 'was', c.was_value, 'becomes', c.new_value)), '[]')
                        from app.changed_facts(b -> 'was', y.becomes) c
                        where b -> 'was' <> 'null')) order by i)
                from jsonb_array_elements(befores) with ordinality e (b, i)
                cross join lateral (
                    select coalesce(
                        app.part_facts(b ->> 'kind', app.part_row(b ->> 'kind', (b ->> 'id')::bigint)),
                        nullif(b -> 'becomes', 'null')) as becomes
                ) y));
        if (effect ->> 'told')::integer > (shown ->> 'told')::integer
            or (effect ->> 'clashes')::integer > (shown ->> 'clashes')::integer
        then
            effect := effect || '{"outcome": "more_affected"}';
        end if;
        if dry_run or effect ->> 'outcome' <> 'undone' then
            raise exception 'only to see what it would do' using errcode = 'SD001';
        end if;
    exception
        when sqlstate 'SD001' then
            -- Everything is as it was; the variables keep what was seen.
            return effect;
        when exclusion_violation or check_violation or foreign_key_violation or unique_violation then
            get stacked diagnostics obstacle = constraint_name;
            return about || jsonb_build_object('outcome', 'refused', 'reason', obstacle);
    end;
    update app.change c set undone_at = clock_timestamp() where c.id = $2;
    perform app.write_record(actor, 'programme.undone', 'change:' || $2, jsonb_build_object(
        'kind', change.kind, 'parts', jsonb_array_length(effect -> 'parts'), 'told', effect -> 'told',
        'promoted', effect -> 'promoted'));
    return effect;
end
$$;
grant execute on function api.undo_change to socialday_web, socialday_admin;
